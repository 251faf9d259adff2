// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QRectF>

class QPainter;

namespace pilothouse {

/// How something that stands out is painted: a tint, and a line below it whose pattern tells the colours
/// apart without them.
void paintHighlight(QPainter &painter, const QRectF &box, int color, const Tokens &tokens);
QColor highlightColor(int color, const Tokens &tokens);

} // namespace pilothouse
