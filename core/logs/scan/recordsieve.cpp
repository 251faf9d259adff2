// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/recordsieve.h"

namespace pilothouse {

namespace {
/// Records of a stretch that are handed over together.
constexpr qsizetype HandedTogether = 500;
} // namespace

RecordSieve::RecordSieve(ScanWish wish, LogFieldReader reader, OnScanned onRecords)
    : m_wish(std::move(wish))
    , m_reader(std::move(reader))
    , m_onRecords(std::move(onRecords))
{
}

void RecordSieve::beginElsewhere()
{
    m_before.clear();
    m_owed = 0;
}

void RecordSieve::take(QList<LogRecord> records)
{
    QList<ScannedRecord> kept;
    for (LogRecord &record : records) {
        if (record.time.isValid())
            m_last = record.time;
        m_cut += record.cutAt > 0 ? 1 : 0;
        ScannedRecord one{std::move(record), m_last, true, {}};
        look(one);
        sieve(std::move(one), kept);
    }
    handOver(kept);
}

void RecordSieve::take(JudgedRecords stretch)
{
    QList<ScannedRecord> kept;
    for (qsizetype at = 0; at < stretch.records.size(); ++at) {
        ScannedRecord &one = stretch.records[at];
        if (at < stretch.untimed) {
            one.at = m_last;
            look(one);
        }
        sieve(std::move(one), kept);
        if (kept.size() >= HandedTogether)
            handOver(kept);
    }
    if (stretch.last.isValid())
        m_last = stretch.last;
    m_cut += stretch.cut;
    handOver(kept);
}

void RecordSieve::judge(JudgedRecords &stretch, LogRecord record) const
{
    if (record.time.isValid())
        stretch.last = record.time;
    stretch.cut += record.cutAt > 0 ? 1 : 0;
    ScannedRecord one{std::move(record), stretch.last, true, {}};
    const bool isUntimed = !stretch.last.isValid();
    if (!isUntimed)
        look(one);
    if (isUntimed)
        ++stretch.untimed;
    if (isUntimed || one.isHit || m_wish.context > 0)
        stretch.records.append(std::move(one));
}

void RecordSieve::look(ScannedRecord &one) const
{
    one.isHit = m_wish.filter.matches(one.record, m_reader, one.at);
    if (one.isHit && m_wish.wantsFields)
        one.fields = m_reader.fields(one.record);
}

void RecordSieve::sieve(ScannedRecord one, QList<ScannedRecord> &kept)
{
    if (one.isHit) {
        ++m_hits;
        kept.append(std::exchange(m_before, {}));
        m_owed = m_wish.context;
        kept.append(std::move(one));
    } else if (m_owed > 0) {
        --m_owed;
        kept.append(std::move(one));
    } else if (m_wish.context > 0) {
        if (m_before.size() >= m_wish.context)
            m_before.removeFirst();
        m_before.append(std::move(one));
    }
}

void RecordSieve::handOver(QList<ScannedRecord> &kept)
{
    if (!kept.isEmpty())
        m_onRecords(std::exchange(kept, {}));
}

} // namespace pilothouse
