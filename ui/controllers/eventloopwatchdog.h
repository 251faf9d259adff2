// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace pilothouse {

/// Measures how long the UI thread is away from its event loop: the longest gap between two beats, less the
/// beat. Costs nothing while it is not started.
class EventLoopWatchdog final : public QObject
{
    Q_OBJECT
public:
    explicit EventLoopWatchdog(QObject *parent = nullptr);

    void start();
    void stop();
    /// Milliseconds, since the start.
    qint64 longestBlock() const { return m_longest; }
    void reset();

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace pilothouse
