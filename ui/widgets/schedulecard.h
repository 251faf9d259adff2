// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/backupscontroller.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class ElidingLabel;

/// When backups are made by themselves: the schedule, its next and last run, and the runs that were missed.
class ScheduleCard final : public Card
{
    Q_OBJECT

public:
    explicit ScheduleCard(QWidget *parent = nullptr);

    void showBackups(const BackupsReading &reading, const QDateTime &now);

signals:
    void changeAsked();
    void adoptAsked();
    void removeAsked();

private:
    void showSchedule(const ScheduleReading &schedule, const QDateTime &now);

    Label *m_when;
    Label *m_next;
    Label *m_last;
    Label *m_missed;
    Button *m_change;
    Button *m_adopt;
    Button *m_remove;
};

/// "Last verified backup 2 d ago, 1 run missed"; empty where none was missed and the last one went well.
QString scheduleTrouble(const ScheduleReading &schedule);
/// "Next run tomorrow 02:00".
QString nextRunText(const ScheduleReading &schedule, const QDateTime &now);

} // namespace pilothouse
