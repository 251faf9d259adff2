// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/palettefield.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace pilothouse {

namespace {
constexpr QSize Standard{360, 28};
constexpr int Smallest = 180;
} // namespace

PaletteField::PaletteField(QWidget *parent)
    : QAbstractButton(parent)
{
    setText(tr("Go to or do anything"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCursor(Qt::IBeamCursor);
    setAttribute(Qt::WA_Hover);
}

void PaletteField::setKeyText(const QString &keys)
{
    m_keys = keys;
    setToolTip(keys.isEmpty() ? text() : QStringLiteral("%1 (%2)").arg(text(), keys));
    update();
}

QSize PaletteField::sizeHint() const
{
    return Standard;
}

QSize PaletteField::minimumSizeHint() const
{
    return {Smallest, Standard.height()};
}

bool PaletteField::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void PaletteField::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFocused = hasFocus();
    const qreal line = isFocused ? tokens.focusWidth() : 1;
    painter.setPen(QPen(isFocused ? tokens.focus : tokens.borderStrong, line));
    painter.setBrush(underMouse() ? tokens.hover : tokens.sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);
    paintIcon(painter, QRectF(9, height() / 2.0 - 7, 14, 14), QStringLiteral("search"), tokens.text2);
    QRect place = rect().adjusted(31, 0, -8, 0);
    if (!m_keys.isEmpty()) {
        painter.setFont(fontOf(TextRole::Mark));
        const int wide = painter.fontMetrics().horizontalAdvance(m_keys) + 12;
        const QRectF box(place.right() - wide + 2.5, height() / 2.0 - 9, wide, 18);
        painter.setPen(tokens.border);
        painter.setBrush(tokens.surface);
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(tokens.text2);
        painter.drawText(box, Qt::AlignCenter, m_keys);
        place.adjust(0, 0, -wide - 8, 0);
    }
    painter.setFont(fontOf(TextRole::Body));
    painter.setPen(tokens.text2);
    painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
}

} // namespace pilothouse
