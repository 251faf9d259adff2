// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/topbar.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/padlock.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_menu(new QMenu(this))
    , m_back(Button::withIcon(QStringLiteral("arrow-left"), tr("Back (Alt+Left)"), this))
    , m_forward(Button::withIcon(QStringLiteral("arrow-right"), tr("Forward (Alt+Right)"), this))
    , m_path(new Label({}, TextRole::Body, &Tokens::text2, this))
    , m_here(new Label({}, TextRole::Strong, &Tokens::text, this))
    , m_padlock(new Padlock(this))
{
    setFixedHeight(44);
    setAccessibleName(tr("Navigation"));
    auto *menuButton = Button::withIcon(QStringLiteral("list"), tr("Menu"), this);
    auto *help = Button::withIcon(QStringLiteral("question-circle"), tr("Manual for this page (F1)"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 12, 0);
    layout->setSpacing(4);
    layout->addWidget(menuButton);
    layout->addSpacing(4);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addSpacing(8);
    layout->addWidget(m_path);
    layout->addWidget(m_here);
    layout->addStretch(1);
    layout->addWidget(m_padlock);
    layout->addSpacing(8);
    layout->addWidget(help);
    connect(menuButton, &QPushButton::clicked, this, [this, menuButton] {
        m_menu->popup(menuButton->mapToGlobal(QPoint(0, menuButton->height() + 2)));
    });
    connect(m_back, &QPushButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QPushButton::clicked, this, &TopBar::forwardRequested);
    connect(help, &QPushButton::clicked, this, &TopBar::helpRequested);
    setHistory(false, false);
}

void TopBar::setPath(const QStringList &parts)
{
    QString before;
    for (const QString &part : parts.mid(0, qMax<qsizetype>(0, parts.size() - 1)))
        before += visibleLine(part) + QStringLiteral("  \u203A  ");
    m_path->setText(before);
    m_here->setText(parts.isEmpty() ? QString() : visibleLine(parts.last()));
}

void TopBar::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), currentTokens().border);
}

} // namespace pilothouse
