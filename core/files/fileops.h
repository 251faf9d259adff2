// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// What lstat says of one path.
struct FileFacts
{
    bool isDirectory = false;
    bool isRegular = false;
    bool isLink = false;
    qint64 bytes = 0;
    uint mode = 0; ///< permission bits, 07777
    uint ownerId = 0;
    uint groupId = 0;
    quint64 inode = 0;
    quint64 device = 0;
    quint64 links = 1;
    qint64 modifiedMs = 0; ///< ms since the epoch

    bool operator==(const FileFacts &) const = default;
};

/// Owner and mode for a new file; unset: private to this user (0600, 0700 for folders).
struct FileAccess
{
    std::optional<uint> mode;
    std::optional<uint> ownerId;
    std::optional<uint> groupId;
};

/// The one door to file effects (RELIABILITY.md C6). Virtual, so that tests can inject faults and enumerate
/// crashes. Paths are absolute. Nothing here follows a link in the last component. Safe from any thread.
class FileOps
{
public:
    virtual ~FileOps() = default;

    [[nodiscard]] virtual Result<FileFacts> facts(const QString &path) const;
    bool exists(const QString &path) const;
    [[nodiscard]] virtual Result<QByteArray> read(const QString &path, qint64 limit = 64 << 20) const;
    /// A file whose text is obeyed: Refused where it belongs to another user or others may write it.
    [[nodiscard]] virtual Result<QByteArray> readOwn(const QString &path, qint64 limit) const;
    /// At most `length` bytes from `offset`; fewer at the end of the file.
    [[nodiscard]] virtual Result<QByteArray> readAt(const QString &path, qint64 offset, qint64 length) const;
    /// Names in a folder, sorted, without "." and "..".
    [[nodiscard]] virtual Result<QStringList> list(const QString &folder) const;

    /// Old or new at every instant: temp beside it, fsync, rename, fsync of the folder. Keeps owner and mode
    /// of a file that is replaced unless `access` says otherwise.
    [[nodiscard]] virtual Result<> write(const QString &path, const QByteArray &content,
                                         const FileAccess &access = {});
    /// Adds to the end of a file, on disk when it returns; makes it private where it is missing. All or
    /// nothing.
    [[nodiscard]] virtual Result<> append(const QString &path, const QByteArray &bytes);
    /// Copies a regular file durably to a name that must not exist; reports bytes; hashes while it copies.
    [[nodiscard]] virtual Result<QByteArray> copy(const QString &from, const QString &to,
                                                  const FileAccess &access,
                                                  const OperationContext &context); ///< SHA-256, 32 bytes
    /// A rename that never replaces, both folders fsynced. BadInput across file systems.
    [[nodiscard]] virtual Result<> rename(const QString &from, const QString &to);
    /// A symbolic link; its name must not exist. `target` is kept as it is written.
    [[nodiscard]] virtual Result<> makeLink(const QString &target, const QString &path);
    [[nodiscard]] virtual Result<> removeFile(const QString &path);
    /// Never leaves the folder: openat2 beneath it, no links followed.
    [[nodiscard]] virtual Result<> removeTree(const QString &folder);
    /// Makes the folder and missing parents, private, durable.
    [[nodiscard]] virtual Result<> makeFolder(const QString &folder, const FileAccess &access = {});
    [[nodiscard]] virtual Result<> setMode(const QString &path, uint mode);
    [[nodiscard]] virtual Result<> setOwner(const QString &path, uint ownerId, uint groupId);
    [[nodiscard]] virtual Result<> syncFolder(const QString &folder);
    /// fsync of a file that something else wrote.
    [[nodiscard]] virtual Result<> syncFile(const QString &path);
    /// Bytes free for this user on the file system of `path` (or its nearest existing parent).
    [[nodiscard]] virtual Result<qint64> freeBytes(const QString &path) const;
    /// SHA-256 of a regular file, 32 bytes.
    [[nodiscard]] virtual Result<QByteArray> sha256(const QString &path,
                                                    const OperationContext &context) const;
};

} // namespace pilothouse
