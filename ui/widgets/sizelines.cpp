// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sizelines.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/usagebar.h"

#include <QPainter>

namespace pilothouse {
namespace {

constexpr int SizeLinesLineHeight = 43;
constexpr int SizeSideWidth = 108;
constexpr ColorRole BarColors[] = {&Tokens::c1, &Tokens::c2, &Tokens::c4, &Tokens::c3};

} // namespace

SizeLines::SizeLines(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void SizeLines::setLines(const QList<SizeLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QStringList words;
    for (const SizeLine &line : lines)
        words << QStringLiteral("%1: %2, %3, %4").arg(line.name, line.kind, line.size, line.growth);
    setAccessibleName(visibleLine(words.join(QLatin1String("; "))));
    updateGeometry();
    update();
}

QSize SizeLines::sizeHint() const
{
    return {200, static_cast<int>(std::max<qsizetype>(1, m_lines.size())) * SizeLinesLineHeight};
}

void SizeLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (qsizetype at = 0; at < m_lines.size(); ++at)
        paintLine(painter, at);
}

void SizeLines::paintLine(QPainter &painter, qsizetype at) const
{
    const Tokens &tokens = currentTokens();
    const SizeLine &line = m_lines.at(at);
    const QRectF row(0, static_cast<qreal>(at) * SizeLinesLineHeight, width(), SizeLinesLineHeight);
    const QRectF upper(row.left(), row.top() + 2, row.width(), 19);
    const QRectF lower(row.left(), row.top() + 21, row.width(), 17);
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(line.isBad ? tokens.downText : tokens.text);
    drawTabular(painter, upper, line.size, Qt::AlignRight | Qt::AlignVCenter);
    const qreal room = upper.width() - tabularWidth(painter.font(), line.size) - 12;
    painter.setPen(tokens.text);
    const QFontMetricsF metrics(painter.font());
    const QString name = metrics.elidedText(visibleLine(line.name), Qt::ElideMiddle, room);
    painter.drawText(QRectF(upper.left(), upper.top(), room, upper.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
    const qreal after = metrics.horizontalAdvance(name) + 8;
    painter.setFont(fontOf(TextRole::Small));
    painter.setPen(tokens.text2);
    const QString kind = QFontMetricsF(painter.font()).elidedText(line.kind, Qt::ElideRight, room - after);
    if (room - after > 24)
        painter.drawText(QRectF(upper.left() + after, upper.top(), room - after, upper.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, kind);
    drawTabular(painter, lower, line.growth, Qt::AlignRight | Qt::AlignVCenter);
    paintUsageBar(painter, QRectF(lower.left(), lower.top(), lower.width() - SizeSideWidth, lower.height()),
                  line.share, tokens.*BarColors[at % 4], tokens);
}

} // namespace pilothouse
