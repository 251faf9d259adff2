// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <optional>

namespace pilothouse {

/// `index FILE`, `search [--ignore-case] [--literal] FILE PATTERN` and `follow FILE [LINES]`: the engine
/// alone, printing JSON with times measured in the process. The exit code, or nothing where the words are
/// none of them.
std::optional<int> runLogCommand(const QStringList &words);

} // namespace pilothouse
