// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filelogreader.h"

#include <QFileInfo>

namespace pilothouse {

namespace {
/// A record that nothing was added to for so long is shown as it stands.
constexpr std::chrono::milliseconds QuietTime{120};
/// Without inotify (a network file system) changes are seen this late.
constexpr std::chrono::milliseconds LookAgain{1000};
} // namespace

FileLogReader::FileLogReader(const LogSource &source, const LogParser &parser, LogReadOptions options)
    : m_source(source)
    , m_options(std::move(options))
    , m_watch(QFileInfo(source.path).path())
    , m_history(source, parser)
    , m_assembler(parser, source.id, std::make_shared<quint64>(LogHistory::FirstNumber))
{
}

void FileLogReader::requestOlder()
{
    ++m_olderWanted;
    m_watch.wake();
}

Result<> FileLogReader::run(const LogSink &sink, const OperationContext &context)
{
    if (auto opened = m_history.open(); !opened)
        return opened;
    LogFollower follower(m_source,
                         {m_history.current(), m_history.followOffset(), m_history.newestRotation()},
                         [this](const std::shared_ptr<LogFile> &copy) { m_history.replaceCurrent(copy); });
    LogBatch batch(sink);
    batch.add(m_history.older(m_options.initialRecords, context));
    readPiece(follower, batch);
    batch.handOver();
    if (m_options.follows) {
        follow(follower, sink, context);
        return {};
    }
    while (!context.isCancelled() && readPiece(follower, batch))
        batch.handOver();
    batch.add(m_assembler.takeOpen());
    batch.handOver();
    return {};
}

void FileLogReader::follow(LogFollower &follower, const LogSink &sink, const OperationContext &context)
{
    LogBatch batch(sink);
    while (!context.isCancelled()) {
        if (m_olderWanted > 0) {
            --m_olderWanted;
            readOlder(sink, context);
        }
        const bool hasMore = readPiece(follower, batch);
        batch.handOverIfDue();
        if (!hasMore)
            waitForMore(batch);
    }
}

bool FileLogReader::readPiece(LogFollower &follower, LogBatch &batch)
{
    const LogFollower::Piece piece = follower.read();
    if (piece.bytes.isEmpty() && !piece.endsFile)
        return false;
    m_assembler.feed(piece.bytes);
    if (piece.endsFile)
        m_assembler.endOfFile();
    batch.add(m_assembler.take());
    m_lastBytes = std::chrono::steady_clock::now();
    m_isOpenShown = false;
    return true;
}

void FileLogReader::waitForMore(LogBatch &batch)
{
    const auto quiet = std::chrono::steady_clock::now() - m_lastBytes;
    const bool isOpenDue = !m_isOpenShown && quiet >= QuietTime;
    if (isOpenDue) {
        batch.add(m_assembler.takeOpen());
        m_isOpenShown = true;
    }
    batch.handOverIfDue();
    std::chrono::milliseconds timeout = LookAgain;
    if (!m_isOpenShown)
        timeout = std::chrono::ceil<std::chrono::milliseconds>(QuietTime - quiet);
    if (!batch.isEmpty())
        timeout = batch.untilDue();
    m_watch.wait(std::max(timeout, std::chrono::milliseconds(1)));
}

void FileLogReader::readOlder(const LogSink &sink, const OperationContext &context)
{
    QList<LogRecord> records = m_history.older(m_options.olderRecords, context);
    sink.onOlder(std::move(records), m_history.isAtBeginning());
}

} // namespace pilothouse
