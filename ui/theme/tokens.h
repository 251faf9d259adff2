// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QLatin1String>
#include <QList>

namespace pilothouse {

/// The four looks of the window.
enum class ThemeKind { Light, Dark, HighContrastLight, HighContrastDark };

/// Every colour of the window; four instances, one per theme. No colour literal stands anywhere else.
struct Tokens
{
    QColor canvas, surface, sunken, rail, raised, hover;
    QColor border, grid, borderStrong;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, accentText, accentSoft, sel, focus;
    QColor okFill, warnFill, downFill, infoFill, idleFill;
    QColor ok, okText, warnText, downText, infoText, idleText;
    QColor okSoft, warnSoft, downSoft, infoSoft, idleSoft;
    QColor prodSoft, prodText, prodLine, stagSoft, stagText, stagLine, devSoft, devText, devLine;
    QColor c1, c2, c3, c4, match;
    QColor inkWarn; ///< a glyph on warnFill
    QColor inkFill; ///< a glyph or label on every other fill
    QColor stamp;   ///< a reached backup station
    QColor link;    ///< text that acts
    QColor accentPressed, dangerHover, dangerPressed, focusOnAccent, focusOnDanger;
    QColor lossFill, lossEdge, scrollThumb, scrim;
    bool isDark = false;
    bool isHighContrast = false;

    /// The width of a focus ring in pixels.
    int focusWidth() const { return isHighContrast ? 3 : 2; }
};

/// Names one colour without naming its value, so that what holds it follows the theme.
using ColorRole = QColor Tokens::*;

/// One colour by name, for the style sheet and for tests.
struct NamedColor
{
    QLatin1String name;
    ColorRole role;
};

/// The colours of one theme; they live as long as the program.
const Tokens &tokensFor(ThemeKind kind);

/// All tokens in the order of their definition.
QList<NamedColor> namedColors();

/// How far two colours differ in lightness, from 1 to 21, as WCAG 2.2 defines it.
double contrastRatio(const QColor &first, const QColor &second);

} // namespace pilothouse
