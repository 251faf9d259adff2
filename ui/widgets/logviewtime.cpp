// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which moment the log view shows: in step with other views, by steps of time, and from error to error.
#include "ui/widgets/logview.h"

#include <QScopedValueRollback>
#include <QScrollBar>

namespace pilothouse {

/// The current row if it is on the screen, else the first that is.
int LogView::rowInSight() const
{
    const int current = currentRow();
    return current >= firstVisibleRow() && current <= lastVisibleRow() ? current : firstVisibleRow();
}

void LogView::tellMomentSoon()
{
    if (!m_isLed)
        m_telling.start(0);
}

void LogView::tellMoment()
{
    const int row = rowInSight();
    if (row < 0 || !m_model.record(row).time.isValid())
        return;
    m_moment = 0; // the reader leads here
    const auto line = static_cast<int>(m_lines.lineOf(row) - verticalScrollBar()->value());
    emit momentChanged(m_model.record(row).time.toMSecsSinceEpoch(),
                       viewport()->mapToGlobal(QPoint(0, line * columns().lineHeight)).y());
}

/// Whether the window holds a time, or the log has none that is earlier or later.
bool LogView::holdsMoment(qint64 time) const
{
    const int row = m_model.rowAtTime(time);
    return (row > 0 || m_model.isAtBeginning()) && (row < m_model.rowCount() || m_model.isAtEnd());
}

void LogView::showMoment(qint64 time, int globalY)
{
    const int y = globalY - viewport()->mapToGlobal(QPoint()).y();
    const int line = std::max(0, qRound(static_cast<double>(y) / columns().lineHeight));
    const QScopedValueRollback<bool> led(m_isLed, true);
    m_moment = time;
    viewport()->update();
    if (!holdsMoment(time)) {
        m_awaitsTop = true;
        m_awaitsLed = true;
        m_awaitedLine = line;
        emit momentWanted(time);
        return;
    }
    m_awaitsTop = false;
    const qint64 goal = m_lines.lineOf(m_model.rowAtTime(time)) - line;
    if (goal < verticalScrollBar()->maximum())
        setFollowing(false);
    scrollTo(goal);
    wantMore();
}

void LogView::clearMoment()
{
    m_moment = 0;
    viewport()->update();
}

void LogView::goToMoment(qint64 time)
{
    if (!holdsMoment(time)) {
        m_awaitsTop = false;
        emit momentWanted(time);
        return;
    }
    const int row = std::min(m_model.rowAtTime(time), m_model.rowCount() - 1);
    if (row < 0)
        return;
    setCurrentRow(row);
    ensureVisible(row);
}

void LogView::takeNoMoment()
{
    m_awaitedLine = 0;
    m_awaitsLed = false;
    if (!std::exchange(m_awaitsTop, false))
        toEnd();
}

void LogView::stepTime(qint64 by)
{
    int row = rowInSight();
    while (row >= 0 && row < m_model.rowCount() && !m_model.record(row).time.isValid())
        ++row;
    if (row >= 0 && row < m_model.rowCount())
        goToMoment(m_model.record(row).time.toMSecsSinceEpoch() + by);
}

void LogView::stepGroup(LogGroup group, int by)
{
    const bool isSeen = currentRow() >= 0 && rowInSight() == currentRow();
    const int from = isSeen ? currentRow() : by > 0 ? firstVisibleRow() - 1 : lastVisibleRow() + 1;
    const int found = m_model.rowOfGroup(group, from, by);
    if (found >= 0) {
        setCurrentRow(found);
        ensureVisible(found);
    } else if (m_model.rowCount() > 0 && !(by > 0 ? m_model.isAtEnd() : m_model.isAtBeginning())) {
        const int edge = by > 0 ? m_model.rowCount() - 1 : 0;
        emit levelWanted(group, m_model.record(edge).number, by);
    }
}

void LogView::toLineOr(void (LogView::*otherwise)())
{
    if (m_prefix > 0)
        emit placeWanted(QString::number(m_prefix));
    else
        (this->*otherwise)();
}

} // namespace pilothouse
