// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/gzipblockreader.h"
#include "core/base/operationcontext.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

struct archive;
struct archive_entry;

namespace pilothouse {

/// One entry of a tar that has passed the rules: a regular file with a plain size.
struct TarEntry
{
    QString name;
    qint64 bytes = 0;
    uint mode = 0600; ///< permission bits without setuid and the like
    uint ownerId = 0; ///< as the archive says: only one that the container engine has made is believed
    uint groupId = 0;
};

/// A tar of unknown origin, unpacked in one pass: GzipBlockReader or one libarchive object takes the
/// compression off, a second reads the tar, and between them the bytes are counted, so that nothing can swell
/// beyond `cap` and nothing hides behind the end.
class TarStream
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TarStream>> open(const QString &path, qint64 cap,
                                                                 const OperationContext &context);
    ~TarStream();

    /// Symbolic links, devices and the like are passed over like folders: for the archive of a live folder.
    void passOverOthers() { m_passesOver = true; }
    /// False at the end. BadData for links, devices, names that are not UTF-8, encryption, sparse files.
    [[nodiscard]] Result<bool> next(TarEntry &found);
    /// The content of the current entry in pieces.
    [[nodiscard]] Result<> readContent(const std::function<Result<>(const char *, qsizetype)> &sink);
    /// After the end: BadData where anything but padding follows, in the tar or behind the compression.
    [[nodiscard]] Result<> checkEnd();

    qint64 compressedBytes() const { return m_fileBytes; }

private:
    struct FreeReader
    {
        void operator()(archive *reader) const;
    };

    TarStream(NativeFile file, qint64 fileBytes, qint64 cap, OperationContext context);
    [[nodiscard]] Result<> openReaders();
    [[nodiscard]] Result<> openOuter();
    tl::unexpected<Error> broken(archive *reader) const;
    Result<> checkEntry(archive_entry *entry, TarEntry &found) const;

    [[nodiscard]] Result<qint64> unpackMore();

    static long fileCallback(archive *, void *self, const void **data);
    static long tarCallback(archive *, void *self, const void **data);

    NativeFile m_file;
    qint64 m_fileBytes;
    qint64 m_cap;
    OperationContext m_context;
    bool m_passesOver = false;
    qint64 m_unpacked = 0;
    qint64 m_lastBlock = 0;
    qint64 m_readFromFile = 0;
    Result<> m_result;
    std::vector<char> m_fileBuffer;
    std::vector<char> m_tarBuffer;
    std::unique_ptr<GzipBlockReader> m_blocks;    ///< of an archive of our own; else
    std::unique_ptr<archive, FreeReader> m_outer; ///< takes the compression off
    std::unique_ptr<archive, FreeReader> m_inner;
};

} // namespace pilothouse
