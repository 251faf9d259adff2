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
    setMargin(8); // contents margins would get lost where the label is polished while it is hidden
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
