// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/hitsearch.h"

#include "core/logs/engine/screenlines.h"

namespace pilothouse {

namespace {
/// The first stretch is small, so that the first hit comes quickly; each further one is larger.
constexpr qint64 FirstStretch = 1 << 20;
constexpr qint64 LastStretch = 64 << 20;
} // namespace

struct HitSearch::Job
{
    LogExtent extent;
    LogSought sought;
    LogPosition from = 0; ///< 0: all of it, backwards
    OperationContext context;
    int generation = 0;
    qint64 searched = 0;
    LogPosition lowest = ~LogPosition{0}; ///< of the records that were found backwards
};

HitSearch::HitSearch(QObject *parent)
    : QObject(parent)
    , m_thread(new QThread)
    , m_worker(new QObject)
{
    m_thread->setObjectName(QStringLiteral("log search"));
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

HitSearch::~HitSearch()
{
    m_context.cancel();
}

void HitSearch::cancel()
{
    m_context.cancel();
    m_context = OperationContext();
    ++m_generation;
    m_running = 0;
}

void HitSearch::start(const LogExtent &extent, const LogSought &sought)
{
    cancel();
    m_sought = sought;
    post(std::make_shared<Job>(Job{extent, m_sought, 0, m_context, m_generation}));
}

void HitSearch::searchOn(const LogExtent &extent, LogPosition from)
{
    if (m_sought)
        post(std::make_shared<Job>(Job{extent, m_sought, from, m_context, m_generation}));
}

void HitSearch::post(const std::shared_ptr<Job> &job)
{
    ++m_running;
    QMetaObject::invokeMethod(
        m_worker,
        [this, job] {
            const Result<> result = run(job);
            QMetaObject::invokeMethod(
                this,
                [this, job, result] {
                    if (job->generation != m_generation)
                        return;
                    --m_running;
                    emit finished(result);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void HitSearch::deliver(const std::shared_ptr<Job> &job, LogHitBatch batch)
{
    batch.searched = job->searched;
    QMetaObject::invokeMethod(
        this,
        [this, generation = job->generation, batch = std::move(batch)] {
            if (generation == m_generation)
                emit found(batch);
        },
        Qt::QueuedConnection);
}

Result<> HitSearch::run(const std::shared_ptr<Job> &job)
{
    if (job->from > 0)
        return runOn(job);
    const QList<LogPart> &parts = job->extent.parts();
    qint64 stretch = FirstStretch;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        for (qint64 end = part->bytes; end > 0; stretch = std::min(stretch * 4, LastStretch)) {
            const qint64 begin = std::max<qint64>(0, end - stretch) / 2 * 2;
            if (auto done = searchRange(job, *part, {begin, end}); !done)
                return done;
            end = begin;
        }
    }
    return {};
}

/// What has grown. The last line may have been without its end, and the last record without its last line:
/// what is found in it twice counts once.
Result<> HitSearch::runOn(const std::shared_ptr<Job> &job)
{
    for (const LogPart &part : job->extent.parts()) {
        const LogPosition begin = std::max(job->from, part.begin());
        if (begin >= part.end())
            continue;
        const QList<RawLine> last =
            ScreenLines(*part.file, part.encoding).before(LogExtent::offsetOf(begin), 1);
        qint64 from = last.isEmpty() ? 0 : last.first().offset;
        if (const SoughtRecords *records = job->sought.records())
            from =
                LogExtent::offsetOf(RecordHits(job->extent, *records)
                                        .recordAt(part.begin() + static_cast<quint64>(from), job->context));
        if (auto done = searchRange(job, part, {from, part.bytes}); !done)
            return done;
    }
    return {};
}

Result<std::vector<LogPosition>> HitSearch::findIn(const Job &job, const LogPart &part, ByteRange range)
{
    if (const SoughtRecords *records = job.sought.records())
        return RecordHits(job.extent, *records).find(part, range, job.context);
    std::vector<LogPosition> lines;
    const auto done = LineSearch(*part.file, part.encoding, *job.sought.lines())
                          .run(
                              range,
                              [&lines, &part](std::span<const qint64> starts, qint64) {
                                  for (const qint64 start : starts)
                                      lines.push_back(part.begin() + static_cast<quint64>(start));
                              },
                              job.context);
    if (!done)
        return failure(done.error());
    return lines;
}

Result<> HitSearch::searchRange(const std::shared_ptr<Job> &job, const LogPart &part, ByteRange range)
{
    auto found = findIn(*job, part, range);
    if (!found)
        return failure(found.error());
    LogHitBatch batch{std::move(*found), job->from > 0, 0, 0};
    if (job->sought.records() && batch.isNewer) {
        batch.from = part.begin() + static_cast<quint64>(range.begin);
    } else if (job->sought.records()) {
        // A record with lines in two stretches is found in both.
        while (!batch.lines.empty() && batch.lines.back() >= job->lowest)
            batch.lines.pop_back();
        if (!batch.lines.empty())
            job->lowest = batch.lines.front();
    }
    job->searched += range.end - range.begin;
    deliver(job, std::move(batch));
    return {};
}

} // namespace pilothouse
