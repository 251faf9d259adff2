// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of FileOps that makes files and folders.

#include "core/files/descriptor.h"
#include "core/files/fileops.h"
#include "core/files/sha256.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 WriteChunkBytes = 1 << 20;

QString fileWriteText(const char *text)
{
    return QCoreApplication::translate("FileOps", text);
}

QByteArray scratchFileName()
{
    return ".pilothouse-" + QUuid::createUuid().toByteArray(QUuid::Id128).left(12) + ".tmp";
}

/// A file that has no name until it is complete, where the file system can do that: a crash leaves nothing.
/// Else it has a scratch name, which goes with it unless it was published.
class NewFile
{
public:
    explicit NewFile(const Place &place)
        : m_place(place)
    {
    }
    ~NewFile() { discard(); }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    [[nodiscard]] Result<> open()
    {
        m_file = Descriptor(::openat(m_place.folder.number(), ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
        if (m_file.isOpen())
            return {};
        m_scratch = scratchFileName();
        m_file = Descriptor(::openat(m_place.folder.number(), m_scratch.constData(),
                                     O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0600));
        if (m_file.isOpen())
            return {};
        const int errorNumber = errno;
        m_scratch.clear();
        return pathFailure(errorNumber,
                           fileWriteText(QT_TRANSLATE_NOOP("FileOps", "No file can be made in its folder.")),
                           m_place.path);
    }

    const Descriptor &descriptor() const { return m_file; }

    /// Owner before mode: a change of owner takes set-id bits away.
    [[nodiscard]] Result<> setAccess(uint mode, const FileAccess &access)
    {
        struct stat status = {};
        if (::fstat(m_file.number(), &status) != 0)
            return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "It cannot be looked at.")),
                               m_place.path);
        const uint ownerId = access.ownerId.value_or(status.st_uid);
        const uint groupId = access.groupId.value_or(status.st_gid);
        if ((ownerId != status.st_uid || groupId != status.st_gid)
            && ::fchown(m_file.number(), ownerId, groupId) != 0)
            return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Its owner cannot be set.")),
                               m_place.path);
        if (::fchmod(m_file.number(), mode) != 0)
            return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Its mode cannot be set.")),
                               m_place.path);
        return {};
    }

    /// Gives the complete file its name, durably.
    [[nodiscard]] Result<> publish(bool replaces)
    {
        if (const auto synced = syncDescriptor(m_file, m_place.path); !synced)
            return synced;
        if (m_scratch.isEmpty()) {
            const QByteArray target = replaces ? scratchFileName() : m_place.name;
            if (!link(target))
                return nameFailure(errno);
            if (replaces)
                m_scratch = target;
        }
        const uint flags = replaces ? 0U : RENAME_NOREPLACE;
        if (!m_scratch.isEmpty()
            && ::renameat2(m_place.folder.number(), m_scratch.constData(), m_place.folder.number(),
                           m_place.name.constData(), flags)
                   != 0)
            return nameFailure(errno);
        m_scratch.clear();
        if (const int errorNumber = m_file.close(); errorNumber != 0)
            return pathFailure(errorNumber,
                               fileWriteText(QT_TRANSLATE_NOOP("FileOps", "It cannot be written.")),
                               m_place.path);
        return syncDescriptor(m_place.folder, m_place.path);
    }

private:
    bool link(const QByteArray &name)
    {
        const QByteArray byNumber = "/proc/self/fd/" + QByteArray::number(m_file.number());
        return ::linkat(AT_FDCWD, byNumber.constData(), m_place.folder.number(), name.constData(),
                        AT_SYMLINK_FOLLOW)
               == 0;
    }

    tl::unexpected<Error> nameFailure(int errorNumber) const
    {
        return pathFailure(errorNumber,
                           errorNumber == EEXIST
                               ? fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Something is there already."))
                               : fileWriteText(QT_TRANSLATE_NOOP("FileOps", "It cannot be given its name.")),
                           m_place.path);
    }

    void discard()
    {
        if (!m_scratch.isEmpty())
            ::unlinkat(m_place.folder.number(), m_scratch.constData(), 0);
    }

    const Place &m_place;
    Descriptor m_file;
    QByteArray m_scratch;
};

/// Copies all that is left of a file and hashes it.
Result<QByteArray> pump(const Descriptor &source, const Descriptor &target, const QString &path,
                        Progress progress, const OperationContext &context)
{
    Sha256 hash;
    QByteArray chunk(WriteChunkBytes, Qt::Uninitialized);
    while (true) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Cancelled.")));
        const ssize_t count = ::read(source.number(), chunk.data(), static_cast<size_t>(chunk.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return pathFailure(
                errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "What is copied to it cannot be read.")),
                path);
        if (count == 0)
            return hash.result();
        hash.add(chunk.constData(), count);
        if (auto written = writeFully(target, chunk.constData(), count, path); !written)
            return tl::unexpected(written.error());
        progress.done += count;
        context.report(progress);
    }
}

/// The file as it is, or a new private one whatever the umask says.
Result<Descriptor> openForAppend(const Place &place)
{
    auto file = openAt(place, O_WRONLY | O_APPEND | O_NONBLOCK);
    if (file || file.error().kind != ErrorKind::NotFound)
        return file;
    file = openAt(place, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK, 0600);
    if (file && ::fchmod(file->number(), 0600) != 0)
        return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Its mode cannot be set.")),
                           place.path);
    return file;
}

