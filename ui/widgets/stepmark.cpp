// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/stepmark.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"

#include <QPainter>

namespace pilothouse {
namespace {

constexpr int StepMarkSize = 16;

void fillDisc(QPainter &painter, const QRectF &square, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(square);
}

void drawRing(QPainter &painter, const QRectF &square, const QColor &color, Qt::PenStyle style)
{
    QPen pen(color, 1.3, style);
    if (style == Qt::DashLine)
        pen.setDashPattern({2.6, 1.9});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(square.adjusted(0.7, 0.7, -0.7, -0.7));
}

QRectF inner(const QRectF &square, qreal share)
{
    const qreal inset = square.width() * (1 - share) / 2;
    return square.adjusted(inset, inset, -inset, -inset);
}

} // namespace

void paintStepMark(QPainter &painter, const QRectF &square, StepLook state, const Tokens &tokens)
{
    const QRectF place = middleSquare(square, StepMarkSize);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case StepLook::Done:
        fillDisc(painter, place, tokens.stamp);
        paintCheckStroke(painter, inner(place, 0.5), tokens.inkFill);
        break;
    case StepLook::Working:
        paintArc(painter, place, tokens.infoFill);
        break;
    case StepLook::ToDo:
        drawRing(painter, place, tokens.borderStrong, Qt::SolidLine);
        break;
    case StepLook::Failed:
        fillDisc(painter, place, tokens.downFill);
        paintCrossStroke(painter, inner(place, 0.32), tokens.inkFill);
        break;
    case StepLook::PutBack:
        drawRing(painter, place, tokens.borderStrong, Qt::SolidLine);
        paintIcon(painter, inner(place, 0.66), QStringLiteral("arrow-counterclockwise"), tokens.text2);
        break;
    case StepLook::NotKnown:
        fillDisc(painter, place, tokens.warnFill);
        paintCharacter(painter, inner(place, 0.7), QLatin1Char('?'), tokens.inkWarn);
        break;
    case StepLook::NotBegun:
        drawRing(painter, place, tokens.borderStrong, Qt::DashLine);
        break;
    }
    painter.restore();
}

StepMark::StepMark(StepLook state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
{
    setFixedSize(StepMarkSize, StepMarkSize);
    say();
}

void StepMark::setState(StepLook state)
{
    if (m_state == state)
        return;
    m_state = state;
    say();
    update();
}

void StepMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStepMark(painter, rect(), m_state, currentTokens());
    if (m_state == StepLook::Working)
        keepTurning(this, rect());
}

void StepMark::say()
{
    setAccessibleName(stepWord(m_state));
    setToolTip(stepWord(m_state));
}

} // namespace pilothouse
