// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace pilothouse {

/// A gzip member that says in an extra field how long it is, so that a row of them can be unpacked by several
/// threads. To every other reader it is plain gzip. One holds at most Bytes of content.
struct GzipBlock
{
    static constexpr qsizetype Bytes = 1 << 20;
    static constexpr qsizetype HeaderBytes = 20;
    static constexpr qsizetype TrailerBytes = 8;

    /// Empty where there was not enough memory.
    static QByteArray packed(const QByteArray &content);
    /// The length of the whole member, out of the first HeaderBytes of it; nothing where they are no such
    /// header.
    static std::optional<qsizetype> lengthFrom(const QByteArray &header);
    /// Nothing where the member is damaged.
    static std::optional<std::vector<char>> unpacked(const QByteArray &member);
};

} // namespace pilothouse
