// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/logrecord.h"
#include "core/logs/fields/logfieldreader.h"
#include "core/logs/filter/logmoment.h"
#include "core/logs/logsearch.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

namespace pilothouse {

class FilterTerm;

/// Why a text is no filter.
struct LogFilterProblem
{
    qsizetype position = 0; ///< in the text, in UTF-16 units
    QString text;           ///< a sentence
};

/// From a moment on up to before another; invalid ones are open.
struct LogTimeRange
{
    QDateTime since;
    QDateTime until;

    bool isOpen() const { return !since.isValid() && !until.isValid(); }
    bool holds(const QDateTime &moment) const
    {
        return (!since.isValid() || moment >= since) && (!until.isValid() || moment < until);
    }
};

/// Which records of a log are wanted. A value, parsed once; safe from any thread.
///
///     connection refused            records that hold both words, whatever their case
///     "connection refused"          the words together; "Disk"c minds case, "disk"w wants a whole word
///     /timed? ?out/i                a regular expression; i ignores case, w wants whole words
///     a or b, not a, (a or b) c     words side by side mean "and"
///     level>=warning  level:error   the level of the record, not a word in it
///     since:-1h  until:2026-11-20   also after: and before:, 22:00, 2026-11-20T22:00:00Z, with utc or local
///     status>=500  duration>1s      a field of the record; = != < <= > >=, and ~ for a part of it or
///     ~/regex/ has:user                      the record has the field component:net  stream=stderr  also
///     source: and message:, a part with ":", all of it with "="
///     "user name"=x  "level"=50     a field, whatever its name says
class LogFilter
{
    Q_DECLARE_TR_FUNCTIONS(LogFilter)
public:
    /// Takes every record.
    LogFilter() = default;
    [[nodiscard]] static tl::expected<LogFilter, LogFilterProblem> read(const QString &text,
                                                                        const MomentReading &moments = {});
    /// The same; BadInput says where it is wrong.
    [[nodiscard]] static Result<LogFilter> parse(const QString &text, const MomentReading &moments = {});
    /// The texts that a filter asks for together: "a" and "not b=1" of "a and not b=1", one where "or" joins
    /// them. Empty where the text is no filter.
    static QStringList partsOf(const QString &text);
    static LogFilter ofText(const LogQuery &query);
    /// A query, or a value behind a name and an operator, as it is written in a filter.
    static QString textOf(const LogQuery &query);
    static QString quoted(const QString &value);
    static LogFilter ofLevel(LogLevel atLeast);
    static LogFilter ofTime(const LogTimeRange &range);
    /// What this and another take.
    LogFilter narrowedBy(const LogFilter &other) const;

    bool isOpen() const { return m_term == nullptr; }
    /// `at` is when a record was written that has no time of its own.
    bool matches(const LogRecord &record, const LogFieldReader &reader, const QDateTime &at = {}) const;
    /// What a line of each record must hold that matches, so that others need not be looked at; nothing where
    /// there is no such text. It holds for records of files only.
    std::optional<LogQuery> needed(const LogFieldReader &reader) const;
    /// No record outside of it matches.
    LogTimeRange range() const;
    /// What to mark in records that match; nothing where it asks for no text.
    std::optional<LogQuery> marked() const;

private:
    explicit LogFilter(std::shared_ptr<const FilterTerm> term);

    std::shared_ptr<const FilterTerm> m_term;
};

} // namespace pilothouse
