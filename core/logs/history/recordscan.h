// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/domain/logrecord.h"
#include "core/logs/engine/lineblocks.h"
#include "core/logs/history/logextent.h"
#include "core/logs/logparser.h"

#include <QCoreApplication>

#include <functional>
#include <optional>

namespace pilothouse {

/// Makes records of a stretch of one generation, each under the position of its first line as its number. Of
/// a line longer than 64 KiB only the beginning is kept, and a record of very many lines goes on in a next
/// one. One thread.
class RecordScan
{
    Q_DECLARE_TR_FUNCTIONS(RecordScan)
public:
    static constexpr qsizetype LineLimit = 64 * 1024;
    static constexpr qsizetype LinesPerRecord = 5000;
    static constexpr qsizetype CharactersPerRecord = 2 * 1024 * 1024;

    /// False: no more of them.
    using Take = std::function<bool(LogRecord &&record)>;

    RecordScan(const LogPart &part, const LogParser &parser, QString source);

    /// The records that begin in `range`, whole, from the first line on that begins one; `isBeginning`: the
    /// line at the start of the range does, whatever it looks like. Says where the first record after those
    /// begins.
    qint64 run(ByteRange range, bool isBeginning, const Take &take, const OperationContext &context);

private:
    bool addBlock(const LineBlocks &blocks, const Take &take);
    bool addLine(qint64 offset, QByteArrayView bytes, qint64 length, const Take &take);
    void begin(qint64 offset, LogRecord record);
    bool give(const Take &take);

    const LogPart &m_part;
    const LogParser &m_parser;
    QString m_source;
    qint64 m_end = 0;  ///< records that begin here or later are not wanted
    qint64 m_next = 0; ///< where the first one that was not given begins
    bool m_isBeginning = false;
    std::optional<LogRecord> m_open;
    qsizetype m_openSize = 0;
};

} // namespace pilothouse
