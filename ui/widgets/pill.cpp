// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pill.h"

#include "core/base/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int PillHeight = 20;
constexpr int PillPadding = 9;
constexpr int PillIconSize = 12;
constexpr int PillIconGap = 4;

} // namespace

qreal pillWidth(const PillCell &pill)
{
    const qreal icon = pill.icon.isEmpty() ? 0 : PillIconSize + PillIconGap;
    return std::ceil(2 * PillPadding + icon + tabularWidth(fontOf(TextRole::Mark), pill.text));
}

void paintPill(QPainter &painter, const QRectF &rect, const PillCell &pill, const Tokens &tokens,
               bool hasEdge)
{
    const ToneColors colors = toneColors(pill.tone, tokens);
    const qreal width = std::min(pillWidth(pill), rect.width());
    const QRectF box(rect.left(), std::round(rect.center().y() - PillHeight / 2.0), width, PillHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (tokens.isHighContrast)
        painter.setPen(QPen(colors.text, 1));
    else if (hasEdge)
        painter.setPen(QPen(faded(colors.text, 0.35), 1));
    painter.setBrush(colors.soft);
    const qreal inset = painter.pen().style() == Qt::NoPen ? 0 : 0.5;
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), PillHeight / 2.0, PillHeight / 2.0);
    qreal x = box.left() + PillPadding;
    if (!pill.icon.isEmpty()) {
        paintIcon(painter, QRectF(x, box.top() + 4, PillIconSize, PillIconSize), pill.icon, colors.text);
        x += PillIconSize + PillIconGap;
    }
    painter.setFont(fontOf(TextRole::Mark));
    painter.setPen(colors.text);
    const QRectF place(x, box.top(), box.right() - PillPadding - x, PillHeight);
    if (tabularWidth(painter.font(), pill.text) <= place.width() + 1)
        drawTabular(painter, place, pill.text, Qt::AlignLeft | Qt::AlignVCenter);
    else
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(pill.text, Qt::ElideRight, place.width()));
    painter.restore();
}

Pill::Pill(PillCell pill, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setPill(std::move(pill));
}

void Pill::setPill(PillCell pill)
{
    m_pill = std::move(pill);
    setAccessibleName(visibleLine(m_pill.text));
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {static_cast<int>(pillWidth(m_pill)), PillHeight};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), m_pill, currentTokens(), false);
}

} // namespace pilothouse
