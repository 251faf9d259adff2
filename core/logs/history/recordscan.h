// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/logs/engine/lineblocks.h"
#include "core/logs/engineline.h"
#include "core/logs/history/logextent.h"
#include "core/logs/openrecord.h"

#include <functional>

namespace pilothouse {

/// Makes records of a stretch of one generation, each under the position of its first line as its number. How
/// much of each is kept say the limits. What an engine keeps has its time and stream; a line of another
/// stream ends a record. One thread.
class RecordScan
{
public:
    /// False: no more of them.
    using Take = std::function<bool(LogRecord &&record)>;

    RecordScan(const LogPart &part, const LogParser &parser, QString source,
               RecordLimits limits = RecordLimits::shown());

    /// The records that begin in `range`, whole, from the first line on that begins one; `isBeginning`: the
    /// line at the start of the range does, whatever it looks like. Says where the first record after those
    /// begins.
    qint64 run(ByteRange range, bool isBeginning, const Take &take, const OperationContext &context);
    /// After run(): the range began in the middle of an engine's line, whose rest was passed over.
    bool beganWithinLine() const { return m_beganWithinLine; }

private:
    /// A line of the log, however the file holds it.
    struct Line
    {
        qint64 offset = 0;
        QString text;
        QDateTime stamp = {};
        QString stream = {};
        LogLevel level = LogLevel::Unknown;
        QString component = {};
        bool isPlain = false;
        bool isCut = false; ///< it has more than what is kept of it
    };
    /// What is there of a line that goes on.
    struct Piece
    {
        qint64 offset = 0;
        qint64 length = 0;
        EngineLine line;
    };

    bool addBlock(const LineBlocks &blocks, const Take &take);
    bool addBytes(qint64 offset, QByteArrayView bytes, qint64 length, const Take &take);
    bool addEngineLine(qint64 offset, QByteArrayView bytes, const Take &take);
    bool isRestOfOther(const EngineLine &line);
    bool closePiece(const Take &take);
    bool addLine(const Line &line, const Take &take);
    void begin(const Line &line, LogRecord record);
    bool give(const Take &take);

    const LogPart &m_part;
    const LogParser &m_parser;
    const LogParser m_plain; ///< for lines that are records each
    QString m_source;
    qint64 m_end = 0;  ///< records that begin here or later are not wanted
    qint64 m_next = 0; ///< where the first one that was not given begins
    bool m_isBeginning = false;
    bool m_isFirstLine = true;
    bool m_beganWithinLine = false;
    std::optional<Piece> m_piece;
    QByteArray m_passedStream; ///< its lines are the rest of one that begins before the range
    QByteArray m_streamBytes;  ///< of the name below
    QString m_stream;
    OpenRecord m_open;
};

} // namespace pilothouse
