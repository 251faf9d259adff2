// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QList>

namespace pilothouse {

/// What a button is for. Danger is filled and stands only at the end of a destructive dialog.
enum class ButtonKind { Normal, Primary, Ghost, Danger, QuietDanger, Link, IconOnly };

enum class ButtonState { Rest, Hover, Pressed, Focus, Disabled, Checked };

/// The colours of one kind of button in one state; an invalid colour is not drawn.
struct ButtonLook
{
    QColor fill;
    QColor edge;
    QColor label;
    QColor glyph;
};

/// All kinds with the names that the property "kind" of a widget carries.
QList<std::pair<ButtonKind, QLatin1String>> buttonKinds();

QLatin1String buttonKindName(ButtonKind kind);

ButtonLook buttonLook(ButtonKind kind, ButtonState state, const Tokens &tokens);

} // namespace pilothouse
