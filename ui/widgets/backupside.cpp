// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backupside.h"

#include "ui/widgets/backupcalendar.h"
#include "ui/widgets/backuppane.h"
#include "ui/widgets/backupplacecard.h"
#include "ui/widgets/drillcard.h"
#include "ui/widgets/label.h"
#include "ui/widgets/schedulecard.h"

#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int BackupSideWidth = 348;

} // namespace

BackupSide::BackupSide(QWidget *parent)
    : QScrollArea(parent)
    , m_sum(new Label({}, TextRole::Small, &Tokens::text2))
    , m_calendar(new BackupCalendar)
    , m_pane(new BackupPane)
    , m_schedule(new ScheduleCard)
    , m_drill(new DrillCard)
    , m_place(new BackupPlaceCard)
{
    auto *inner = new QWidget;
    inner->setFixedWidth(BackupSideWidth);
    auto *weeks = new Card(tr("Last 4 weeks"), Card::Body::Padded, inner);
    weeks->addHeadWidget(m_sum);
    weeks->body()->addWidget(m_calendar);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(weeks);
    column->addWidget(m_schedule);
    column->addWidget(m_pane);
    column->addWidget(m_drill);
    column->addWidget(m_place);
    column->addStretch(1);
    setWidget(inner);
    setWidgetResizable(true);
    setFixedWidth(BackupSideWidth + ScrollBarRoom);
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the table does not jump when the first read is done
    setSizePolicy(policy);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_calendar, &BackupCalendar::chosen, this, &BackupSide::chosen);
}

void BackupSide::showBackups(const BackupsReading &reading, const QDateTime &now)
{
    const QList<BackupDay> days = backupDays(reading.records, now);
    m_calendar->setDays(days, now.date());
    m_sum->setText(daysInWords(days));
    m_schedule->showBackups(reading, now);
    m_drill->showBackups(reading, now);
    m_place->showBackups(reading);
}

} // namespace pilothouse
