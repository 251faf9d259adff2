// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/theme/tokens.h"

namespace pilothouse {

/// The colours of one meaning in one theme.
struct ToneColors
{
    QColor fill;
    QColor text;
    QColor soft;
};

ToneColors toneColors(Tone tone, const Tokens &tokens);

/// The colours of one environment; `line` is that of the stripe.
struct EnvironmentColors
{
    QColor line;
    QColor text;
    QColor soft;
};

EnvironmentColors environmentColors(BadgeKind kind, const Tokens &tokens);

/// The same colour, partly see-through.
QColor faded(QColor color, double opacity);

} // namespace pilothouse
