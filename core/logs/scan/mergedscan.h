// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/scan/logscan.h"

#include <QMap>

namespace pilothouse {

struct MergedScanResult
{
    QMap<QString, qint64> hits; ///< by the id of the log
    qint64 cut = 0;             ///< as ScanResult::cut
    QList<Error> unreadable;    ///< logs and rotations that could not be read

    qint64 total() const;
};

/// Reads several logs at once and hands their records over in the order in which they were written, in the
/// calling thread. One that cannot be read does not keep the others; it is a failure where all of them are.
[[nodiscard]] Result<MergedScanResult> scanMerged(const QList<ScannedLog> &logs, const ScanWish &wish,
                                                  const OnScanned &onRecords,
                                                  const OperationContext &context);

} // namespace pilothouse
