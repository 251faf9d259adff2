// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/screen.h"

namespace pilothouse {

namespace {
constexpr int Patience = 20'000;
}

Screen::Screen()
{
    m_server.start(u"Xvfb"_qs, {u"-displayfd"_qs, u"1"_qs, u"-screen"_qs, u"0"_qs, u"1600x1000x24"_qs,
                                u"-nolisten"_qs, u"tcp"_qs});
    if (m_server.waitForStarted() && m_server.waitForReadyRead(Patience))
        m_display = u':' + QString::fromLatin1(m_server.readLine().trimmed());
}

Screen::~Screen()
{
    m_server.terminate();
    m_server.waitForFinished();
}

QProcessEnvironment Screen::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_qs, m_display.isEmpty() ? u"offscreen"_qs : u"xcb"_qs);
    environment.insert(u"DISPLAY"_qs, m_display);
    environment.remove(u"WAYLAND_DISPLAY"_qs);
    return environment;
}

WindowProcess::WindowProcess(const Screen &screen, const QString &hook, const QString &value)
{
    QProcessEnvironment environment = screen.environment();
    if (!hook.isEmpty())
        environment.insert(hook, value);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

WindowProcess::~WindowProcess()
{
    m_process.terminate();
    if (m_process.waitForFinished(Patience))
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void WindowProcess::start(const QString &program, const QStringList &arguments)
{
    m_sinceStart.start();
    m_process.start(program, arguments);
}

Result<PrintedLine> WindowProcess::waitForLine(const QByteArray &words, int deadline)
{
    while (m_process.canReadLine() || m_process.waitForReadyRead(deadline)) {
        const double ms = static_cast<double>(m_sinceStart.nsecsElapsed()) / 1e6;
        const QByteArray line = m_process.readLine();
        if (line.startsWith(words))
            return PrintedLine{line.mid(words.size()).trimmed(), ms};
    }
    return failure(ErrorKind::TimedOut,
                   u"%1 did not print “%2”."_qs.arg(m_process.program(), QString::fromLatin1(words)));
}

} // namespace pilothouse
