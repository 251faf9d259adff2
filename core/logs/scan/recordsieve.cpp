// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/scan/recordsieve.h"

namespace pilothouse {

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
        ScannedRecord one{std::move(record), m_last, true};
        one.isHit = m_wish.filter.matches(one.record, m_reader, m_last);
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
    if (!kept.isEmpty())
        m_onRecords(std::move(kept));
}

} // namespace pilothouse
