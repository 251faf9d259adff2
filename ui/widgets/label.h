// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QLabel>

namespace pilothouse {

/// Plain text in one role of type and one colour, both of which follow the theme. Never takes markup, and
/// shows characters that cannot be seen.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text = {}, TextRole role = TextRole::Body, ColorRole ink = &Tokens::text,
                   QWidget *parent = nullptr);

    void setText(const QString &text);
    void setRole(TextRole role);
    void setInk(ColorRole ink);
    /// Wraps at the width it is given and lets the text be selected with the mouse.
    void setWrapping(bool isWrapping);

protected:
    bool event(QEvent *event) override;

private:
    TextRole m_role;
};

} // namespace pilothouse
