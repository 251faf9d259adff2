// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/mergedscan.h"

#include "core/base/channel.h"
#include "core/logs/workerthread.h"

#include <numeric>

namespace pilothouse {

namespace {

constexpr size_t BatchesInFlight = 16;
constexpr std::chrono::milliseconds MergePoll{50};
constexpr qsizetype MergedBatch = 500;

/// One log that is read in a thread of its own.
class Lane
{
public:
    Lane(ScannedLog log, const ScanWish &wish, const OperationContext &context)
        : m_id(log.source.id)
        , m_thread(QThread::create([this, log = std::move(log), wish, context] {
            m_result = LogScan::open(log).and_then([&](const LogScan &scan) {
                return scan.run(
                    wish,
                    [this, &context](QList<ScannedRecord> records) {
                        m_channel.push(std::move(records), context);
                    },
                    context);
            });
            m_channel.close();
        }))
    {
        m_thread->start();
    }

    const QString &id() const { return m_id; }
    bool isEmpty() const { return m_at >= m_records.size(); }
    const ScannedRecord &front() const { return m_records.at(m_at); }
    ScannedRecord take() { return m_records.at(m_at++); }
    /// Waits for records; false: there will be none.
    bool fill(const OperationContext &context)
    {
        while (isEmpty() && !context.isCancelled()) {
            if (auto records = m_channel.pop(MergePoll)) {
                m_records = std::move(*records);
                m_at = 0;
            } else if (m_channel.isDone()) {
                return false;
            }
        }
        return !isEmpty();
    }
    /// After fill() was false.
    const Result<ScanResult> &result()
    {
        m_thread->wait();
        return m_result;
    }

private:
    QString m_id;
    Channel<QList<ScannedRecord>> m_channel{BatchesInFlight};
    Result<ScanResult> m_result;
    QList<ScannedRecord> m_records;
    qsizetype m_at = 0;
    WorkerThread m_thread; ///< last, so that it ends before what it uses goes
};

using Lanes = std::vector<std::unique_ptr<Lane>>;

/// A log without any times comes first.
bool isEarlier(const QDateTime &left, const QDateTime &right)
{
    return left.isValid() ? right.isValid() && left < right : right.isValid();
}

/// The one whose next record was written first; null: all have ended.
Lane *firstOf(const Lanes &lanes, const OperationContext &context)
{
    Lane *first = nullptr;
    for (const auto &lane : lanes) {
        if (lane->fill(context) && (!first || isEarlier(lane->front().at, first->front().at)))
            first = lane.get();
    }
    return first;
}

Result<MergedScanResult> collected(const Lanes &lanes)
{
    MergedScanResult merged;
    for (const auto &lane : lanes) {
        const Result<ScanResult> &one = lane->result();
        if (!one && lanes.size() == 1)
            return tl::unexpected(one.error());
        if (!one) {
            merged.unreadable.append(one.error());
            continue;
        }
        merged.hits.insert(lane->id(), one->hits);
        merged.cut += one->cut;
        merged.unreadable.append(one->unreadable);
    }
    if (merged.hits.isEmpty() && !merged.unreadable.isEmpty())
        return failure(merged.unreadable.first());
    return merged;
}

} // namespace

qint64 MergedScanResult::total() const
{
    return std::accumulate(hits.begin(), hits.end(), qint64(0));
}

Result<MergedScanResult> scanMerged(const QList<ScannedLog> &logs, const ScanWish &wish,
                                    const OnScanned &onRecords, const OperationContext &context)
{
    const OperationContext reading; // ends the lanes where no more is wanted
    Lanes lanes;
    for (const ScannedLog &log : logs)
        lanes.push_back(std::make_unique<Lane>(log, wish, reading));
    QList<ScannedRecord> batch;
    bool isWanted = true;
    for (Lane *first = firstOf(lanes, context); first && isWanted; first = firstOf(lanes, context)) {
        batch.append(first->take());
        if (batch.size() < MergedBatch && !first->isEmpty())
            continue;
        onRecords(std::exchange(batch, {}));
        isWanted = !wish.isWanted || wish.isWanted();
    }
    if (!isWanted || context.isCancelled()) {
        reading.cancel();
        return failure(ErrorKind::Cancelled, LogScan::tr("Reading the log was stopped."));
    }
    return collected(lanes);
}

} // namespace pilothouse
