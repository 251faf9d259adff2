// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/linechart.h"

#include "core/base/dateformat.h"
#include "core/base/foreigntext.h"
#include "core/base/shownzone.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/plaintooltip.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int TickCount = 4;
constexpr int LineChartLabelGap = 6;
constexpr int BottomHeight = 20;
constexpr double ChartAreaOpacity = 0.13;
constexpr int LegendGap = 14;
constexpr int LegendLine = 14;

/// The pause between two labels of the time axis, so that about six stand on it.
double timeStep(double span)
{
    constexpr double Minute = 60'000;
    for (const double step :
         {1.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 360.0, 720.0, 1440.0, 2880.0, 10080.0}) {
        if (span / (step * Minute) <= 7)
            return step * Minute;
    }
    return span / 6;
}

QString timeLabel(double time, double span)
{
    constexpr double Day = 86'400'000;
    const QDateTime moment = shownTime(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time)));
    const QString format = span <= 2 * Day ? QStringLiteral("HH:mm") : dayPattern();
    return QLocale().toString(moment, format);
}

} // namespace

QList<double> roundTicks(double highest)
{
    const double least = std::isfinite(highest) && highest > 0 ? highest / TickCount : 1;
    const double magnitude = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10 * magnitude;
    for (const double factor : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5}) {
        if (factor * magnitude >= least * (1 - 1e-9)) {
            step = factor * magnitude;
            break;
        }
    }
    QList<double> ticks;
    for (int tick = 0; tick <= TickCount; ++tick)
        ticks.append(step * tick);
    return ticks;
}

LineChart::LineChart(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_ticks(roundTicks(1))
    , m_format([](double value) { return QLocale().toString(value, 'g', 6); })
{
    setAccessibleName(accessibleName);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
}

void LineChart::setSeries(QList<ChartSeries> series, const QDateTime &from, const QDateTime &to)
{
    m_series = std::move(series);
    m_runs.clear();
    m_from = static_cast<double>(from.toMSecsSinceEpoch());
    m_to = std::max(m_from + 1, static_cast<double>(to.toMSecsSinceEpoch()));
    double highest = m_limit.value_or(0);
    for (const ChartSeries &one : m_series) {
        for (const QPointF &point : one.points) {
            if (std::isfinite(point.y()))
                highest = std::max(highest, point.y());
        }
    }
    m_ticks = roundTicks(highest);
    update();
}

void LineChart::setLimit(std::optional<double> limit)
{
    m_limit = limit;
    if (limit && *limit > m_ticks.last())
        m_ticks = roundTicks(*limit);
    update();
}

void LineChart::setFormat(std::function<QString(double)> format)
{
    m_format = std::move(format);
    update();
}

QRectF LineChart::plotRect() const
{
    const QFont font = fontOf(TextRole::Mark);
    qreal widest = 0;
    for (const double tick : m_ticks)
        widest = std::max(widest, tabularWidth(font, m_format(tick)));
    return QRectF(rect()).adjusted(std::ceil(widest) + LineChartLabelGap, 8, -16, -BottomHeight);
}

ChartScale LineChart::scaleOf(const QRectF &plot) const
{
    const double xFactor = plot.width() / (m_to - m_from);
    return {xFactor, plot.left() - m_from * xFactor, -plot.height() / m_ticks.last(), plot.bottom()};
}

const QList<QPolygonF> &LineChart::runsOf(qsizetype series, const QRectF &plot) const
{
    const ChartScale scale = scaleOf(plot);
    if (m_runs.size() != m_series.size() || !(m_runsScale == scale)) {
        m_runs.clear();
        for (const ChartSeries &one : m_series)
            m_runs.append(chartRuns(one.points, scale));
        m_runsScale = scale;
    }
    return m_runs.at(series);
}

void LineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF plot = plotRect();
    const Tokens &tokens = currentTokens();
    paintAxes(painter, plot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(plot.adjusted(0, -2, 2, 2));
    for (qsizetype series = m_series.size() - 1; series >= 0; --series)
        paintSeries(painter, plot, series);
    if (m_limit) {
        QPen pen(tokens.downFill, 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        const qreal y = std::floor(toPixel(plot, {m_from, *m_limit}).y()) + 0.5;
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter.restore();
    paintCursor(painter, plot);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, tokens.focusWidth()));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void LineChart::paintAxes(QPainter &painter, const QRectF &plot) const
{
    const Tokens &tokens = currentTokens();
    painter.setFont(fontOf(TextRole::Mark));
    for (const double tick : m_ticks) {
        const qreal y = std::floor(toPixel(plot, {m_from, tick}).y());
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1),
                         tick > 0 ? tokens.grid : tokens.borderStrong);
        painter.setPen(tokens.text3);
        drawTabular(painter, QRectF(0, y - 8, plot.left() - LineChartLabelGap, 16), m_format(tick),
                    Qt::AlignRight | Qt::AlignVCenter);
    }
    const double step = timeStep(m_to - m_from);
    const double offset =
        shownTime(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_from))).offsetFromUtc() * 1000.0;
    const double first = std::ceil((m_from + offset) / step) * step - offset;
    const int last = static_cast<int>(std::floor((m_to - first) / step));
    for (int mark = 0; mark <= last; ++mark) {
        const double time = first + mark * step;
        const qreal x = toPixel(plot, {time, 0}).x();
        drawTabular(painter, QRectF(x - 40, plot.bottom() + 4, 80, 16), timeLabel(time, m_to - m_from),
                    Qt::AlignHCenter | Qt::AlignVCenter);
    }
}

