// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/loghistory.h"

#include "core/logs/backwardlines.h"
#include "core/logs/logassembler.h"
#include "core/logs/packedlog.h"

namespace pilothouse {

namespace {

constexpr qint64 BlockSize = 1 << 20;
/// A page ends early where its records are huge, so that it stays small in memory.
constexpr qint64 PageBytes = 8 << 20;
/// So many lines without a record's beginning are cut anyway.
constexpr int LinesWithoutBeginning = 20000;

struct Page
{
    qint64 begin = 0;
    int records = 0;
};

/// Where the last `count` records before `end` begin.
Page pageBefore(const LogFile &file, const LogParser &parser, qint64 end, int count,
                const OperationContext &context)
{
    Page page{end, 0};
    BackwardLines lines(file, end);
    int lineCount = 0;
    for (qint64 at = lines.previous(); at >= 0 && !context.isCancelled(); at = lines.previous()) {
        const bool isBeginning =
            at == 0 || ++lineCount >= LinesWithoutBeginning || parser.begins(lines.head());
        if (!isBeginning)
            continue;
        page = {at, page.records + 1};
        lineCount = 0;
        if (page.records >= count || end - at > PageBytes)
            break;
    }
    return page;
}

QList<LogRecord> assembled(const LogFile &file, qint64 begin, qint64 end, LogAssembler assembler)
{
    for (qint64 at = begin; at < end;) {
        const QByteArray block = file.read(at, std::min(BlockSize, end - at));
        if (block.isEmpty())
            break;
        assembler.feed(block);
        at += block.size();
    }
    assembler.endOfFile();
    return assembler.take();
}

} // namespace

LogHistory::LogHistory(LogSource source, LogParser parser)
    : m_source(std::move(source))
    , m_parser(std::move(parser))
{
}

Result<> LogHistory::open()
{
    // The file being written is opened first: rotation only moves files up, so none can slip through.
    const int last = m_source.rotated.isEmpty() ? 0 : m_source.keep + 1;
    QList<FileIdentity> seen;
    for (int n = 0; n <= last; ++n) {
        Result<std::shared_ptr<LogFile>> file = LogFile::open(m_source.pathOf(n));
        if (!file && file.error().kind == ErrorKind::NotFound) {
            if (const QString packed = PackedLog::beside(m_source.pathOf(n)); n > 0 && !packed.isEmpty())
                m_segments.push_front({{}, 0, packed});
            continue;
        }
        if (!file && n == 0)
            return tl::unexpected(withSubject(file.error(), m_source.title));
        if (!file || seen.contains((*file)->identity()))
            continue;
        seen.append((*file)->identity());
        if (n == 0)
            m_current = *file;
        else if (!m_newestRotation)
            m_newestRotation = *file;
        m_segments.push_front({*file, (*file)->size()});
    }
    if (m_current) {
        Segment &current = m_segments.back();
        current.end = pageBefore(*m_current, m_parser, current.end, 1, OperationContext()).begin;
        m_followOffset = current.end;
    }
    return {};
}

void LogHistory::replaceCurrent(const std::shared_ptr<LogFile> &copy)
{
    for (Segment &segment : m_segments) {
        if (segment.file == m_current && copy)
            segment.file = copy;
        else if (segment.file == m_current)
            segment.end = 0;
    }
    m_current.reset();
}

QList<LogRecord> LogHistory::recordsBefore(Segment &segment, int count, const OperationContext &context)
{
    const Page page = pageBefore(*segment.file, m_parser, segment.end, count, context);
    QList<LogRecord> records = assembled(*segment.file, page.begin, segment.end,
                                         LogAssembler(m_parser, m_source.id, std::make_shared<quint64>(0)));
    segment.end = page.begin;
    return records;
}

void LogHistory::unpack(Segment &segment, const OperationContext &context)
{
    const auto file = PackedLog::open(segment.packed, context);
    if (!file)
        return; // passed over, as a rotation that may not be read
    segment.file = *file;
    segment.end = (*file)->size();
}

QList<LogRecord> LogHistory::older(int count, const OperationContext &context)
{
    QList<LogRecord> records;
    while (records.size() < count && !m_segments.empty() && !context.isCancelled()) {
        Segment &segment = m_segments.back();
        if (!segment.file)
            unpack(segment, context);
        if (segment.end > 0)
            records = recordsBefore(segment, count - static_cast<int>(records.size()), context) + records;
        if (segment.end > 0)
            break; // enough records, or a page that is large already
        m_segments.pop_back();
    }
    m_lowest -= static_cast<quint64>(records.size());
    for (qsizetype i = 0; i < records.size(); ++i)
        records[i].number = m_lowest + static_cast<quint64>(i);
    return records;
}

} // namespace pilothouse
