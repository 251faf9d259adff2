// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logspool.h"

namespace pilothouse {

namespace {

/// Records that the end of a log is shown with.
constexpr int LinesAtOnce = 2000;
constexpr size_t SpoolPiecesInFlight = 64; // of at most 64 KiB each
/// A record that nothing was added to for so long is written as it stands.
constexpr std::chrono::milliseconds SpoolQuiet{30};

LogStreamQuery liveQuery()
{
    LogStreamQuery query;
    query.lines = LinesAtOnce;
    query.follows = true;
    return query;
}

} // namespace

SpoolPart::SpoolPart(std::shared_ptr<LogStream> stream, const LogParser &parser, LogStreamQuery query,
                     std::optional<SpoolLine> end, std::function<void()> onChange)
    : m_stream(std::move(stream))
    , m_query(std::move(query))
    , m_end(std::move(end))
    , m_onChange(std::move(onChange))
    , m_order(parser)
{
}

SpoolPart::~SpoolPart()
{
    m_context.cancel();
}

Result<> SpoolPart::start()
{
    auto log = UnnamedLog::create();
    if (!log)
        return tl::unexpected(log.error());
    m_log = std::move(*log);
    m_thread.reset(QThread::create([this] {
        write();
        m_isDone = true;
        m_onChange();
    }));
    m_thread->setObjectName(QStringLiteral("log spool"));
    m_thread->start();
    return {};
}

std::optional<SpoolLine> SpoolPart::first() const
{
    const QMutexLocker locker(&m_mutex);
    return m_first;
}

/// In the thread.
void SpoolPart::write()
{
    const OperationContext reading; // ends the stream where the rest is not wanted
    Channel<LogPiece> pieces(SpoolPiecesInFlight);
    Result<> read;
    const WorkerThread engine(QThread::create([this, &pieces, &read, &reading] {
        read = m_stream->run(
            m_query, [&](const LogPiece &piece) { return pieces.push(piece, reading); }, reading);
        pieces.close();
    }));
    engine->start();
    SpoolCutter cutter;
    bool wantsMore = true;
    while (wantsMore && !m_context.isCancelled() && !pieces.isDone()) {
        if (const std::optional<LogPiece> piece = pieces.pop(SpoolQuiet))
            wantsMore = takeLines(cutter.cut(*piece)) && append(m_order.take());
        else
            wantsMore = append(m_order.takeAll());
    }
    const bool isWhole = wantsMore && pieces.isDone();
    if (isWhole)
        takeLines(cutter.rest());
    reading.cancel();
    engine->wait();
    append(m_order.takeAll());
    if (isWhole && m_result)
        m_result = read;
}

/// False where the line came that is elsewhere.
bool SpoolPart::takeLines(const QList<SpoolLine> &lines)
{
    for (const SpoolLine &line : lines) {
        if (m_end && (line.isSameAs(*m_end) || line.isAfter(*m_end)))
            return false;
        m_order.add(line);
        if (!m_first) { // only this thread sets it
            const QMutexLocker locker(&m_mutex);
            m_first = line;
        }
    }
    return true;
}

bool SpoolPart::append(const QByteArray &bytes)
{
    if (bytes.isEmpty() || !m_result)
        return m_result.has_value();
    m_result = m_log->append(bytes);
    m_bytes = m_log->bytes();
    m_onChange();
    return m_result.has_value();
}

LogSpool::LogSpool(std::shared_ptr<LogStream> stream, LogParser parser, std::function<void()> onChange)
    : m_stream(std::move(stream))
    , m_parser(std::move(parser))
    , m_onChange(std::move(onChange))
    , m_live(m_stream, m_parser, liveQuery(), {}, m_onChange)
{
}

Result<> LogSpool::start()
{
    return m_live.start();
}

std::shared_ptr<const LogFile> LogSpool::takeEarlier()
{
    if (m_isEarlierTaken)
        return nullptr;
    const std::optional<SpoolLine> first = m_live.first();
    if (!m_earlier && first) {
        m_earlier = std::make_unique<SpoolPart>(m_stream, m_parser, LogStreamQuery(), first, m_onChange);
        if (!m_earlier->start())
            m_isEarlierTaken = true; // the live part found no room either, and says so
    }
    if (!m_earlier || !m_earlier->isDone())
        return nullptr;
    m_isEarlierTaken = true;
    return m_earlier->bytes() > 0 ? m_earlier->file() : nullptr;
}

std::optional<qint64> LogSpool::earlierBytes() const
{
    if (!m_earlier || m_isEarlierTaken)
        return {};
    return m_earlier->bytes();
}

bool LogSpool::isDone() const
{
    return m_live.isDone() && (m_isEarlierTaken || !m_live.first());
}

Result<> LogSpool::result() const
{
    if (m_live.result() && m_earlier && m_earlier->isDone())
        return m_earlier->result();
    return m_live.result();
}

} // namespace pilothouse
