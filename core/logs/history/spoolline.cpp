// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/spoolline.h"

#include <algorithm>

namespace pilothouse {

namespace {

/// A longer line is kept in several.
constexpr qsizetype SpoolLineLimit = 64 << 10;
/// So much waits at most for a record that is open.
constexpr qsizetype MostBytesWaiting = 1 << 20;
constexpr qsizetype HeadOfRecord = 4096;
constexpr qsizetype LongestStamp = 36;

} // namespace

bool SpoolLine::isSameAs(const SpoolLine &other) const
{
    if (!cursor.isEmpty() || !other.cursor.isEmpty())
        return cursor == other.cursor;
    return line.time == other.line.time && line.stream == other.line.stream && line.text == other.line.text;
}

bool SpoolLine::isAfter(const SpoolLine &other) const
{
    return cursor.isEmpty() && line.time > other.line.time;
}

void SpoolCutter::takeStamp(SpoolLine &line, const LogPiece &piece)
{
    if (piece.timestamp.isValid()) {
        line.line.time = piece.timestamp.toUTC().toString(Qt::ISODateWithMs).toLatin1();
        return;
    }
    const qsizetype end =
        QByteArrayView(line.line.text).first(std::min(line.line.text.size(), LongestStamp)).indexOf(' ');
    if (end < 0 || !engineTime(QByteArrayView(line.line.text).first(end)).isValid())
        return;
    line.line.time = line.line.text.first(end);
    line.line.text.remove(0, end + 1);
}

SpoolLine SpoolCutter::handOn(Open &open, bool isWhole)
{
    SpoolLine line = open.line;
    line.line.isWhole = isWhole;
    open.line.line.text.clear();
    open.line.isBegun = isWhole;
    open.isEmpty = isWhole;
    return line;
}

QList<SpoolLine> SpoolCutter::cut(const LogPiece &piece)
{
    Open &open = m_open[piece.stream];
    const QByteArray stream = piece.stream.toUtf8();
    const QByteArray component = piece.component.toUtf8();
    QList<SpoolLine> lines;
    for (QByteArrayView bytes = piece.bytes; !bytes.isEmpty();) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        open.line.line.text += part;
        open.isEmpty = false;
        open.line.line.stream = stream;
        open.line.line.level = piece.level;
        open.line.line.component = component;
        open.line.line.isPlain = piece.isPlain;
        open.line.cursor = piece.cursor;
        const bool isLong = open.line.line.text.size() >= SpoolLineLimit;
        if (open.line.isBegun && (end >= 0 || isLong))
            takeStamp(open.line, piece);
        if (end >= 0 || isLong)
            lines.append(handOn(open, end >= 0));
        bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    }
    return lines;
}

QList<SpoolLine> SpoolCutter::rest()
{
    QList<SpoolLine> lines;
    for (auto &[stream, open] : m_open) {
        if (open.isEmpty)
            continue;
        if (open.line.isBegun)
            takeStamp(open.line, {});
        lines.append(handOn(open, true));
    }
    return lines;
}

SpoolOrder::SpoolOrder(LogParser parser)
    : m_parser(std::move(parser))
{
}

bool SpoolOrder::begins(const SpoolLine &line) const
{
    const QByteArray &text = line.line.text;
    return line.isBegun
           && (line.line.isPlain || m_parser.begins(text.first(std::min(text.size(), HeadOfRecord))));
}

SpoolOrder::Record *SpoolOrder::openRecordOf(const QByteArray &stream)
{
    const auto found = std::find_if(m_waiting.rbegin(), m_waiting.rend(), [&stream](const Record &record) {
        return !record.isClosed && record.stream == stream;
    });
    return found == m_waiting.rend() ? nullptr : &*found;
}

void SpoolOrder::add(const SpoolLine &line)
{
    if (!m_onlyStream)
        m_onlyStream = line.line.stream;
    m_hasSeveral = m_hasSeveral || line.line.stream != *m_onlyStream;
    const QByteArray bytes = line.line.toBytes();
    m_bytes += bytes.size();
    Record *open = openRecordOf(line.line.stream);
    if (open && (!m_hasSeveral || !begins(line))) { // of the only stream all stays together anyway
        open->lines += bytes;
        return;
    }
    if (open)
        open->isClosed = true;
    m_waiting.push_back({line.line.stream, bytes, false});
}

QByteArray SpoolOrder::take()
{
    if (m_bytes > MostBytesWaiting)
        return takeAll();
    if (!m_hasSeveral) // nothing can come between the lines of a record
        return takeAll();
    QByteArray lines;
    while (!m_waiting.empty() && m_waiting.front().isClosed) {
        lines += m_waiting.front().lines;
        m_waiting.pop_front();
    }
    m_bytes -= lines.size();
    return lines;
}

QByteArray SpoolOrder::takeAll()
{
    QByteArray lines;
    for (const Record &record : m_waiting)
        lines += record.lines;
    m_waiting.clear();
    m_bytes = 0;
    return lines;
}

} // namespace pilothouse
