// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logpager.h"

namespace pilothouse {

namespace {
/// More than this at once is not read on from the window: the window moves to the end.
constexpr qint64 FarBehind = 2 << 20;
} // namespace

LevelSet levelsOf(LogGroup group)
{
    LevelSet levels = 0;
    for (int level = static_cast<int>(LogLevel::Unknown); level <= static_cast<int>(LogLevel::Fatal);
         ++level) {
        if (logGroupOf(static_cast<LogLevel>(level)) == group)
            levels |= levelBit(static_cast<LogLevel>(level));
    }
    return levels;
}

LogPager::LogPager(OperationRunner &runner, LogModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_read(runner, this)
    , m_timeRead(runner, this)
{
}

LogPager::~LogPager()
{
    m_read.cancel();
    m_timeRead.cancel();
}

void LogPager::start(const LogSource &source, const LogParser &parser, const QString &cacheFolder,
                     const std::shared_ptr<LogStream> &stream)
{
    m_source = source;
    m_parser = parser;
    m_watch = std::make_unique<ExtentWatch>(source, cacheFolder, stream);
    connect(m_watch.get(), &ExtentWatch::earlierRead, this, &LogPager::earlierRead);
    connect(m_watch.get(), &ExtentWatch::extentChanged, this, &LogPager::takeExtent);
    connect(m_watch.get(), &ExtentWatch::stopped, this, &LogPager::stopped);
    connect(m_watch.get(), &ExtentWatch::lineFound, this, [this](qint64 line, LogPosition position) {
        if (line != m_wantedLine) {
            emit lineKnown(line, position);
            return;
        }
        m_wantedLine = 0;
        showAt(position);
    });
    m_watch->start();
}

void LogPager::startBeside(const LogPager &first)
{
    m_source = first.m_source;
    m_parser = first.m_parser;
    connect(&first, &LogPager::extentChanged, this, [this, &first] { takeExtent(first.extent()); });
    takeExtent(first.extent());
}

void LogPager::showLevels(LevelSet levels, LogPosition from, int by)
{
    LogPageRequest request;
    request.kind = by > 0 ? LogPageRequest::Kind::From : LogPageRequest::Kind::Before;
    request.position = from;
    request.count =
        m_filter.hits ? m_sizes.page : 2; // the record at that place may be of these levels itself
    if (m_filter.hits)
        addLines(request);
    m_timeRead.start(
        tr("Reading the log"),
        [reader = makeReader(static_cast<LevelSet>(m_filter.levels & levels)),
         request](const OperationContext &context) { return reader.read(request, context); },
        [this, from, by](const Result<LogPage> &page) {
            QList<LogRecord> records = page ? page->records : QList<LogRecord>();
            if (by < 0)
                std::reverse(records.begin(), records.end());
            for (const LogRecord &record : std::as_const(records)) {
                if (by > 0 ? record.number > from : record.number < from) {
                    showAt(record.number);
                    return;
                }
            }
        });
}

void LogPager::showTime(qint64 time, LogPosition near)
{
    m_timeRead.start(
        tr("Reading the log"),
        [reader = LogPageReader(m_extent, m_parser, m_source.id), near,
         count = m_sizes.page](const OperationContext &context) {
            return reader.read({.position = near, .count = count}, context);
        },
        [this, time](const Result<LogPage> &page) {
            if (!page || page->records.isEmpty())
                return;
            const auto found =
                std::find_if(page->records.begin(), page->records.end(), [time](const LogRecord &record) {
                    return record.time.isValid() && record.time.toMSecsSinceEpoch() >= time;
                });
            showAt(found == page->records.end() ? page->records.last().number : found->number);
        });
}

void LogPager::showLine(qint64 line)
{
    m_wantedLine = line;
    m_watch->findLine(line);
}

void LogPager::findLineOf(LogPosition position)
{
    m_watch->findLineOf(position);
}

void LogPager::stop()
{
    if (m_watch)
        m_watch->stop();
}

void LogPager::takeExtent(const LogExtent &extent)
{
    const bool isAnew = extent.epoch() != m_extent.epoch();
    m_extent = extent;
    if (isAnew) {
        m_read.cancel();
        m_model.clear();
        m_hasWindow = false;
    }
    m_model.setExtent(extent);
    // A short log fills the screen with what its rotations hold, once those are known.
    m_wantsOlder = m_wantsOlder || m_model.records().size() < m_sizes.first;
    if (extent.isEmpty())
        emit isReady();
    else if (!m_hasWindow && !m_read.isRunning())
        read(Read::End, end());
    showEdges();
    pump();
    emit extentChanged();
}

LogPosition LogPager::firstNumber() const
{
    return m_model.records().isEmpty() ? m_next : m_model.records().first().number;
}

LogPosition LogPager::end() const
{
    return m_filter.end > 0 ? std::min(m_filter.end, m_extent.end()) : m_extent.end();
}

bool LogPager::hasNewer() const
{
    return m_filter.hits ? m_filter.hits->hasIn(m_next, end()) : m_next < end();
}

bool LogPager::hasOlder() const
{
    if (m_filter.hits && !m_filter.hits->hasIn(begin(), firstNumber()))
        return false;
    return firstNumber() > begin() && m_beginning != begin();
}

bool LogPager::isFull() const
{
    return m_model.records().size() >= m_sizes.window || m_model.characters() >= m_sizes.characters;
}

void LogPager::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    if (isFollowing && m_hasWindow && hasNewer())
        showEnd();
}

void LogPager::showEnd()
{
    if (!m_extent.isEmpty())
        read(Read::End, end());
}

void LogPager::showAt(LogPosition position)
{
    m_isFollowing = false;
    if (!m_extent.isEmpty())
        read(Read::At, std::clamp(position, begin(), std::max(begin(), end())));
}

void LogPager::requestOlder()
{
    m_wantsOlder = true;
    m_isOlderAskedMeanwhile = true;
    pump();
}

void LogPager::requestNewer()
{
    m_wantsNewer = true;
    m_isNewerAskedMeanwhile = true;
    pump();
}

void LogPager::setFilter(const Filter &filter, LogPosition position)
{
    m_filter = filter;
    m_beginning = 0;
    if (position == 0)
        showEnd();
    else
        showAt(position);
}

void LogPager::takeHits(bool isComplete)
{
    m_filter.isComplete = isComplete;
    if (!m_filter.hits)
        return;
    const bool isShort = m_model.records().size() < m_sizes.first;
    m_wantsOlder = m_wantsOlder || isShort;
    showEdges();
    pump();
}

void LogPager::pump()
{
    if (m_read.isRunning() || !m_hasWindow)
        return;
    const bool grows = m_isFollowing || m_wantsNewer || !isFull();
    if (grows && hasNewer()) {
        m_mayDropOldest = m_isFollowing || m_wantsNewer;
        const qint64 behind = m_extent.bytesBefore(end()) - m_extent.bytesBefore(m_next);
        m_wantsNewer = false;
        if (m_isFollowing && !m_filter.hits && behind > FarBehind)
            read(Read::End, end());
        else
            read(Read::Newer, m_model.records().isEmpty() ? m_next : m_model.records().last().number);
        return;
    }
    m_wantsNewer = false;
    if (m_wantsOlder && hasOlder())
        read(Read::Older, firstNumber());
    m_wantsOlder = false;
}

LogPageRequest LogPager::requestFor(Read what, LogPosition position) const
{
    using Kind = LogPageRequest::Kind;
    LogPageRequest request;
    request.position = position;
    request.count = m_sizes.page;
    request.context = m_filter.context;
    if (what == Read::At) {
        request.kind = Kind::Around;
        request.before = m_sizes.page / 2;
    } else if (what == Read::Newer) {
        request.kind = Kind::From;
    } else {
        request.kind = Kind::Before;
        request.count = what == Read::End ? m_sizes.first : m_sizes.page;
    }
    if (m_filter.hits)
        addLines(request);
    return request;
}

void LogPager::addLines(LogPageRequest &request) const
{
    const qsizetype at = m_filter.hits->indexAfter(request.position);
    // A hit may lie in a later line of the record, so one more is taken at the edge.
    if (request.kind == LogPageRequest::Kind::From)
        request.lines = m_filter.hits->slice(at, request.count);
    else if (request.kind == LogPageRequest::Kind::Before)
        request.lines = m_filter.hits->slice(at - request.count, request.count);
    else
        request.lines = m_filter.hits->slice(at - request.before, request.count);
}

LogPageReader LogPager::makeReader(LevelSet levels) const
{
    LogPageReader reader(m_extent, m_parser, m_source.id);
    reader.setLevels(levels, m_filter.survey ? m_filter.survey() : nullptr);
    if (m_filter.times)
        reader.setTimes(m_filter.times, begin(), end());
    return reader;
}

void LogPager::read(Read what, LogPosition position)
{
    m_isOlderAskedMeanwhile = false;
    m_isNewerAskedMeanwhile = false;
    m_read.start(
        tr("Reading the log"),
        [reader = makeReader(m_filter.levels), request = requestFor(what, position)](
            const OperationContext &context) { return reader.read(request, context); },
        [this, what, position](const Result<LogPage> &page) {
            if (page)
                takePage(what, position, *page);
            pump();
        });
}

void LogPager::takePage(Read what, LogPosition position, const LogPage &page)
{
    const bool isFirst = !m_hasWindow;
    m_hasWindow = true;
    if (what == Read::Older) {
        takeOlder(page);
    } else if (what == Read::Newer) {
        takeNewer(page);
    } else {
        m_beginning = 0;
        m_next = what == Read::End ? position : page.next;
        m_model.replaceAll(page.records);
        m_wantsOlder = true; // so that there is something above the screen
    }
    showEdges();
    if (isFirst)
        emit isReady();
    if (what == Read::Newer)
        emit appended(page.records);
    else
        emit windowMoved();
    if (what == Read::At && m_model.rowCount() > 0) {
        const auto after = std::upper_bound(
            page.records.begin(), page.records.end(), position,
            [](LogPosition wanted, const LogRecord &record) { return wanted < record.number; });
        emit shown(after == page.records.begin() ? page.records.first().number : std::prev(after)->number);
    }
}

void LogPager::takeOlder(const LogPage &page)
{
    if (page.records.isEmpty()) {
        m_beginning = begin();
        return;
    }
    qsizetype excess = m_model.records().size() + page.records.size() - m_sizes.window;
    if (m_model.characters() > m_sizes.characters)
        excess = std::max(excess, m_model.records().size() / 2);
    if (excess > 0 && m_isNewerAskedMeanwhile && !m_isOlderAskedMeanwhile)
        return; // what would have to go is being read
    if (excess > 0 && !m_isFollowing) {
        const QList<LogRecord> &records = m_model.records();
        m_next = excess < records.size() ? records.at(records.size() - excess).number : firstNumber();
        m_model.dropNewest(excess);
    }
    m_model.prepend(page.records);
}

void LogPager::takeNewer(const LogPage &page)
{
    m_next = std::max(m_next, page.next);
    m_model.append(page.records);
    const bool isOldestRead = m_isOlderAskedMeanwhile && !m_isNewerAskedMeanwhile;
    if (isFull() && m_mayDropOldest && !isOldestRead) {
        const qsizetype excess = m_model.records().size() - m_sizes.window + m_sizes.page;
        m_model.dropOldest(std::clamp<qsizetype>(excess, m_sizes.page / 2, m_model.records().size() / 2));
        m_beginning = 0;
    }
}

void LogPager::showEdges()
{
    m_model.setEdges(!m_hasWindow || !hasOlder(), !m_hasWindow || !hasNewer());
}

} // namespace pilothouse
