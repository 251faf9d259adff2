// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/backupscontroller.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace pilothouse {

class Pill;

/// The last recovery drill: whether it passed, what it measured, when the next one is due and run by itself,
/// and those before.
class DrillCard final : public Card
{
    Q_OBJECT

public:
    explicit DrillCard(QWidget *parent = nullptr);

    void showBackups(const BackupsReading &reading, const QDateTime &now);

signals:
    void drillAsked();
    void scheduleAsked();
    void removeAsked(); ///< of the schedule
    void keyAsked();
    /// A PDF.
    void reportAsked(const QString &file);

private:
    void showLast(const DrillEntry &entry, const QDateTime &now);
    void showSchedule(const BackupsReading &reading, const QDateTime &now);
    void showEarlier(const QList<DrillEntry> &drills, const QDateTime &now);
    void addEarlier(const DrillEntry &entry, int row, const QDateTime &now);

    Pill *m_pill;
    Label *m_when;
    QWidget *m_figures;
    Label *m_recovery;
    Label *m_loss;
    Label *m_problem;
    Label *m_due;
    Label *m_byItself;
    Label *m_trouble; ///< of the schedule
    QWidget *m_earlier;
    QGridLayout *m_lines;
    Button *m_run;
    Button *m_report;
    Button *m_schedule;
    Button *m_remove;
    Button *m_key;
    QString m_file; ///< of the last one's report
};

/// "Next drill due on 19 Feb 2027"; empty where none has passed.
QString drillDueText(const QDateTime &dueAt, const QDateTime &now);

} // namespace pilothouse
