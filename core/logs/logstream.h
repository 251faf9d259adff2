// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/domain/logrecord.h"
#include "core/logs/logsource.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace pilothouse {

/// What of a log is wanted.
struct LogStreamQuery
{
    int lines = -1;       ///< the last so many; below 0: all
    bool follows = false; ///< then everything that comes
    QDateTime since = {}; ///< invalid: from the start
    /// Where the log itself knows levels it may leave out what is below.
    LogLevel atLeast = LogLevel::Unknown;
};

/// Bytes of a log as its keeper handed them over, cut anywhere.
struct LogPiece
{
    QString stream; ///< "stdout" or "stderr"; of several programs: which of them
    /// Without the engine's frame header; where `timestamp` is invalid, lines may begin with the engine's
    /// time in RFC 3339 and a space.
    QByteArray bytes;
    QDateTime
        timestamp; ///< the engine's, in UTC, of the line that begins in these bytes; invalid: none given
    LogLevel level = LogLevel::Unknown; ///< for lines that name none themselves
    QString component = {};             ///< the same for the part of the program
    QByteArray cursor = {};             ///< its keeper's own name for the place of a whole line; empty: none
    bool isPlain = false; ///< its lines are records each, whatever format the source has; the same for all
                          ///< pieces of one stream
};

/// The files in which an engine keeps a log.
struct KeptLog
{
    QString path;
    int rotations = 0; ///< at most; "path.1" is the newest of them
};

/// A log that an engine keeps and follows.
class LogStream
{
public:
    /// Returning false ends the stream without an error.
    using OnPiece = std::function<bool(const LogPiece &piece)>;

    virtual ~LogStream() = default;

    /// Where the engine keeps it, if this user may read that; nothing: it comes as a stream only.
    [[nodiscard]] virtual std::optional<KeptLog> kept(const OperationContext &) { return {}; }

    /// Which way it is read, and why not another one; a sentence.
    [[nodiscard]] virtual QString way(const OperationContext &) { return {}; }

    /// Hands over what is asked for, in order. Blocks until the log ends, `onPiece` ends it, or the work is
    /// cancelled (seen within 100 ms). Where it does not follow it ends with what is there.
    [[nodiscard]] virtual Result<> run(const LogStreamQuery &query, const OnPiece &onPiece,
                                       const OperationContext &context) = 0;
};

/// The same source as a file, where its stream is kept in one that can be read.
LogSource keptIn(const LogSource &source, LogStream &stream, const OperationContext &context);

} // namespace pilothouse
