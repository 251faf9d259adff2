// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/candidatedelegate.h"

#include "ui/models/candidatemodel.h"
#include "ui/models/roles.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/verdictmark.h"

#include <QPainter>

namespace pilothouse {

namespace {

constexpr int CandidateRowHeight = 57;
constexpr int CandidateDelegatePadding = 16;
constexpr int BoxSize = 34;
constexpr int VerdictWidth = 196;

ColorRole inkOf(const CandidateRow &row)
{
    if (row.verdict == Verdict::InTheWay)
        return &Tokens::downText;
    if (row.verdict == Verdict::ToKnow)
        return &Tokens::warnText;
    return row.isQuiet ? &Tokens::text2 : &Tokens::text;
}

void drawCut(QPainter &painter, const QRect &place, const QString &text)
{
    painter.drawText(place, Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace

QSize CandidateDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {400, CandidateRowHeight};
}

void CandidateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto row = index.data(ValueRole).value<CandidateRow>();
    const Tokens &tokens = currentTokens();
    const QRect place = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(place, isSelected ? tokens.sel : tokens.hover);
    if (isSelected)
        painter->fillRect(QRect(place.left(), place.top(), 3, place.height()), tokens.accent);
    painter->fillRect(QRect(place.left(), place.bottom(), place.width(), 1), tokens.border);
    const QRect box(place.left() + CandidateDelegatePadding, place.top() + (CandidateRowHeight - BoxSize) / 2,
                    BoxSize, BoxSize);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isSelected ? tokens.surface : tokens.sunken);
    painter->drawRoundedRect(box, 6, 6);
    paintIcon(*painter, QRectF(box).adjusted(9, 9, -9, -9), row.iconName, tokens.text2);
    const int right = place.right() - CandidateDelegatePadding - VerdictWidth;
    const QRect first(box.right() + 14, place.top() + 9, right - box.right() - 26, 20);
    painter->setFont(fontOf(TextRole::Strong));
    painter->setPen(row.isQuiet ? tokens.text2 : tokens.text);
    drawCut(*painter, first, row.title);
    const int titleWidth = QFontMetrics(painter->font()).horizontalAdvance(row.title);
    painter->setFont(fontOf(TextRole::Small));
    painter->setPen(tokens.text2);
    drawCut(*painter, first.adjusted(std::min(titleWidth + 10, first.width()), 0, 0, 0), row.profile);
    drawCut(*painter, first.translated(0, 20), row.facts);
    paintVerdictMark(*painter, QRectF(right, place.top() + 12, 14, 14), row.verdict, tokens);
    const QRect said(right + 24, first.top(), VerdictWidth - 24, 20);
    drawCut(*painter, said.translated(0, 20), row.evidence);
    painter->setFont(fontOf(TextRole::Medium));
    painter->setPen(tokens.*inkOf(row));
    drawCut(*painter, said, row.verdictText);
    painter->restore();
}

} // namespace pilothouse
