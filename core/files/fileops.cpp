// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileops.h"

#include "core/files/descriptor.h"
#include "core/files/sha256.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <memory>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 ChunkBytes = 1 << 20;

QString fileOpsText(const char *text)
{
    return QCoreApplication::translate("FileOps", text);
}

QString tooLong()
{
    return fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It is longer than what is read of such a file."));
}

QString procPath(const Descriptor &file)
{
    return QStringLiteral("/proc/self/fd/%1").arg(file.number());
}

/// What stands at a path, for changes of its mode or owner; never a link.
Result<Descriptor> openNode(const QString &path)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    auto node = openAt(*place, O_PATH);
    if (!node)
        return node;
    struct stat status = {};
    if (::fstat(node->number(), &status) != 0 || S_ISLNK(status.st_mode))
        return pathFailure(
            ELOOP,
            fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It is a symbolic link, and links are not followed.")),
            path);
    return node;
}

/// Puts owner and mode on the disk. A file that this user may not read is synced with its whole file system.
Result<> syncNode(const Descriptor &node, const QString &path)
{
    const QByteArray byNumber = procPath(node).toLatin1();
    const Descriptor file(::open(byNumber.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (file.isOpen())
        return syncDescriptor(file, path);
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    if (::syncfs(place->folder.number()) != 0)
        return pathFailure(
            errno,
            fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot be forced to the disk, so it may be lost.")),
            path);
    return {};
}

/// At most `length` bytes of an open file.
Result<QByteArray> readFrom(const Descriptor &file, const QString &path, qint64 offset, qint64 length)
{
    QByteArray content;
    while (content.size() < length) {
        const qsizetype start = content.size();
        const qint64 wanted = std::min(ChunkBytes, length - start);
        content.resize(start + wanted);
        const ssize_t count =
            ::pread(file.number(), content.data() + start, static_cast<size_t>(wanted), offset + start);
        content.resize(start + std::max<ssize_t>(count, 0));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot be read.")), path);
        if (count == 0)
            break;
    }
    return content;
}

Result<> checkOwn(const Descriptor &file, const QString &path)
{
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0)
        return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot be looked at.")), path);
    const bool isOurs = status.st_uid == ::geteuid();
    if (isOurs && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0)
        return {};
    return failure(Error{
        ErrorKind::Refused,
        path,
        isOurs
            ? fileOpsText(QT_TRANSLATE_NOOP("FileOps", "Others may write it, so it is not trusted."))
            : fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It belongs to another user, so it is not trusted.")),
        fileOpsText(QT_TRANSLATE_NOOP("FileOps", "Find out who made it; remove it where that was not you.")),
        {}});
}

} // namespace

Result<FileFacts> FileOps::facts(const QString &path) const
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0) {
        const int errorNumber = errno;
        const QString message = errorNumber == ENOENT
                                    ? fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It is not there."))
                                    : fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot be looked at."));
        return pathFailure(errorNumber, message, path);
    }
    FileFacts facts;
    facts.isDirectory = S_ISDIR(status.st_mode);
    facts.isRegular = S_ISREG(status.st_mode);
    facts.isLink = S_ISLNK(status.st_mode);
    facts.bytes = status.st_size;
    facts.mode = status.st_mode & 07777U;
    facts.ownerId = status.st_uid;
    facts.groupId = status.st_gid;
    facts.inode = status.st_ino;
    facts.device = status.st_dev;
    facts.links = status.st_nlink;
    facts.modifiedMs = static_cast<qint64>(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000;
    return facts;
}

bool FileOps::exists(const QString &path) const
{
    return facts(path).has_value();
}

Result<QByteArray> FileOps::read(const QString &path, qint64 limit) const
{
    auto content = readAt(path, 0, limit + 1);
    if (content && content->size() > limit)
        return pathFailure(EINVAL, tooLong(), path);
    return content;
}

Result<QByteArray> FileOps::readAt(const QString &path, qint64 offset, qint64 length) const
{
    const auto file = openRegular(path);
    if (!file)
        return tl::unexpected(file.error());
    return readFrom(*file, path, offset, length);
}

Result<QByteArray> FileOps::readOwn(const QString &path, qint64 limit) const
{
    const auto file = openRegular(path);
    if (!file)
        return tl::unexpected(file.error());
    if (const auto own = checkOwn(*file, path); !own)
        return tl::unexpected(own.error());
    auto content = readFrom(*file, path, 0, limit + 1);
    if (content && content->size() > limit)
        return pathFailure(EINVAL, tooLong(), path);
    return content;
}

