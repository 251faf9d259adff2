// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/cellpainter.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/backupstamps.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/stepmark.h"
#include "ui/widgets/uptimebar.h"
#include "ui/widgets/usagebar.h"
#include "ui/widgets/verdictmark.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int CellMarkSize = 14;
constexpr int MarkGap = 8;
constexpr int LineHeight = 17;
constexpr int SparkWidth = 68;
constexpr int CellPainterBarWidth = 120;
constexpr int NarrowPitch = 4;

/// One line of text in a rectangle.
struct Line
{
    QString text;
    TextRole role = TextRole::Body;
    QColor color;
    Qt::TextElideMode cut = Qt::ElideRight;
};

/// Draws each kind of cell.
class Painter
{
public:
    Painter(QPainter &painter, const CellPlace &place, QWidget *turning)
        : m_painter(painter)
        , m_place(place)
        , m_tokens(currentTokens())
        , m_turning(turning)
    {
    }

    void operator()(const MissingCell &) const
    {
        drawLine(m_place.rect, {QStringLiteral("\u2014"), TextRole::Body, quiet()});
    }

    void operator()(const TextCell &cell) const
    {
        Line line{visibleLine(cell.text), cell.isStrong ? TextRole::Strong : TextRole::Body,
                  strong(cell.tone)};
        if (cell.isCode)
            line.role = TextRole::Code;
        if (cell.isMuted)
            line.color = m_tokens.text2;
        if (cell.isPath)
            line.cut = Qt::ElideMiddle;
        drawLine(m_place.rect, line);
    }

    void operator()(const TwoLineCell &cell) const
    {
        QRectF rect = m_place.rect;
        if (cell.state) {
            drawState(rect, *cell.state);
            rect.setLeft(rect.left() + CellMarkSize + MarkGap);
        }
        const QColor color = cell.isMuted ? m_tokens.text2 : strong(Tone::Neutral);
        drawTwoLines(rect, {visibleLine(cell.first), TextRole::Strong, color}, visibleLine(cell.second));
    }

    void operator()(const NumberCell &cell) const
    {
        const QColor color = cell.isZero ? quiet() : strong(cell.tone);
        const TextRole role = cell.tone == Tone::Neutral ? TextRole::Body : TextRole::Strong;
        if (cell.small.isEmpty())
            drawNumber(m_place.rect, cell.text, role, color);
        else
            drawTwoNumbers(cell, role, color);
    }

    void operator()(const PillCell &cell) const
    {
        paintPill(m_painter, aligned(pillWidth(cell)), cell, m_tokens, m_place.isSelected);
    }

    void operator()(const BadgeCell &cell) const
    {
        paintBadge(m_painter, aligned(badgeWidth(cell)), cell, m_tokens);
    }

    void operator()(const StateCell &cell) const
    {
        QRectF rect = m_place.rect;
        drawState(rect, cell.state);
        rect.setLeft(rect.left() + CellMarkSize + MarkGap);
        if (!cell.word.isEmpty())
            drawLine(rect, {visibleLine(cell.word), TextRole::Body, strong(Tone::Neutral)});
    }

    void operator()(const StampsCell &cell) const
    {
        paintStamps(m_painter, m_place.rect, cell.stations, m_tokens);
        QRectF rect = m_place.rect;
        rect.setLeft(rect.left() + stampsWidth() + 14);
        drawNumber(rect, visibleLine(cell.word), TextRole::Small, strong(cell.tone), Qt::AlignLeft);
    }

    void operator()(const BarCell &cell) const
    {
        QRectF rect = m_place.rect;
        const qreal word = tabularWidth(fontOf(TextRole::Body), cell.text) + MarkGap;
        rect.setRight(
            std::max(rect.left() + 24, std::min(rect.left() + CellPainterBarWidth, rect.right() - word)));
        const QColor fill = cell.tone == Tone::Neutral ? m_tokens.c1 : toneColors(cell.tone, m_tokens).fill;
        paintUsageBar(m_painter, rect, cell.share, fill, m_tokens);
        const QRectF number(rect.right() + MarkGap, m_place.rect.top(),
                            m_place.rect.right() - rect.right() - MarkGap, m_place.rect.height());
        drawNumber(number, cell.text, TextRole::Body, strong(cell.tone));
    }

