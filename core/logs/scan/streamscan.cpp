// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/streamscan.h"

#include "core/logs/makelogreader.h"

#include <QHash>

namespace pilothouse {

namespace {

/// A reader may hand over a record again that grew; so the newest wait a little for that.
class SettlingRecords
{
public:
    explicit SettlingRecords(RecordSieve &sieve)
        : m_sieve(sieve)
    {
    }

    void add(QList<LogRecord> records)
    {
        for (LogRecord &record : records) {
            const auto known = m_places.constFind(record.number);
            if (known != m_places.constEnd())
                m_waiting[*known - m_settled] = std::move(record);
            else {
                m_places.insert(record.number, m_settled + m_waiting.size());
                m_waiting.append(std::move(record));
            }
        }
        if (m_waiting.size() > 2 * Waiting)
            settle(m_waiting.size() - Waiting);
    }
    void settle(qsizetype count)
    {
        for (qsizetype at = 0; at < count; ++at)
            m_places.remove(m_waiting.at(at).number);
        m_sieve.take(m_waiting.first(count));
        m_waiting.remove(0, count);
        m_settled += count;
    }
    void settleAll() { settle(m_waiting.size()); }

private:
    static constexpr qsizetype Waiting = 1000;

    RecordSieve &m_sieve;
    QList<LogRecord> m_waiting;
    QHash<quint64, qsizetype> m_places; ///< counted from the first record of all
    qsizetype m_settled = 0;
};

} // namespace

Result<> scanStream(const LogSource &source, std::shared_ptr<LogStream> stream, RecordSieve &sieve,
                    const OperationContext &context)
{
    LogReadOptions options;
    options.initialRecords = -1;
    options.follows = false;
    options.limits = RecordLimits::whole();
    options.since = sieve.wish().filter.range().since;
    auto reader = makeLogReader(source, std::move(stream), options);
    if (!reader)
        return tl::unexpected(reader.error());
    SettlingRecords settling(sieve);
    LogSink sink;
    sink.onRecords = [&settling](QList<LogRecord> records) { settling.add(std::move(records)); };
    sink.onOlder = [](const QList<LogRecord> &, bool) {};
    const Result<> done = (*reader)->run(sink, context);
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled,
                       QCoreApplication::translate("FileScan", "Reading the log was stopped."));
    settling.settleAll();
    return done;
}

} // namespace pilothouse
