// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logsearch.h"

namespace pilothouse {

LogQuery LogQuery::withWordsSpelledOut() const
{
    const QString inner = isPattern ? text : QRegularExpression::escape(text);
    if (!isWholeWord || text.isEmpty() || !QRegularExpression(inner).isValid())
        return {text, isPattern, isCaseSensitive, false};
    // A text that begins or ends with something else has no edge of a word there.
    const auto edge = [this](QChar at) {
        return isPattern || at.isLetterOrNumber() || at == u'_' ? QStringLiteral("\\b") : QString();
    };
    return {edge(text.front()) + QStringLiteral("(?:%1)").arg(inner) + edge(text.back()), true,
            isCaseSensitive, false};
}

QRegularExpression LogQuery::expression() const
{
    const LogQuery query = withWordsSpelledOut();
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!isCaseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(query.isPattern ? query.text : QRegularExpression::escape(query.text), options);
}

LogQuery eitherOf(const QList<LogQuery> &queries)
{
    if (queries.size() == 1)
        return queries.first();
    QStringList parts;
    for (const LogQuery &query : queries) {
        const LogQuery one = query.withWordsSpelledOut();
        const QString pattern = one.isPattern ? one.text : QRegularExpression::escape(one.text);
        parts.append((one.isCaseSensitive ? u"(?:" : u"(?i:") + pattern + u')');
    }
    return {parts.join(u'|'), true, true};
}

Result<LogSearch> LogSearch::compile(const LogQuery &query)
{
    LogSearch search;
    if (query.text.isEmpty())
        return search;
    search.m_pattern = query.expression();
    if (!search.m_pattern.isValid())
        return failure(ErrorKind::BadInput, tr("This is not a regular expression: %1, at character %2.")
                                                .arg(search.m_pattern.errorString())
                                                .arg(search.m_pattern.patternErrorOffset() + 1));
    search.m_pattern.optimize();
    return search;
}

void LogSearch::findIn(const QString &text, LogMatch place, QList<LogMatch> &matches) const
{
    QRegularExpressionMatchIterator found = m_pattern.globalMatch(text);
    while (found.hasNext() && matches.size() < MatchLimit) {
        const QRegularExpressionMatch match = found.next();
        if (match.capturedLength() == 0)
            continue;
        place.start = static_cast<int>(match.capturedStart());
        place.length = static_cast<int>(match.capturedLength());
        matches.append(place);
    }
}

bool LogSearch::matches(const LogRecord &record) const
{
    const auto has = [this](const QString &text) { return m_pattern.match(text).hasMatch(); };
    return !isEmpty()
           && (has(record.component) || has(record.message)
               || std::any_of(record.continuation.begin(), record.continuation.end(), has));
}

QList<LogMatch> LogSearch::find(const LogRecord &record) const
{
    QList<LogMatch> matches;
    if (isEmpty())
        return matches;
    findIn(record.component, {record.number, -1, 0, 0}, matches);
    findIn(record.message, {record.number, 0, 0, 0}, matches);
    for (int line = 0; line < record.continuation.size(); ++line)
        findIn(record.continuation.at(line), {record.number, line + 1, 0, 0}, matches);
    return matches;
}

Result<QList<LogMatch>> LogSearch::find(const QList<LogRecord> &records,
                                        const OperationContext &context) const
{
    QList<LogMatch> matches;
    for (const LogRecord &record : records) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, tr("The search was stopped."));
        matches.append(find(record));
        if (matches.size() >= MatchLimit)
            break;
    }
    if (matches.size() > MatchLimit)
        matches.resize(MatchLimit);
    return matches;
}

} // namespace pilothouse
