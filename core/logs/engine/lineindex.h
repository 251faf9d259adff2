// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/lineends.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace pilothouse {

/// Where the lines of a file are, in four bytes for each block of 64 KiB: how many line ends lie before it.
/// Which byte a line begins at is found by reading its block again, so that the index of 4 GB takes 256 KiB.
/// It only grows. A value; the thread that owns it extends it.
class LineIndex
{
public:
    static constexpr qint64 BlockSize = 64 * 1024;

    /// The first `bytes` of the file are indexed.
    qint64 bytes() const { return m_bytes; }
    qint64 lineEnds() const { return m_lineEnds; }
    LogEncoding encoding() const { return m_encoding; }
    void setEncoding(LogEncoding encoding) { m_encoding = encoding; }

    /// Where the next indexing begins: a last block that was not full is counted again.
    qint64 resumeOffset() const { return m_bytes / BlockSize * BlockSize; }
    /// Takes the line ends of each block from resumeOffset() on; the file is indexed up to `bytes` then.
    void extend(std::span<const quint32> endsOfBlocks, qint64 bytes);
    void clear();

    struct Place
    {
        qint64 block = 0;
        qint64 skip = 0; ///< so many line ends of the block come before it
    };
    /// The block that holds line end `number`, counted from 0; nothing where there are not so many.
    std::optional<Place> placeOfEnd(qint64 number) const;
    /// How many line ends lie before a block that is indexed.
    qint64 endsBefore(qint64 block) const;

    QByteArray toBytes() const;
    /// Nothing where they are no index.
    static std::optional<LineIndex> fromBytes(const QByteArray &bytes);

    bool operator==(const LineIndex &) const = default;

private:
    static constexpr qint64 GroupBlocks = 256; ///< 16 MiB, of which the line ends fit 32 bits

    qint64 blockCount() const { return static_cast<qint64>(m_before.size()); }

    std::vector<quint64> m_groups; ///< line ends before each group of blocks
    std::vector<quint32> m_before; ///< line ends of its group before each block
    qint64 m_bytes = 0;
    qint64 m_lineEnds = 0;
    LogEncoding m_encoding = LogEncoding::Bytes;
};

} // namespace pilothouse
