// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QTest>

namespace pilothouse {

/// One of several tests in a program, which runs the one that its first word names. In a source of a bundle
/// this stands before them, so that what is a program's main() elsewhere becomes one of these.
class BundledTest
{
public:
    using Run = int (*)(int argc, char **argv);

    /// The name of the test is that of its source.
    BundledTest(const char *source, Run run);
};

} // namespace pilothouse

#define PILOTHOUSE_JOINED_AGAIN(a, b) a##b
#define PILOTHOUSE_JOINED(a, b) PILOTHOUSE_JOINED_AGAIN(a, b)
#define PILOTHOUSE_BUNDLED(Application, TestClass)                                                           \
    static const pilothouse::BundledTest PILOTHOUSE_JOINED(bundledTest, __COUNTER__)(                        \
        __FILE__, [](int argc, char **argv) {                                                                \
            QTest::Internal::callInitMain<TestClass>();                                                      \
            Application app(argc, argv);                                                                     \
            TestClass test;                                                                                  \
            QTEST_SET_MAIN_SOURCE_PATH                                                                       \
            return QTest::qExec(&test, argc, argv);                                                          \
        });

#undef QTEST_MAIN
#define QTEST_MAIN(TestClass) PILOTHOUSE_BUNDLED(QApplication, TestClass)
#undef QTEST_GUILESS_MAIN
#define QTEST_GUILESS_MAIN(TestClass) PILOTHOUSE_BUNDLED(QCoreApplication, TestClass)
