// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"
#include "ui/widgets/charttrace.h"

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <optional>

namespace pilothouse {

/// One line of a chart: milliseconds since 1970 against a value, in order of time. A value that is not finite
/// is a gap.
struct ChartSeries
{
    QString name;
    ColorRole color = &Tokens::c1;
    bool hasArea = false;
    QList<QPointF> points;
};

/// The four equal ticks of an axis that starts at 0 and reaches at least `highest`, with round values.
QList<double> roundTicks(double highest);

/// Courses over time with a quiet grid. It draws itself: the lowest and highest value of each column of
/// pixels are kept, so that a million points paint as fast as a hundred and no peak is lost. Its legend is
/// drawn in the head of its card.
class LineChart final : public QWidget
{
    Q_OBJECT

public:
    explicit LineChart(const QString &accessibleName, QWidget *parent = nullptr);

    /// At most two series are readable. The range of time is that of `from` and `to`, whatever the points
    /// cover.
    void setSeries(QList<ChartSeries> series, const QDateTime &from, const QDateTime &to);
    /// A dashed red line at this value.
    void setLimit(std::optional<double> limit);
    /// How a value is written at the axis and in the tooltip; plain digits by default.
    void setFormat(std::function<QString(double)> format);
    QSize sizeHint() const override { return {420, 200}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plotRect() const;
    ChartScale scaleOf(const QRectF &plot) const;
    QPointF toPixel(const QRectF &plot, const QPointF &point) const { return scaleOf(plot).toPixel(point); }
    const QList<QPolygonF> &runsOf(qsizetype series, const QRectF &plot) const;
    void paintAxes(QPainter &painter, const QRectF &plot) const;
    void paintSeries(QPainter &painter, const QRectF &plot, qsizetype series) const;
    void paintCursor(QPainter &painter, const QRectF &plot) const;
    QString wordsAt(double time) const;
    void moveCursor(std::optional<double> time);

    QList<ChartSeries> m_series;
    QList<double> m_ticks;
    double m_from = 0;
    double m_to = 1;
    std::optional<double> m_limit;
    std::optional<double> m_cursor; ///< the time the pointer or the arrow keys are at
    std::function<QString(double)> m_format;
    mutable QList<QList<QPolygonF>> m_runs; ///< one list a series, kept until the points or the scale change
    mutable ChartScale m_runsScale;
};

/// The names of a chart's series with their colours, for the head of its card.
class ChartLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(const QList<ChartSeries> &series, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<std::pair<QString, ColorRole>> m_names;
};

} // namespace pilothouse
