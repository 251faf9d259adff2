// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/charttrace.h"

#include <algorithm>
#include <cmath>

namespace pilothouse {
namespace {

/// Gathers the points of one column of pixels.
class Column
{
public:
    bool isEmpty() const { return m_count == 0; }
    bool holds(const QPointF &pixel) const { return std::floor(pixel.x()) == std::floor(m_first.x()); }

    void flushInto(QPolygonF &run)
    {
        if (m_count > 4) {
            const bool isRising = m_lowest.x() <= m_highest.x();
            run << m_first << (isRising ? m_lowest : m_highest) << (isRising ? m_highest : m_lowest)
                << m_last;
        } else if (m_count > 0) {
            run << m_kept;
        }
        m_kept.clear();
        m_count = 0;
    }

    void add(const QPointF &pixel)
    {
        if (m_count < 4)
            m_kept << pixel;
        if (m_count == 0)
            m_first = m_lowest = m_highest = pixel;
        if (pixel.y() < m_highest.y()) // pixels grow downwards
            m_highest = pixel;
        if (pixel.y() > m_lowest.y())
            m_lowest = pixel;
        m_last = pixel;
        ++m_count;
    }

private:
    QPolygonF m_kept; // the points themselves, while there are only a few
    QPointF m_first, m_lowest, m_highest, m_last;
    int m_count = 0;
};

} // namespace

QList<QPolygonF> chartRuns(const QList<QPointF> &points, const ChartScale &scale)
{
    QList<QPolygonF> runs;
    QPolygonF run;
    Column column;
    const auto endRun = [&] {
        column.flushInto(run);
        if (!run.isEmpty())
            runs.append(run);
        run.clear();
    };
    for (const QPointF &point : points) {
        if (!std::isfinite(point.y())) {
            endRun();
            continue;
        }
        const QPointF pixel = scale.toPixel(point);
        if (!column.isEmpty() && !column.holds(pixel))
            column.flushInto(run);
        column.add(pixel);
    }
    endRun();
    return runs;
}

std::optional<QPointF> nearestPoint(const QList<QPointF> &points, double x)
{
    const auto isBefore = [](const QPointF &point, double wanted) { return point.x() < wanted; };
    const auto after = std::lower_bound(points.begin(), points.end(), x, isBefore);
    std::optional<QPointF> nearest;
    const auto consider = [&](const QPointF &point) {
        if (std::isfinite(point.y()) && (!nearest || std::abs(point.x() - x) < std::abs(nearest->x() - x)))
            nearest = point;
    };
    if (after != points.end())
        consider(*after);
    if (after != points.begin())
        consider(*std::prev(after));
    return nearest;
}

} // namespace pilothouse
