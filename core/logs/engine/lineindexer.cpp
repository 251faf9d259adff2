// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/lineindexer.h"

#include "core/base/oneachcore.h"

#include <atomic>
#include <memory>

namespace pilothouse {

namespace {

constexpr qint64 IndexPiece = 4 << 20;  // what a thread takes at a time
constexpr qint64 IndexRead = 256 << 10; // fits the cache beside the counting
constexpr qint64 ProofBytes = 256;

/// Counts the line ends of many blocks at once.
class BlockCounting
{
public:
    BlockCounting(const LogFile &file, LogEncoding encoding, qint64 begin, qint64 end)
        : m_file(file)
        , m_encoding(encoding)
        , m_begin(begin)
        , m_end(end)
        , m_readable(end)
        , m_ends(static_cast<size_t>((end - begin + LineIndex::BlockSize - 1) / LineIndex::BlockSize))
    {
    }

    void run(const OperationContext &context)
    {
        onEachCore(m_end - m_begin > IndexPiece ? 0 : 1, [this, &context] { countPieces(context); });
    }
    /// Less than the end where the file has become shorter meanwhile.
    qint64 readable() const { return m_readable; }
    std::span<const quint32> ends() const
    {
        const qint64 bytes = std::max<qint64>(0, m_readable - m_begin);
        return {m_ends.data(),
                static_cast<size_t>((bytes + LineIndex::BlockSize - 1) / LineIndex::BlockSize)};
    }

private:
    void countPieces(const OperationContext &context)
    {
        const auto buffer = std::make_unique_for_overwrite<char[]>(IndexRead);
        while (!context.isCancelled()) {
            const qint64 piece = m_begin + m_next.fetch_add(1) * IndexPiece;
            if (piece >= m_readable)
                return;
            const qint64 end = std::min(piece + IndexPiece, m_end);
            for (qint64 at = piece; at < end && !context.isCancelled(); at += IndexRead)
                countBlocks(buffer.get(), at, std::min(IndexRead, end - at));
        }
    }

    void countBlocks(char *buffer, qint64 at, qint64 length)
    {
        const qint64 read = m_file.readInto(buffer, at, length);
        if (read < length)
            endAt(at + read);
        for (qint64 done = 0; done < read; done += LineIndex::BlockSize) {
            const qint64 bytes = std::min(LineIndex::BlockSize, read - done);
            m_ends[static_cast<size_t>((at + done - m_begin) / LineIndex::BlockSize)] =
                static_cast<quint32>(countLineEnds({buffer + done, bytes}, m_encoding));
        }
    }

    void endAt(qint64 offset)
    {
        qint64 known = m_readable;
        while (offset < known && !m_readable.compare_exchange_weak(known, offset)) {
        }
    }

    const LogFile &m_file;
    LogEncoding m_encoding;
    qint64 m_begin;
    qint64 m_end;
    std::atomic<qint64> m_readable;
    std::atomic<qint64> m_next = 0;
    std::vector<quint32> m_ends;
};

} // namespace

LineIndexer::LineIndexer(std::shared_ptr<const LogFile> file, LineIndex known)
    : m_file(std::move(file))
    , m_index(std::move(known))
{
    remember(m_file->read(std::max<qint64>(0, m_index.bytes() - ProofBytes),
                          std::min(m_index.bytes(), ProofBytes)));
}

void LineIndexer::remember(const QByteArray &tail)
{
    m_tail = tail;
    m_head = m_file->read(0, std::min(m_index.bytes(), ProofBytes));
}

bool LineIndexer::isHeldBy(const LogFile &file) const
{
    return file.read(0, m_head.size()) == m_head
           && file.read(m_index.bytes() - m_tail.size(), m_tail.size()) == m_tail;
}

Result<LogChange> LineIndexer::update(const OperationContext &context)
{
    LogChange change = LogChange::None;
    const qint64 size = m_file->size();
    if (size < m_index.bytes() || !isHeldBy(*m_file)) {
        m_index.clear();
        change = LogChange::Replaced;
    }
    if (size > m_index.bytes()) {
        if (m_index.bytes() < 2)
            m_index.setEncoding(encodingOf(*m_file));
        BlockCounting counting(*m_file, m_index.encoding(), m_index.resumeOffset(), size);
        counting.run(context);
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, tr("Reading the log was stopped."));
        if (counting.readable() > m_index.bytes()) {
            m_index.extend(counting.ends(), counting.readable());
            change = change == LogChange::None ? LogChange::Grown : change;
        }
    }
    if (change != LogChange::None)
        remember(m_file->read(std::max<qint64>(0, m_index.bytes() - ProofBytes),
                              std::min(m_index.bytes(), ProofBytes)));
    return change;
}

bool LineIndexer::endsWithLineEnd() const
{
    const qint64 unit = lineEndSize(m_index.encoding());
    return afterLastLineEnd(QByteArrayView(m_tail).last(std::min<qint64>(unit, m_tail.size())),
                            m_index.encoding())
           >= 0;
}

qint64 LineIndexer::lineCount() const
{
    return m_index.lineEnds() + (m_index.bytes() > 0 && !endsWithLineEnd() ? 1 : 0);
}

qint64 LineIndexer::offsetOf(qint64 line) const
{
    if (line <= 0)
        return 0;
    const auto place = m_index.placeOfEnd(line - 1);
    if (!place)
        return m_index.bytes();
    const qint64 begin = place->block * LineIndex::BlockSize;
    const QByteArray block = m_file->read(begin, std::min(LineIndex::BlockSize, m_index.bytes() - begin));
    qsizetype at = 0;
    for (qint64 left = place->skip; left >= 0 && at >= 0; --left)
        at = afterFirstLineEnd(block, at, m_index.encoding());
    return at < 0 ? m_index.bytes() : begin + at;
}

qint64 LineIndexer::lineAt(qint64 offset) const
{
    if (m_index.bytes() == 0)
        return 0;
    offset = std::clamp<qint64>(offset, 0, m_index.bytes() - 1);
    const qint64 block = offset / LineIndex::BlockSize;
    const qint64 begin = block * LineIndex::BlockSize;
    return m_index.endsBefore(block) + countLineEnds(m_file->read(begin, offset - begin), m_index.encoding());
}

} // namespace pilothouse
