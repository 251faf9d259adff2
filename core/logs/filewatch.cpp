// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filewatch.h"

#include <QFile>

#include <array>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace pilothouse {

namespace {
constexpr uint32_t Changes =
    IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;
}

FileWatch::FileWatch(QString folder)
    : m_folder(std::move(folder))
    , m_inotify(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    watchFolder();
}

FileWatch::~FileWatch()
{
    ::close(m_inotify);
    ::close(m_wake);
}

void FileWatch::watchFolder()
{
    // The same folder gives the same watch; one that was replaced by another of its name gives a new one.
    m_watch = ::inotify_add_watch(m_inotify, QFile::encodeName(m_folder).constData(), Changes | IN_ONLYDIR);
}

void FileWatch::setFolder(const QString &folder)
{
    ::inotify_rm_watch(m_inotify, m_watch);
    m_folder = folder;
    watchFolder();
}

void FileWatch::wait(std::chrono::milliseconds timeout)
{
    std::array<pollfd, 2> descriptors{pollfd{m_inotify, POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
    const int ready = ::poll(descriptors.data(), descriptors.size(), static_cast<int>(timeout.count()));
    for (const pollfd &descriptor : descriptors) {
        if (descriptor.revents & POLLIN)
            drain(descriptor.fd);
    }
    if (ready <= 0)
        watchFolder();
}

void FileWatch::wake() const
{
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one);
}

void FileWatch::drain(int descriptor)
{
    std::array<char, 16384> buffer{};
    while (::read(descriptor, buffer.data(), buffer.size()) > 0) {
    }
}

} // namespace pilothouse
