// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/logrecord.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pilothouse {

/// What to find in a log.
struct LogQuery
{
    QString text;
    bool isPattern = false; ///< a regular expression instead of plain text
    bool isCaseSensitive = false;
    bool isWholeWord = false;

    /// The same query without isWholeWord: as a regular expression that asks for it. One that is none stays.
    LogQuery withWordsSpelledOut() const;
    /// The query as an expression over text, also where it is no pattern; invalid where the pattern is.
    QRegularExpression expression() const;

    bool operator==(const LogQuery &) const = default;
};

/// Several queries as one; each keeps its own case and its edges of words.
LogQuery eitherOf(const QList<LogQuery> &queries);

/// Where in a record something was found. Line 0 is the message, 1 the first continuation line, -1 the
/// component.
struct LogMatch
{
    quint64 record = 0; ///< its number
    int line = 0;
    int start = 0;
    int length = 0;

    bool operator==(const LogMatch &) const = default;
};

/// A query made ready once. Safe from any thread.
class LogSearch
{
    Q_DECLARE_TR_FUNCTIONS(LogSearch)
public:
    /// So many matches are listed at most.
    static constexpr qsizetype MatchLimit = 100000;

    /// Finds nothing.
    LogSearch() = default;
    /// BadInput where the pattern is no regular expression, with the place in words.
    [[nodiscard]] static Result<LogSearch> compile(const LogQuery &query);

    bool isEmpty() const { return m_pattern.pattern().isEmpty(); }
    bool matches(const LogRecord &record) const;
    /// Matches of one record, from top to bottom; empty ones do not count.
    QList<LogMatch> find(const LogRecord &record) const;
    /// Matches of many, up to MatchLimit; Cancelled where the work was.
    [[nodiscard]] Result<QList<LogMatch>> find(const QList<LogRecord> &records,
                                               const OperationContext &context) const;

private:
    void findIn(const QString &text, LogMatch place, QList<LogMatch> &matches) const;

    QRegularExpression m_pattern;
};

} // namespace pilothouse
