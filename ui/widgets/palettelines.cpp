// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/palettelines.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace pilothouse {

namespace {

constexpr int PaletteSide = 10;
constexpr int PaletteIconSize = 16;

struct Meaning
{
    QString text;
    QString iconName;
    ColorRole ink = &Tokens::text2;
};

Meaning meaningOf(const PaletteEntry &entry)
{
    if (!entry.severity)
        return {entry.note, {}, &Tokens::text3};
    switch (*entry.severity) {
    case Severity::Reversible:
        return {PaletteLines::tr("Safe"), QStringLiteral("check-lg"), &Tokens::okText};
    case Severity::Disruptive:
        return {PaletteLines::tr("Interrupts"), QStringLiteral("exclamation-triangle-fill"),
                &Tokens::warnText};
    case Severity::Destructive:
    case Severity::Irreversible:
        break;
    }
    return {PaletteLines::tr("Plan first"), QStringLiteral("list-check"), &Tokens::downText};
}

/// A text at the right end of a place; what is left of the place.
QRect paintedRight(QPainter &painter, QRect place, const QString &text, int gap)
{
    if (text.isEmpty())
        return place;
    const int width = painter.fontMetrics().horizontalAdvance(text);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    return place.adjusted(0, 0, -width - gap, 0);
}

QRect paintedKeys(QPainter &painter, QRect place, const QString &keys, const Tokens &tokens)
{
    if (keys.isEmpty())
        return place;
    painter.setFont(fontOf(TextRole::Mark));
    const int width = painter.fontMetrics().horizontalAdvance(keys) + 12;
    const QRectF box(place.right() - width + 0.5, place.center().y() - 9.5, width, 20);
    painter.setPen(tokens.borderStrong);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(tokens.text2);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, keys);
    return place.adjusted(0, 0, -width - 12, 0);
}

QRect paintedMeaning(QPainter &painter, QRect place, const PaletteEntry &entry, const Tokens &tokens)
{
    const Meaning meaning = meaningOf(entry);
    painter.setFont(fontOf(TextRole::Small));
    painter.setPen(tokens.*meaning.ink);
    const QString text =
        painter.fontMetrics().elidedText(meaning.text, Qt::ElideRight, qMax(0, place.width() / 2));
    QRect left = paintedRight(painter, place, text, 6);
    if (!meaning.iconName.isEmpty()) {
        paintIcon(painter, QRectF(left.right() - 13, left.center().y() - 6, 13, 13), meaning.iconName,
                  tokens.*meaning.ink);
        left.adjust(0, 0, -19, 0);
    }
    return left.adjusted(0, 0, -10, 0);
}

/// Letter runs of one look, so that what fits is bold and underlined.
void paintTitle(QPainter &painter, QRect place, const PaletteHit &hit, const Tokens &tokens)
{
    const QString &title = hit.entry.title;
    int x = place.left();
    for (qsizetype start = 0; start < title.size();) {
        const bool isHit = hit.positions.contains(static_cast<int>(start));
        qsizetype end = start;
        while (end < title.size() && hit.positions.contains(static_cast<int>(end)) == isHit)
            ++end;
        painter.setFont(fontOf(isHit ? TextRole::Strong : TextRole::Body));
        const QString run = painter.fontMetrics().elidedText(title.mid(start, end - start), Qt::ElideRight,
                                                             qMax(0, place.right() - x));
        const int width = painter.fontMetrics().horizontalAdvance(run);
        painter.setPen(tokens.text);
        painter.drawText(QRect(x, place.top(), width + 2, place.height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, run);
        if (isHit)
            painter.fillRect(QRect(x, place.center().y() + 9, width, 2), tokens.accent);
        x += width;
        if (x >= place.right() - 8)
            return;
        start = end;
    }
}

} // namespace

void PaletteLines::setGroups(const QList<PaletteGroup> &groups)
{
    beginResetModel();
    m_lines.clear();
    for (const PaletteGroup &group : groups) {
        m_lines << Line{group.title, std::nullopt};
        for (const PaletteHit &hit : group.hits)
            m_lines << Line{{}, hit};
    }
    endResetModel();
}

const PaletteHit *PaletteLines::hit(int row) const
{
    return row >= 0 && row < m_lines.size() && m_lines.at(row).hit ? &*m_lines.at(row).hit : nullptr;
}

int PaletteLines::nextHit(int row, int by) const
{
    for (int at = row + by; at >= 0 && at < m_lines.size(); at += by) {
        if (hit(at))
            return at;
    }
    return -1;
}

int PaletteLines::height() const
{
    int all = 0;
    for (const Line &line : m_lines)
        all += line.hit ? LineHeight : GroupHeight;
    return all;
}

int PaletteLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant PaletteLines::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines.at(index.row());
    if (role == Qt::DisplayRole)
        return line.hit ? line.hit->entry.title : line.group;
    if (role == Qt::AccessibleTextRole && line.hit)
        return QStringList{line.hit->entry.title, meaningOf(line.hit->entry).text, line.hit->entry.keys}.join(
            QLatin1String(", "));
    return {};
}

Qt::ItemFlags PaletteLines::flags(const QModelIndex &index) const
{
    return hit(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *lines = static_cast<const PaletteLines *>(index.model());
    return {100, lines->hit(index.row()) ? PaletteLines::LineHeight : PaletteLines::GroupHeight};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &tokens = currentTokens();
    const PaletteHit *hit = static_cast<const PaletteLines *>(index.model())->hit(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect place = option.rect.adjusted(8, 0, -8, 0);
    if (!hit) {
        painter->setFont(fontOf(TextRole::SmallStrong));
        painter->setPen(tokens.text2);
        painter->drawText(place.adjusted(PaletteSide, 2, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                          index.data().toString());
        painter->restore();
        return;
    }
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isCurrent ? tokens.sel : tokens.hover);
        painter->drawRoundedRect(place, 6, 6);
    }
    place.adjust(PaletteSide, 0, -PaletteSide, 0);
    paintIcon(*painter,
              QRectF(place.left(), place.center().y() - PaletteIconSize / 2.0 + 1, PaletteIconSize,
                     PaletteIconSize),
              hasIcon(hit->entry.iconName) ? hit->entry.iconName : QStringLiteral("lightning"), tokens.text2);
    place.adjust(PaletteIconSize + 12, 0, 0, 0);
    place = paintedKeys(*painter, place, hit->entry.keys, tokens);
    place = paintedMeaning(*painter, place, hit->entry, tokens);
    paintTitle(*painter, place, *hit, tokens);
    painter->restore();
}

} // namespace pilothouse
