// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logfile.h"

namespace pilothouse {

/// Walks through the lines of a file from its end to its beginning in constant memory.
class BackwardLines
{
public:
    /// Begins with the line that ends at `end`; reads `chunkSize` bytes at a time.
    BackwardLines(const LogFile &file, qint64 end, qint64 chunkSize = ChunkSize);

    /// Where the next line up begins; -1 at the beginning of the file.
    qint64 previous();
    /// The first bytes of the line that previous() found.
    QByteArray head() const;

private:
    static constexpr qint64 ChunkSize = 256 * 1024;
    static constexpr qint64 HeadSize = 4096;

    const LogFile &m_file;
    qint64 m_end;
    qint64 m_lineEnd;
    qint64 m_chunkSize;
    qint64 m_chunkBegin;
    QByteArray m_chunk;
};

} // namespace pilothouse
