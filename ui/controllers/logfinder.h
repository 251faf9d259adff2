// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/history/loghits.h"

#include <QObject>

namespace pilothouse {

/// The lines or records of a whole log that a search finds, kept up to date while the log grows.
class LogFinder final : public QObject
{
    Q_OBJECT
public:
    explicit LogFinder(QObject *parent = nullptr);

    const LogHits &hits() const { return m_hits; }
    bool isRunning() const { return m_search.isRunning(); }
    /// How much of the log is searched, from 0 to 1.
    double progress() const;

    void setExtent(const LogExtent &extent);
    void find(const LogSought &sought);
    /// The next line that was found after a position, or the one before it; round the ends. 0: there is none.
    LogPosition step(int by, LogPosition from) const;

signals:
    void hitsChanged();

private:
    HitSearch m_search;
    LogHits m_hits;
    LogSought m_sought;
    LogExtent m_extent;
    LogExtent m_searched; ///< what was known when the search began, or was last told of more
    qint64 m_bytes = 0;
};

} // namespace pilothouse
