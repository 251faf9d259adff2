// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>

namespace pilothouse {

/// Bytes of a container's log as the engine handed them over, cut anywhere.
struct LogPiece
{
    QString stream; ///< "stdout" or "stderr"
    /// Without the engine's frame header; where `timestamp` is invalid, lines may begin with the engine's
    /// time in RFC 3339 and a space.
    QByteArray bytes;
    QDateTime
        timestamp; ///< the engine's, in UTC, of the line that begins in these bytes; invalid: none given
};

/// A log that an engine keeps and follows.
class LogStream
{
public:
    /// Returning false ends the stream without an error.
    using OnPiece = std::function<bool(const LogPiece &piece)>;

    virtual ~LogStream() = default;

    /// Hands over the last `lines` lines and then everything that comes, in order. Blocks until the log ends,
    /// `onPiece` ends it, or the work is cancelled (seen within 100 ms). With `follow` false it ends with
    /// what is there.
    [[nodiscard]] virtual Result<> run(int lines, bool follow, const OnPiece &onPiece,
                                       const OperationContext &context) = 0;
};

} // namespace pilothouse
