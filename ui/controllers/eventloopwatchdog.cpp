// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/eventloopwatchdog.h"

namespace pilothouse {

namespace {
constexpr int BeatMs = 5;
}

EventLoopWatchdog::EventLoopWatchdog(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(BeatMs);
    connect(&m_timer, &QTimer::timeout, this, &EventLoopWatchdog::beat);
}

void EventLoopWatchdog::start()
{
    reset();
    m_timer.start();
}

void EventLoopWatchdog::stop()
{
    m_timer.stop();
}

void EventLoopWatchdog::reset()
{
    m_longest = 0;
    m_since.start();
}

void EventLoopWatchdog::beat()
{
    m_longest = qMax(m_longest, m_since.restart() - BeatMs);
}

} // namespace pilothouse
