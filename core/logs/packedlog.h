// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/logfile.h"

#include <QCoreApplication>

namespace pilothouse {

/// Compressed generations of a log, made readable like any other.
class PackedLog
{
    Q_DECLARE_TR_FUNCTIONS(PackedLog)
public:
    /// The compressed file of a name that lies there: with ".gz" or ".zst" after it. Empty: neither.
    static QString beside(const QString &path);

    /// Unpacks gzip or zstd into a file that has no name and goes when it is closed. One that ends in the
    /// middle, as while it is being written, gives what can be read. NotFound, Refused, NoSpace, Cancelled.
    [[nodiscard]] static Result<std::shared_ptr<LogFile>> open(const QString &path,
                                                               const OperationContext &context);
};

} // namespace pilothouse
