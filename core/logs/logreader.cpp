// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logreader.h"

namespace pilothouse {

namespace {
constexpr std::chrono::milliseconds Frame{16};
}

void LogBatch::add(QList<LogRecord> records)
{
    if (m_records.isEmpty())
        m_records = std::move(records);
    else
        m_records.append(std::move(records));
}

std::chrono::milliseconds LogBatch::untilDue() const
{
    const auto passed = std::chrono::steady_clock::now() - m_last;
    return passed >= Frame ? std::chrono::milliseconds(0)
                           : std::chrono::ceil<std::chrono::milliseconds>(Frame - passed);
}

void LogBatch::handOverIfDue()
{
    if (!m_records.isEmpty() && untilDue().count() == 0)
        handOver();
}

void LogBatch::handOver()
{
    if (m_records.isEmpty())
        return;
    m_sink.onRecords(std::exchange(m_records, {}));
    m_last = std::chrono::steady_clock::now();
}

} // namespace pilothouse
