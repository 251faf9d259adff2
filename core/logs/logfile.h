// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCoreApplication>

#include <memory>
#include <optional>

namespace pilothouse {

/// Which file it is, whatever its name is by now.
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0;

    bool operator==(const FileIdentity &) const = default;
};

/// An open log file, read-only; it stays the same file when it is renamed or removed. Never a folder, pipe or
/// device.
class LogFile
{
    Q_DECLARE_TR_FUNCTIONS(LogFile)
public:
    /// NotFound where there is none, Refused where it may not be read.
    [[nodiscard]] static Result<std::shared_ptr<LogFile>> open(const QString &path);
    /// NotFound where the folder of a log is not there, as on a disk that is not mounted: then it is not
    /// known whether there is a log.
    [[nodiscard]] static Result<> checkFolder(const QString &path);
    /// What lies at a path now; nothing where nothing does.
    static std::optional<FileIdentity> identityAt(const QString &path);

    explicit LogFile(int descriptor, FileIdentity identity);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    FileIdentity identity() const { return m_identity; }
    qint64 size() const;
    /// When it was last written to, in nanoseconds since 1970.
    qint64 writtenAt() const;
    /// No name leads to it any more.
    bool isRemoved() const;
    /// Up to `length` bytes from `offset`, less at the end; empty where nothing can be read.
    QByteArray read(qint64 offset, qint64 length) const;
    /// The same into `buffer`; says how many bytes it got.
    qint64 readInto(char *buffer, qint64 offset, qint64 length) const;

private:
    int m_descriptor;
    FileIdentity m_identity;
};

} // namespace pilothouse
