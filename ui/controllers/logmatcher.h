// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/history/hitsearch.h"

namespace pilothouse {

/// What a text of the find field means: what of a log it finds, and what of that is marked. The only place
/// that turns the text into something that matches.
class LogMatcher
{
public:
    LogMatcher() = default; ///< of an empty field
    /// BadInput where the text means nothing, with the place in words.
    [[nodiscard]] static Result<LogMatcher> compile(const LogQuery &query);
    /// The same of a text in the language of LogFilter, for the records of one log.
    [[nodiscard]] static Result<LogMatcher> ofFilter(const QString &text, const LogSource &source);

    bool isEmpty() const { return !m_sought; }
    const LogSought &sought() const { return m_sought; }
    /// Whether it finds records and not lines.
    bool isFilter() const { return m_sought.records() != nullptr; }

    /// What is marked in a record. One that a filter takes for no text in it has a match of length 0. `at`:
    /// when one was written that has no time.
    QList<LogMatch> find(const LogRecord &record, const QDateTime &at = {}) const;
    /// In many, which follow each other; Cancelled where the work was.
    [[nodiscard]] Result<QList<LogMatch>> find(const QList<LogRecord> &records,
                                               const OperationContext &context) const;

private:
    LogSought m_sought;
    LogSearch m_marks;
};

} // namespace pilothouse
