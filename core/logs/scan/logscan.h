// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/logparser.h"
#include "core/logs/logsource.h"
#include "core/logs/logstream.h"
#include "core/logs/scan/recordsieve.h"

#include <QCoreApplication>

namespace pilothouse {

/// A log to be read, with the stream of one that an engine keeps; null for a file.
struct ScannedLog
{
    LogSource source;
    std::shared_ptr<LogStream> stream = {};
};

struct ScanResult
{
    qint64 hits = 0;
    qint64 cut = 0;          ///< records with a line so long that only its beginning was looked at
    QList<Error> unreadable; ///< rotations that could not be read
};

/// Reads all of a log, with its rotations, plain or compressed, from the oldest record on, and hands over
/// what is wanted as it is found. Records are whole, however many lines they have.
class LogScan
{
    Q_DECLARE_TR_FUNCTIONS(LogScan)
public:
    /// BadInput where its format cannot be read.
    [[nodiscard]] static Result<LogScan> open(ScannedLog log);

    const LogFieldReader &reader() const { return m_reader; }
    /// In the calling thread; `onRecords` is called in others, too, but never twice at once.
    [[nodiscard]] Result<ScanResult> run(const ScanWish &wish, const OnScanned &onRecords,
                                         const OperationContext &context) const;

private:
    LogScan(ScannedLog log, LogParser parser, LogFieldReader reader);
    [[nodiscard]] Result<> runFiles(const LogSource &source, RecordSieve &sieve, QList<Error> &unreadable,
                                    const OperationContext &context) const;

    ScannedLog m_log;
    LogParser m_parser;
    LogFieldReader m_reader;
};

} // namespace pilothouse
