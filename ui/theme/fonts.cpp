// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace pilothouse {
namespace {

constexpr int DesignBase = 13;
constexpr int SmallestText = 11;

struct RoleSize
{
    int pixels;
    QFont::Weight weight;
};

RoleSize sizeOf(TextRole role)
{
    switch (role) {
    case TextRole::Figure:
        return {24, QFont::DemiBold};
    case TextRole::PageTitle:
        return {20, QFont::DemiBold};
    case TextRole::DialogTitle:
        return {17, QFont::DemiBold};
    case TextRole::Heading:
        return {15, QFont::DemiBold};
    case TextRole::Strong:
        return {13, QFont::DemiBold};
    case TextRole::Medium:
        return {13, QFont::Medium};
    case TextRole::Body:
        return {13, QFont::Normal};
    case TextRole::SmallStrong:
        return {12, QFont::Medium};
    case TextRole::Small:
    case TextRole::Code:
        return {12, QFont::Normal};
    case TextRole::Mark:
        return {11, QFont::Medium};
    case TextRole::MarkStrong:
        return {11, QFont::DemiBold};
    case TextRole::SmallCode:
        return {11, QFont::Normal};
    }
    return {DesignBase, QFont::Normal};
}

/// The one choice in force; fonts are asked for from every paint function, where no object could be handed
/// in.
FontChoice &currentChoice()
{
    static FontChoice choice;
    return choice;
}

/// The width of the widest digit, measured once a font.
qreal digitWidth(const QFont &font)
{
    static QHash<QString, qreal> widths;
    const QString key = font.key();
    const auto known = widths.constFind(key);
    if (known != widths.constEnd())
        return *known;
    const QFontMetricsF metrics(font);
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    widths.insert(key, widest);
    return widest;
}

qreal cellWidth(const QFontMetricsF &metrics, qreal digit, QChar character)
{
    return character.isDigit() ? digit : metrics.horizontalAdvance(character);
}

/// Without QFontInfo: that would load a font that is perhaps never drawn with.
int pixelSizeOf(const QFont &font)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (font.pixelSize() > 0 || !screen)
        return font.pixelSize();
    return qRound(font.pointSizeF() * screen->logicalDotsPerInchY() / 72);
}

} // namespace

FontChoice chooseFonts(const QFont &systemFont, bool usesSystemFonts)
{
    const auto preferred = [usesSystemFonts](const QString &wanted, const QString &fallback) {
        return !usesSystemFonts && QFontDatabase::hasFamily(wanted) ? wanted : fallback;
    };
    FontChoice choice;
    choice.sans = preferred(QStringLiteral("Inter"), systemFont.family());
    choice.mono = preferred(QStringLiteral("JetBrains Mono"),
                            QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    choice.base = std::clamp(pixelSizeOf(systemFont), DesignBase, 2 * DesignBase);
    return choice;
}

void setFontChoice(const FontChoice &choice)
{
    currentChoice() = choice;
}

QFont fontOf(TextRole role)
{
    const FontChoice &choice = currentChoice();
    const bool isMono = role == TextRole::Code || role == TextRole::SmallCode;
    const RoleSize size = sizeOf(role);
    QFont font(isMono ? choice.mono : choice.sans);
    font.setPixelSize(std::max(SmallestText, qRound(size.pixels * choice.base / double(DesignBase))));
    font.setWeight(size.weight);
    font.setHintingPreference(isMono ? QFont::PreferVerticalHinting : QFont::PreferNoHinting);
    if (isMono)
        font.setStyleHint(QFont::Monospace);
    return font;
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal digit = digitWidth(font);
    qreal width = 0;
    for (const QChar character : text)
        width += cellWidth(metrics, digit, character);
    return width;
}

void drawTabular(QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(painter.font());
    const qreal digit = digitWidth(painter.font());
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - tabularWidth(painter.font(), text);
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - tabularWidth(painter.font(), text) / 2;
    qreal baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    if (alignment & Qt::AlignTop)
        baseline = rect.top() + metrics.ascent();
    else if (alignment & Qt::AlignBottom)
        baseline = rect.bottom() - metrics.descent();
    for (const QChar character : text) {
        const qreal cell = cellWidth(metrics, digit, character);
        const qreal indent = (cell - metrics.horizontalAdvance(character)) / 2;
        painter.drawText(QPointF(x + indent, baseline), QString(character));
        x += cell;
    }
}

} // namespace pilothouse
