// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Removal of whole folders, which must never reach outside of them.

#include "core/files/descriptor.h"
#include "core/files/fileops.h"

#include <QCoreApplication>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <memory>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace pilothouse {

namespace {

/// A folder directly in `parent`: no link, nothing outside, no other file system.
Descriptor openBeneath(int parent, const QByteArray &name)
{
    struct open_how how = {};
    how.flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    return Descriptor(static_cast<int>(::syscall(SYS_openat2, parent, name.constData(), &how, sizeof(how))));
}

tl::unexpected<Error> removeFailure(int errorNumber, const QString &path)
{
    const QString message = errorNumber == EXDEV
                                ? QCoreApplication::translate(
                                    "FileOps", "Another file system is mounted in it, so it is not removed.")
                                : QCoreApplication::translate("FileOps", "It cannot be removed.");
    return pathFailure(errorNumber, message, path);
}

QList<QByteArray> namesIn(int folder)
{
    QList<QByteArray> names;
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::fdopendir(::fcntl(folder, F_DUPFD_CLOEXEC, 0)),
                                                       &::closedir);
    while (entries) {
        const dirent *entry = ::readdir(entries.get());
        if (!entry)
            break;
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names << name;
    }
    return names;
}

Result<> removeBeneath(int parent, const QByteArray &name, const QString &path)
{
    const Descriptor folder = openBeneath(parent, name);
    if (!folder.isOpen())
        return removeFailure(errno, path);
    for (const QByteArray &entry : namesIn(folder.number())) {
        if (::unlinkat(folder.number(), entry.constData(), 0) == 0)
            continue;
        const int errorNumber = errno;
        const QString below = path + u'/' + QString::fromLocal8Bit(entry);
        struct stat status = {};
        const bool isFolder = ::fstatat(folder.number(), entry.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0
                              && S_ISDIR(status.st_mode);
        if (!isFolder)
            return removeFailure(errorNumber, below);
        if (auto removed = removeBeneath(folder.number(), entry, below); !removed)
            return removed;
    }
    if (::unlinkat(parent, name.constData(), AT_REMOVEDIR) != 0)
        return removeFailure(errno, path);
    return {};
}

} // namespace

Result<> FileOps::removeTree(const QString &folder)
{
    const auto place = placeOf(folder);
    if (!place)
        return tl::unexpected(place.error());
    if (auto removed = removeBeneath(place->folder.number(), place->name, place->path); !removed)
        return removed;
    return syncDescriptor(place->folder, folder);
}

} // namespace pilothouse
