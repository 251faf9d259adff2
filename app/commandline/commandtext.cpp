// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/commandtext.h"

#include <QCoreApplication>

namespace pilothouse {

QString commandLineText(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

int failed(CommandContext &context, const Error &error)
{
    context.output.error(error);
    return exitCodeOf(error);
}

} // namespace pilothouse
