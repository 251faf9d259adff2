// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sparkline.h"

#include "core/base/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"

#include <QPainter>

#include <cmath>

namespace pilothouse {
namespace {

constexpr qreal DotSize = 4.4;
constexpr double SparklineAreaOpacity = 0.11;

/// Maps the values of one course into a rectangle.
struct Scale
{
    QRectF place;
    double lowest = 0;
    double highest = 1;
    qsizetype count = 0;

    QPointF at(qsizetype position, double value) const
    {
        const double share = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
        const double step = count > 1 ? place.width() / static_cast<double>(count - 1) : 0;
        return {place.left() + step * static_cast<double>(position), place.bottom() - share * place.height()};
    }
};

Scale scaleOf(const QRectF &rect, const SparkData &data)
{
    Scale scale;
    scale.place = rect.adjusted(1, DotSize / 2, -DotSize / 2, -1);
    scale.count = data.values.size();
    bool isFirst = true;
    const auto take = [&](double value) {
        if (!std::isfinite(value))
            return;
        scale.lowest = isFirst ? value : std::min(scale.lowest, value);
        scale.highest = isFirst ? value : std::max(scale.highest, value);
        isFirst = false;
    };
    for (const double value : data.values)
        take(value);
    if (data.limit)
        take(*data.limit);
    return scale;
}

void paintRun(QPainter &painter, const QPolygonF &run, qreal bottom, const QColor &color)
{
    if (run.isEmpty())
        return;
    QPolygonF area = run;
    area << QPointF(run.last().x(), bottom) << QPointF(run.first().x(), bottom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(color, SparklineAreaOpacity));
    painter.drawPolygon(area);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(run);
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &rect, const SparkData &data, const Tokens &tokens)
{
    const Scale scale = scaleOf(rect, data);
    const QColor color = tokens.*data.color;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (data.limit) {
        QPen pen(faded(tokens.downFill, 0.6), 1);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        const qreal y = std::floor(scale.at(0, *data.limit).y()) + 0.5;
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
    QPolygonF run;
    for (qsizetype position = 0; position < data.values.size(); ++position) {
        const double value = data.values.at(position);
        if (std::isfinite(value)) {
            run << scale.at(position, value);
        } else {
            paintRun(painter, run, rect.bottom(), color);
            run.clear();
        }
    }
    paintRun(painter, run, rect.bottom(), color);
    if (!run.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(run.last(), DotSize / 2, DotSize / 2);
    }
    painter.restore();
}

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setSpark(SparkData spark, const QString &inWords)
{
    m_spark = std::move(spark);
    setAccessibleName(visibleLine(inWords));
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSparkline(painter, rect(), m_spark, currentTokens());
}

} // namespace pilothouse
