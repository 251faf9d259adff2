// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logparser.h"

#include "core/logs/logtext.h"

namespace pilothouse {

namespace {
/// The pattern sees no more of a line: what it names stands at the start, and long lines stay cheap.
constexpr qsizetype HeadLength = 4096;
constexpr qsizetype KnownComponents = 4096;
} // namespace

LogParser::LogParser()
    : m_time(QString(), QString())
{
}

LogParser::LogParser(const ProfileLogFormat &format, QRegularExpression pattern,
                     QRegularExpression continuation)
    : m_hasPattern(true)
    , m_isMessageBelow(format.isMessageBelow)
    , m_pattern(std::move(pattern))
    , m_continuation(std::move(continuation))
    , m_time(format.timeFormat, format.timeZone)
{
    for (auto it = format.levels.begin(); it != format.levels.end(); ++it)
        m_levels.insert(it.key(), logLevelFromName(it.value()));
}

Result<LogParser> LogParser::compile(const ProfileLogFormat &format)
{
    if (format.record.isEmpty())
        return LogParser();
    QRegularExpression pattern(format.record, QRegularExpression::UseUnicodePropertiesOption);
    QRegularExpression continuation(format.continuation, QRegularExpression::UseUnicodePropertiesOption);
    for (QRegularExpression *one : {&pattern, &continuation}) {
        if (!one->isValid())
            return failure(ErrorKind::BadInput,
                           tr("The log format %1 has a pattern that cannot be read.").arg(format.id),
                           one->errorString());
        one->optimize();
    }
    return LogParser(format, std::move(pattern), std::move(continuation));
}

bool LogParser::standsAlone(const QString &head) const
{
    return !m_continuation.pattern().isEmpty() && !m_continuation.match(head).hasMatch();
}

LogLevel LogParser::levelOf(const QString &word) const
{
    const auto known = m_levels.constFind(word);
    return known != m_levels.constEnd() ? *known : logLevelFromName(word.toLower());
}

bool LogParser::begins(QByteArrayView head) const
{
    if (!m_hasPattern)
        return true;
    const QString text = logLineText(head).left(HeadLength);
    return m_pattern.match(text).hasMatch() || standsAlone(text);
}

QTime LogParser::timeOfDay(const QString &line) const
{
    const QRegularExpressionMatch match = m_pattern.match(line.left(HeadLength));
    return match.hasMatch() ? m_time.timeOfDay(match.capturedView(u"time")) : QTime();
}

std::optional<LogRecord> LogParser::parse(const QString &line, const QDateTime &stamp) const
{
    LogRecord record;
    record.firstLine = line;
    const QString head = line.left(HeadLength);
    const QRegularExpressionMatch match = m_hasPattern ? m_pattern.match(head) : QRegularExpressionMatch();
    if (!match.hasMatch()) {
        if (m_hasPattern && !standsAlone(head))
            return {};
        record.message = line;
        record.time = stamp.toUTC();
        return record;
    }
    record.time = m_time.read(match.capturedView(u"time"), stamp, match.capturedView(u"offset"));
    if (!record.time.isValid())
        record.time = stamp.toUTC();
    record.level = levelOf(match.captured(QStringLiteral("level")));
    const QString component = match.captured(QStringLiteral("component"));
    if (m_components.size() > KnownComponents)
        m_components.clear();
    record.component = *m_components.insert(component, m_components.value(component, component));
    const qsizetype begin = match.capturedStart(QStringLiteral("message"));
    const qsizetype end = match.capturedEnd(QStringLiteral("message"));
    record.message = begin < 0 ? line : end == head.size() ? line.mid(begin) : line.mid(begin, end - begin);
    return record;
}

} // namespace pilothouse