/// What root makes in somebody's folder is theirs, so that they can read all of their folder as before.
FileAccess heirOf(const Place &place, FileAccess access)
{
    struct stat folder = {};
    if (::geteuid() != 0 || access.ownerId || access.groupId || ::fstat(place.folder.number(), &folder) != 0)
        return access;
    access.ownerId = folder.st_uid;
    access.groupId = folder.st_gid;
    return access;
}

Result<> makeOneFolder(const Place &place, const FileAccess &wanted)
{
    const FileAccess access = heirOf(place, wanted);
    if (::mkdirat(place.folder.number(), place.name.constData(), 0700) != 0)
        return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "The folder cannot be made.")),
                           place.path);
    const auto folder = openAt(place, O_RDONLY | O_DIRECTORY);
    if (!folder)
        return tl::unexpected(folder.error());
    constexpr auto Keep = static_cast<uint>(-1);
    const bool isOwned = access.ownerId || access.groupId;
    if (isOwned
        && ::fchown(folder->number(), access.ownerId.value_or(Keep), access.groupId.value_or(Keep)) != 0)
        return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Its owner cannot be set.")),
                           place.path);
    if (::fchmod(folder->number(), access.mode.value_or(0700U)) != 0)
        return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Its mode cannot be set.")),
                           place.path);
    if (auto synced = syncDescriptor(*folder, place.path); !synced)
        return synced;
    return syncDescriptor(place.folder, place.path);
}

} // namespace

Result<> FileOps::write(const QString &path, const QByteArray &content, const FileAccess &access)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    struct stat old = {};
    FileAccess wanted = access;
    if (::fstatat(place->folder.number(), place->name.constData(), &old, AT_SYMLINK_NOFOLLOW) == 0) {
        if (!S_ISREG(old.st_mode))
            return pathFailure(EINVAL,
                               fileWriteText(QT_TRANSLATE_NOOP(
                                   "FileOps", "It is not a regular file, so it is not replaced.")),
                               path);
        wanted.mode = access.mode.value_or(old.st_mode & 07777U);
        wanted.ownerId = access.ownerId.value_or(old.st_uid);
        wanted.groupId = access.groupId.value_or(old.st_gid);
    }
    NewFile file(*place);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = writeFully(file.descriptor(), content.constData(), content.size(), path); !written)
        return written;
    if (auto set = file.setAccess(wanted.mode.value_or(0600U), wanted); !set)
        return set;
    return file.publish(true);
}

Result<> FileOps::append(const QString &path, const QByteArray &bytes)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    const auto file = openForAppend(*place);
    if (!file)
        return tl::unexpected(file.error());
    struct stat status = {};
    if (::fstat(file->number(), &status) != 0 || !S_ISREG(status.st_mode))
        return pathFailure(EINVAL, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "It is not a regular file.")),
                           path);
    const FileAccess heir = status.st_size == 0 ? heirOf(*place, {}) : FileAccess();
    if (heir.ownerId && ::fchown(file->number(), *heir.ownerId, *heir.groupId) != 0)
        return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Its owner cannot be set.")),
                           path);
    const auto written = writeFully(*file, bytes.constData(), bytes.size(), path).and_then([&] {
        return syncDescriptor(*file, path);
    });
    if (!written) {
        // Takes what did get in back out; where even that fails, readers drop a torn last line.
        if (::ftruncate(file->number(), status.st_size) != 0)
            qWarning("a torn line stays in %s", qPrintable(path));
        return written;
    }
    return status.st_size == 0 ? syncDescriptor(place->folder, path) : Result<>{};
}

Result<QByteArray> FileOps::copy(const QString &from, const QString &to, const FileAccess &access,
                                 const OperationContext &context)
{
    const auto source = openRegular(from);
    if (!source)
        return tl::unexpected(source.error());
    const auto place = placeOf(to);
    if (!place)
        return tl::unexpected(place.error());
    struct stat status = {};
    if (::fstat(source->number(), &status) != 0)
        return pathFailure(errno, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "It cannot be read.")), from);
    if (exists(to))
        return pathFailure(EEXIST, fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Something is there already.")),
                           to);
    NewFile file(*place);
    if (auto opened = file.open(); !opened)
        return tl::unexpected(opened.error());
    auto hash =
        pump(*source, file.descriptor(), to, Progress{0, status.st_size, QFileInfo(to).fileName()}, context);
    if (!hash)
        return hash;
    if (auto set = file.setAccess(access.mode.value_or(0600U), access); !set)
        return tl::unexpected(set.error());
    if (auto published = file.publish(false); !published)
        return tl::unexpected(published.error());
    return hash;
}

Result<> FileOps::makeFolder(const QString &folder, const FileAccess &access)
{
    const QString clean = QDir::cleanPath(folder);
    const auto there = facts(clean);
    if (there && there->isDirectory)
        return {};
    if (there)
        return pathFailure(
            ENOTDIR,
            fileWriteText(QT_TRANSLATE_NOOP("FileOps", "Something that is no folder has this name.")), clean);
    if (there.error().kind != ErrorKind::NotFound)
        return tl::unexpected(there.error());
    const QString parent = QFileInfo(clean).path();
    if (!QFileInfo(parent).isDir()) {
        if (auto made = makeFolder(parent, access); !made)
            return made;
    }
    const auto place = placeOf(clean);
    if (!place)
        return tl::unexpected(place.error());
    auto made = makeOneFolder(*place, access);
    if (!made && made.error().kind == ErrorKind::Refused) {
        // Another process may have been quicker.
        if (const auto now = facts(clean); now && now->isDirectory)
            return {};
    }
    return made;
}

} // namespace pilothouse
