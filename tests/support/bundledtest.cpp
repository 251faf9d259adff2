// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/bundledtest.h"

#include <QFileInfo>
#include <QMap>

#include <cstdio>

namespace pilothouse {

namespace {

/// Made before main(), when the first of them says what it is called.
QMap<QString, BundledTest::Run> &bundledTests()
{
    static QMap<QString, BundledTest::Run> tests;
    return tests;
}

} // namespace

BundledTest::BundledTest(const char *source, Run run)
{
    bundledTests().insert(QFileInfo(QString::fromUtf8(source)).completeBaseName(), run);
}

} // namespace pilothouse

int main(int argc, char **argv)
{
    const auto &tests = pilothouse::bundledTests();
    const auto run = argc > 1 ? tests.constFind(QString::fromUtf8(argv[1])) : tests.constEnd();
    if (run != tests.constEnd())
        return (*run)(argc - 1, argv + 1);
    std::fprintf(stderr, "Name one of these tests first:\n%s\n",
                 QStringList(tests.keys()).join(u'\n').toLocal8Bit().constData());
    return 2;
}
