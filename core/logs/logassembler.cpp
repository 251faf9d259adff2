// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logassembler.h"

#include "core/logs/engineline.h"

namespace pilothouse {

namespace {
constexpr qsizetype MinimumStamp = 20;
constexpr qsizetype MaximumStamp = 35;
} // namespace

LogAssembler::LogAssembler(LogParser parser, QString source, std::shared_ptr<quint64> counter, QString stream)
    : m_parser(std::move(parser))
    , m_source(std::move(source))
    , m_stream(std::move(stream))
    , m_counter(std::move(counter))
{
}

void LogAssembler::feed(QByteArrayView bytes, const QDateTime &stamp)
{
    while (!bytes.isEmpty()) {
        if (m_lineLength == 0)
            m_stamp = stamp;
        const qsizetype end = bytes.indexOf('\n');
        append(end < 0 ? bytes : bytes.first(end));
        if (end < 0)
            return;
        endLine();
        bytes = bytes.sliced(end + 1);
    }
}

void LogAssembler::append(QByteArrayView part)
{
    const qsizetype room = std::max<qsizetype>(0, m_open.limits().lineBytes - m_line.size());
    const QByteArrayView kept = part.first(std::min(room, part.size()));
    m_line.append(kept.data(), kept.size());
    m_lineLength += part.size();
}

void LogAssembler::takeStamp()
{
    const qsizetype end = m_line.indexOf(' ');
    if (end < MinimumStamp || end > MaximumStamp || m_line.at(end - 1) != 'Z')
        return;
    const QDateTime stamp = engineTime(QByteArrayView(m_line).first(end));
    if (!stamp.isValid())
        return;
    m_stamp = stamp;
    m_line.remove(0, end + 1);
    m_lineLength -= end + 1;
}

void LogAssembler::endLine()
{
    if (m_expectsStamps && !m_stamp.isValid())
        takeStamp();
    const QString text = OpenRecord::textOf(m_line, m_lineLength);
    const bool isCut = m_lineLength > m_line.size();
    m_line.resize(0);
    m_lineLength = 0;
    addLine(text, isCut);
}

void LogAssembler::addLine(const QString &text, bool isCut)
{
    std::optional<LogRecord> begun = m_parser.parse(text, m_stamp);
    if (!begun && m_open.add(text, m_parser)) {
        if (isCut)
            m_open.noteCut();
        m_isOpenNew = true;
        m_reserved.reset();
        return;
    }
    if (!begun) {
        begun = OpenRecord::ofLine(text);
        begun->time = m_stamp.toUTC();
    }
    closeOpen();
    begun->number = nextNumber();
    begun->source = m_source;
    begun->stream = m_stream;
    begun->stamp = m_stamp;
    if (begun->level == LogLevel::Unknown)
        begun->level = m_level;
    if (begun->component.isEmpty())
        begun->component = m_component;
    m_open.begin(std::move(*begun));
    if (isCut)
        m_open.noteCut();
    m_isOpenNew = true;
}

quint64 LogAssembler::nextNumber()
{
    const quint64 number = m_reserved ? *m_reserved : ++*m_counter;
    m_reserved.reset();
    return number;
}

void LogAssembler::closeOpen()
{
    if (auto closed = m_open.take(); closed && m_isOpenNew)
        m_done.append(std::move(*closed));
    m_isOpenNew = false;
}

void LogAssembler::endOfFile()
{
    if (m_lineLength > 0)
        endLine();
    closeOpen();
}

QList<LogRecord> LogAssembler::take()
{
    return std::exchange(m_done, {});
}

QList<LogRecord> LogAssembler::takeOpen()
{
    const bool hasPartOfLine = m_lineLength > 0;
    if (hasPartOfLine && !m_reserved)
        m_reserved = ++*m_counter;
    LogAssembler copy(*this);
    copy.endOfFile();
    m_isOpenNew = hasPartOfLine && m_open.isOpen();
    return copy.take();
}

} // namespace pilothouse
