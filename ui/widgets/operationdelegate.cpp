// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/operationdelegate.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/statemark.h"

#include <QAbstractItemView>
#include <QPainter>

namespace pilothouse {

OperationDelegate::OperationDelegate(const OperationsController &operations, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_operations(operations)
{
}

QSize OperationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {300, 52};
}

void OperationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto view = m_operations.operation(index.data(KeyRole).toUuid());
    if (!view)
        return;
    const Tokens &tokens = currentTokens();
    const QRect row = option.rect.adjusted(8, 2, -8, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? tokens.sel : tokens.hover);
        painter->drawRoundedRect(row, 6, 6);
    }
    const QRect mark(row.left() + 10, row.top() + 8, 14, 14);
    paintStateMark(*painter, mark, stateOf(*view), tokens);
    if (view->isRunning() && option.widget) {
        if (auto *list = qobject_cast<QAbstractItemView *>(const_cast<QWidget *>(option.widget)))
            keepTurning(list->viewport(), mark);
    }
    const QString when = formatMoment(view->startedAt, shownNow());
    const QFont small = fontOf(TextRole::Small);
    const int whenWidth = static_cast<int>(tabularWidth(small, when)) + 2;
    painter->setFont(small);
    painter->setPen(tokens.text2);
    drawTabular(*painter, QRectF(row.right() - 10 - whenWidth, row.top() + 4, whenWidth, 22), when,
                Qt::AlignRight | Qt::AlignVCenter);
    const QFont strong = fontOf(TextRole::Strong);
    const QRect title(row.left() + 32, row.top() + 4, row.width() - 32 - whenWidth - 20, 22);
    painter->setFont(strong);
    painter->setPen(tokens.text);
    painter->drawText(
        title, Qt::AlignVCenter,
        QFontMetrics(strong).elidedText(visibleLine(view->title), Qt::ElideRight, title.width()));
    const QString second = visibleLine(view->instance) + QStringLiteral("  \u00B7  ") + view->progressText();
    const QRect below(title.left(), row.top() + 25, row.width() - 42, 20);
    painter->setFont(small);
    painter->setPen(view->needsAttention() ? tokens.downText : tokens.text2);
    painter->drawText(below, Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(second, Qt::ElideRight, below.width()));
    painter->restore();
}

} // namespace pilothouse
