// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/buttonlook.h"

namespace pilothouse {
namespace {

ButtonLook disabledLook(ButtonKind kind, const Tokens &t)
{
    const bool isBare = kind == ButtonKind::Ghost || kind == ButtonKind::Link || kind == ButtonKind::IconOnly;
    return isBare ? ButtonLook{{}, {}, t.disabled, t.disabled}
                  : ButtonLook{t.sunken, t.border, t.disabled, t.disabled};
}

ButtonLook primaryLook(ButtonState state, const Tokens &t)
{
    switch (state) {
    case ButtonState::Hover:
        return {t.accentHover, t.accentHover, t.accentText, t.accentText};
    case ButtonState::Pressed:
        return {t.accentPressed, t.accentPressed, t.accentText, t.accentText};
    case ButtonState::Focus:
        return {t.accent, t.focusOnAccent, t.accentText, t.accentText};
    default:
        return {t.accent, t.accent, t.accentText, t.accentText};
    }
}

ButtonLook dangerLook(ButtonState state, const Tokens &t)
{
    switch (state) {
    case ButtonState::Hover:
        return {t.dangerHover, t.dangerHover, t.inkFill, t.inkFill};
    case ButtonState::Pressed:
        return {t.dangerPressed, t.dangerPressed, t.inkFill, t.inkFill};
    case ButtonState::Focus:
        return {t.downFill, t.focusOnDanger, t.inkFill, t.inkFill};
    default:
        return {t.downFill, t.downFill, t.inkFill, t.inkFill};
    }
}

ButtonLook quietLook(ButtonKind kind, ButtonState state, const Tokens &t)
{
    const bool isDanger = kind == ButtonKind::QuietDanger;
    const QColor label = isDanger ? t.downText : t.text;
    const QColor glyph = isDanger ? t.downText : t.text2;
    switch (state) {
    case ButtonState::Hover:
        return isDanger ? ButtonLook{t.downSoft, t.downText, label, glyph}
                        : ButtonLook{t.hover, t.borderStrong, label, glyph};
    case ButtonState::Pressed:
        return {t.border, t.border, label, glyph};
    case ButtonState::Focus:
        return {t.surface, t.focus, label, glyph};
    case ButtonState::Checked:
        return {t.accentSoft, t.accent, t.infoText, t.infoText};
    default:
        return {t.surface, t.border, label, glyph};
    }
}

ButtonLook bareLook(ButtonState state, const Tokens &t)
{
    switch (state) {
    case ButtonState::Hover:
        return {t.hover, {}, t.text2, t.text2};
    case ButtonState::Pressed:
        return {t.border, {}, t.text2, t.text2};
    case ButtonState::Focus:
        return {t.surface, t.focus, t.text2, t.text2};
    case ButtonState::Checked:
        return {t.accentSoft, t.accent, t.infoText, t.infoText};
    default:
        return {{}, {}, t.text2, t.text2};
    }
}

ButtonLook linkLook(ButtonState state, const Tokens &t)
{
    switch (state) {
    case ButtonState::Hover:
        return {{}, {}, t.link, t.link};
    case ButtonState::Pressed:
        return {t.hover, {}, t.link, t.link};
    case ButtonState::Focus:
        return {{}, t.focus, t.link, t.link};
    default:
        return {{}, {}, t.link, t.link};
    }
}

} // namespace

QList<std::pair<ButtonKind, QLatin1String>> buttonKinds()
{
    return {{ButtonKind::Normal, QLatin1String("normal")},
            {ButtonKind::Primary, QLatin1String("primary")},
            {ButtonKind::Ghost, QLatin1String("ghost")},
            {ButtonKind::Danger, QLatin1String("danger")},
            {ButtonKind::QuietDanger, QLatin1String("quietDanger")},
            {ButtonKind::Link, QLatin1String("link")},
            {ButtonKind::IconOnly, QLatin1String("iconOnly")}};
}

QLatin1String buttonKindName(ButtonKind kind)
{
    for (const auto &[known, name] : buttonKinds()) {
        if (known == kind)
            return name;
    }
    return QLatin1String("normal");
}

ButtonLook buttonLook(ButtonKind kind, ButtonState state, const Tokens &tokens)
{
    if (state == ButtonState::Disabled)
        return disabledLook(kind, tokens);
    switch (kind) {
    case ButtonKind::Primary:
        return primaryLook(state, tokens);
    case ButtonKind::Danger:
        return dangerLook(state, tokens);
    case ButtonKind::Normal:
    case ButtonKind::QuietDanger:
        return quietLook(kind, state, tokens);
    case ButtonKind::Ghost:
    case ButtonKind::IconOnly:
        return bareLook(state, tokens);
    case ButtonKind::Link:
        return linkLook(state, tokens);
    }
    return {};
}

} // namespace pilothouse
