// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace pilothouse {

/// Whether the icon was compiled in; the names are those of Bootstrap Icons, listed in bootstrapicons.txt.
bool hasIcon(const QString &name);

/// An icon in a colour of the current theme; it follows a change of theme and draws itself sharp at every
/// ratio.
QIcon icon(const QString &name, ColorRole color = &Tokens::text2);

/// The same for the end of a field, where Qt draws icons of 16: the glyph is 13 in it.
QIcon fieldIcon(const QString &name, ColorRole color = &Tokens::text2);

/// The glyph as a picture of size x size logical pixels, from a cache kept by name, colour, size and ratio.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal ratio);

/// Draws the glyph into the middle of a square.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

/// The program's own icon.
QIcon applicationIcon();

} // namespace pilothouse
