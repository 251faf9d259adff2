// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/schedulecard.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace pilothouse {

ScheduleCard::ScheduleCard(QWidget *parent)
    : Card(tr("Schedule"), Body::Padded, parent)
    , m_when(new Label({}, TextRole::Body, &Tokens::text, this))
    , m_next(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_last(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_missed(new Label({}, TextRole::Small, &Tokens::warnText, this))
    , m_change(new Button(tr("Install…"), ButtonKind::Normal, QStringLiteral("clock"), this))
    , m_adopt(new Button(tr("Take over…"), ButtonKind::Normal, {}, this))
    , m_remove(new Button(tr("Remove…"), ButtonKind::Normal, {}, this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (Button *button : {m_change, m_adopt, m_remove}) {
        button->setSmall(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_adopt->setToolTip(
        tr("Find lines of cron and timers that back it up, and run this schedule in their place"));
    for (Label *label : {m_when, m_next, m_last, m_missed}) {
        label->setWrapping(true);
        body()->addWidget(label);
    }
    body()->addLayout(row);
    connect(m_change, &QPushButton::clicked, this, &ScheduleCard::changeAsked);
    connect(m_adopt, &QPushButton::clicked, this, &ScheduleCard::adoptAsked);
    connect(m_remove, &QPushButton::clicked, this, &ScheduleCard::removeAsked);
}

void ScheduleCard::showBackups(const BackupsReading &reading, const QDateTime &now)
{
    const bool hasSchedule = reading.schedule.has_value();
    m_remove->setVisible(hasSchedule);
    m_change->setText(hasSchedule ? tr("Change…") : tr("Install…"));
    m_next->setVisible(hasSchedule);
    m_last->setVisible(hasSchedule);
    m_missed->setVisible(false);
    if (hasSchedule)
        showSchedule(*reading.schedule, now);
    else
        m_when->setText(tr("No backup is made by itself."));
}

void ScheduleCard::showSchedule(const ScheduleReading &schedule, const QDateTime &now)
{
    const QString runner = schedule.kind == u"cron" ? tr("by cron") : tr("by systemd");
    QString when = schedule.title;
    when[0] = when[0].toUpper();
    m_when->setText(visibleLine(QStringLiteral("%1, %2").arg(when, runner)));
    m_next->setText(nextRunText(schedule, now));
    m_last->setText(schedule.lastRunAt.isValid()
                        ? tr("Last run %1").arg(formatMoment(schedule.lastRunAt, shownTime(now)))
                        : tr("It has not run yet"));
    m_missed->setText(scheduleTrouble(schedule));
    m_missed->setVisible(!m_missed->text().isEmpty());
}

QString scheduleTrouble(const ScheduleReading &schedule)
{
    QStringList sentences;
    if (schedule.missed > 0)
        sentences << ScheduleCard::tr("%n run(s) missed", nullptr, schedule.missed);
    if (schedule.lastRunAt.isValid() && schedule.lastRunCode != 0)
        sentences << ScheduleCard::tr("The last run failed: %1").arg(visibleLine(schedule.lastRunProblem));
    return sentences.join(u'\n');
}

QString nextRunText(const ScheduleReading &schedule, const QDateTime &now)
{
    return schedule.nextRunAt.isValid()
               ? ScheduleCard::tr("Next run %1").arg(formatMoment(schedule.nextRunAt, shownTime(now)))
               : ScheduleCard::tr("Next run: as systemd has it");
}

} // namespace pilothouse
