// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/badge.h"

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

constexpr int BadgePadding = 6;
constexpr int BadgeIconSize = 12;
constexpr int BadgeIconGap = 4;
constexpr qreal BadgeRadius = 4;
constexpr double BadgeEdgeStrength = 0.35;

} // namespace

QString environmentIcon(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Production:
        return QStringLiteral("shield-lock-fill");
    case BadgeKind::Staging:
        return QStringLiteral("layers-half");
    case BadgeKind::Development:
        return QStringLiteral("code-slash");
    case BadgeKind::Other:
        break;
    }
    return QStringLiteral("tag");
}

qreal badgeWidth(const BadgeCell &badge)
{
    const QFontMetricsF metrics(fontOf(TextRole::MarkStrong));
    return std::ceil(2 * BadgePadding + 1 + BadgeIconSize + BadgeIconGap
                     + metrics.horizontalAdvance(badge.text));
}

void paintBadge(QPainter &painter, const QRectF &rect, const BadgeCell &badge, const Tokens &tokens,
                int height)
{
    const EnvironmentColors colors = environmentColors(badge.kind, tokens);
    const qreal width = std::min(badgeWidth(badge), rect.width());
    const QRectF box(rect.left(), std::round(rect.center().y() - height / 2.0), width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.isHighContrast ? colors.text : faded(colors.line, BadgeEdgeStrength), 1));
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), BadgeRadius, BadgeRadius);
    const QRectF glyph(box.left() + BadgePadding, std::round(box.center().y() - BadgeIconSize / 2.0),
                       BadgeIconSize, BadgeIconSize);
    paintIcon(painter, glyph, environmentIcon(badge.kind), colors.text);
    painter.setFont(fontOf(TextRole::MarkStrong));
    painter.setPen(colors.text);
    const qreal x = glyph.right() + BadgeIconGap;
    const QRectF place(x, box.top(), box.right() - BadgePadding - x + 1, box.height());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(badge.text, Qt::ElideRight, place.width()));
    painter.restore();
}

Badge::Badge(BadgeCell badge, int height, QWidget *parent)
    : QWidget(parent)
    , m_height(height)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setBadge(std::move(badge));
}

void Badge::setBadge(BadgeCell badge)
{
    m_badge = std::move(badge);
    setAccessibleName(visibleLine(tr("Environment: %1").arg(m_badge.text)));
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {static_cast<int>(badgeWidth(m_badge)), m_height};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_badge, currentTokens(), m_height);
}

} // namespace pilothouse
