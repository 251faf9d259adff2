// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/instanceheader.h"

#include "ui/models/cellvalue.h"
#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/statemark.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

namespace {

Tone toneOf(StateKind state)
{
    switch (state) {
    case StateKind::NeedsOperator:
    case StateKind::Down:
        return Tone::Down;
    case StateKind::BackupStale:
    case StateKind::Warning:
        return Tone::Warn;
    case StateKind::Due:
    case StateKind::Working:
        return Tone::Info;
    case StateKind::Healthy:
        return Tone::Ok;
    default:
        return Tone::Neutral;
    }
}

} // namespace

InstanceHeader::InstanceHeader(QWidget *parent)
    : QWidget(parent)
    , m_mark(new StateMark(StateKind::NotChecked, 20, this))
    , m_name(new Label({}, TextRole::PageTitle, &Tokens::text, this))
    , m_environment(new Badge({}, 22, this))
    , m_reason(new Pill({}, this))
    , m_facts(new ElidingLabel({}, Qt::ElideRight, TextRole::Small, this))
    , m_factsBeside(new ElidingLabel({}, Qt::ElideRight, TextRole::Small, this))
    , m_restart(new Button(tr("Restart…"), ButtonKind::Normal, QStringLiteral("arrow-repeat"), this))
    , m_start(new Button(tr("Start"), ButtonKind::Normal, QStringLiteral("play"), this))
    , m_backup(new Button(tr("Back up now"), ButtonKind::Primary, QStringLiteral("cloud-arrow-up"), this))
    , m_menu(new QMenu(this))
{
    auto *more = Button::withIcon(QStringLiteral("three-dots"), tr("More"), this);
    auto *firstLine = new QHBoxLayout;
    firstLine->setSpacing(8);
    firstLine->addWidget(m_mark);
    firstLine->addWidget(m_name);
    firstLine->addSpacing(4);
    firstLine->addWidget(m_environment);
    firstLine->addWidget(m_reason);
    firstLine->addWidget(m_factsBeside, 4);
    firstLine->addStretch(1);
    auto *left = new QVBoxLayout;
    left->setSpacing(2);
    left->addStretch();
    left->addLayout(firstLine);
    auto *secondLine = new QHBoxLayout;
    secondLine->addSpacing(28);
    secondLine->addWidget(m_facts, 1);
    left->addLayout(secondLine);
    m_facts->setInk(&Tokens::text2);
    m_factsBeside->setInk(&Tokens::text2);
    left->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 20, 0);
    layout->setSpacing(8);
    layout->addLayout(left, 1);
    layout->addWidget(m_restart);
    layout->addWidget(m_start);
    layout->addWidget(m_backup);
    layout->addWidget(more);
    m_backup->setToolTip(tr("Back up now (Ctrl+B)"));
    connect(m_restart, &QPushButton::clicked, this,
            [this] { emit actionRequested(QStringLiteral("service.restart"), {}); });
    connect(m_start, &QPushButton::clicked, this,
            [this] { emit actionRequested(QStringLiteral("service.start"), {}); });
    connect(m_backup, &QPushButton::clicked, this,
            [this] { emit actionRequested(QStringLiteral("backup.create"), {}); });
    connect(more, &QPushButton::clicked, this, [this, more] {
        fillMenu();
        m_menu->popup(
            more->mapToGlobal(QPoint(more->width() - m_menu->sizeHint().width(), more->height() + 2)));
    });
    setCompact(false);
}

void InstanceHeader::setText(const HeaderText &text)
{
    m_text = text;
    m_mark->setState(text.state);
    m_name->setText(visibleLine(text.name));
    m_environment->setBadge({text.environmentText, text.environment});
    m_environment->setVisible(!text.environmentText.isEmpty());
    const QString reason = text.reason.isEmpty() ? stateWord(text.state) : text.reason;
    m_reason->setPill({reason, toneOf(text.state)});
    const QString facts = text.facts.join(QStringLiteral("  \u00B7  "));
    m_facts->setText(facts);
    m_factsBeside->setText(facts);
    m_restart->setVisible(text.canControl && text.isRunning);
    m_start->setVisible(text.canControl && !text.isRunning);
    m_restart->setRefusal(text.busy);
    m_start->setRefusal(text.busy);
    m_backup->setRefusal(text.busy);
}

void InstanceHeader::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    setFixedHeight(isCompact ? 48 : 68);
    m_name->setRole(isCompact ? TextRole::DialogTitle : TextRole::PageTitle);
    m_facts->setVisible(!isCompact);
    m_factsBeside->setVisible(isCompact);
}

void InstanceHeader::fillMenu()
{
    m_menu->clear();
    connect(m_menu->addAction(tr("Check what is there")), &QAction::triggered, this,
            &InstanceHeader::probeRequested);
    connect(m_menu->addAction(tr("Troubleshooter…")), &QAction::triggered, this,
            &InstanceHeader::troubleshootRequested);
    if (m_text.canControl && m_text.isRunning) {
        connect(m_menu->addAction(tr("Stop…")), &QAction::triggered, this,
                [this] { emit actionRequested(QStringLiteral("service.stop"), {}); });
    }
    if (m_text.canControl) {
        connect(m_menu->addAction(tr("Upgrade…")), &QAction::triggered, this,
                &InstanceHeader::upgradeRequested);
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Edit…")), &QAction::triggered, this, &InstanceHeader::editRequested);
    connect(m_menu->addAction(tr("Remove from the list…")), &QAction::triggered, this,
            &InstanceHeader::removeRequested);
}

void InstanceHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
    if (!m_text.environmentText.isEmpty())
        painter.fillRect(QRect(0, 0, width(), 3),
                         environmentColors(m_text.environment, currentTokens()).line);
}

} // namespace pilothouse
