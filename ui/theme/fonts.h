// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace pilothouse {

/// What a text is for; size and weight follow from it (sizes at the base of 13 px).
enum class TextRole {
    Figure,      ///< 24/600, the number in a tile
    PageTitle,   ///< 20/600
    DialogTitle, ///< 17/600, also a compact page title
    Heading,     ///< 15/600
    Strong,      ///< 13/600
    Medium,      ///< 13/500, buttons and tabs
    Body,        ///< 13/400
    SmallStrong, ///< 12/500, captions and table headers
    Small,       ///< 12/400
    Mark,        ///< 11/500
    MarkStrong,  ///< 11/600, badges
    Code,        ///< 12/400 of fixed width
    SmallCode,   ///< 11/400 of fixed width, commands under a step
};

/// The families in use and the size of body text in pixels.
struct FontChoice
{
    QString sans;
    QString mono;
    int base = 13;
};

/// Inter and JetBrains Mono where they are installed and wanted, else the system's fonts; the base follows
/// the system but never falls under 13 px. Needs the application.
FontChoice chooseFonts(const QFont &systemFont, bool usesSystemFonts);

/// Makes a choice current for every later fontOf(). Called by Theme, on the UI thread.
void setFontChoice(const FontChoice &choice);

QFont fontOf(TextRole role);

/// How wide drawTabular() draws a text.
qreal tabularWidth(const QFont &font, const QString &text);

/// Draws one line with every digit in a cell as wide as the widest, so that numbers in a column stand below
/// each other; Qt 6.4 cannot switch on a font's own tabular digits. Uses the painter's font and pen.
void drawTabular(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment);

} // namespace pilothouse
