// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/colorscheme.h"
#include "ui/theme/fonts.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/themestyle.h"

#include <QApplication>
#include <QPalette>

namespace pilothouse {
namespace {

/// The kind in force. Paint functions and delegates have no object to ask, so Theme leaves it here.
ThemeKind &kindInForce()
{
    static ThemeKind kind = ThemeKind::Light;
    return kind;
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, t.canvas},
        {QPalette::Base, t.surface},
        {QPalette::Button, t.surface},
        {QPalette::AlternateBase, t.sunken},
        {QPalette::Text, t.text},
        {QPalette::WindowText, t.text},
        {QPalette::ButtonText, t.text},
        {QPalette::BrightText, t.inkFill},
        {QPalette::PlaceholderText, t.text3},
        {QPalette::Highlight, t.sel},
        {QPalette::HighlightedText, t.text},
        {QPalette::ToolTipBase, t.raised},
        {QPalette::ToolTipText, t.text},
        {QPalette::Link, t.link},
        {QPalette::LinkVisited, t.link},
        {QPalette::Mid, t.border},
        {QPalette::Midlight, t.border},
        {QPalette::Dark, t.borderStrong},
        {QPalette::Light, t.surface},
        {QPalette::Shadow, t.border},
    };
    for (const auto &[role, color] : roles)
        palette.setColor(QPalette::All, role, color);
    for (const auto role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

/// Pictures and tests are drawn without a screen, and must come out the same each time.
bool hasNoScreen()
{
    const QString platform = QGuiApplication::platformName();
    return platform == QLatin1String("offscreen") || platform == QLatin1String("minimal");
}

} // namespace

const Tokens &currentTokens()
{
    return tokensFor(kindInForce());
}

Theme::Theme(QApplication &application, ColorScheme &scheme, Sheet sheet, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_scheme(scheme)
    , m_systemFont(application.font())
    , m_kind(wantedKind())
    , m_isDressed(sheet == Sheet::AtOnce)
{
    m_application.setStyle(new ThemeStyle); // the application owns it
    connect(&m_scheme, &ColorScheme::changed, this, &Theme::follow);
    apply();
}

void Theme::dress()
{
    if (std::exchange(m_isDressed, true))
        return;
    m_application.setStyleSheet(styleSheet(currentTokens()));
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    follow();
}

void Theme::setUsesSystemFonts(bool usesSystemFonts)
{
    if (m_usesSystemFonts == usesSystemFonts)
        return;
    m_usesSystemFonts = usesSystemFonts;
    apply();
    emit changed();
}

ThemeKind Theme::wantedKind() const
{
    switch (m_choice) {
    case ThemeChoice::Light:
        return ThemeKind::Light;
    case ThemeChoice::Dark:
        return ThemeKind::Dark;
    case ThemeChoice::HighContrastLight:
        return ThemeKind::HighContrastLight;
    case ThemeChoice::HighContrastDark:
        return ThemeKind::HighContrastDark;
    case ThemeChoice::System:
        break;
    }
    if (m_scheme.isHighContrast())
        return m_scheme.isDark() ? ThemeKind::HighContrastDark : ThemeKind::HighContrastLight;
    return m_scheme.isDark() ? ThemeKind::Dark : ThemeKind::Light;
}

Motion Theme::wantedMotion() const
{
    if (hasNoScreen())
        return Motion::Still;
    return m_scheme.isMotionReduced() ? Motion::Reduced : Motion::Full;
}

void Theme::follow()
{
    setMotion(wantedMotion());
    const ThemeKind wanted = wantedKind();
    if (wanted == m_kind)
        return;
    m_kind = wanted;
    apply();
    emit changed();
}

void Theme::apply()
{
    kindInForce() = m_kind;
    setMotion(wantedMotion());
    setFontChoice(chooseFonts(m_systemFont, m_usesSystemFonts));
    m_application.setFont(fontOf(TextRole::Body));
    m_application.setPalette(paletteOf(currentTokens()));
    if (m_isDressed)
        m_application.setStyleSheet(styleSheet(currentTokens()));
}

} // namespace pilothouse
