// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/dialoghead.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPainter>

namespace pilothouse {
namespace {

constexpr int StripeHeight = 3;
constexpr int EmblemSize = 40;
constexpr int EmblemIcon = 20;
constexpr int DialogHeadPadding = 24;
constexpr int EmblemGap = 14;

} // namespace

DialogHead::DialogHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, TextRole::DialogTitle))
    , m_facts(new ElidingLabel({}, Qt::ElideRight, TextRole::Small))
    , m_badge(new Badge({}, 22))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(DialogHeadPadding + EmblemSize + EmblemGap, StripeHeight + 18, DialogHeadPadding,
                            14);
    row->setSpacing(12);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    row->addLayout(column, 1);
    row->addWidget(m_badge, 0, Qt::AlignTop);
    m_title->setWordWrap(true);
    m_facts->setInk(&Tokens::text2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DialogHead::setText(const DialogHeadText &text)
{
    m_text = text;
    m_title->setText(text.title);
    m_facts->setText(text.facts);
    m_facts->setVisible(!text.facts.isEmpty());
    m_badge->setVisible(text.environment.has_value());
    if (text.environment)
        m_badge->setBadge(*text.environment);
    update();
}

void DialogHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    if (m_text.environment)
        painter.fillRect(QRect(0, 0, width(), StripeHeight),
                         environmentColors(m_text.environment->kind, tokens).line);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF emblem(DialogHeadPadding, StripeHeight + 16, EmblemSize, EmblemSize);
    painter.setPen(tokens.isHighContrast ? QPen(tokens.border, 1) : QPen(Qt::NoPen));
    painter.setBrush(tokens.idleSoft);
    painter.drawRoundedRect(emblem, 10, 10);
    const qreal inset = (EmblemSize - EmblemIcon) / 2.0;
    if (!m_text.iconName.isEmpty())
        paintIcon(painter, emblem.adjusted(inset, inset, -inset, -inset), m_text.iconName, tokens.text2);
}

} // namespace pilothouse
