// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backupplacecard.h"

#include "core/base/units.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/usagebar.h"

#include <QHBoxLayout>

namespace pilothouse {

BackupPlaceCard::BackupPlaceCard(QWidget *parent)
    : Card(tr("Place"), Body::Padded, parent)
    , m_folder(new ElidingLabel({}, Qt::ElideMiddle, TextRole::Code, this))
    , m_used(new Label({}, TextRole::Small, &Tokens::text, this))
    , m_free(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_bar(new UsageBar(this))
    , m_policy(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_stopped(new Label({}, TextRole::Small, &Tokens::warnText, this))
{
    m_folder->setInk(&Tokens::text2);
    m_bar->setColor(&Tokens::c2);
    m_policy->setWrapping(true);
    m_stopped->setWrapping(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_used);
    row->addStretch(1);
    row->addWidget(m_free);
    body()->addWidget(m_folder);
    body()->addLayout(row);
    body()->addWidget(m_bar);
    body()->addWidget(m_policy);
    body()->addWidget(m_stopped);
}

void BackupPlaceCard::showBackups(const BackupsReading &reading)
{
    const bool isKnown = reading.freeBytes >= 0;
    const QString used = tr("%1 used").arg(formatBytes(reading.usedBytes));
    m_folder->setText(reading.folder);
    m_used->setText(used);
    QString free = isKnown ? tr("%1 free").arg(formatBytes(reading.freeBytes)) : tr("Free space not known");
    if (reading.room() >= 0)
        free = tr("%1, room for %2 more").arg(free, formatCount(reading.room()));
    m_free->setText(free);
    const auto whole = static_cast<double>(reading.usedBytes + reading.freeBytes);
    const double share = isKnown && whole > 0 ? static_cast<double>(reading.usedBytes) / whole : 0;
    m_bar->setVisible(isKnown);
    m_bar->setShare(share, used);
    m_policy->setText(tr("Kept: %1, and always the newest verified one").arg(reading.policy));
    const bool isStopped = !reading.stopped.isEmpty() && !reading.records.isEmpty();
    m_stopped->setText(reading.stopped);
    m_stopped->setVisible(isStopped);
}

} // namespace pilothouse
