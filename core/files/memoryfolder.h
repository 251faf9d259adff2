// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace pilothouse {

/// A file system in memory that is this user's own, else one that is everybody's (/dev/shm), else where
/// temporary files go: for what must not be on a disk.
QString memoryRoot();

/// A folder of this user alone, in memory where there is such a file system; it goes with its object, and
/// what a killed program has left of the same prefix goes when the next one is made.
class MemoryFolder
{
public:
    /// `prefix` begins the name, as "pilothouse-pass-".
    [[nodiscard]] static Result<MemoryFolder> make(const QString &prefix);
    MemoryFolder() = default;
    MemoryFolder(MemoryFolder &&other) noexcept;
    MemoryFolder &operator=(MemoryFolder &&) = delete;
    ~MemoryFolder();

    /// Absolute; empty where nothing was made.
    QString path() const { return m_path; }

private:
    QString m_path;
};

} // namespace pilothouse