Result<QStringList> FileOps::list(const QString &folder) const
{
    const auto place = placeOf(folder);
    if (!place)
        return tl::unexpected(place.error());
    auto directory = openAt(*place, O_RDONLY | O_DIRECTORY);
    if (!directory)
        return tl::unexpected(directory.error());
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(
        ::fdopendir(::fcntl(directory->number(), F_DUPFD_CLOEXEC, 0)), &::closedir);
    QStringList names;
    errno = 0;
    while (entries) {
        const dirent *entry = ::readdir(entries.get());
        if (!entry)
            break;
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names << QFile::decodeName(name);
    }
    if (!entries || errno != 0)
        return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "The folder cannot be read.")),
                           folder);
    names.sort();
    return names;
}

Result<> FileOps::rename(const QString &from, const QString &to)
{
    const auto source = placeOf(from);
    if (!source)
        return tl::unexpected(source.error());
    const auto target = placeOf(to);
    if (!target)
        return tl::unexpected(target.error());
    if (::renameat2(source->folder.number(), source->name.constData(), target->folder.number(),
                    target->name.constData(), RENAME_NOREPLACE)
        != 0) {
        const QString message =
            errno == EEXIST ? fileOpsText(
                QT_TRANSLATE_NOOP("FileOps", "It cannot get the name %1: something is there already."))
                            : fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot get the name %1."));
        return pathFailure(errno, message.arg(to), from);
    }
    if (const auto synced = syncDescriptor(target->folder, to); !synced)
        return synced;
    return syncDescriptor(source->folder, from);
}

Result<> FileOps::makeLink(const QString &target, const QString &path)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    if (::symlinkat(QFile::encodeName(target).constData(), place->folder.number(), place->name.constData())
        != 0)
        return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "The link cannot be made.")),
                           path);
    return syncDescriptor(place->folder, path);
}

Result<> FileOps::removeFile(const QString &path)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    if (::unlinkat(place->folder.number(), place->name.constData(), 0) != 0)
        return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot be removed.")), path);
    return syncDescriptor(place->folder, path);
}

Result<> FileOps::setMode(const QString &path, uint mode)
{
    const auto node = openNode(path);
    if (!node)
        return tl::unexpected(node.error());
    if (::chmod(procPath(*node).toLatin1().constData(), mode & 07777U) != 0)
        return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "Its mode cannot be changed.")),
                           path);
    return syncNode(*node, path);
}

Result<> FileOps::setOwner(const QString &path, uint ownerId, uint groupId)
{
    const auto node = openNode(path);
    if (!node)
        return tl::unexpected(node.error());
    if (::fchownat(node->number(), "", ownerId, groupId, AT_EMPTY_PATH) != 0)
        return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "Its owner cannot be changed.")),
                           path);
    return syncNode(*node, path);
}

Result<> FileOps::syncFolder(const QString &folder)
{
    const auto place = placeOf(folder);
    if (!place)
        return tl::unexpected(place.error());
    const auto directory = openAt(*place, O_RDONLY | O_DIRECTORY);
    if (!directory)
        return tl::unexpected(directory.error());
    return syncDescriptor(*directory, folder);
}

Result<> FileOps::syncFile(const QString &path)
{
    const auto file = openRegular(path);
    if (!file)
        return tl::unexpected(file.error());
    return syncDescriptor(*file, path);
}

Result<qint64> FileOps::freeBytes(const QString &path) const
{
    if (!path.startsWith(u'/')) // nothing above it would ever exist
        return pathFailure(EINVAL,
                           fileOpsText(QT_TRANSLATE_NOOP("FileOps", "Its free space cannot be read.")), path);
    QString existing = QDir::cleanPath(path);
    struct statvfs space = {};
    while (::statvfs(QFile::encodeName(existing).constData(), &space) != 0) {
        if ((errno != ENOENT && errno != ENOTDIR) || existing == QStringLiteral("/"))
            return pathFailure(
                errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "Its free space cannot be read.")), path);
        existing = QFileInfo(existing).path();
    }
    return static_cast<qint64>(space.f_bavail) * static_cast<qint64>(space.f_frsize);
}

Result<QByteArray> FileOps::sha256(const QString &path, const OperationContext &context) const
{
    const auto file = openRegular(path);
    if (!file)
        return tl::unexpected(file.error());
    struct stat status = {};
    if (::fstat(file->number(), &status) != 0)
        return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot be read.")), path);
    Sha256 hash;
    QByteArray chunk(ChunkBytes, Qt::Uninitialized);
    Progress progress{0, status.st_size, QFileInfo(path).fileName()};
    while (true) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "Cancelled.")));
        const ssize_t count = ::read(file->number(), chunk.data(), static_cast<size_t>(chunk.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return pathFailure(errno, fileOpsText(QT_TRANSLATE_NOOP("FileOps", "It cannot be read.")), path);
        if (count == 0)
            return hash.result();
        hash.add(chunk.constData(), count);
        progress.done += count;
        context.report(progress);
    }
}

} // namespace pilothouse
