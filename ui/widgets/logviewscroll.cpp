// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the log view stands: in the window that the model holds, and with that window in the whole log.
#include "core/base/units.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logview.h"

#include <QScopedValueRollback>
#include <QScrollBar>

namespace pilothouse {

namespace {
/// So many screens before an end of the window more is asked for, so that scrolling never stops there.
constexpr int ScreensAhead = 10;
} // namespace

void LogView::onScrolled(int value)
{
    viewport()->update();
    showBar();
    if (m_isAdjusting)
        return;
    tellMomentSoon();
    if (m_isFollowing && value < verticalScrollBar()->maximum())
        setFollowing(false);
    wantMore();
}

void LogView::wantMore()
{
    const QScrollBar &bar = *verticalScrollBar();
    const int ahead = ScreensAhead * bar.pageStep();
    // At an end of the log too: whoever moves the window has to know where it is read.
    if (bar.value() <= ahead)
        emit olderWanted();
    if (!m_isFollowing && bar.value() >= bar.maximum() - ahead)
        emit newerWanted();
}

void LogView::updateRange()
{
    const QScopedValueRollback<bool> adjusting(m_isAdjusting, true);
    const int page = std::max(1, viewport()->height() / columns().lineHeight);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, columns().width - viewport()->width()));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>(0, m_lines.total() - page)));
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    viewport()->update();
    showBar();
}

void LogView::scrollTo(qint64 line)
{
    const QScopedValueRollback<bool> adjusting(m_isAdjusting, true);
    verticalScrollBar()->setValue(
        static_cast<int>(std::clamp<qint64>(line, 0, verticalScrollBar()->maximum())));
}

void LogView::ensureVisible(int row, int line)
{
    const qint64 wanted = m_lines.lineOf(row) + line;
    const qint64 top = verticalScrollBar()->value();
    const int page = verticalScrollBar()->pageStep();
    if (wanted >= top && wanted < top + page)
        return;
    const bool isNear = wanted == top - 1 || wanted == top + page;
    const qint64 goal = !isNear ? wanted - page / 2 : wanted < top ? wanted : wanted - page + 1;
    if (goal < verticalScrollBar()->maximum())
        setFollowing(false);
    scrollTo(goal);
    wantMore();
}

int LogView::firstVisibleRow() const
{
    return static_cast<int>(m_lines.rowAt(verticalScrollBar()->value()));
}

int LogView::lastVisibleRow() const
{
    return static_cast<int>(
        m_lines.rowAt(verticalScrollBar()->value() + verticalScrollBar()->pageStep() - 1));
}

void LogView::showBar()
{
    const int first = firstVisibleRow();
    if (first < 0) {
        m_page = 1;
        m_bar->setShown(0, 1);
        return;
    }
    const int after = lastVisibleRow() + 1;
    const bool isAtTop = verticalScrollBar()->value() == 0 && m_model.isAtBeginning();
    const bool isAtBottom = after >= m_model.rowCount() && m_model.isAtEnd();
    const double top = isAtTop ? 0 : m_model.fractionOf(m_model.record(first).number);
    const double bottom =
        isAtBottom ? 1 : m_model.fractionOf(m_model.record(std::min(after, m_model.rowCount() - 1)).number);
    m_page = std::max(0.0, bottom - top);
    m_bar->setShown(top, bottom);
}

void LogView::goTo(double fraction)
{
    if (fraction <= 0) {
        toBeginning();
        return;
    }
    if (fraction >= 1) {
        toEnd();
        return;
    }
    const quint64 number = m_model.numberAt(fraction * (1 - m_page));
    setFollowing(false);
    const bool isHeld = m_model.rowCount() > 0 && number >= m_model.record(0).number
                        && number <= m_model.record(m_model.rowCount() - 1).number;
    if (isHeld) {
        scrollTo(m_lines.lineOf(m_model.rowNear(number)));
        wantMore();
        tellMomentSoon();
    } else {
        m_awaitsTop = true;
        m_awaitedLine = 0;
        m_awaitsLed = false;
        emit positionWanted(number);
    }
}

void LogView::toBeginning()
{
    setFollowing(false);
    if (!m_model.isAtBeginning()) {
        m_awaitsTop = false;
        emit beginningWanted();
    } else {
        scrollTo(0);
        setCurrentRow(0);
    }
}

void LogView::toEnd()
{
    if (!m_model.isAtEnd()) {
        m_awaitsEnd = true;
        emit endWanted();
        return;
    }
    setCurrentRow(m_model.rowCount() - 1);
    scrollTo(verticalScrollBar()->maximum());
}

void LogView::showRecord(quint64 number)
{
    const int row = m_model.rowNear(number);
    if (row < 0)
        return;
    if (std::exchange(m_awaitsTop, false)) {
        scrollTo(m_lines.lineOf(row) - std::exchange(m_awaitedLine, 0));
        wantMore();
        if (!std::exchange(m_awaitsLed, false))
            tellMomentSoon();
        return;
    }
    setCurrentRow(row);
    ensureVisible(row);
    wantMore();
}

quint64 LogView::recordInSight() const
{
    const int current = currentRow();
    const bool isSeen = current >= firstVisibleRow() && current <= lastVisibleRow();
    if (m_isFollowing && !isSeen)
        return 0;
    const int row = current >= 0 && isSeen ? current : firstVisibleRow();
    return row >= 0 && row < m_model.rowCount() ? m_model.record(row).number : 0;
}

qint64 LogView::newLines() const
{
    const qint64 count = m_count ? m_count() : m_model.extent().lines();
    return m_isFollowing ? 0 : std::max<qint64>(0, count - m_linesSeen);
}

void LogView::setFollowing(bool isFollowing)
{
    const bool isChanged = isFollowing != m_isFollowing;
    m_isFollowing = isFollowing;
    if (isChanged || isFollowing)
        m_linesSeen = m_count ? m_count() : m_model.extent().lines();
    if (isFollowing)
        scrollTo(verticalScrollBar()->maximum());
    placePill();
    if (isChanged)
        emit followingChanged(isFollowing);
}

void LogView::placePill()
{
    const qint64 count = newLines();
    m_pill->setVisible(!m_isFollowing && count > 0);
    m_pill->setText(count == 1 ? tr("1 new line") : tr("%1 new lines").arg(formatCount(count)));
    m_pill->resize(m_pill->sizeHint().width(), 28);
    m_pill->move((viewport()->width() - m_pill->width()) / 2, viewport()->height() - m_pill->height() - 12);
}

} // namespace pilothouse
