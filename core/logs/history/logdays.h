// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/logs/history/logextent.h"
#include "core/logs/logparser.h"

#include <vector>

namespace pilothouse {

/// Which day the lines of a file are of whose times have no date: the last line is of the day on which the
/// file was last written to, and where a time is earlier than the one before it a new day begins. A day
/// without any line is not seen. A value; safe from any thread.
class LogDays
{
public:
    /// Reads the whole file. Null where no line has a time, and where the work is cancelled.
    static std::shared_ptr<const LogDays> of(const LogPart &part, const LogParser &parser,
                                             const OperationContext &context);

    QDate at(qint64 offset) const;

private:
    std::vector<qint64> m_begins; ///< of each day, rising
    QDate m_last;
};

} // namespace pilothouse
