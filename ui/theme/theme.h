// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/motion.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace pilothouse {

class ColorScheme;

enum class ThemeChoice { System, Light, Dark, HighContrastLight, HighContrastDark };

/// The colours in force, for paint functions and delegates; light until a Theme says otherwise. Read them
/// while painting and keep no copy; a change arrives as PaletteChange. UI thread only.
const Tokens &currentTokens();

/// The look of the whole application: palette, style sheet, style, fonts and motion, applied in one go. Built
/// once by the composition root, before the first widget; both arguments outlive it.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// Later: the style sheet waits for dress(). Qt asks it about every widget below each time that one gets
    /// another parent, which is most of what building a window costs.
    enum class Sheet { AtOnce, Later };

    Theme(QApplication &application, ColorScheme &scheme, Sheet sheet = Sheet::AtOnce,
          QObject *parent = nullptr);

    /// Puts the style sheet on; before the first window is shown.
    void dress();

    ThemeChoice choice() const { return m_choice; }
    ThemeKind kind() const { return m_kind; }
    bool usesSystemFonts() const { return m_usesSystemFonts; }

    void setChoice(ThemeChoice choice);
    void setUsesSystemFonts(bool usesSystemFonts);

signals:
    void changed();

private:
    ThemeKind wantedKind() const;
    Motion wantedMotion() const;
    void follow();
    void apply();

    QApplication &m_application;
    ColorScheme &m_scheme;
    QFont m_systemFont;
    ThemeChoice m_choice = ThemeChoice::System;
    ThemeKind m_kind = ThemeKind::Light;
    bool m_usesSystemFonts = false;
    bool m_isDressed;
};

} // namespace pilothouse
