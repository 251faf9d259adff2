// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/drillcard.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/schedulecard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimeZone>

namespace pilothouse {
namespace {

constexpr qsizetype EarlierDrills = 3;

QString dayText(const QDateTime &moment, const QDateTime &now)
{
    return QLocale().toString(moment.toTimeZone(now.timeZone()).date(), QLocale::ShortFormat);
}

PillCell resultPill(bool isPassed)
{
    return isPassed ? PillCell{DrillCard::tr("Passed"), Tone::Ok, QStringLiteral("check-lg")}
                    : PillCell{DrillCard::tr("Failed"), Tone::Down, QStringLiteral("x-lg")};
}

QString recoveryText(const DrillReport &report)
{
    return report.recoveryMilliseconds < 0 ? DrillCard::tr("not measured")
                                           : formatDuration(report.recoveryMilliseconds);
}

QString lossText(const DrillReport &report)
{
    return report.lossSeconds < 0 ? DrillCard::tr("no backup before")
                                  : formatDuration(report.lossSeconds * 1000);
}

Label *figure(QGridLayout *grid, int row, const QString &name)
{
    auto *value = new Label({}, TextRole::Body, &Tokens::text);
    grid->addWidget(new Label(name, TextRole::Small, &Tokens::text2), row, 0);
    grid->addWidget(value, row, 1, Qt::AlignRight);
    return value;
}

QHBoxLayout *rowOf(const QList<Button *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (Button *button : buttons) {
        button->setSmall(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    return row;
}

} // namespace

DrillCard::DrillCard(QWidget *parent)
    : Card(tr("Recovery drill"), Body::Padded, parent)
    , m_pill(new Pill({}, this))
    , m_when(new Label({}, TextRole::Body, &Tokens::text, this))
    , m_figures(new QWidget(this))
    , m_problem(new Label({}, TextRole::Small, &Tokens::downText, this))
    , m_due(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_byItself(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_trouble(new Label({}, TextRole::Small, &Tokens::warnText, this))
    , m_earlier(new QWidget(this))
    , m_lines(new QGridLayout(m_earlier))
    , m_run(new Button(tr("Run a drill…"), ButtonKind::Normal, QStringLiteral("clipboard-check"), this))
    , m_report(new Button(tr("Open report"), ButtonKind::Normal, {}, this))
    , m_schedule(new Button(tr("Schedule…"), ButtonKind::Normal, QStringLiteral("clock"), this))
    , m_remove(new Button(tr("Remove…"), ButtonKind::Normal, {}, this))
    , m_key(new Button(tr("Key…"), ButtonKind::Normal, QStringLiteral("key"), this))
{
    addHeadWidget(m_pill);
    auto *grid = new QGridLayout(m_figures);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    m_recovery = figure(grid, 0, tr("Recovery time (RTO)"));
    m_loss = figure(grid, 1, tr("Data loss (RPO)"));
    m_recovery->setToolTip(tr("From the first byte read out of the backup to the last proof"));
    m_loss->setToolTip(tr("Age of the newest backup when the drill began: what a failure would have cost"));
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setVerticalSpacing(4);
    m_schedule->setToolTip(tr("Run drills by themselves"));
    m_remove->setToolTip(tr("Run no drill by itself any more"));
    m_key->setToolTip(tr("Keep the key with which a drill writes its marker through the service"));
    for (Label *label : {m_when, m_problem, m_due, m_byItself, m_trouble})
        label->setWrapping(true);
    body()->addWidget(m_when);
    body()->addWidget(m_problem);
    body()->addWidget(m_figures);
    body()->addWidget(m_due);
    body()->addWidget(m_byItself);
    body()->addWidget(m_trouble);
    body()->addWidget(m_earlier);
    body()->addLayout(rowOf({m_run, m_report}));
    body()->addLayout(rowOf({m_schedule, m_remove, m_key}));
    connect(m_schedule, &QPushButton::clicked, this, &DrillCard::scheduleAsked);
    connect(m_remove, &QPushButton::clicked, this, &DrillCard::removeAsked);
    connect(m_key, &QPushButton::clicked, this, &DrillCard::keyAsked);
    connect(m_run, &QPushButton::clicked, this, &DrillCard::drillAsked);
    connect(m_report, &QPushButton::clicked, this, [this] { emit reportAsked(m_file); });
}

void DrillCard::showBackups(const BackupsReading &reading, const QDateTime &now)
{
    const bool hasAny = !reading.drills.isEmpty();
    m_figures->setVisible(hasAny);
    m_report->setVisible(hasAny);
    m_problem->setVisible(hasAny && !reading.drills.first().report.isPassed);
    if (hasAny)
        showLast(reading.drills.first(), now);
    else
        m_when->setText(tr("No drill yet: nothing shows that a backup can be restored."));
    const bool isStale = reading.drillState.isStale;
    if (isStale && (!hasAny || reading.drills.first().report.isPassed))
        m_pill->setPill({tr("Stale"), Tone::Warn, QStringLiteral("clock-history")});
    const QString due = drillDueText(reading.drillState.dueAt, now);
    m_due->setInk(isStale ? &Tokens::warnText : &Tokens::text2);
    m_due->setText(due.isEmpty() ? tr("Due every %n day(s)", nullptr, reading.drillDays) : due);
    showSchedule(reading, now);
    showEarlier(reading.drills, now);
}

void DrillCard::showSchedule(const BackupsReading &reading, const QDateTime &now)
{
    m_remove->setVisible(reading.drillSchedule.has_value());
    m_key->setVisible(reading.hasDrillKey);
    m_trouble->setVisible(false);
    if (!reading.drillSchedule) {
        m_byItself->setText(tr("No drill is run by itself."));
        return;
    }
    const ScheduleReading &schedule = *reading.drillSchedule;
    QString title = schedule.title;
    title[0] = title[0].toUpper();
    m_byItself->setText(visibleLine(title) + u'\n' + nextRunText(schedule, now));
    m_trouble->setText(scheduleTrouble(schedule));
    m_trouble->setVisible(!m_trouble->text().isEmpty());
}

void DrillCard::showLast(const DrillEntry &entry, const QDateTime &now)
{
    const DrillReport &report = entry.report;
    m_file = entry.file + QStringLiteral(".pdf");
    m_pill->setPill(resultPill(report.isPassed));
    QString when = formatMoment(report.startedAt, shownTime(now));
    when[0] = when[0].toUpper();
    m_when->setText(entry.isSigned ? tr("%1, report signed").arg(when)
                                   : tr("%1, report not signed").arg(when));
    m_problem->setText(visibleText(report.problem));
    m_recovery->setText(recoveryText(report));
    m_loss->setText(lossText(report));
}

void DrillCard::showEarlier(const QList<DrillEntry> &drills, const QDateTime &now)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_earlier->setVisible(drills.size() > 1);
    for (qsizetype at = 1; at < drills.size() && at <= EarlierDrills; ++at)
        addEarlier(drills[at], static_cast<int>(at), now);
}

void DrillCard::addEarlier(const DrillEntry &entry, int row, const QDateTime &now)
{
    auto *link = new Button(dayText(entry.report.startedAt, now), ButtonKind::Link, {}, m_earlier);
    link->setSmall(true);
    link->setToolTip(tr("Open its report"));
    connect(link, &QPushButton::clicked, this,
            [this, file = QString(entry.file + QStringLiteral(".pdf"))] { emit reportAsked(file); });
    m_lines->addWidget(link, row, 0, Qt::AlignLeft);
    m_lines->addWidget(new Label(recoveryText(entry.report), TextRole::Small, &Tokens::text2, m_earlier), row,
                       1, Qt::AlignRight);
    m_lines->addWidget(new Pill(resultPill(entry.report.isPassed), m_earlier), row, 2, Qt::AlignRight);
}

QString drillDueText(const QDateTime &dueAt, const QDateTime &now)
{
    if (!dueAt.isValid())
        return {};
    const QString day = dayText(dueAt, now);
    return dueAt <= now ? DrillCard::tr("The next drill was due on %1").arg(day)
                        : DrillCard::tr("Next drill due on %1").arg(day);
}

} // namespace pilothouse
