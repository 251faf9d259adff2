// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/card.h"

#include "core/base/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPainter>

namespace pilothouse {
namespace {

constexpr int SidePadding = 16;
constexpr int CardHeadHeight = 28;

} // namespace

void paintCardBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &edge, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

Card::Card(const QString &title, Body body, QWidget *parent)
    : QWidget(parent)
    , m_kind(body)
{
    auto *column = new QVBoxLayout(this);
    const bool isFlush = body == Body::Flush;
    column->setContentsMargins(isFlush ? QMargins(1, 1, 1, 6) : QMargins(SidePadding, 8, SidePadding, 10));
    column->setSpacing(isFlush ? 0 : 4);
    if (!title.isEmpty())
        column->addWidget(m_headRow = makeHead(title, body));
    m_body = new QVBoxLayout;
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(isFlush ? 0 : 8);
    column->addLayout(m_body, 1);
}

QWidget *Card::makeHead(const QString &title, Body body)
{
    auto *head = new QWidget;
    head->setFixedHeight(body == Body::Flush ? CardHeadHeight + 12 : CardHeadHeight);
    m_head = new QHBoxLayout(head);
    const int side = body == Body::Flush ? SidePadding - 1 : 0;
    m_head->setContentsMargins(side, 0, side, 0);
    m_head->setSpacing(8);
    m_title = new Label(title, TextRole::Strong);
    m_subtitle = new Label({}, TextRole::Small, &Tokens::text2);
    m_subtitle->hide();
    m_head->addWidget(m_title);
    m_head->addWidget(m_subtitle);
    m_head->addStretch(1);
    setAccessibleName(visibleLine(title));
    return head;
}

void Card::setTitle(const QString &title)
{
    Q_ASSERT(m_title); // only a card that was built with a title has a head
    m_title->setText(title);
    setAccessibleName(visibleLine(title));
}

void Card::setSubtitle(const QString &subtitle)
{
    Q_ASSERT(m_subtitle);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Card::addHeadWidget(QWidget *widget)
{
    Q_ASSERT(m_head);
    m_head->addWidget(widget);
}

Button *Card::addLink(const QString &text)
{
    auto *link = new Button(text, ButtonKind::Link);
    addHeadWidget(link);
    return link;
}

void Card::setEdge(ColorRole edge)
{
    m_edge = edge;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    paintCardBox(painter, rect(), tokens.surface, tokens.*m_edge);
    if (m_headRow && m_kind == Body::Flush)
        painter.fillRect(QRect(1, m_headRow->geometry().bottom(), width() - 2, 1), tokens.border);
}

} // namespace pilothouse
