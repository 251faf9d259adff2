// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/extentwatch.h"

#include "core/logs/makelogreader.h"

#include <QFileInfo>

namespace pilothouse {

namespace {
/// The slot of the file being written; older ones have lower, younger ones higher numbers.
constexpr quint64 FirstSlot = 1 << 20;
constexpr std::chrono::milliseconds WatchFrame{16};
/// Without inotify (a network file system) changes are seen this late.
constexpr std::chrono::milliseconds WatchAgain{1000};
/// A stream is waited for so long before it is told that nothing is there yet.
constexpr std::chrono::milliseconds FirstLines{150};
/// How much more of the earlier part is worth telling.
constexpr qint64 EarlierStep = 4 << 20;
constexpr int ExtentsInFlight = 2;
constexpr int RoomPollMs = 50;
} // namespace

ExtentWatch::ExtentWatch(LogSource source, const QString &cacheFolder, std::shared_ptr<LogStream> stream,
                         QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_cacheFolder(cacheFolder)
    , m_stream(std::move(stream))
    , m_generations(m_source, cacheFolder)
    , m_files(QFileInfo(m_source.path).path())
    , m_room(ExtentsInFlight)
{
}

ExtentWatch::~ExtentWatch()
{
    stop();
}

void ExtentWatch::stop()
{
    m_context.cancel();
    m_files.wake();
}

void ExtentWatch::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this] {
        Result<> result = run();
        if (!result && result.error().kind == ErrorKind::Cancelled)
            result = {};
        QMetaObject::invokeMethod(
            this, [this, result] { emit stopped(result); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("log watch ") + m_source.id);
    m_thread->start();
}

void ExtentWatch::tell(const LogExtent &extent)
{
    while (!m_room.tryAcquire(1, RoomPollMs)) {
        if (m_context.isCancelled())
            return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, extent] {
            m_room.release();
            if (!m_context.isCancelled())
                emit extentChanged(extent);
        },
        Qt::QueuedConnection);
}

Result<> ExtentWatch::run()
{
    if (!m_source.isStream())
        return runFiles();
    if (!m_stream)
        return failure(ErrorKind::BadInput, noStreamText(m_source));
    m_source = keptIn(m_source, *m_stream, m_context);
    if (m_source.isStream())
        return runStream();
    m_generations = LogGenerations(m_source, m_cacheFolder);
    m_files.setFolder(QFileInfo(m_source.path).path());
    return runFiles();
}

Result<> ExtentWatch::runStream()
{
    const auto parser = LogParser::compile(m_source.format);
    if (!parser)
        return tl::unexpected(withSubject(parser.error(), m_source.title));
    m_spool = std::make_unique<LogSpool>(m_stream, *parser, [this] { m_files.wake(); });
    if (auto started = m_spool->start(); !started)
        return started;
    m_generations.add(m_spool->live());
    m_files.wait(FirstLines);
    auto followed = follow();
    m_spool.reset();
    return followed;
}

void ExtentWatch::takeEarlier()
{
    if (const std::shared_ptr<const LogFile> earlier = m_spool->takeEarlier()) {
        m_generations.addBefore(earlier);
        m_slots.push_front(m_slots.front() - 1);
    }
    const qint64 bytes = m_spool->earlierBytes().value_or(0);
    if (bytes > 0 ? bytes - m_earlierTold >= EarlierStep : m_earlierTold > 0)
        tellEarlier(bytes);
}

void ExtentWatch::tellEarlier(qint64 bytes)
{
    m_earlierTold = bytes;
    QMetaObject::invokeMethod(
        this, [this, bytes] { emit earlierRead(bytes); }, Qt::QueuedConnection);
}

Result<> ExtentWatch::runFiles()
{
    if (auto told = tellFirst(); !told)
        return told;
    if (auto opened = m_generations.open(m_context); !opened)
        return opened;
    nameParts();
    auto followed = follow();
    m_generations.store();
    return followed;
}

/// The end of a log of any size can be shown before anything of it is counted or unpacked.
Result<> ExtentWatch::tellFirst()
{
    const auto live = LogFile::open(m_source.path);
    if (!live && live.error().kind != ErrorKind::NotFound)
        return tl::unexpected(withSubject(live.error(), m_source.title));
    if (!live) {
        tell(LogExtent());
        return {};
    }
    m_first = (*live)->identity();
    LogPart part{*live, encodingOf(**live), (*live)->size(), 0, FirstSlot};
    tell(LogExtent({part}, m_epoch));
    return {};
}

/// A new generation gets the slot after the last one. Those that are known keep theirs: the first one is the
/// file that was being written when it began, wherever it has been moved to since.
void ExtentWatch::nameParts()
{
    const auto count = static_cast<size_t>(m_generations.generationCount());
    if (m_slots.empty() && count > 0) {
        size_t live = count - 1;
        for (size_t i = 0; i < count; ++i) {
            if (m_generations.generation(static_cast<qsizetype>(i)).file().identity() == m_first)
                live = i;
        }
        for (size_t i = 0; i < count; ++i)
            m_slots.push_back(FirstSlot + i - live);
    }
    while (m_slots.size() < count)
        m_slots.push_back(m_slots.back() + 1);
}

LogExtent ExtentWatch::extent() const
{
    QList<LogPart> parts;
    for (qsizetype i = 0; i < m_generations.generationCount(); ++i) {
        const LineIndexer &one = m_generations.generation(i);
        parts.append({one.sharedFile(), one.index().encoding(), one.index().bytes(), one.lineCount(),
                      m_slots.at(static_cast<size_t>(i))});
    }
    return {parts, m_epoch};
}

void ExtentWatch::findLine(qint64 line)
{
    m_wantedLine = line;
    m_files.wake();
}

void ExtentWatch::findLineOf(LogPosition position)
{
    m_wantedPosition = position;
    m_files.wake();
}

void ExtentWatch::tellLine(qint64 line, LogPosition position)
{
    QMetaObject::invokeMethod(
        this, [this, line, position] { emit lineFound(line, position); }, Qt::QueuedConnection);
}

void ExtentWatch::answer()
{
    const qint64 wantedLine = m_wantedLine.exchange(0);
    const LogPosition wantedPosition = m_wantedPosition.exchange(0);
    qint64 before = 0;
    for (qsizetype i = 0; i < m_generations.generationCount(); ++i) {
        const LineIndexer &one = m_generations.generation(i);
        const LogPosition begin = LogExtent::slotBegin(m_slots.at(static_cast<size_t>(i)));
        const qint64 count = one.lineCount();
        if (wantedLine > before && wantedLine <= before + count)
            tellLine(wantedLine, begin + static_cast<quint64>(one.offsetOf(wantedLine - before - 1)));
        if (wantedPosition >= begin && wantedPosition < begin + static_cast<quint64>(one.index().bytes()))
            tellLine(before + one.lineAt(LogExtent::offsetOf(wantedPosition)) + 1, wantedPosition);
        before += count;
    }
}

Result<> ExtentWatch::follow()
{
    bool isFirst = true;
    while (!m_context.isCancelled()) {
        const bool isLast = m_spool && m_spool->isDone();
        if (m_spool && !isFirst)
            takeEarlier();
        const auto change = m_generations.update(m_context);
        if (!change)
            return failure(change.error());
        nameParts();
        if (*change == LogChange::Replaced)
            ++m_epoch;
        if (*change != LogChange::None || isFirst) {
            tell(extent());
            isFirst = false;
            QThread::msleep(static_cast<unsigned long>(WatchFrame.count()));
            answer();
            continue; // what came in this frame is told with the next
        }
        answer();
        if (isLast)
            return m_spool->result();
        m_files.wait(WatchAgain);
    }
    return {};
}

} // namespace pilothouse