    void operator()(const SparkCell &cell) const
    {
        QRectF rect = m_place.rect;
        const qreal width = std::min<qreal>(SparkWidth, rect.width());
        const qreal height = std::min<qreal>(20, rect.height());
        const QRectF line(rect.left(), rect.center().y() - height / 2, width, height);
        paintSparkline(m_painter, line, {cell.values, cell.limit, &Tokens::c1}, m_tokens);
        rect.setLeft(line.right() + MarkGap);
        drawNumber(rect, cell.text, TextRole::Body, strong(Tone::Neutral), Qt::AlignRight);
    }

    void operator()(const VerdictCell &cell) const
    {
        paintVerdictMark(m_painter, markPlace(m_place.rect), cell.verdict, m_tokens);
        if (cell.verdict == Verdict::Reading)
            keepTurning(m_turning, m_place.rect.toAlignedRect());
        const Tone tone = cell.verdict == Verdict::InTheWay ? Tone::Down
                          : cell.verdict == Verdict::ToKnow ? Tone::Warn
                                                            : Tone::Neutral;
        drawMarked(cell.text, cell.small, tone);
    }

    void operator()(const StepCell &cell) const
    {
        paintStepMark(m_painter, markPlace(m_place.rect).adjusted(-1, -1, 1, 1), cell.state, m_tokens);
        if (cell.state == StepLook::Working)
            keepTurning(m_turning, m_place.rect.toAlignedRect());
        const Tone tone = cell.state == StepLook::Failed     ? Tone::Down
                          : cell.state == StepLook::NotKnown ? Tone::Warn
                                                             : Tone::Neutral;
        drawMarked(cell.text, cell.small, tone);
    }

    void operator()(const UptimeCell &cell) const
    {
        const QRect rect = m_place.rect.toAlignedRect();
        const int height = std::min(20, rect.height());
        paintUptime(m_painter, QRect(rect.left(), rect.center().y() - height / 2, rect.width(), height),
                    cell.spans, NarrowPitch, m_tokens);
    }

private:
    QColor quiet() const { return m_place.isSelected ? m_tokens.text2 : m_tokens.text3; }
    QColor second() const { return m_tokens.text2; }

    QColor strong(Tone tone) const
    {
        if (tone != Tone::Neutral)
            return toneColors(tone, m_tokens).text;
        return m_place.isStale ? m_tokens.text2 : m_tokens.text;
    }

    /// The place of something that wide, at the side the column aligns to.
    QRectF aligned(qreal width) const
    {
        QRectF rect = m_place.rect;
        if (m_place.alignment & Qt::AlignRight)
            rect.setLeft(std::max(rect.left(), std::round(rect.right() - width)));
        return rect;
    }

    static QRectF markPlace(const QRectF &rect)
    {
        return {rect.left(), std::round(rect.center().y() - CellMarkSize / 2.0), CellMarkSize, CellMarkSize};
    }

    void drawState(const QRectF &rect, StateKind state) const
    {
        paintStateMark(m_painter, markPlace(rect), state, m_tokens);
        if (state == StateKind::Working)
            keepTurning(m_turning, rect.toAlignedRect());
    }

