// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/tones.h"

namespace pilothouse {

ToneColors toneColors(Tone tone, const Tokens &tokens)
{
    switch (tone) {
    case Tone::Ok:
        return {tokens.okFill, tokens.okText, tokens.okSoft};
    case Tone::Warn:
        return {tokens.warnFill, tokens.warnText, tokens.warnSoft};
    case Tone::Down:
        return {tokens.downFill, tokens.downText, tokens.downSoft};
    case Tone::Info:
        return {tokens.infoFill, tokens.infoText, tokens.infoSoft};
    case Tone::Neutral:
        break;
    }
    return {tokens.idleFill, tokens.idleText, tokens.idleSoft};
}

EnvironmentColors environmentColors(BadgeKind kind, const Tokens &tokens)
{
    switch (kind) {
    case BadgeKind::Production:
        return {tokens.prodLine, tokens.prodText, tokens.prodSoft};
    case BadgeKind::Staging:
        return {tokens.stagLine, tokens.stagText, tokens.stagSoft};
    case BadgeKind::Development:
        return {tokens.devLine, tokens.devText, tokens.devSoft};
    case BadgeKind::Other:
        break;
    }
    return {tokens.idleFill, tokens.idleText, tokens.idleSoft};
}

QColor faded(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(color.alphaF() * opacity));
    return color;
}

} // namespace pilothouse