void LineChart::paintSeries(QPainter &painter, const QRectF &plot, qsizetype series) const
{
    const bool hasArea = m_series.at(series).hasArea;
    const QColor color = currentTokens().*m_series.at(series).color;
    for (const QPolygonF &run : runsOf(series, plot)) {
        if (hasArea) {
            QPolygonF area = run;
            area << QPointF(run.last().x(), plot.bottom()) << QPointF(run.first().x(), plot.bottom());
            painter.setPen(Qt::NoPen);
            painter.setBrush(faded(color, ChartAreaOpacity));
            painter.drawPolygon(area);
        }
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(run);
    }
}

void LineChart::paintCursor(QPainter &painter, const QRectF &plot) const
{
    if (!m_cursor)
        return;
    const Tokens &tokens = currentTokens();
    const qreal x = std::floor(toPixel(plot, {*m_cursor, 0}).x());
    painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), tokens.borderStrong);
    for (const ChartSeries &series : m_series) {
        const std::optional<QPointF> near = nearestPoint(series.points, *m_cursor);
        if (!near)
            continue;
        painter.setPen(QPen(tokens.surface, 1.5));
        painter.setBrush(tokens.*series.color);
        painter.drawEllipse(toPixel(plot, *near), 3.5, 3.5);
    }
}

QString LineChart::wordsAt(double time) const
{
    const QDateTime moment = shownTime(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time)));
    QStringList lines{QLocale().toString(moment, dayPattern() + QStringLiteral(", HH:mm:ss t"))};
    for (const ChartSeries &series : m_series) {
        const std::optional<QPointF> near = nearestPoint(series.points, time);
        lines.append(
            QStringLiteral("%1: %2").arg(series.name, near ? m_format(near->y()) : tr("not measured")));
    }
    return lines.join(QLatin1Char('\n'));
}

bool LineChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        if (m_cursor)
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                               plainTooltip(wordsAt(*m_cursor)), this);
        return true;
    }
    return QWidget::event(event);
}

void LineChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF plot = plotRect();
    const double share = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0);
    moveCursor(m_from + share * (m_to - m_from));
}

void LineChart::leaveEvent(QEvent *)
{
    moveCursor({});
}

void LineChart::keyPressEvent(QKeyEvent *event)
{
    const double step = (m_to - m_from) / 60;
    if (event->key() == Qt::Key_Left)
        moveCursor(std::max(m_from, m_cursor.value_or(m_to) - step));
    else if (event->key() == Qt::Key_Right)
        moveCursor(std::min(m_to, m_cursor.value_or(m_from) + step));
    else
        QWidget::keyPressEvent(event);
}

void LineChart::moveCursor(std::optional<double> time)
{
    m_cursor = time;
    setAccessibleDescription(visibleText(time ? wordsAt(*time) : QString()));
    update();
}

ChartLegend::ChartLegend(const QList<ChartSeries> &series, QWidget *parent)
    : QWidget(parent)
{
    QStringList names;
    for (const ChartSeries &one : series) {
        m_names.append({one.name, one.color});
        names.append(one.name);
    }
    setAccessibleName(visibleLine(names.join(QLatin1String(", "))));
    setFixedSize(sizeHint());
}

QSize ChartLegend::sizeHint() const
{
    const QFontMetricsF metrics(fontOf(TextRole::Small));
    qreal width = 0;
    for (const auto &name : m_names)
        width +=
            LegendLine + LineChartLabelGap + std::ceil(metrics.horizontalAdvance(name.first)) + LegendGap;
    return {std::max(0, static_cast<int>(width) - LegendGap), 20};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    const QFont font = fontOf(TextRole::Small);
    painter.setFont(font);
    const int lineTop = height() / 2 - 1;
    qreal x = 0;
    for (const auto &[name, color] : m_names) {
        painter.fillRect(QRectF(x, lineTop, LegendLine, 2), tokens.*color);
        x += LegendLine + LineChartLabelGap;
        const qreal width = std::ceil(QFontMetricsF(font).horizontalAdvance(name));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(x, 0, width + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += width + LegendGap;
    }
}

} // namespace pilothouse
