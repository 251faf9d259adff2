// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/usagebar.h"

#include "core/base/foreigntext.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pilothouse {
namespace {

constexpr int UsageBarHeight = 5;

} // namespace

void paintUsageBar(QPainter &painter, const QRectF &rect, double share, const QColor &color,
                   const Tokens &tokens)
{
    const QRectF bar(rect.left(), std::round(rect.center().y() - UsageBarHeight / 2.0), rect.width(),
                     UsageBarHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.isHighContrast ? QPen(tokens.idleFill, 1) : QPen(Qt::NoPen));
    painter.setBrush(tokens.idleSoft);
    const qreal inset = tokens.isHighContrast ? 0.5 : 0;
    painter.drawRoundedRect(bar.adjusted(inset, inset, -inset, -inset), UsageBarHeight / 2.0,
                            UsageBarHeight / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const double clamped = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 0.0;
    const qreal width = clamped > 0 ? std::max<qreal>(UsageBarHeight, bar.width() * clamped) : 0;
    if (width > 0)
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(width, UsageBarHeight)), UsageBarHeight / 2.0,
                                UsageBarHeight / 2.0);
    painter.restore();
}

UsageBar::UsageBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UsageBar::setShare(double share, const QString &inWords)
{
    m_share = share;
    setAccessibleName(visibleLine(inWords));
    QAccessibleValueChangeEvent said(this, share);
    QAccessible::updateAccessibility(&said);
    update();
}

void UsageBar::setPeak(std::optional<double> peak)
{
    m_peak = peak;
    update();
}

void UsageBar::setColor(ColorRole color)
{
    m_color = color;
    update();
}

void UsageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    paintUsageBar(painter, rect(), m_share, tokens.*m_color, tokens);
    if (m_peak)
        painter.fillRect(QRectF(std::round(std::clamp(*m_peak, 0.0, 1.0) * (width() - 2)), 0, 2, height()),
                         tokens.text2);
}

} // namespace pilothouse
