// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <functional>

namespace pilothouse {

/// What completing asks of the running installation.
struct CompletionSources
{
    std::function<QStringList()> instances;
    std::function<QStringList(const QString &instance)> logs;
    std::function<QStringList(const QString &instance)> questions = {}; ///< of its logs
    std::function<QStringList(const QString &instance)> filters = {};   ///< of logs, saved under these names
};

/// What the last of the words, which may be empty, could become: groups, verbs, options, instances, logs and
/// what else is known of a value.
QStringList completions(const QStringList &words, const CompletionSources &sources);

/// Prints them, one a line; never fails. `words` are those behind "complete".
int printCompletions(const QStringList &words);

} // namespace pilothouse
