// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace pilothouse {

/// The icon that goes with an environment.
QString environmentIcon(BadgeKind kind);

qreal badgeWidth(const BadgeCell &badge);

/// Draws an environment badge of that height (20, in a header 22) from the left edge of a rectangle, in its
/// middle.
void paintBadge(QPainter &painter, const QRectF &rect, const BadgeCell &badge, const Tokens &tokens,
                int height = 20);

/// The environment of an instance.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(BadgeCell badge = {}, int height = 20, QWidget *parent = nullptr);

    void setBadge(BadgeCell badge);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeCell m_badge;
    int m_height;
};

} // namespace pilothouse
