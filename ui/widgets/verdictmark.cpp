// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/verdictmark.h"

#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/statemark.h"

#include <QPainter>

namespace pilothouse {
namespace {

constexpr int VerdictMarkSize = 14;

} // namespace

void paintVerdictMark(QPainter &painter, const QRectF &square, Verdict verdict, const Tokens &tokens)
{
    const QRectF place = middleSquare(square, VerdictMarkSize);
    switch (verdict) {
    case Verdict::Holds:
        paintCheckStroke(painter, place.adjusted(2, 2, -2, -2), tokens.ok);
        break;
    case Verdict::DoesNotApply:
        painter.fillRect(QRectF(place.left() + 2, place.center().y() - 0.5, place.width() - 4, 1.5),
                         tokens.text3);
        break;
    case Verdict::NotKnown:
        paintCharacter(painter, place.adjusted(1, 1, -1, -1), QLatin1Char('?'), tokens.text3);
        break;
    case Verdict::ToKnow:
        paintStateMark(painter, place, StateKind::Warning, tokens);
        break;
    case Verdict::InTheWay:
        paintStateMark(painter, place.adjusted(0.5, 0.5, -0.5, -0.5), StateKind::Down, tokens);
        break;
    case Verdict::Reading:
        paintArc(painter, place.adjusted(1, 1, -1, -1), tokens.infoFill);
        break;
    case Verdict::Due:
        paintStateMark(painter, place, StateKind::Due, tokens);
        break;
    }
}

VerdictMark::VerdictMark(Verdict verdict, QWidget *parent)
    : QWidget(parent)
    , m_verdict(verdict)
{
    setFixedSize(VerdictMarkSize, VerdictMarkSize);
    say();
}

void VerdictMark::setVerdict(Verdict verdict)
{
    if (m_verdict == verdict)
        return;
    m_verdict = verdict;
    say();
    update();
}

void VerdictMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintVerdictMark(painter, rect(), m_verdict, currentTokens());
    if (m_verdict == Verdict::Reading)
        keepTurning(this, rect());
}

void VerdictMark::say()
{
    setAccessibleName(verdictWord(m_verdict));
    setToolTip(verdictWord(m_verdict));
}

} // namespace pilothouse
