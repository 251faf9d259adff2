// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/rail.h"

#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statemark.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int FullWidth = 232;
constexpr int FoldedWidth = 52;
constexpr int FullHead = 34;
constexpr int FoldedHead = 24;

QColor reasonInk(StateKind state, const Tokens &tokens)
{
    switch (state) {
    case StateKind::NeedsOperator:
    case StateKind::Down:
        return tokens.downText;
    case StateKind::BackupStale:
    case StateKind::Warning:
        return tokens.warnText;
    case StateKind::Due:
    case StateKind::Working:
        return tokens.infoText;
    default:
        return tokens.text3;
    }
}

/// Mark, name and, where there is room, the state in words: the word goes before the name is cut.
class RailDelegate final : public QStyledItemDelegate
{
public:
    RailDelegate(const RailModel &model, const bool &isFolded, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
        , m_isFolded(isFolded)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {FoldedWidth, (m_isFolded ? 44 : 32) + headHeight(m_model.items().at(index.row()))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const RailItem &item = m_model.items().at(index.row());
        const Tokens &tokens = currentTokens();
        const int head = headHeight(item);
        const QRect row = option.rect.adjusted(m_isFolded ? 4 : 8, head, m_isFolded ? -4 : -8, 0);
        painter->save();
        if (head > 0)
            paintHead(*painter, QRect(option.rect.left(), option.rect.top(), option.rect.width(), head), item,
                      tokens);
        paintBackground(*painter, row, option, tokens);
        if (m_isFolded)
            paintFolded(*painter, row, item, tokens);
        else
            paintFull(*painter, row, item, option, tokens);
        painter->restore();
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &,
                   const QModelIndex &index) override
    {
        const RailItem &item = m_model.items().at(index.row());
        const QString text = item.reason.isEmpty() ? item.name : item.name + u'\n' + item.reason;
        QToolTip::showText(event->globalPos(), plainTooltip(text), view);
        return true;
    }

private:
    int headHeight(const RailItem &item) const
    {
        if (item.heading.isEmpty())
            return 0;
        return m_isFolded ? FoldedHead : FullHead;
    }

    /// The group, above its first row: its icon and, where there is room, its name.
    void paintHead(QPainter &painter, const QRect &place, const RailItem &item, const Tokens &tokens) const
    {
        const QColor ink = environmentColors(item.environment, tokens).text;
        const qreal left = m_isFolded ? place.center().x() - 6 : place.left() + 20;
        paintIcon(painter, QRectF(left, place.bottom() - 18, 12, 12), environmentIcon(item.environment), ink);
        if (m_isFolded)
            return;
        const QFont font = fontOf(TextRole::MarkStrong);
        const QRect text(place.left() + 38, place.bottom() - 22, place.width() - 46, 20);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(
            text, Qt::AlignVCenter,
            QFontMetrics(font).elidedText(visibleLine(item.heading), Qt::ElideRight, text.width()));
    }

    static void paintBackground(QPainter &painter, const QRect &row, const QStyleOptionViewItem &option,
                                const Tokens &tokens)
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        if (!isSelected && !isHovered)
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isSelected ? tokens.sel : tokens.hover);
        painter.drawRoundedRect(row, 6, 6);
        if (isSelected) {
            painter.setBrush(option.state.testFlag(QStyle::State_HasFocus) ? tokens.focus
                                                                           : tokens.borderStrong);
            painter.drawRect(QRect(row.left() - 8, row.top() + 6, 3, row.height() - 12));
        }
    }

    static void paintFull(QPainter &painter, const QRect &row, const RailItem &item,
                          const QStyleOptionViewItem &option, const Tokens &tokens)
    {
        paintStateMark(painter, QRectF(row.left() + 12, row.center().y() - 6.5, 14, 14), item.state, tokens);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QString name = visibleLine(item.name);
        const QFont nameFont = fontOf(isSelected ? TextRole::Strong : TextRole::Body);
        const QFont wordFont = fontOf(TextRole::Mark);
        const int left = row.left() + 34;
        const int right = row.right() - 8;
        const int nameWidth = QFontMetrics(nameFont).horizontalAdvance(name) + 1;
        const int wordWidth = QFontMetrics(wordFont).horizontalAdvance(item.reason) + 1;
        int room = right - left;
        if (!item.reason.isEmpty() && nameWidth + 10 + wordWidth <= room) {
            painter.setFont(wordFont);
            painter.setPen(reasonInk(item.state, tokens));
            painter.drawText(QRect(right - wordWidth, row.top(), wordWidth, row.height()),
                             Qt::AlignVCenter | Qt::AlignRight, item.reason);
            room -= wordWidth + 10;
        }
        painter.setFont(nameFont);
        painter.setPen(tokens.text);
        painter.drawText(QRect(left, row.top(), room, row.height()), Qt::AlignVCenter,
                         QFontMetrics(nameFont).elidedText(name, Qt::ElideRight, room));
    }

    static void paintFolded(QPainter &painter, const QRect &row, const RailItem &item, const Tokens &tokens)
    {
        paintStateMark(painter, QRectF(row.center().x() - 6, row.top() + 6, 13, 13), item.state, tokens);
        const QFont font = fontOf(TextRole::Mark);
        const QString last = visibleLine(item.name.section(u'-', -1));
        painter.setFont(font);
        painter.setPen(tokens.text2);
        painter.drawText(QRect(row.left(), row.top() + 22, row.width(), 18), Qt::AlignCenter,
                         QFontMetrics(font).elidedText(last, Qt::ElideRight, row.width()));
    }

    const RailModel &m_model;
    const bool &m_isFolded;
};

} // namespace

