// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace pilothouse {

/// A line of the file in which a container engine keeps a log: JSON with the text, the stream it came from
/// and when, as Docker's json-file writes it. What Pilothouse keeps of a stream looks the same, with a level
/// and a component where their keeper names them. A text longer than 16 KiB goes on in further lines of its
/// stream.
struct EngineLine
{
    QByteArray text;     ///< without its line end
    bool isWhole = true; ///< false: it goes on in the next line of the same stream
    QByteArray stream;
    QByteArray time; ///< RFC 3339, up to nanoseconds
    LogLevel level = LogLevel::Unknown;
    QByteArray component = {};
    bool isPlain = false; ///< a record of its own, whatever format the log has

    /// A shorter text without a line end is a whole line all the same: the last one of a program.
    static constexpr qsizetype PieceBytes = 16 << 10;

    /// Nothing where a line is none of these.
    static std::optional<EngineLine> read(QByteArrayView line);
    /// With its line feed.
    QByteArray toBytes() const;
};

/// Where things stand in such a line.
struct EngineLineParts
{
    QByteArrayView text; ///< still escaped
    QByteArrayView rest; ///< from the stream's name on
    QByteArrayView stream;

    static std::optional<EngineLineParts> of(QByteArrayView line);
};

/// Whether a log that begins with these bytes is of such lines.
bool isEngineHead(QByteArrayView head);

/// Writes a text without its escapes to `to`, which has room for as many bytes; says where it ends.
char *writeUnescaped(QByteArrayView text, char *to);

/// "2026-11-20T22:09:09.733168307Z" in UTC, to the millisecond; invalid for anything else.
QDateTime engineTime(QByteArrayView text);

} // namespace pilothouse
