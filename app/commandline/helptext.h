// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace pilothouse {

struct Command;
class Output;

/// "Usage: pilothouse-cli database check NAME DB [--kind KIND]".
QString usageLine(const Command &command);

/// All commands, or those of a group or of one verb; `code`, or that of a bad usage where there are none.
int printHelp(Output &output, const QStringList &words, int code);

/// Says what was not understood of a command, and what is nearest to it; the code of a bad usage.
int printUnknown(Output &output, const QStringList &words);

} // namespace pilothouse
