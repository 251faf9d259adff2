// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/recordscan.h"

#include "core/logs/history/logdays.h"

namespace pilothouse {

namespace {

/// The stream's name, the time and what else stands behind the text of an engine's line.
constexpr qint64 RestOfEngineLine = 512;

/// The stream of the line that ends at `end`, where its text goes on in a next one; empty: it does not.
QByteArray openStreamBefore(const LogFile &file, qint64 end)
{
    const qint64 begin = std::max<qint64>(0, end - RestOfEngineLine);
    const QByteArray bytes = file.read(begin, end - begin);
    const qsizetype line = bytes.lastIndexOf('\n', bytes.size() - 2) + 1;
    constexpr QByteArrayView Key(R"(","stream":")");
    const qsizetype at = QByteArrayView(bytes).indexOf(Key, line);
    if (at < 0 || bytes.first(at).endsWith("\\n") || end < EngineLine::PieceBytes
        || file.read(end - EngineLine::PieceBytes, EngineLine::PieceBytes - 1).contains('\n'))
        return {};
    const QByteArrayView stream = QByteArrayView(bytes).sliced(at + Key.size());
    return stream.first(std::max<qsizetype>(0, stream.indexOf('"'))).toByteArray();
}

QByteArrayView withoutLineEnd(QByteArrayView line, LogEncoding encoding)
{
    const qint64 unit = lineEndSize(encoding);
    if (line.size() >= unit && afterLastLineEnd(line.last(unit), encoding) >= 0)
        line.chop(unit);
    return line;
}

/// Where the line after those of a block begins.
qint64 endOf(const LineBlocks &blocks, LogEncoding encoding)
{
    const ByteRange longLine = blocks.longLine();
    return longLine.end > longLine.begin ? longLine.end + lineEndSize(encoding)
                                         : blocks.offset() + blocks.block().size();
}

} // namespace

RecordScan::RecordScan(const LogPart &part, const LogParser &parser, QString source, RecordLimits limits)
    : m_part(part)
    , m_parser(parser)
    , m_source(std::move(source))
    , m_open(limits)
{
}

qint64 RecordScan::run(ByteRange range, bool isBeginning, const Take &take, const OperationContext &context)
{
    m_end = range.end;
    m_next = m_part.bytes;
    m_isBeginning = isBeginning;
    m_isFirstLine = true;
    m_beganWithinLine = false;
    m_piece.reset();
    m_passedStream.clear();
    m_open.take();
    LineBlocks blocks(*m_part.file, m_part.encoding, context);
    blocks.start(range, m_part.bytes);
    qint64 after = range.begin;
    for (bool isBeyond = false;; isBeyond = true) {
        while (blocks.next()) {
            after = endOf(blocks, m_part.encoding);
            if (!addBlock(blocks, take))
                return m_next;
        }
        if (isBeyond || !(m_open.isOpen() || m_piece) || after >= m_part.bytes)
            break;
        blocks.start({after, m_part.bytes}, m_part.bytes); // the last record may go on beyond the range
    }
    if (!context.isCancelled() && closePiece(take))
        give(take);
    return m_next;
}

bool RecordScan::addBlock(const LineBlocks &blocks, const Take &take)
{
    if (const ByteRange longLine = blocks.longLine(); longLine.end > longLine.begin) {
        const qint64 length = longLine.end - longLine.begin;
        const QByteArray head =
            m_part.file->read(longLine.begin, std::min<qint64>(length, 2 * m_open.limits().lineBytes));
        return addBytes(longLine.begin, head, length, take);
    }
    const QByteArrayView block = blocks.block();
    for (qsizetype at = 0; at < block.size();) {
        const qsizetype after = afterFirstLineEnd(block, at, m_part.encoding);
        const qsizetype end = after < 0 ? block.size() : after;
        const QByteArrayView line = withoutLineEnd(block.sliced(at, end - at), m_part.encoding);
        if (!addBytes(blocks.offset() + at, line, line.size(), take))
            return false;
        at = end;
    }
    return true;
}

/// `length`: of the whole line, of which `bytes` may only be the beginning.
bool RecordScan::addBytes(qint64 offset, QByteArrayView bytes, qint64 length, const Take &take)
{
    if (m_part.encoding == LogEncoding::EngineJson)
        return addEngineLine(offset, bytes, take);
    const qsizetype limit = m_open.limits().lineBytes;
    const QByteArrayView head = bytes.first(std::min(bytes.size(), limit));
    const QByteArray narrow = isWide(m_part.encoding) ? utf8Of(head, m_part.encoding) : QByteArray();
    const QByteArrayView kept = isWide(m_part.encoding) ? QByteArrayView(narrow) : head;
    Line line{offset, OpenRecord::textOf(kept, length > limit ? length : kept.size())};
    line.isCut = length > limit;
    return addLine(line, take);
}

bool RecordScan::addEngineLine(qint64 offset, QByteArrayView bytes, const Take &take)
{
    if (std::exchange(m_isFirstLine, false) && !m_isBeginning && offset > 0) {
        m_passedStream = openStreamBefore(*m_part.file, offset);
        m_beganWithinLine = !m_passedStream.isEmpty();
    }
    const auto line = EngineLine::read(bytes);
    if (!line) { // not the engine's: shown as it is
        const QByteArrayView head = bytes.first(std::min(bytes.size(), m_open.limits().lineBytes));
        Line other{offset, OpenRecord::textOf(head, bytes.size())};
        other.isCut = head.size() < bytes.size();
        return closePiece(take) && addLine(other, take);
    }
    if (isRestOfOther(*line))
        return true;
    if (m_piece && m_piece->line.stream != line->stream && !closePiece(take))
        return false;
    if (!m_piece) {
        m_piece = Piece{offset, 0, *line};
        m_piece->line.text.clear();
    }
    m_piece->length += line->text.size();
    const qsizetype room = m_open.limits().lineBytes - m_piece->line.text.size();
    m_piece->line.text += line->text.first(std::min(line->text.size(), std::max<qsizetype>(0, room)));
    return line->isWhole ? closePiece(take) : true;
}

bool RecordScan::isRestOfOther(const EngineLine &line)
{
    if (m_passedStream.isEmpty() || line.stream != m_passedStream)
        return false;
    if (line.isWhole)
        m_passedStream.clear();
    return true;
}

bool RecordScan::closePiece(const Take &take)
{
    const std::optional<Piece> piece = std::exchange(m_piece, std::nullopt);
    if (!piece)
        return true;
    const EngineLine &line = piece->line;
    if (line.stream != m_streamBytes) {
        m_streamBytes = line.stream;
        m_stream = OpenRecord::textOf(line.stream, line.stream.size());
    }
    return addLine({piece->offset, OpenRecord::textOf(line.text, piece->length), engineTime(line.time),
                    m_stream, line.level, OpenRecord::textOf(line.component, line.component.size()),
                    line.isPlain, piece->length > line.text.size()},
                   take);
}

bool RecordScan::addLine(const Line &line, const Take &take)
{
    std::optional<LogRecord> begun =
        line.isPlain ? m_plain.parse(line.text, line.stamp) : m_parser.parse(line.text, line.stamp);
    const bool isFirst = std::exchange(m_isBeginning, false);
    const bool goesOn = m_open.isOpen() && m_open.record().stream == line.stream;
    if (!begun && goesOn && m_open.add(line.text, m_parser)) {
        if (line.isCut)
            m_open.noteCut();
        return true;
    }
    if (!begun && !m_open.isOpen() && !isFirst)
        return true; // the rest of a record that begins before the range
    if (!begun) {
        begun = OpenRecord::ofLine(line.text);
        begun->time = line.stamp;
    }
    if (!give(take) || line.offset >= m_end) {
        m_next = line.offset;
        return false;
    }
    if (m_part.days && !line.stamp.isValid()) {
        const QTime time = m_parser.timeOfDay(line.text);
        begun->time = time.isValid() ? QDateTime(m_part.days->at(line.offset), time, Qt::UTC) : QDateTime();
    }
    begin(line, std::move(*begun));
    return true;
}

void RecordScan::begin(const Line &line, LogRecord record)
{
    record.number = m_part.begin() + static_cast<quint64>(line.offset);
    record.source = m_source;
    record.stream = line.stream;
    record.stamp = line.stamp;
    if (record.level == LogLevel::Unknown)
        record.level = line.level;
    if (record.component.isEmpty())
        record.component = line.component;
    m_open.begin(std::move(record));
    if (line.isCut)
        m_open.noteCut();
}

bool RecordScan::give(const Take &take)
{
    auto closed = m_open.take();
    return !closed || take(std::move(*closed));
}

} // namespace pilothouse
