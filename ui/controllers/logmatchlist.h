// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

namespace pilothouse {

/// The records of a log that its search finds, as a window of their own beside that of the log: over the
/// whole history, live, with records around them on demand. Idle until it is wanted.
class LogMatchList final : public QObject
{
    Q_OBJECT
public:
    explicit LogMatchList(LogsController &log, QObject *parent = nullptr);
    ~LogMatchList() override;

    LogModel &model() { return m_model; }
    bool isActive() const { return m_isActive; }
    void setActive(bool isActive);
    int contextRecords() const { return m_context; }
    /// Shows so many records around each match; `position`: what is to stay in sight.
    void setContextRecords(int records, LogPosition position);

    void requestOlder();
    void requestNewer();
    void setFollowing(bool isFollowing);
    void showEnd();
    void showBeginning();
    /// Goes to the next match of a group of levels after a record, or the one before it.
    void showNextOf(LogGroup group, LogPosition from, int by);
    /// Shows the record that holds a position, or the nearest one in the list; recordShown() tells.
    void showAt(LogPosition position);

signals:
    /// Another log, or another search: it is shown from its end on.
    void restarted();
    void endLeft();
    void recordShown(quint64 number);

private:
    bool hasSearch() const { return !m_log.query().text.isEmpty() && m_log.queryError().isEmpty(); }
    void restart();
    void applyFilter(LogPosition position);
    void takeHits();
    void take(const QList<LogRecord> &records);
    void mark();

    LogsController &m_log;
    LogModel m_model;
    std::unique_ptr<LogPager> m_pager; ///< null where nothing is searched for
    LatestRead m_marking;
    bool m_isActive = false;
    bool m_isFollowing = true;
    int m_context = 0;
};

} // namespace pilothouse
