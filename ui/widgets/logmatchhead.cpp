// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logmatchhead.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

LogMatchHead::LogMatchHead(QWidget *parent)
    : QWidget(parent)
    , m_words(new Label({}, TextRole::Small, &Tokens::text2, this))
    , m_context(new Button({}, ButtonKind::Ghost, QStringLiteral("arrows-expand"), this))
    , m_turn(new Button({}, ButtonKind::Ghost, QStringLiteral("layout-sidebar-reverse"), this))
{
    auto *close = Button::withIcon(QStringLiteral("x-lg"), tr("Hide this view (V)"), this);
    m_context->setToolTip(tr("Records around each match (x)"));
    for (Button *button : {m_context, m_turn, close})
        button->setSmall(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 4, 8, 4);
    layout->setSpacing(4);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_context);
    layout->addWidget(m_turn);
    layout->addWidget(close);
    connect(m_context, &QPushButton::clicked, this, &LogMatchHead::contextAsked);
    connect(m_turn, &QPushButton::clicked, this, &LogMatchHead::turnAsked);
    connect(close, &QPushButton::clicked, this, &LogMatchHead::closeAsked);
    setContext(0);
    setBeside(false);
}

void LogMatchHead::setWords(const QString &words)
{
    m_words->setText(words);
}

void LogMatchHead::setContext(int records)
{
    m_context->setText(records == 0 ? tr("Matches alone") : tr("±%1 records").arg(records));
}

void LogMatchHead::setBeside(bool isBeside)
{
    m_turn->setText(isBeside ? tr("Below") : tr("Beside"));
    m_turn->setToolTip(isBeside ? tr("Show it below the log") : tr("Show it beside the log"));
}

void LogMatchHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    painter.fillRect(rect(), tokens.sunken);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

} // namespace pilothouse
