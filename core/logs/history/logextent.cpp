// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logextent.h"

#include <algorithm>

namespace pilothouse {

LogPosition LogPart::begin() const
{
    return LogExtent::slotBegin(slot);
}

LogExtent::LogExtent(QList<LogPart> parts, int epoch)
    : m_parts(std::move(parts))
    , m_epoch(epoch)
{
    m_parts.removeIf([](const LogPart &part) { return part.bytes == 0; });
}

qint64 LogExtent::offsetOf(LogPosition position)
{
    return static_cast<qint64>(position & ((quint64{1} << SlotBits) - 1));
}

qint64 LogExtent::bytes() const
{
    qint64 sum = 0;
    for (const LogPart &part : m_parts)
        sum += part.bytes;
    return sum;
}

qint64 LogExtent::lines() const
{
    qint64 sum = 0;
    for (const LogPart &part : m_parts)
        sum += part.lines;
    return sum;
}

qsizetype LogExtent::partOf(LogPosition position) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(),
                                    [position](const LogPart &part) { return position < part.end(); });
    return found == m_parts.end() ? m_parts.size() - 1 : found - m_parts.begin();
}

qint64 LogExtent::bytesBefore(LogPosition position) const
{
    qint64 sum = 0;
    for (const LogPart &part : m_parts) {
        if (position < part.begin())
            break;
        sum += std::min(part.bytes, static_cast<qint64>(position - part.begin()));
    }
    return sum;
}

LogPosition LogExtent::positionAt(qint64 byte) const
{
    for (const LogPart &part : m_parts) {
        if (byte < part.bytes)
            return part.begin() + static_cast<quint64>(std::max<qint64>(0, byte));
        byte -= part.bytes;
    }
    return end();
}

} // namespace pilothouse
