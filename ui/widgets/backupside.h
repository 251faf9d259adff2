// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/backupscontroller.h"

#include <QScrollArea>

namespace pilothouse {

class BackupCalendar;
class BackupPane;
class BackupPlaceCard;
class DrillCard;
class Label;
class ScheduleCard;

/// The right side of the backups page: four weeks, the schedule, the selected backup, the last drill, and the
/// place of all.
class BackupSide final : public QScrollArea
{
    Q_OBJECT

public:
    /// Kept free at its right end for the scroll bar.
    static constexpr int ScrollBarRoom = 12;

    explicit BackupSide(QWidget *parent = nullptr);

    BackupPane *pane() const { return m_pane; }
    ScheduleCard *schedule() const { return m_schedule; }
    DrillCard *drill() const { return m_drill; }
    void showBackups(const BackupsReading &reading, const QDateTime &now);

signals:
    /// The set folder of a day of the calendar.
    void chosen(const QString &folder);

private:
    Label *m_sum;
    BackupCalendar *m_calendar;
    BackupPane *m_pane;
    ScheduleCard *m_schedule;
    DrillCard *m_drill;
    BackupPlaceCard *m_place;
};

} // namespace pilothouse
