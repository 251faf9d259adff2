// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"

namespace pilothouse {

/// A text of the command line in the language of the program; mark it with QT_TRANSLATE_NOOP("CommandLine",
/// ...).
QString commandLineText(const char *text);

/// Says the error; the exit code that stands for it.
int failed(CommandContext &context, const Error &error);

} // namespace pilothouse
