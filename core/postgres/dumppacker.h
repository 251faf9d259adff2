// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/nativefile.h"

#include <QByteArray>

#include <future>

namespace pilothouse {

/// What lies on the disk.
struct PackedDump
{
    qint64 bytes = 0;
    QByteArray sha256;    ///< 32 bytes
    QByteArray beginning; ///< of what was packed
};

/// Packs with zstd whatever comes out of a pipe, into a new private file, in a thread of its own; hashed on
/// its way and brought to the disk. Where the file cannot be written the pipe is closed, which ends the
/// program that fills it.
class DumpPacker
{
public:
    /// Refused where the file is there.
    [[nodiscard]] static Result<DumpPacker> start(NativeFile pipe, const QString &file);

    /// Waits for the pipe's end.
    [[nodiscard]] Result<PackedDump> finish() { return m_packing.get(); }

private:
    explicit DumpPacker(std::future<Result<PackedDump>> packing)
        : m_packing(std::move(packing))
    {
    }

    std::future<Result<PackedDump>> m_packing;
};

} // namespace pilothouse
