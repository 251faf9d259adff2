// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What mouse and keys do in the histogram of a log.
#include "ui/widgets/loghistogram.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace pilothouse {

namespace {
constexpr int NearEdge = 5;
}

void LogHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int x = qRound(event->position().x());
    m_isDragging = true;
    if (m_chosen && std::abs(x - xOf(m_chosen->from)) <= NearEdge) {
        m_anchor = m_chosen->to;
    } else if (m_chosen && std::abs(x - xOf(m_chosen->to)) <= NearEdge) {
        m_anchor = m_chosen->from;
    } else {
        m_anchor = timeAt(x);
        choose(m_anchor, m_anchor);
    }
}

void LogHistogram::mouseMoveEvent(QMouseEvent *event)
{
    const int x = qRound(event->position().x());
    const bool isOnEdge =
        m_chosen
        && (std::abs(x - xOf(m_chosen->from)) <= NearEdge || std::abs(x - xOf(m_chosen->to)) <= NearEdge);
    setCursor(isOnEdge ? Qt::SizeHorCursor : Qt::ArrowCursor);
    if (m_isDragging)
        choose(m_anchor, timeAt(x));
}

void LogHistogram::mouseReleaseEvent(QMouseEvent *)
{
    if (std::exchange(m_isDragging, false))
        emit timesChosen(m_chosen);
}

void LogHistogram::mouseDoubleClickEvent(QMouseEvent *)
{
    m_isDragging = false;
    m_chosen.reset();
    emit timesChosen(m_chosen);
}

void LogHistogram::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (event->key() == Qt::Key_Escape && m_chosen) {
        m_chosen.reset();
        emit timesChosen(m_chosen);
    } else if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Down || event->text() == u"i") {
        emit leaveAsked();
    } else if (by != 0 && m_bars.step > 0) {
        const LogTimes last{m_bars.to() - m_bars.step, m_bars.to()};
        LogTimes times = m_chosen.value_or(last);
        const bool isExtended = event->modifiers() & Qt::ShiftModifier;
        const qint64 way = m_chosen ? by * m_bars.step : 0;
        if (by < 0 || !isExtended)
            times.from = std::max(m_bars.from, times.from + way);
        if (by > 0 || !isExtended)
            times.to = std::min(m_bars.to(), times.to + way);
        choose(times.from, times.to);
        emit timesChosen(m_chosen);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LogHistogram::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LogHistogram::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool LogHistogram::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qint64 bar = m_bars.step > 0 ? (timeAt(help->pos().x()) - m_bars.from) / m_bars.step : 0;
    if (bar < m_bars.counts.size())
        QToolTip::showText(help->globalPos(), describe(static_cast<int>(bar)).toHtmlEscaped(), this);
    return true;
}

} // namespace pilothouse
