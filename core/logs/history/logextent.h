// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/lineends.h"
#include "core/logs/logfile.h"

#include <QList>
#include <QMetaType>

namespace pilothouse {

/// A place in a log over all its generations: which of them, and the byte in it. Rises from the oldest to the
/// newest, and stays the same however the log grows and rotates.
using LogPosition = quint64;

class LogDays;

/// One generation of a log as far as it is known.
struct LogPart
{
    std::shared_ptr<const LogFile> file;
    LogEncoding encoding = LogEncoding::Bytes;
    qint64 bytes = 0;
    qint64 lines = 0;                         ///< 0 while they are not counted
    quint64 slot = 0;                         ///< the upper bits of its positions
    std::shared_ptr<const LogDays> days = {}; ///< of a format whose times have no date; null: not known

    LogPosition begin() const;
    LogPosition end() const { return begin() + static_cast<quint64>(bytes); }
};

/// All of a log at one moment: its generations, oldest first, one after the other, without those that are
/// empty. A value; the files stay open as long as one of them lives.
class LogExtent
{
public:
    static constexpr int SlotBits = 40;
    static LogPosition slotBegin(quint64 slot) { return slot << SlotBits; }
    static qint64 offsetOf(LogPosition position);

    LogExtent() = default;
    LogExtent(QList<LogPart> parts, int epoch);

    const QList<LogPart> &parts() const { return m_parts; }
    /// Changes where positions that were known are void, because the log was written anew.
    int epoch() const { return m_epoch; }
    bool isEmpty() const { return bytes() == 0; }
    LogPosition begin() const { return m_parts.isEmpty() ? 0 : m_parts.first().begin(); }
    LogPosition end() const { return m_parts.isEmpty() ? 0 : m_parts.last().end(); }
    qint64 bytes() const;
    qint64 lines() const;

    /// The generation of a position; the next one where it lies past the end of its own; the last one past
    /// all.
    qsizetype partOf(LogPosition position) const;
    /// How many bytes of the whole lie before a position.
    qint64 bytesBefore(LogPosition position) const;
    /// The position of a byte of the whole.
    LogPosition positionAt(qint64 byte) const;

private:
    QList<LogPart> m_parts;
    int m_epoch = 0;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::LogExtent)
