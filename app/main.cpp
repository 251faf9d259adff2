// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/commandline/commandline.h"
#include "app/identity.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QStringList words;
    for (int at = 1; at < argc; ++at)
        words << QString::fromLocal8Bit(argv[at]);
    words = pilothouse::withoutLanguage(words);
    if (pilothouse::isHeadless(words)) {
        QCoreApplication application(argc, argv);
        pilothouse::identify(application);
        return pilothouse::runCommandLine(words);
    }
    if (words.contains(QStringLiteral("--screenshots")))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    pilothouse::identify(application);
    return pilothouse::runWindow(application, words);
}
