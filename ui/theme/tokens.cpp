// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/tokens.h"

#include <array>
#include <cmath>

namespace pilothouse {
namespace {

/// One line of the table: a token and its value (alpha, red, green, blue) in each theme.
struct TokenLine
{
    QLatin1String name;
    ColorRole role;
    std::array<QRgb, 4> values; // light, dark, high contrast light, high contrast dark
};

// clang-format off
const TokenLine TokenLines[] = {
    {QLatin1String("canvas"), &Tokens::canvas, {0xFFF4F6F8, 0xFF101418, 0xFFFFFFFF, 0xFF000000}},
    {QLatin1String("surface"), &Tokens::surface, {0xFFFFFFFF, 0xFF1B2129, 0xFFFFFFFF, 0xFF000000}},
    {QLatin1String("sunken"), &Tokens::sunken, {0xFFEDF0F4, 0xFF151A20, 0xFFF2F2F2, 0xFF0A0A0A}},
    {QLatin1String("rail"), &Tokens::rail, {0xFFEAEEF2, 0xFF0B0E12, 0xFFFFFFFF, 0xFF000000}},
    {QLatin1String("raised"), &Tokens::raised, {0xFFFFFFFF, 0xFF242B35, 0xFFFFFFFF, 0xFF0A0A0A}},
    {QLatin1String("hover"), &Tokens::hover, {0xFFF0F3F7, 0xFF252C36, 0xFFE6E6E6, 0xFF1F1F1F}},
    {QLatin1String("border"), &Tokens::border, {0xFFD9DEE5, 0xFF353E4A, 0xFF4A4F57, 0xFF9AA3AF}},
    {QLatin1String("grid"), &Tokens::grid, {0xFFE6EAEF, 0xFF2A323C, 0xFF8A8F97, 0xFF5A626D}},
    {QLatin1String("borderStrong"), &Tokens::borderStrong, {0xFF8A93A1, 0xFF77828F, 0xFF000000, 0xFFE6E9EE}},
    {QLatin1String("text"), &Tokens::text, {0xFF19202A, 0xFFE7EBF0, 0xFF000000, 0xFFFFFFFF}},
    {QLatin1String("text2"), &Tokens::text2, {0xFF4A5566, 0xFFB3BCC9, 0xFF14181E, 0xFFF0F2F5}},
    {QLatin1String("text3"), &Tokens::text3, {0xFF5F6A7A, 0xFF929DAC, 0xFF2B313A, 0xFFD5DAE1}},
    {QLatin1String("disabled"), &Tokens::disabled, {0xFF98A1AE, 0xFF5D6775, 0xFF6B7280, 0xFF8F97A3}},
    {QLatin1String("accent"), &Tokens::accent, {0xFF1B5FC4, 0xFF2F6FD4, 0xFF003E9C, 0xFF8EC2FF}},
    {QLatin1String("accentHover"), &Tokens::accentHover, {0xFF164FA5, 0xFF3572D6, 0xFF002A6B, 0xFFB3D6FF}},
    {QLatin1String("accentText"), &Tokens::accentText, {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000}},
    {QLatin1String("accentSoft"), &Tokens::accentSoft, {0xFFE3EDFB, 0xFF1C2F4D, 0xFFE3EDFB, 0xFF06264D}},
    {QLatin1String("sel"), &Tokens::sel, {0xFFD9E7FA, 0xFF213A61, 0xFFCFE2FF, 0xFF06285A}},
    {QLatin1String("focus"), &Tokens::focus, {0xFF1B5FC4, 0xFF7FB0FA, 0xFF003E9C, 0xFFFFE14D}},
    {QLatin1String("okFill"), &Tokens::okFill, {0xFF2E9E63, 0xFF2F9E6A, 0xFF0B6B39, 0xFF45D08A}},
    {QLatin1String("warnFill"), &Tokens::warnFill, {0xFFC77208, 0xFFD98A1C, 0xFF8A4400, 0xFFFFB52E}},
    {QLatin1String("downFill"), &Tokens::downFill, {0xFFD6353B, 0xFFCC3B41, 0xFFA8060F, 0xFFFF7075}},
    {QLatin1String("infoFill"), &Tokens::infoFill, {0xFF3B7CDB, 0xFF4C8BEA, 0xFF0047B3, 0xFF7DB4FF}},
    {QLatin1String("idleFill"), &Tokens::idleFill, {0xFF808A98, 0xFF6E7988, 0xFF454C57, 0xFFB4BCC7}},
    {QLatin1String("ok"), &Tokens::ok, {0xFF1A7F4B, 0xFF4CC38A, 0xFF0B6B39, 0xFF45D08A}},
    {QLatin1String("okText"), &Tokens::okText, {0xFF14663C, 0xFF6FD6A4, 0xFF00461F, 0xFF7CF0B4}},
    {QLatin1String("warnText"), &Tokens::warnText, {0xFF8A4A02, 0xFFF5B95F, 0xFF5C2E00, 0xFFFFCE73}},
    {QLatin1String("downText"), &Tokens::downText, {0xFFA81E24, 0xFFFA9093, 0xFF7A0008, 0xFFFFA3A6}},
    {QLatin1String("infoText"), &Tokens::infoText, {0xFF174FA3, 0xFF9CC3FC, 0xFF002F7A, 0xFFB8D6FF}},
    {QLatin1String("idleText"), &Tokens::idleText, {0xFF4A5566, 0xFFB3BCC9, 0xFF14181E, 0xFFF0F2F5}},
    {QLatin1String("okSoft"), &Tokens::okSoft, {0xFFE1F3E9, 0xFF15342A, 0xFFEAF7F0, 0xFF00180D}},
    {QLatin1String("warnSoft"), &Tokens::warnSoft, {0xFFFDF0DA, 0xFF3A2C14, 0xFFFFF3DF, 0xFF1F1300}},
    {QLatin1String("downSoft"), &Tokens::downSoft, {0xFFFCE6E6, 0xFF43201F, 0xFFFFEBEB, 0xFF240304}},
    {QLatin1String("infoSoft"), &Tokens::infoSoft, {0xFFE3EDFB, 0xFF1C2F4D, 0xFFE9F1FF, 0xFF04162E}},
    {QLatin1String("idleSoft"), &Tokens::idleSoft, {0xFFE8ECF1, 0xFF29303A, 0xFFECEEF1, 0xFF1A1D22}},
    {QLatin1String("prodSoft"), &Tokens::prodSoft, {0xFFF8E6F3, 0xFF3D1F36, 0xFFFDEBF8, 0xFF1E0417}},
    {QLatin1String("prodText"), &Tokens::prodText, {0xFF862468, 0xFFF09BD6, 0xFF6B0F51, 0xFFFFB0E6}},
    {QLatin1String("prodLine"), &Tokens::prodLine, {0xFF9B2C7E, 0xFFB4509B, 0xFF7D1263, 0xFFFF8FDA}},
    {QLatin1String("stagSoft"), &Tokens::stagSoft, {0xFFDDF1F3, 0xFF143339, 0xFFE4F6F8, 0xFF00181C}},
    {QLatin1String("stagText"), &Tokens::stagText, {0xFF0B5C68, 0xFF74D2DD, 0xFF00434C, 0xFF8BF0FB}},
    {QLatin1String("stagLine"), &Tokens::stagLine, {0xFF0F6E7C, 0xFF2F8E9B, 0xFF005A66, 0xFF5FE6F4}},
    {QLatin1String("devSoft"), &Tokens::devSoft, {0xFFE9EAF7, 0xFF282A4A, 0xFFEEEFFB, 0xFF0B0C22}},
    {QLatin1String("devText"), &Tokens::devText, {0xFF4B4F96, 0xFFB8BBF5, 0xFF2E3278, 0xFFCFD1FF}},
    {QLatin1String("devLine"), &Tokens::devLine, {0xFF5B5FA8, 0xFF6E72C4, 0xFF3C4094, 0xFFB7BAFF}},
    {QLatin1String("c1"), &Tokens::c1, {0xFF1B5FC4, 0xFF6FA6F7, 0xFF1B5FC4, 0xFF6FA6F7}},
    {QLatin1String("c2"), &Tokens::c2, {0xFF0F8A8A, 0xFF35B8B2, 0xFF0F8A8A, 0xFF35B8B2}},
    {QLatin1String("c3"), &Tokens::c3, {0xFFB25E02, 0xFFE79A3C, 0xFFB25E02, 0xFFE79A3C}},
    {QLatin1String("c4"), &Tokens::c4, {0xFF8A56C2, 0xFFB58BEA, 0xFF8A56C2, 0xFFB58BEA}},
    {QLatin1String("match"), &Tokens::match, {0xFFFFE08A, 0xFF6B5410, 0xFFFFE08A, 0xFF6B5410}},
    {QLatin1String("inkWarn"), &Tokens::inkWarn, {0xFFFFFFFF, 0xFF14181E, 0xFFFFFFFF, 0xFF000000}},
    {QLatin1String("inkFill"), &Tokens::inkFill, {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000}},
    {QLatin1String("stamp"), &Tokens::stamp, {0xFF1A7F4B, 0xFF2F9E6A, 0xFF0B6B39, 0xFF45D08A}},
    {QLatin1String("link"), &Tokens::link, {0xFF1B5FC4, 0xFF9CC3FC, 0xFF003E9C, 0xFF8EC2FF}},
    {QLatin1String("accentPressed"), &Tokens::accentPressed, {0xFF103E82, 0xFF245BB2, 0xFF001B47, 0xFFD6E8FF}},
    {QLatin1String("dangerHover"), &Tokens::dangerHover, {0xFFB22A30, 0xFFBE353B, 0xFF86050C, 0xFFFF9599}},
    {QLatin1String("dangerPressed"), &Tokens::dangerPressed, {0xFF8E2126, 0xFFA83036, 0xFF640309, 0xFFFFB8BA}},
    {QLatin1String("focusOnAccent"), &Tokens::focusOnAccent, {0xFF0B2E66, 0xFFCFE2FF, 0xFF000000, 0xFFFFE14D}},
    {QLatin1String("focusOnDanger"), &Tokens::focusOnDanger, {0xFF5E0F13, 0xFFFFD9DA, 0xFF000000, 0xFFFFE14D}},
    {QLatin1String("lossFill"), &Tokens::lossFill, {0xFFFEF4F4, 0xFF2B1D20, 0xFFFFF5F5, 0xFF160304}},
    {QLatin1String("lossEdge"), &Tokens::lossEdge, {0xFFF0B9BB, 0xFF6B3134, 0xFF7A0008, 0xFFFFA3A6}},
    {QLatin1String("scrollThumb"), &Tokens::scrollThumb, {0xFFC3CAD3, 0xFF3D4653, 0xFF4A4F57, 0xFF9AA3AF}},
    {QLatin1String("scrim"), &Tokens::scrim, {0x610F141C, 0x8C000000, 0x610F141C, 0x8C000000}},
};
// clang-format on

Tokens makeTokens(ThemeKind kind)
{
    Tokens tokens;
    const auto column = static_cast<std::size_t>(kind);
    for (const TokenLine &line : TokenLines)
        tokens.*line.role = QColor::fromRgba(line.values.at(column));
    tokens.isDark = kind == ThemeKind::Dark || kind == ThemeKind::HighContrastDark;
    tokens.isHighContrast = kind == ThemeKind::HighContrastLight || kind == ThemeKind::HighContrastDark;
    return tokens;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Tokens &tokensFor(ThemeKind kind)
{
    static const std::array<Tokens, 4> Themes = {makeTokens(ThemeKind::Light), makeTokens(ThemeKind::Dark),
                                                 makeTokens(ThemeKind::HighContrastLight),
                                                 makeTokens(ThemeKind::HighContrastDark)};
    return Themes.at(static_cast<std::size_t>(kind));
}

QList<NamedColor> namedColors()
{
    QList<NamedColor> colors;
    for (const TokenLine &line : TokenLines)
        colors.append({line.name, line.role});
    return colors;
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const double one = luminance(first) + 0.05;
    const double other = luminance(second) + 0.05;
    return one > other ? one / other : other / one;
}

} // namespace pilothouse
