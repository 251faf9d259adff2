// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

struct libdeflate_compressor;

namespace pilothouse {

/// A gzip member that says in an extra field how long it is, so that a row of them can be unpacked by several
/// threads. To every other reader it is plain gzip. One holds at most Bytes of content.
struct GzipBlock
{
    static constexpr qsizetype Bytes = 1 << 20;
    static constexpr qsizetype HeaderBytes = 20;
    static constexpr qsizetype TrailerBytes = 8;

    /// The length of the whole member, out of the first HeaderBytes of it; nothing where they are no such
    /// header.
    static std::optional<qsizetype> lengthFrom(const QByteArray &header);
    /// Nothing where the member is damaged.
    static std::optional<std::vector<char>> unpacked(const QByteArray &member);
};

/// Packs one GzipBlock after the other in the same memory, which fresh memory for each would slow down.
class GzipPacker
{
public:
    GzipPacker();
    ~GzipPacker();

    /// Valid until the next; empty where there was not enough memory.
    const QByteArray &pack(const QByteArray &content);
    /// What was packed last.
    const QByteArray &member() const { return m_member; }

private:
    struct Free
    {
        void operator()(libdeflate_compressor *compressor) const;
    };
    std::unique_ptr<libdeflate_compressor, Free> m_compressor;
    QByteArray m_member;
};

} // namespace pilothouse
