// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/streamlogreader.h"

#include "core/logs/workerthread.h"

#include <algorithm>

namespace pilothouse {

namespace {
constexpr std::chrono::milliseconds StreamQuietTime{120};
constexpr std::chrono::milliseconds StreamLookAgain{100};
constexpr size_t PiecesInFlight = 256;
constexpr std::chrono::milliseconds LongestWait{250};
constexpr qsizetype MostWaiting = 1000;

/// By the engine's time; what has the same, or none, in the order in which it came.
bool isBefore(const LogRecord &left, const LogRecord &right)
{
    const bool isTold = left.stamp.isValid() && right.stamp.isValid() && left.stamp != right.stamp;
    return isTold ? left.stamp < right.stamp : left.number < right.number;
}
} // namespace

StreamLogReader::StreamLogReader(LogSource source, LogParser parser, std::shared_ptr<LogStream> stream,
                                 LogReadOptions options)
    : m_source(std::move(source))
    , m_parser(std::move(parser))
    , m_stream(std::move(stream))
    , m_options(std::move(options))
    , m_counter(std::make_shared<quint64>(0))
{
}

Result<> StreamLogReader::run(const LogSink &sink, const OperationContext &context)
{
    Channel<LogPiece> pieces(PiecesInFlight);
    Result<> outcome;
    const WorkerThread engine(QThread::create([this, &pieces, &outcome, &context] {
        outcome = m_stream->run(
            {m_options.initialRecords, m_options.follows, m_options.since, m_options.atLeast},
            [&pieces, &context](const LogPiece &piece) { return pieces.push(piece, context); }, context);
        pieces.close();
    }));
    engine->start();
    assemble(pieces, sink, context);
    engine->wait();
    if (context.isCancelled())
        return {};
    return outcome;
}

void StreamLogReader::assemble(Channel<LogPiece> &pieces, const LogSink &sink,
                               const OperationContext &context)
{
    LogBatch batch(sink);
    while (!context.isCancelled() && !pieces.isDone()) {
        if (m_isOlderWanted.exchange(false))
            sink.onOlder({}, true);
        const std::chrono::milliseconds timeout = batch.isEmpty() ? StreamLookAgain : batch.untilDue();
        if (const std::optional<LogPiece> piece = pieces.pop(timeout))
            takePiece(*piece, batch);
        else if (!m_isOpenShown && std::chrono::steady_clock::now() - m_lastPiece >= StreamQuietTime)
            showOpen(batch);
        batch.handOverIfDue();
    }
    showOpen(batch);
    batch.handOver();
}

void StreamLogReader::takePiece(const LogPiece &piece, LogBatch &batch)
{
    LogAssembler &assembler = assemblerOf(piece);
    assembler.setStandard(piece.level, piece.component);
    assembler.feed(piece.bytes, piece.timestamp);
    const auto now = std::chrono::steady_clock::now();
    if (m_waiting.isEmpty())
        m_waitingSince = now;
    m_waiting.append(assembler.take());
    release(batch);
    if (m_waiting.size() > MostWaiting || now - m_waitingSince > LongestWait)
        showOpen(batch);
    m_lastPiece = std::chrono::steady_clock::now();
    m_isOpenShown = false;
}

void StreamLogReader::showOpen(LogBatch &batch)
{
    for (auto &[stream, assembler] : m_assemblers) {
        if (assembler.hasOpen())
            m_waiting.append(assembler.takeOpen());
    }
    std::stable_sort(m_waiting.begin(), m_waiting.end(), isBefore);
    batch.add(std::exchange(m_waiting, {}));
    m_isOpenShown = true;
}

/// Hands on what no open record of another stream can come before.
void StreamLogReader::release(LogBatch &batch)
{
    const LogRecord *oldest = nullptr;
    for (const auto &[stream, assembler] : m_assemblers) {
        const LogRecord *open = assembler.open();
        if (open && (!oldest || isBefore(*open, *oldest)))
            oldest = open;
    }
    std::stable_sort(m_waiting.begin(), m_waiting.end(), isBefore);
    const auto end =
        oldest ? std::lower_bound(m_waiting.begin(), m_waiting.end(), *oldest, isBefore) : m_waiting.end();
    const qsizetype count = std::distance(m_waiting.begin(), end);
    batch.add(m_waiting.first(count));
    m_waiting.remove(0, count);
}

LogAssembler &StreamLogReader::assemblerOf(const LogPiece &piece)
{
    const auto known = m_assemblers.find(piece.stream);
    if (known != m_assemblers.end())
        return known->second;
    LogAssembler assembler(piece.isPlain ? LogParser() : m_parser, m_source.id, m_counter, piece.stream);
    assembler.setLimits(m_options.limits);
    assembler.expectStamps();
    return m_assemblers.emplace(piece.stream, std::move(assembler)).first->second;
}

} // namespace pilothouse
