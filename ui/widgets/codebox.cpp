// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/codebox.h"

#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QPainter>

namespace pilothouse {

CodeBox::CodeBox(const QString &text, QWidget *parent)
    : Label(text, TextRole::Code, &Tokens::text, parent)
{
    setWrapping(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setContentsMargins(10, 7, 10, 7);
}

void CodeBox::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    paintCardBox(painter, rect(), tokens.sunken, hasFocus() ? tokens.focus : tokens.grid, 6);
    painter.end();
    Label::paintEvent(event);
}

} // namespace pilothouse
