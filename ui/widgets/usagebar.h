// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <optional>

namespace pilothouse {

/// Draws a bar of 5 over the width of a rectangle, in its middle.
void paintUsageBar(QPainter &painter, const QRectF &rect, double share, const QColor &color,
                   const Tokens &tokens);

/// A share of a whole, from 0 to 1. The number has to stand beside it and is its accessible name.
class UsageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit UsageBar(QWidget *parent = nullptr);

    void setShare(double share, const QString &inWords);
    /// Marks the highest share that was seen with a stroke across the bar.
    void setPeak(std::optional<double> peak);
    void setColor(ColorRole color);
    QSize sizeHint() const override { return {120, 5}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    std::optional<double> m_peak;
    ColorRole m_color = &Tokens::c1;
};

} // namespace pilothouse