    void drawLine(const QRectF &rect, const Line &line) const
    {
        m_painter.setFont(fontOf(line.role));
        m_painter.setPen(line.color);
        const QString shown = QFontMetricsF(m_painter.font()).elidedText(line.text, line.cut, rect.width());
        m_painter.drawText(rect, m_place.alignment | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    }

    void drawNumber(const QRectF &rect, const QString &text, TextRole role, const QColor &color,
                    Qt::Alignment alignment = {}) const
    {
        m_painter.setFont(fontOf(role));
        m_painter.setPen(color);
        const Qt::Alignment side = alignment ? alignment : m_place.alignment;
        if (tabularWidth(m_painter.font(), text) <= rect.width() + 0.5)
            drawTabular(m_painter, rect, text, side | Qt::AlignVCenter);
        else
            m_painter.drawText(
                rect, side | Qt::AlignVCenter,
                QFontMetricsF(m_painter.font()).elidedText(text, Qt::ElideRight, rect.width()));
    }

    void drawTwoLines(const QRectF &rect, const Line &first, const QString &small) const
    {
        const qreal middle = std::round(rect.center().y());
        drawLine(QRectF(rect.left(), middle - LineHeight, rect.width(), LineHeight), first);
        drawLine(QRectF(rect.left(), middle, rect.width(), LineHeight), {small, TextRole::Small, second()});
    }

    void drawTwoNumbers(const NumberCell &cell, TextRole role, const QColor &color) const
    {
        const QRectF &rect = m_place.rect;
        const qreal middle = std::round(rect.center().y());
        drawNumber(QRectF(rect.left(), middle - LineHeight, rect.width(), LineHeight), cell.text, role,
                   color);
        drawNumber(QRectF(rect.left(), middle, rect.width(), LineHeight), cell.small, TextRole::Small,
                   second());
    }

    void drawMarked(const QString &text, const QString &small, Tone tone) const
    {
        QRectF rect = m_place.rect;
        rect.setLeft(rect.left() + CellMarkSize + MarkGap);
        const TextRole role = tone == Tone::Neutral ? TextRole::Body : TextRole::Strong;
        const Line line{visibleLine(text), role, strong(tone)};
        if (small.isEmpty())
            drawLine(rect, line);
        else
            drawTwoLines(rect, line, visibleLine(small));
    }

    QPainter &m_painter;
    const CellPlace &m_place;
    const Tokens &m_tokens;
    QWidget *m_turning;
};

qreal textWidth(TextRole role, const QString &text)
{
    return std::ceil(QFontMetricsF(fontOf(role)).horizontalAdvance(text)) + 1;
}

qreal markedWidth(const QString &text, const QString &small)
{
    return CellMarkSize + MarkGap
           + std::max(textWidth(TextRole::Strong, text), textWidth(TextRole::Small, small));
}

/// Measures each kind of cell.
struct CellWidth
{
    qreal operator()(const MissingCell &) const { return CellMarkSize; }
    qreal operator()(const TextCell &cell) const
    {
        return textWidth(cell.isCode     ? TextRole::Code
                         : cell.isStrong ? TextRole::Strong
                                         : TextRole::Body,
                         visibleLine(cell.text));
    }
    qreal operator()(const TwoLineCell &cell) const
    {
        const qreal mark = cell.state ? CellMarkSize + MarkGap : 0;
        return mark
               + std::max(textWidth(TextRole::Strong, visibleLine(cell.first)),
                          textWidth(TextRole::Small, visibleLine(cell.second)));
    }
    qreal operator()(const NumberCell &cell) const
    {
        return std::ceil(std::max(tabularWidth(fontOf(TextRole::Strong), cell.text),
                                  tabularWidth(fontOf(TextRole::Small), cell.small)));
    }
    qreal operator()(const PillCell &cell) const { return pillWidth(cell); }
    qreal operator()(const BadgeCell &cell) const { return badgeWidth(cell); }
    qreal operator()(const StateCell &cell) const
    {
        return cell.word.isEmpty() ? CellMarkSize : markedWidth(cell.word, {});
    }
    qreal operator()(const StampsCell &cell) const
    {
        return stampsWidth() + 14 + std::ceil(tabularWidth(fontOf(TextRole::Small), visibleLine(cell.word)));
    }
    qreal operator()(const BarCell &cell) const
    {
        return CellPainterBarWidth + MarkGap + std::ceil(tabularWidth(fontOf(TextRole::Body), cell.text));
    }
    qreal operator()(const SparkCell &cell) const
    {
        return SparkWidth + MarkGap + std::ceil(tabularWidth(fontOf(TextRole::Body), cell.text));
    }
    qreal operator()(const VerdictCell &cell) const { return markedWidth(cell.text, cell.small); }
    qreal operator()(const StepCell &cell) const { return markedWidth(cell.text, cell.small); }
    qreal operator()(const UptimeCell &) const { return 0; } // it shows as many spans as there is room for
};

} // namespace

void paintCell(QPainter &painter, const CellPlace &place, const CellValue &value, QWidget *turning)
{
    std::visit(Painter(painter, place, turning), value);
}

qreal cellWidth(const CellValue &value)
{
    return std::visit(CellWidth(), value);
}

} // namespace pilothouse
