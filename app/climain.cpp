// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/commandline.h"
#include "app/identity.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    pilothouse::identify(application);
    return pilothouse::runCommandLine(pilothouse::withoutLanguage(application.arguments().mid(1)));
}
