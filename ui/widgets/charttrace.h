// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>
#include <QPolygonF>

#include <optional>

namespace pilothouse {

/// How points become pixels: factor times value plus offset.
struct ChartScale
{
    double xFactor = 1;
    double xOffset = 0;
    double yFactor = 1;
    double yOffset = 0;
    bool operator==(const ChartScale &) const = default;

    QPointF toPixel(const QPointF &point) const
    {
        return {point.x() * xFactor + xOffset, point.y() * yFactor + yOffset};
    }
};

/// The lines that show points in order of x, cut at values that are not finite. Of the points that fall on
/// one column of pixels only the first, lowest, highest and last are kept, so that no peak is lost.
QList<QPolygonF> chartRuns(const QList<QPointF> &points, const ChartScale &scale);

/// The point with a finite value that is nearest in x.
std::optional<QPointF> nearestPoint(const QList<QPointF> &points, double x);

} // namespace pilothouse
