// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tabstrip.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

TabStrip::TabStrip(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
{
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 1);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1); // all the room: a tab grows with its count and when it is current
    setFixedHeight(35);
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), currentTokens().border);
}

} // namespace pilothouse
