// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace pilothouse {

/// True where the words name a group of commands, so that the window's program can run headless too.
bool isCommand(const QStringList &words);

/// Runs one command line without the program's own name; returns the exit code. Needs a QCoreApplication.
int runCommandLine(const QStringList &words);

} // namespace pilothouse
