// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/history/hitsearch.h"

#include <QList>

namespace pilothouse {

/// The lines or records that a search found in a whole log, in order while they come from both ends. So many
/// are kept at most; further ones are only counted.
class LogHits
{
public:
    static constexpr qsizetype Limit = 4000000;

    void clear();
    void add(const LogHitBatch &batch);

    /// All that were found.
    qint64 total() const { return m_total; }
    /// Those that are kept.
    qsizetype count() const
    {
        return static_cast<qsizetype>(m_older.size()) + static_cast<qsizetype>(m_newer.size());
    }
    /// From the oldest on.
    LogPosition at(qsizetype index) const;
    /// The first one at or after a position; count() where there is none.
    qsizetype indexAfter(LogPosition position) const;
    bool hasIn(LogPosition begin, LogPosition end) const;
    /// Up to `count` from an index on.
    QList<LogPosition> slice(qsizetype first, qsizetype count) const;

private:
    void dropFrom(LogPosition position);

    std::vector<LogPosition> m_older; ///< falling: what comes next in there is older still
    std::vector<LogPosition> m_newer; ///< rising
    qint64 m_total = 0;
};

} // namespace pilothouse
