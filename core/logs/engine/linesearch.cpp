// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/linesearch.h"

#include "core/base/oneachcore.h"
#include "core/logs/engine/shownblock.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

namespace pilothouse {

namespace {

constexpr qint64 FirstPiece = 512 << 10; // small, so that the first hits are there at once
constexpr qint64 SearchPiece = 4 << 20;
constexpr qint64 LongLineRead = 1 << 20;

/// Hands pieces of a range to threads and their hits, in order, to one receiver.
class PieceQueue
{
public:
    struct Piece
    {
        qint64 number = -1; ///< -1: there is none left
        ByteRange range;
    };

    PieceQueue(ByteRange range, const OnLines &onLines)
        : m_range(range)
        , m_at(range.begin)
        , m_onLines(onLines)
    {
    }

    Piece take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_at >= m_range.end)
            return {};
        const qint64 length = m_taken == 0 ? FirstPiece : SearchPiece;
        const qint64 end = std::min((m_at + length) / 2 * 2, m_range.end);
        return {m_taken++, {std::exchange(m_at, end), end}};
    }
    void give(const Piece &piece, std::vector<qint64> starts)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace(piece.number, Found{piece.range.end, std::move(starts)});
        for (auto first = m_waiting.begin(); first != m_waiting.end() && first->first == m_given;
             first = m_waiting.erase(first), ++m_given) {
            m_hits += static_cast<qint64>(first->second.starts.size());
            if (m_onLines)
                m_onLines(first->second.starts, first->second.end - m_range.begin);
        }
    }
    void finish(qint64 givenUp, bool isCutShort)
    {
        const std::lock_guard lock(m_mutex);
        m_givenUp += givenUp;
        m_isCutShort = m_isCutShort || isCutShort;
    }
    LineSearchResult result() const { return {m_hits, m_range.end - m_range.begin, m_givenUp, m_isCutShort}; }

private:
    struct Found
    {
        qint64 end = 0;
        std::vector<qint64> starts;
    };

    ByteRange m_range;
    qint64 m_at;
    qint64 m_taken = 0;
    qint64 m_given = 0;
    qint64 m_hits = 0;
    qint64 m_givenUp = 0;
    bool m_isCutShort = false;
    const OnLines &m_onLines;
    std::map<qint64, Found> m_waiting;
    std::mutex m_mutex;
};

/// One thread's part of a search.
class PieceSearch
{
public:
    PieceSearch(const LogFile &file, LogEncoding encoding, const LinePattern &pattern,
                const OperationContext &context)
        : m_file(file)
        , m_encoding(encoding)
        , m_matcher(pattern.makeMatcher())
        , m_blocks(file, encoding, context)
        , m_context(context)
    {
    }

    void run(PieceQueue &queue, qint64 fileEnd)
    {
        for (PieceQueue::Piece piece = queue.take(); piece.number >= 0 && !m_context.isCancelled();
             piece = queue.take()) {
            m_blocks.start(piece.range, fileEnd);
            while (!m_context.isCancelled() && m_blocks.next())
                searchBlock();
            if (!m_context.isCancelled())
                queue.give(piece, std::exchange(m_starts, {}));
        }
        queue.finish(m_matcher->givenUp(), m_blocks.isCutShort());
    }

private:
    void searchBlock()
    {
        const ByteRange longLine = m_blocks.longLine();
        if (longLine.end > longLine.begin) {
            if (matchesLong(longLine))
                m_starts.push_back(longLine.begin);
            return;
        }
        m_found.clear();
        const size_t known = m_starts.size();
        const bool isShownOtherwise = ShownBlock::isNeeded(m_blocks.block(), m_encoding);
        if (isShownOtherwise) {
            m_shown.take(m_blocks.block(), m_encoding);
            m_matcher->find(m_shown.text(), m_found, m_context);
            for (const qsizetype start : m_found)
                m_starts.push_back(m_blocks.offset() + m_shown.originOf(start));
        }
        if (m_encoding != LogEncoding::Bytes)
            return;
        m_found.clear();
        m_matcher->find(m_blocks.block(), m_found, m_context);
        for (const qsizetype start : m_found)
            m_starts.push_back(m_blocks.offset() + start);
        if (isShownOtherwise)
            mergeFrom(known);
    }

    /// Lines that were found as they stand and as they are shown, each once.
    void mergeFrom(size_t known)
    {
        const auto begin = m_starts.begin() + static_cast<std::ptrdiff_t>(known);
        std::sort(begin, m_starts.end());
        m_starts.erase(std::unique(begin, m_starts.end()), m_starts.end());
    }

    bool matchesLong(ByteRange line)
    {
        m_matcher->beginLongLine();
        const auto buffer = std::make_unique_for_overwrite<char[]>(LongLineRead);
        for (qint64 at = line.begin; at < line.end && !m_context.isCancelled();) {
            const qint64 read = m_file.readInto(buffer.get(), at, std::min(LongLineRead, line.end - at));
            if (read <= 0)
                break;
            if (!isWide(m_encoding))
                m_matcher->addLongLine({buffer.get(), read});
            else
                m_matcher->addLongLine(utf8Of({buffer.get(), read}, m_encoding));
            at += read;
        }
        return m_matcher->endLongLine();
    }

    const LogFile &m_file;
    LogEncoding m_encoding;
    std::unique_ptr<LineMatcher> m_matcher;
    LineBlocks m_blocks;
    ShownBlock m_shown;
    const OperationContext &m_context;
    std::vector<qsizetype> m_found;
    std::vector<qint64> m_starts;
};

} // namespace

LineSearch::LineSearch(const LogFile &file, LogEncoding encoding, const LinePattern &pattern)
    : m_file(file)
    , m_encoding(encoding)
    , m_pattern(pattern)
{
}

Result<LineSearchResult> LineSearch::run(ByteRange range, const OnLines &onLines,
                                         const OperationContext &context) const
{
    PieceQueue queue(range, onLines);
    const int threads = range.end - range.begin > SearchPiece ? 0 : 1;
    onEachCore(threads, [&] {
        PieceSearch(m_file, m_encoding, m_pattern, context).run(queue, std::max(m_file.size(), range.end));
    });
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, tr("The search was stopped."));
    return queue.result();
}

Result<LineSearchResult> LineSearch::run(const OnLines &onLines, const OperationContext &context) const
{
    return run({0, m_file.size()}, onLines, context);
}

} // namespace pilothouse
