// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/history/logpagereader.h"
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
    FileScan(LogPart part, const LogParser &parser, const QString &source, RecordSieve &sieve);

    [[nodiscard]] Result<> run(const OperationContext &context);

private:
    [[nodiscard]] Result<> readAll(ByteRange range, const OperationContext &context);
    [[nodiscard]] Result<> readFound(const LogQuery &needed, ByteRange range,
                                     const OperationContext &context);
    void readAround(std::span<const qint64> starts, const OperationContext &context);
    qint64 beginOfRecord(qint64 offset, const OperationContext &context) const;
    qint64 readRecords(ByteRange range, const OperationContext &context);

    LogPart m_part;
    const LogParser &m_parser;
    QString m_source;
    LogPageReader m_reader;
    RecordSieve &m_sieve;
    qint64 m_readTo = 0; ///< records that begin before it were looked at
};

} // namespace pilothouse
