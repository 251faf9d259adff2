// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/engine/lineblocks.h"
#include "core/logs/logassembler.h"
#include "core/logs/logfile.h"
#include "core/logs/scan/recordsieve.h"

#include <QCoreApplication>

#include <span>

namespace pilothouse {

/// Reads the records of one file that a filter may take, from the top down. Where the filter says which text
/// a line must hold the engine finds these lines on all cores, and only the records around them are read.
class FileScan
{
    Q_DECLARE_TR_FUNCTIONS(FileScan)
public:
    /// `assembler` is a fresh one, copied for each stretch.
    FileScan(const LogFile &file, const LogParser &parser, const LogAssembler &assembler, RecordSieve &sieve);

    [[nodiscard]] Result<> run(const OperationContext &context);

private:
    [[nodiscard]] Result<> readAll(ByteRange range, const OperationContext &context);
    [[nodiscard]] Result<> readFound(const LogQuery &needed, ByteRange range,
                                     const OperationContext &context);
    void readLong(LogAssembler &assembler, ByteRange line, const OperationContext &context) const;
    void readAround(std::span<const qint64> starts, const OperationContext &context);
    qint64 beginOfRecord(qint64 lineStart, const OperationContext &context) const;
    qint64 readStretch(qint64 begin, qint64 lastHit, const OperationContext &context);
    bool hasEscapes(ByteRange range) const;

    const LogFile &m_file;
    const LogParser &m_parser;
    const LogAssembler &m_assembler;
    RecordSieve &m_sieve;
    LogEncoding m_encoding;
    qint64 m_end = 0;
    qint64 m_readTo = 0; ///< records that begin before it were looked at
};

} // namespace pilothouse
