// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filter/logfilter.h"

#include "core/logs/filter/filterparser.h"
#include "core/logs/filter/filterterm.h"

#include <algorithm>

namespace pilothouse {

LogFilter::LogFilter(std::shared_ptr<const FilterTerm> term)
    : m_term(std::move(term))
{
}

tl::expected<LogFilter, LogFilterProblem> LogFilter::read(const QString &text, const MomentReading &moments)
{
    return FilterParser(text, moments).read().map([](const FilterTermPointer &term) {
        return LogFilter(term);
    });
}

Result<LogFilter> LogFilter::parse(const QString &text, const MomentReading &moments)
{
    const auto filter = read(text, moments);
    if (filter)
        return *filter;
    return failure(Error{ErrorKind::BadInput,
                         {},
                         tr("The filter cannot be read at character %1: %2")
                             .arg(QString::number(filter.error().position + 1), filter.error().text),
                         {},
                         {}});
}

QStringList LogFilter::partsOf(const QString &text)
{
    return read(text) ? FilterParser(text, {}).readParts().value_or(QStringList()) : QStringList();
}

LogFilter LogFilter::ofText(const LogQuery &query)
{
    return query.text.isEmpty() ? LogFilter() : LogFilter(textTerm(query));
}

QString LogFilter::quoted(const QString &value)
{
    return u'"' + QString(value).replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""))
           + u'"';
}

QString LogFilter::textOf(const LogQuery &query)
{
    if (query.text.isEmpty())
        return {};
    QString flags = query.isWholeWord ? QStringLiteral("w") : QString();
    if (!query.isPattern)
        return quoted(query.text) + (query.isCaseSensitive ? QStringLiteral("c") : QString()) + flags;
    static const QRegularExpression Slash(QStringLiteral(R"re((\\.)|/)re"));
    QString pattern;
    qsizetype from = 0;
    for (auto match = Slash.globalMatch(query.text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        pattern += QStringView(query.text).mid(from, one.capturedStart() - from);
        pattern += one.captured(1).isEmpty() ? QStringLiteral("\\/") : one.captured(1);
        from = one.capturedEnd();
    }
    return u'/' + pattern + query.text.mid(from) + u'/'
           + (query.isCaseSensitive ? QString() : QStringLiteral("i")) + flags;
}

LogFilter LogFilter::ofLevel(LogLevel atLeast)
{
    return atLeast == LogLevel::Unknown ? LogFilter()
                                        : LogFilter(levelTerm(FilterOperator::GreaterEqual, atLeast));
}

LogFilter LogFilter::ofTime(const LogTimeRange &range)
{
    return range.isOpen() ? LogFilter() : LogFilter(timeTerm(range));
}

LogFilter LogFilter::narrowedBy(const LogFilter &other) const
{
    if (isOpen() || other.isOpen())
        return isOpen() ? other : *this;
    return LogFilter(allOf({m_term, other.m_term}));
}

bool LogFilter::matches(const LogRecord &record, const LogFieldReader &reader, const QDateTime &at) const
{
    return !m_term || m_term->matches(FilterSubject(record, reader, at));
}

std::optional<LogQuery> LogFilter::needed(const LogFieldReader &reader) const
{
    const NeededTexts texts = m_term ? m_term->needed(reader) : NeededTexts();
    return texts.isEmpty() ? std::nullopt : std::optional(eitherOf(texts));
}

LogTimeRange LogFilter::range() const
{
    return m_term ? m_term->range() : LogTimeRange();
}

std::optional<LogQuery> LogFilter::marked() const
{
    QList<LogQuery> queries;
    if (m_term)
        m_term->addMarked(queries);
    return queries.isEmpty() ? std::nullopt : std::optional(eitherOf(queries));
}

} // namespace pilothouse
