// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/spaceadvice.h"

#include "core/base/units.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <optional>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace pilothouse {

namespace {

QString spaceadviceText(const char *text)
{
    return QCoreApplication::translate("FileOps", text);
}

/// The folder at which the file system of `folder` is mounted.
QString mountPointOf(const QString &folder)
{
    struct stat here = {};
    QString path = QDir::cleanPath(folder);
    if (::stat(QFile::encodeName(path).constData(), &here) != 0)
        return path;
    while (path != QStringLiteral("/")) {
        const QString parent = QFileInfo(path).path();
        struct stat above = {};
        if (::stat(QFile::encodeName(parent).constData(), &above) != 0 || above.st_dev != here.st_dev)
            return path;
        path = parent;
    }
    return path;
}

/// The nearest folder above it that is there.
QString folderOf(const QString &path)
{
    QString folder = QFileInfo(path).path();
    while (folder.size() > 1 && !QFileInfo::exists(folder))
        folder = QFileInfo(folder).path();
    return folder;
}

std::optional<qint64> freeBytes(const QString &folder)
{
    struct statvfs space = {};
    if (::statvfs(QFile::encodeName(folder).constData(), &space) != 0)
        return std::nullopt;
    return static_cast<qint64>(space.f_bavail) * static_cast<qint64>(space.f_frsize);
}

} // namespace

Error withSpaceAdvice(Error error, const QString &path, qint64 bytesWanted)
{
    if (error.kind != ErrorKind::NoSpace || path.isEmpty())
        return error;
    const QString folder = folderOf(path);
    const std::optional<qint64> available = freeBytes(folder);
    if (!available)
        return error;
    const QString place = mountPointOf(folder);
    if (bytesWanted > *available)
        error.advice =
            spaceadviceText(QT_TRANSLATE_NOOP(
                                "FileOps", "Make at least %1 free on the file system at %2, then try again."))
                .arg(formatBytes(bytesWanted - *available), place);
    else
        error.advice =
            spaceadviceText(
                QT_TRANSLATE_NOOP("FileOps", "Make room on the file system at %1 (%2 free), then try again."))
                .arg(place, formatBytes(*available));
    return error;
}

bool isDiskFull(const QString &path)
{
    constexpr qint64 NextToNothing = 64 * 1024; // an index of a write-ahead log takes half of that
    const std::optional<qint64> available = freeBytes(folderOf(path));
    return available && *available < NextToNothing;
}

QString pathOfDescriptor(int descriptor)
{
    std::array<char, 4096> target{};
    const QByteArray link = "/proc/self/fd/" + QByteArray::number(descriptor);
    const ssize_t size = ::readlink(link.constData(), target.data(), target.size());
    return size > 0 && target.front() == '/' ? QFile::decodeName(QByteArray(target.data(), size)) : QString();
}

} // namespace pilothouse
