// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <cstddef>

namespace pilothouse {

/// A file descriptor that closes itself: for the streams of archives, which are too large to pass through
/// FileOps.
class NativeFile
{
public:
    NativeFile() = default;
    explicit NativeFile(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    NativeFile(NativeFile &&other) noexcept;
    NativeFile &operator=(NativeFile &&other) noexcept;
    ~NativeFile();

    /// Opens a regular file for reading; never follows a link, never blocks on a pipe.
    [[nodiscard]] static Result<NativeFile> openForReading(const QString &path);
    /// A new private file (0600). Refused where something has that name.
    [[nodiscard]] static Result<NativeFile> create(const QString &path);
    /// The same below an open folder.
    [[nodiscard]] static Result<NativeFile> createAt(const NativeFile &folder, const QByteArray &name);

    int descriptor() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] Result<qint64> size() const;
    /// 0 at the end.
    [[nodiscard]] Result<qint64> read(char *buffer, std::size_t bytes) const;
    [[nodiscard]] Result<> writeAll(const char *data, std::size_t bytes) const;
    /// fsync, then close: both have to succeed.
    [[nodiscard]] Result<> finish();

private:
    int m_descriptor = -1;
};

} // namespace pilothouse
