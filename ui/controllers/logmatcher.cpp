// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logmatcher.h"

namespace pilothouse {

Result<LogMatcher> LogMatcher::compile(const LogQuery &query)
{
    LogMatcher matcher;
    if (query.text.isEmpty())
        return matcher;
    auto marks = LogSearch::compile(query);
    if (!marks)
        return failure(marks.error());
    auto lines = LinePattern::compile(query);
    if (!lines)
        return failure(lines.error());
    matcher.m_marks = std::move(*marks);
    matcher.m_sought = std::move(*lines);
    return matcher;
}

Result<LogMatcher> LogMatcher::ofFilter(const QString &text, const LogSource &source)
{
    LogMatcher matcher;
    const auto filter = LogFilter::parse(text);
    if (!filter)
        return failure(filter.error());
    if (filter->isOpen())
        return matcher;
    auto records = SoughtRecords::compile(*filter, source);
    if (!records)
        return failure(records.error());
    matcher.m_sought = std::move(*records);
    if (const auto marked = filter->marked())
        matcher.m_marks = LogSearch::compile(*marked).value_or(LogSearch());
    return matcher;
}

QList<LogMatch> LogMatcher::find(const LogRecord &record, const QDateTime &at) const
{
    const SoughtRecords *records = m_sought.records();
    if (!records)
        return m_marks.find(record);
    if (!records->filter.matches(record, records->reader, at))
        return {};
    QList<LogMatch> matches = m_marks.find(record);
    if (matches.isEmpty())
        matches.append(LogMatch{record.number, 0, 0, 0});
    return matches;
}

Result<QList<LogMatch>> LogMatcher::find(const QList<LogRecord> &records,
                                         const OperationContext &context) const
{
    if (!isFilter())
        return m_marks.find(records, context);
    QList<LogMatch> matches;
    QDateTime at;
    for (const LogRecord &record : records) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, LogSearch::tr("The search was stopped."));
        at = record.time.isValid() ? record.time : at;
        matches.append(find(record, at));
        if (matches.size() >= LogSearch::MatchLimit)
            break;
    }
    return matches;
}

} // namespace pilothouse
