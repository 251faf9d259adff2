// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/oneachcore.h"
#include "core/logs/history/recordscan.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace pilothouse {

/// Makes records of a stretch on all cores, a piece of it each, and hands on what was made of them in order:
/// the same records as RecordScan makes on one core, for a piece that began otherwise than the one before it
/// ended is read again. A Batch is what is made of one piece.
template <typename Batch>
class ParallelRecords
{
public:
    struct Work
    {
        std::function<Batch()> begin = [] { return Batch(); };
        /// In several threads, never twice at once for a batch.
        std::function<void(Batch &, LogRecord &&)> add;
        /// In order, in any thread, never twice at once. False: no more is wanted.
        std::function<bool(Batch &&)> give;
    };

    /// `threads` 0: one for each core.
    ParallelRecords(const LogPart &part, const LogParser &parser, QString source, int threads = 0,
                    qint64 pieceBytes = UsualPiece)
        : m_part(part)
        , m_parser(parser)
        , m_source(std::move(source))
        , m_threads(threads)
        , m_pieceBytes(pieceBytes)
    {
    }

    void setLimits(const RecordLimits &limits) { m_limits = limits; }

    /// As RecordScan::run(); what was handed on is cut short where the work is cancelled.
    qint64 run(ByteRange range, bool isBeginning, const Work &work, const OperationContext &context)
    {
        m_range = range;
        m_at = range.begin;
        m_next = range.begin;
        m_isBeginning = isBeginning;
        const int threads = range.end - range.begin <= m_pieceBytes ? 1
                            : m_threads > 0
                                ? m_threads
                                : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        m_mostAhead = 2 * threads;
        onEachCore(threads, [&] { readPieces(work, context); });
        return m_next;
    }

private:
    static constexpr qint64 UsualPiece = 1 << 20;

    struct Piece
    {
        qint64 number = -1; ///< -1: there is none left
        ByteRange range;
    };
    struct Read
    {
        ByteRange range;
        Batch batch;
        qint64 first = -1; ///< where the first record begins; -1: none does
        qint64 next = 0;
        bool isSure = true;
    };

    Piece take(const OperationContext &context)
    {
        std::unique_lock lock(m_mutex);
        while (m_taken - m_given > m_mostAhead && !m_isEnough && !context.isCancelled())
            m_changed.wait_for(lock, std::chrono::milliseconds(50));
        if (m_at >= m_range.end || m_isEnough)
            return {};
        const qint64 end = std::min((m_at + m_pieceBytes) / 2 * 2, m_range.end);
        return {m_taken++, {std::exchange(m_at, end), end}};
    }

    void readPieces(const Work &work, const OperationContext &context)
    {
        const LogParser parser = m_parser;
        for (Piece piece = take(context); piece.number >= 0 && !context.isCancelled();
             piece = take(context)) {
            const bool isFirst = piece.number == 0;
            Read read = readPiece(parser, piece.range, isFirst && m_isBeginning, work, context);
            if (!context.isCancelled())
                give(piece.number, std::move(read), parser, work, context);
        }
    }

    Read readPiece(const LogParser &parser, ByteRange range, bool isBeginning, const Work &work,
                   const OperationContext &context) const
    {
        Read read{range, work.begin(), -1, 0, true};
        RecordScan scan(m_part, parser, m_source, m_limits);
        read.next = scan.run(
            range, isBeginning,
            [&](LogRecord &&record) {
                if (read.first < 0)
                    read.first = LogExtent::offsetOf(record.number);
                work.add(read.batch, std::move(record));
                return true;
            },
            context);
        read.isSure = !scan.beganWithinLine();
        return read;
    }

    void give(qint64 number, Read read, const LogParser &parser, const Work &work,
              const OperationContext &context)
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.emplace(number, std::move(read));
        for (auto first = m_waiting.begin();
             first != m_waiting.end() && first->first == m_given && !m_isEnough && !context.isCancelled();
             first = m_waiting.erase(first), ++m_given) {
            Read &one = first->second;
            if (m_hasBegun && m_next >= one.range.end)
                continue; // a record from before reaches beyond it
            if (m_hasBegun && !(one.isSure && one.first == m_next))
                one = readPiece(parser, {m_next, one.range.end}, true, work, context);
            if (context.isCancelled())
                return;
            m_hasBegun = m_hasBegun || one.first >= 0;
            m_next = one.first < 0 ? one.range.end : one.next;
            m_isEnough = !work.give(std::move(one.batch));
        }
        m_changed.notify_all();
    }

    const LogPart &m_part;
    const LogParser &m_parser;
    QString m_source;
    RecordLimits m_limits;
    int m_threads;
    qint64 m_pieceBytes;
    qint64 m_mostAhead = 1; ///< pieces that may be read or wait while one before them is
    ByteRange m_range;
    bool m_isBeginning = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    qint64 m_at = 0; ///< all below under the mutex
    qint64 m_taken = 0;
    qint64 m_given = 0;
    qint64 m_next = 0; ///< where the next record begins after what was given
    bool m_hasBegun = false;
    bool m_isEnough = false;
    std::map<qint64, Read> m_waiting;
};

} // namespace pilothouse
