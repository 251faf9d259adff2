// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoprocess.h"

#include <QFile>

#include <poll.h>
#include <unistd.h>

// This header of glibc 2.36 does not say itself that its functions are C.
extern "C" {
#include <sys/pidfd.h>
}
#include <utility>

namespace pilothouse {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A process that has ended but was not waited for has no command line any more.
bool wasStartedWith(qint64 id, const QString &pidFile)
{
    const QList<QByteArray> words = contentOf(QStringLiteral("/proc/%1/cmdline").arg(id)).split('\0');
    const qsizetype option = words.indexOf("--pid-file");
    return option >= 0 && words.value(option + 1) == QFile::encodeName(pidFile);
}

} // namespace

std::optional<DemoProcess> DemoProcess::fromPidFile(const QString &pidFile)
{
    bool isNumber = false;
    const int id = contentOf(pidFile).trimmed().toInt(&isNumber);
    if (!isNumber || id <= 1)
        return std::nullopt;
    auto process = fromId(id);
    if (!process || !wasStartedWith(id, pidFile))
        return std::nullopt;
    return process;
}

std::optional<DemoProcess> DemoProcess::fromId(qint64 id)
{
    const int descriptor = pidfd_open(static_cast<pid_t>(id), 0);
    if (descriptor < 0)
        return std::nullopt;
    DemoProcess process(id, descriptor);
    if (!process.isRunning())
        return std::nullopt;
    return process;
}

DemoProcess::DemoProcess(qint64 id, int descriptor)
    : m_id(id)
    , m_descriptor(descriptor)
{
}

DemoProcess::DemoProcess(DemoProcess &&other) noexcept
    : m_id(other.m_id)
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

DemoProcess &DemoProcess::operator=(DemoProcess &&other) noexcept
{
    m_id = other.m_id;
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

DemoProcess::~DemoProcess()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

bool DemoProcess::isRunning() const
{
    pollfd ended{m_descriptor, POLLIN, 0};
    return poll(&ended, 1, 0) == 0;
}

void DemoProcess::signal(int number) const
{
    pidfd_send_signal(m_descriptor, number, nullptr, 0);
}

} // namespace pilothouse
