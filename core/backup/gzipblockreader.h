// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/gzipblock.h"
#include "core/files/nativefile.h"

#include <deque>
#include <future>

namespace pilothouse {

/// Unpacks a file of GzipBlocks in order, three of them ahead of its caller.
class GzipBlockReader
{
public:
    /// `file` outlives the reader, stands at its begin and is read by nobody else.
    explicit GzipBlockReader(const NativeFile &file);

    /// Whether the file begins with such a block; leaves it at its begin.
    [[nodiscard]] static Result<bool> fits(const NativeFile &file);

    /// The next content; empty at the end of the file. BadData where anything else than whole blocks is
    /// there.
    [[nodiscard]] Result<std::vector<char>> next();

private:
    using Unpacked = std::optional<std::vector<char>>;

    [[nodiscard]] Result<QByteArray> read(qsizetype bytes) const;
    [[nodiscard]] Result<> startNext();

    const NativeFile &m_file;
    std::deque<std::future<Unpacked>> m_running;
    bool m_isAtEnd = false;
};

} // namespace pilothouse
