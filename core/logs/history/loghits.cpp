// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/loghits.h"

#include <algorithm>

namespace pilothouse {

void LogHits::clear()
{
    *this = LogHits();
}

void LogHits::add(const LogHitBatch &batch)
{
    if (!batch.isNewer) {
        m_total += static_cast<qint64>(batch.lines.size());
        const auto room = static_cast<size_t>(std::max<qsizetype>(0, Limit - count()));
        const size_t taken = std::min(room, batch.lines.size());
        m_older.insert(m_older.end(), batch.lines.rbegin(), batch.lines.rbegin() + static_cast<long>(taken));
        return;
    }
    if (batch.from > 0)
        dropFrom(batch.from);
    const LogPosition last = count() > 0 ? at(count() - 1) : 0;
    for (const LogPosition line : batch.lines) {
        if (line <= last)
            continue;
        ++m_total;
        if (count() < Limit)
            m_newer.push_back(line);
    }
}

void LogHits::dropFrom(LogPosition position)
{
    const qsizetype before = count();
    while (!m_newer.empty() && m_newer.back() >= position)
        m_newer.pop_back();
    const auto older =
        std::find_if(m_older.begin(), m_older.end(), [position](LogPosition hit) { return hit < position; });
    m_older.erase(m_older.begin(), older);
    m_total -= before - count();
}

LogPosition LogHits::at(qsizetype index) const
{
    const auto older = static_cast<qsizetype>(m_older.size());
    return index < older ? m_older[static_cast<size_t>(older - 1 - index)]
                         : m_newer[static_cast<size_t>(index - older)];
}

qsizetype LogHits::indexAfter(LogPosition position) const
{
    if (!m_newer.empty() && (m_older.empty() || position > m_older.front()))
        return static_cast<qsizetype>(m_older.size())
               + (std::lower_bound(m_newer.begin(), m_newer.end(), position) - m_newer.begin());
    return std::lower_bound(m_older.rbegin(), m_older.rend(), position) - m_older.rbegin();
}

bool LogHits::hasIn(LogPosition begin, LogPosition end) const
{
    const qsizetype index = indexAfter(begin);
    return index < count() && at(index) < end;
}

QList<LogPosition> LogHits::slice(qsizetype first, qsizetype count) const
{
    QList<LogPosition> lines;
    for (qsizetype index = std::max<qsizetype>(0, first); index < std::min(first + count, this->count());
         ++index)
        lines.append(at(index));
    return lines;
}

} // namespace pilothouse
