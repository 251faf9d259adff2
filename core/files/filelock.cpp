// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/filelock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace pilothouse {

namespace {
constexpr unsigned long PollMilliseconds = 2;
}

FileLock::FileLock(Descriptor file)
    : m_file(std::move(file))
{
}

Result<FileLock> FileLock::take(const QString &path, std::chrono::milliseconds timeout)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    auto file = openAt(*place, O_RDWR | O_CREAT | O_NONBLOCK, 0600);
    if (!file)
        return tl::unexpected(file.error());
    QElapsedTimer timer;
    timer.start();
    while (::flock(file->number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return pathFailure(errno, QCoreApplication::translate("FileOps", "It cannot be locked."), path);
        if (timer.hasExpired(timeout.count()))
            return pathFailure(EWOULDBLOCK,
                               QCoreApplication::translate("FileOps", "Another program holds it."), path);
        QThread::msleep(PollMilliseconds);
    }
    return FileLock(std::move(*file));
}

} // namespace pilothouse
