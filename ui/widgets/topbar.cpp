// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/topbar.h"

#include "ui/models/foreigntext.h"
#include "ui/models/shortcutlist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/padlock.h"
#include "ui/widgets/palettefield.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_menu(new QMenu(this))
    , m_back(Button::withIcon(QStringLiteral("arrow-left"), tr("Back"), this))
    , m_forward(Button::withIcon(QStringLiteral("arrow-right"), tr("Forward"), this))
    , m_help(Button::withIcon(QStringLiteral("question-circle"), tr("Manual for this page"), this))
    , m_path(new Label({}, TextRole::Body, &Tokens::text2, this))
    , m_here(new Label({}, TextRole::Strong, &Tokens::text, this))
    , m_zone(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_palette(new PaletteField(this))
    , m_padlock(new Padlock(this))
{
    setFixedHeight(44);
    setAccessibleName(tr("Navigation"));
    auto *menuButton = Button::withIcon(QStringLiteral("list"), tr("Menu"), this);
    // The sides share what is left alike, so that the field stands in the middle of the window.
    auto *left = new QWidget(this);
    left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *leftLayout = new QHBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(4);
    leftLayout->addWidget(menuButton);
    leftLayout->addSpacing(4);
    leftLayout->addWidget(m_back);
    leftLayout->addWidget(m_forward);
    leftLayout->addSpacing(8);
    leftLayout->addWidget(m_path);
    leftLayout->addWidget(m_here);
    leftLayout->addStretch(1);
    auto *right = new QWidget(this);
    right->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *rightLayout = new QHBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(8);
    rightLayout->addStretch(1);
    rightLayout->addWidget(m_zone);
    rightLayout->addWidget(m_padlock);
    rightLayout->addWidget(m_help);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 12, 0);
    layout->setSpacing(12);
    layout->addWidget(left, 1);
    layout->addWidget(m_palette);
    layout->addWidget(right, 1);
    connect(menuButton, &QPushButton::clicked, this, [this, menuButton] {
        m_menu->popup(menuButton->mapToGlobal(QPoint(0, menuButton->height() + 2)));
    });
    connect(m_back, &QPushButton::clicked, this, &TopBar::backRequested);
    connect(m_forward, &QPushButton::clicked, this, &TopBar::forwardRequested);
    connect(m_help, &QPushButton::clicked, this, &TopBar::helpRequested);
    connect(m_palette, &QAbstractButton::clicked, this, &TopBar::paletteRequested);
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

void TopBar::setKeys(const ShortcutList &keys)
{
    m_back->setToolTip(keys.hint(tr("Back"), QStringLiteral("back")));
    m_forward->setToolTip(keys.hint(tr("Forward"), QStringLiteral("forward")));
    m_help->setToolTip(keys.hint(tr("Manual for this page"), QStringLiteral("manual")));
    m_palette->setKeyText(keys.keyText(QStringLiteral("palette")));
}

void TopBar::setZoneText(const QString &text)
{
    m_zone->setText(text);
    m_zone->setVisible(!text.isEmpty());
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