Rail::Rail(RailModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(
          new SearchField(tr("Filter instances"), tr("Filter instances"), QStringLiteral("search"), this))
    , m_list(new QListView(this))
    , m_add(new Button(tr("Add instance…"), ButtonKind::Ghost, QStringLiteral("plus-lg"), this))
{
    setAccessibleName(tr("Instances"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 1, 8);
    layout->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 0, 8, 0);
    top->addWidget(m_filter);
    layout->addLayout(top);
    m_list->setObjectName(QStringLiteral("railList"));
    m_list->setAccessibleName(tr("Instances"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RailDelegate(m_model, m_isFolded, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    layout->addWidget(m_list, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(8, 0, 8, 0);
    bottom->addWidget(m_add);
    bottom->addStretch();
    layout->addLayout(bottom);

    connect(m_filter, &QLineEdit::textChanged, &m_model, &RailModel::setFilter);
    connect(m_add, &QPushButton::clicked, this, &Rail::addRequested);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    emit chosen(index.data(KeyRole).toString());
            });
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = m_list->indexAt(position);
        if (index.isValid())
            emit menuRequested(index.data(KeyRole).toString(), m_list->viewport()->mapToGlobal(position));
    });
    applyFold();
}

QString Rail::current() const
{
    return m_list->currentIndex().data(KeyRole).toString();
}

void Rail::setCurrent(const QString &name)
{
    const QModelIndex index = m_model.indexOf(name);
    if (index.isValid() && index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
}

void Rail::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void Rail::setFolded(bool isFolded)
{
    if (m_isFolded == isFolded)
        return;
    m_isFolded = isFolded;
    applyFold();
}

void Rail::applyFold()
{
    setFixedWidth(m_isFolded ? FoldedWidth : FullWidth);
    m_filter->setVisible(!m_isFolded);
    m_add->setText(m_isFolded ? QString() : tr("Add instance…"));
    m_add->setToolTip(m_isFolded ? tr("Add instance…") : QString());
    m_add->setAccessibleName(tr("Add instance…"));
    m_list->doItemsLayout();
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().rail);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), currentTokens().border);
}

} // namespace pilothouse
