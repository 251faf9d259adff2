// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QWidget>

#include <optional>

namespace pilothouse {

/// The course of one measure. Values that are not finite are gaps.
struct SparkData
{
    QList<double> values;
    std::optional<double> limit = {};
    ColorRole color = &Tokens::c1;
};

/// Draws the course with a soft area below it, a dot at its end and the limit as a dashed red line.
void paintSparkline(QPainter &painter, const QRectF &rect, const SparkData &data, const Tokens &tokens);

/// A small painted course. The number that it leads to has to stand beside it and is its accessible name.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setSpark(SparkData spark, const QString &inWords);
    QSize sizeHint() const override { return {90, 34}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SparkData m_spark;
};

} // namespace pilothouse
