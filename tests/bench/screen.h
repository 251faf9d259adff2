// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QElapsedTimer>
#include <QProcess>

namespace pilothouse {

/// An X server of its own, so that windows are measured as people see them; without Xvfb the platform is
/// Qt's offscreen one, for both sides.
class Screen
{
public:
    Screen();
    ~Screen();

    QString name() const { return m_display.isEmpty() ? u"offscreen"_qs : u"Xvfb"_qs; }
    QProcessEnvironment environment() const;

private:
    QProcess m_server;
    QString m_display;
};

/// What a measured program printed, and when.
struct PrintedLine
{
    QByteArray rest; ///< of the line, after the words
    double ms = 0;   ///< since just before the program was started
};

/// A window's program on a screen; ended when this goes.
class WindowProcess
{
public:
    WindowProcess(const Screen &screen, const QString &hook, const QString &value);
    ~WindowProcess();

    void start(const QString &program, const QStringList &arguments);
    /// Waits for a line that begins with these words; TimedOut after so many milliseconds.
    [[nodiscard]] Result<PrintedLine> waitForLine(const QByteArray &words, int deadline);
    qint64 id() const { return m_process.processId(); }

private:
    QProcess m_process;
    QElapsedTimer m_sinceStart;
};

} // namespace pilothouse
