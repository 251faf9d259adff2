// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/scheduledialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/labeledfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

using Preset = ScheduleTime::Preset;

QString titleOf(ScheduledWork work, bool isThere)
{
    if (work == ScheduledWork::Drill)
        return isThere ? ScheduleDialog::tr("Change the drill schedule of %1")
                       : ScheduleDialog::tr("Drill %1 by schedule");
    return isThere ? ScheduleDialog::tr("Change the backup schedule of %1")
                   : ScheduleDialog::tr("Back up %1 by schedule");
}

} // namespace

ScheduleDialog::ScheduleDialog(const QString &instance, ScheduledWork work,
                               const std::optional<ScheduleReading> &schedule, QWidget *parent)
    : DialogFrame({titleOf(work, schedule.has_value()).arg(instance),
                   tr("It runs without this window, and writes down how it went."), QStringLiteral("clock")},
                  parent)
    , m_work(work)
    , m_period(new QComboBox)
    , m_weekday(new QComboBox)
    , m_time(new QTimeEdit(QTime(2, 0)))
    , m_own(new QLineEdit)
    , m_runner(new QComboBox)
    , m_prunes(new QCheckBox(tr("Remove what retention no longer keeps after each backup")))
    , m_lingers(new QCheckBox(tr("Let timers run while nobody is logged in")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isDrill = work == ScheduledWork::Drill;
    m_period->addItems({tr("Every hour"), tr("Every day"), tr("Every week"), tr("Every month"),
                        tr("Every quarter"), tr("At times of its own")});
    m_period->setCurrentIndex(static_cast<int>(isDrill ? Preset::Quarterly : Preset::Daily));
    if (isDrill)
        m_time->setTime(QTime(3, 0));
    m_prunes->setVisible(!isDrill);
    for (int day = 1; day <= 7; ++day)
        m_weekday->addItem(QLocale().dayName(day));
    m_weekday->setCurrentIndex(6);
    m_time->setDisplayFormat(QStringLiteral("HH:mm"));
    m_runner->addItem(tr("systemd, or cron where there is none"), QString());
    m_runner->addItem(QStringLiteral("systemd"), QStringLiteral("systemd"));
    m_runner->addItem(QStringLiteral("cron"), QStringLiteral("cron"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new LabeledField(tr("How often"), m_period), 1);
    row->addWidget(m_weekdayField = new LabeledField(tr("Day"), m_weekday), 1);
    row->addWidget(m_timeField = new LabeledField(tr("Time"), m_time), 1);
    body()->addLayout(row);
    body()->addWidget(m_ownField = new LabeledField(tr("When"), m_own));
    m_ownField->setHint(tr("OnCalendar= of systemd, or the five fields of cron: 30 1 * * 1-5"));
    body()->addWidget(new LabeledField(tr("Run by"), m_runner));
    body()->addWidget(m_prunes);
    body()->addWidget(m_lingers);
    body()->addStretch(1);
    if (schedule)
        take(*schedule);
    auto *ok =
        addAction(schedule ? tr("Change the schedule…") : tr("Install the schedule…"), ButtonKind::Primary);
    connect(ok, &QPushButton::clicked, this, &ScheduleDialog::ask);
    connect(m_period, &QComboBox::currentIndexChanged, this, &ScheduleDialog::showFields);
    showFields();
    resize(600, isDrill ? 340 : 400);
}

void ScheduleDialog::take(const ScheduleReading &schedule)
{
    const auto time = ScheduleTime::parse(schedule.when);
    if (!time)
        return;
    m_period->setCurrentIndex(static_cast<int>(time->preset));
    m_weekday->setCurrentIndex(time->weekday - 1);
    if (time->at.isValid())
        m_time->setTime(time->at);
    m_own->setText(time->own);
    m_runner->setCurrentIndex(m_runner->findData(schedule.kind));
    m_prunes->setChecked(schedule.prunes);
}

void ScheduleDialog::showFields()
{
    const auto period = static_cast<Preset>(m_period->currentIndex());
    m_weekdayField->setVisible(period == Preset::Weekly);
    m_timeField->setVisible(period != Preset::Hourly && period != Preset::Own);
    m_ownField->setVisible(period == Preset::Own);
}

QJsonObject ScheduleDialog::arguments() const
{
    ScheduleTime time;
    time.preset = static_cast<Preset>(m_period->currentIndex());
    time.at = m_time->time();
    time.weekday = m_weekday->currentIndex() + 1;
    time.own = m_own->text().simplified();
    QJsonObject arguments{{QStringLiteral("when"), time.toText()}};
    if (m_work == ScheduledWork::Drill)
        arguments.insert(QStringLiteral("work"), scheduledWorkName(m_work));
    if (const QString kind = m_runner->currentData().toString(); !kind.isEmpty())
        arguments.insert(QStringLiteral("kind"), kind);
    if (m_prunes->isChecked())
        arguments.insert(QStringLiteral("prune"), true);
    if (m_lingers->isChecked())
        arguments.insert(QStringLiteral("linger"), true);
    return arguments;
}

void ScheduleDialog::ask()
{
    const QString when = arguments().value(QStringLiteral("when")).toString();
    const auto time = ScheduleTime::parse(when);
    if (when.isEmpty() || !time) {
        m_ownField->setError(time ? tr("Say when.") : time.error().message);
        return;
    }
    emit asked(arguments());
    accept();
}

} // namespace pilothouse
