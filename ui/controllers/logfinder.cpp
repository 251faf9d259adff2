// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logfinder.h"

namespace pilothouse {

LogFinder::LogFinder(QObject *parent)
    : QObject(parent)
{
    connect(&m_search, &HitSearch::found, this, [this](const LogHitBatch &batch) {
        m_hits.add(batch);
        if (!batch.isNewer)
            m_bytes = batch.searched;
        if (!batch.lines.empty())
            emit hitsChanged();
    });
    connect(&m_search, &HitSearch::finished, this, &LogFinder::hitsChanged);
}

double LogFinder::progress() const
{
    return m_searched.isEmpty()
               ? 1
               : std::min(1.0, static_cast<double>(m_bytes) / static_cast<double>(m_searched.bytes()));
}

void LogFinder::setExtent(const LogExtent &extent)
{
    m_extent = extent;
    if (!m_sought)
        return;
    if (extent.epoch() != m_searched.epoch() || extent.begin() != m_searched.begin()) {
        find(m_sought); // older generations came to it, or it is another log now
    } else if (extent.end() > m_searched.end()) {
        m_search.searchOn(extent, m_searched.end());
        m_searched = extent;
    }
}

void LogFinder::find(const LogSought &sought)
{
    m_sought = sought;
    m_hits.clear();
    m_bytes = 0;
    m_searched = m_extent;
    if (m_sought)
        m_search.start(m_extent, m_sought);
    else
        m_search.cancel();
    emit hitsChanged();
}

LogPosition LogFinder::step(int by, LogPosition from) const
{
    const qsizetype count = m_hits.count();
    if (count == 0)
        return 0;
    qsizetype index = m_hits.indexAfter(from);
    if (by < 0)
        index = (index + count - 1) % count;
    return m_hits.at(index % count);
}

} // namespace pilothouse
