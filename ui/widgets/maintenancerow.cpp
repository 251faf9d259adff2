// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/maintenancerow.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/usagebar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int MaintenanceRowHeight = 58;
constexpr int ButtonWidth = 116;

QString ageOf(const MaintenanceItem &item, const QDateTime &now)
{
    if (item.until.isValid())
        return MaintenanceRow::tr("%1 left").arg(
            formatDuration(std::max<qint64>(0, now.msecsTo(item.until))));
    if (!item.at.isValid())
        return {};
    constexpr qint64 FreshMs = 2000;
    const qint64 age = item.at.msecsTo(now);
    return age < FreshMs ? MaintenanceRow::tr("just now")
                         : MaintenanceRow::tr("%1 ago").arg(formatDuration(age));
}

} // namespace

StateKind stateKindOf(MaintenanceState state)
{
    switch (state) {
    case MaintenanceState::Bad:
        return StateKind::Down;
    case MaintenanceState::Warning:
        return StateKind::Warning;
    case MaintenanceState::Due:
        return StateKind::Due;
    case MaintenanceState::Working:
        return StateKind::Working;
    case MaintenanceState::NotKnown:
    case MaintenanceState::NotRun:
        return StateKind::NotChecked;
    case MaintenanceState::Good:
        return StateKind::Healthy;
    }
    return StateKind::NotChecked;
}

MaintenanceRow::MaintenanceRow(QWidget *parent)
    : QWidget(parent)
    , m_mark(new StateMark(StateKind::NotChecked, 18, this))
    , m_sentence(new ElidingLabel({}, Qt::ElideRight, TextRole::Strong, this))
    , m_use(new UsageBar(this))
    , m_evidence(new ElidingLabel({}, Qt::ElideRight, TextRole::Small, this))
    , m_age(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_button(new Button({}, ButtonKind::Normal, {}, this))
{
    setFixedHeight(MaintenanceRowHeight);
    setFocusPolicy(Qt::StrongFocus);
    m_evidence->setInk(&Tokens::text2);
    m_button->setFixedWidth(ButtonWidth);
    m_use->setColor(&Tokens::c4);
    m_use->setFixedWidth(120);
    auto *first = new QHBoxLayout;
    first->setSpacing(14);
    first->addWidget(m_sentence, 1);
    first->addWidget(m_use, 0, Qt::AlignVCenter);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch(1);
    texts->addLayout(first);
    texts->addWidget(m_evidence);
    texts->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(17, 0, 12, 0);
    layout->setSpacing(14);
    layout->addWidget(m_mark);
    layout->addLayout(texts, 1);
    layout->addWidget(m_age);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        emit selected();
        emit activated();
    });
}

void MaintenanceRow::setItem(const MaintenanceItem &item, const QDateTime &now)
{
    m_item = item;
    m_mark->setState(stateKindOf(item.state));
    m_sentence->setText(visibleLine(item.sentence));
    m_evidence->setText(visibleLine(item.evidence));
    m_age->setText(ageOf(item, now));
    const bool isPressing = item.state == MaintenanceState::Due || item.until.isValid();
    m_age->setRole(isPressing ? TextRole::SmallStrong : TextRole::Small);
    m_age->setInk(isPressing ? &Tokens::text : &Tokens::text2);
    m_button->setText(mnemonicSafe(item.buttonText));
    m_button->setFixedWidth(std::max(ButtonWidth, m_button->sizeHint().width()));
    m_button->setVisible(!item.buttonText.isEmpty());
    setAccessibleName(visibleLine(stateWord(m_mark->state()) + QStringLiteral(": ") + m_sentence->text()));
    setAccessibleDescription(visibleText(m_evidence->text()));
    m_button->setAccessibleDescription(visibleText(m_sentence->text()));
    showUse();
}

void MaintenanceRow::showUse()
{
    const bool hasUse = m_item.use.share >= 0 && m_item.use.isInRow;
    m_use->setVisible(hasUse);
    m_use->setShare(std::max(0.0, m_item.use.share), m_item.use.text);
    m_use->setPeak(m_item.use.peak >= 0 ? std::optional(m_item.use.peak) : std::nullopt);
}

void MaintenanceRow::setSelected(bool isSelected)
{
    m_isSelected = isSelected;
    update();
}

void MaintenanceRow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    if (m_isSelected) {
        painter.fillRect(rect(), tokens.sel);
        painter.fillRect(QRect(0, 0, 3, height()), tokens.accent);
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.grid);
    if (!hasFocus())
        return;
    painter.setPen(QPen(tokens.focus, tokens.focusWidth()));
    const qreal inset = tokens.focusWidth() / 2.0;
    painter.drawRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
}

void MaintenanceRow::mousePressEvent(QMouseEvent *)
{
    emit selected();
}

void MaintenanceRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    emit selected();
    update();
}

void MaintenanceRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void MaintenanceRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        emit moved(-1);
        return;
    case Qt::Key_Down:
        emit moved(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_button->isVisible())
            emit activated();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace pilothouse
