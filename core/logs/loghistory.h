// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/domain/logrecord.h"
#include "core/logs/logfile.h"
#include "core/logs/logparser.h"
#include "core/logs/logsource.h"

#include <deque>

namespace pilothouse {

/// Reads a log backwards, page by page, through its rotations, from where following began. Files stay open,
/// so that a rotation meanwhile changes nothing. One thread.
class LogHistory
{
public:
    LogHistory(LogSource source, LogParser parser);

    /// Opens the file being written and its rotations. A log that does not exist yet is no failure.
    [[nodiscard]] Result<> open();
    /// The file being written when open() ran; null where there was none.
    std::shared_ptr<LogFile> current() const { return m_current; }
    /// Where in current() the history ends and following begins: at the start of a record.
    qint64 followOffset() const { return m_followOffset; }
    /// The newest rotation when open() ran; null where there was none.
    std::shared_ptr<LogFile> newestRotation() const { return m_newestRotation; }
    /// The file being written was truncated: what lay in it is in `copy` now, or nowhere.
    void replaceCurrent(const std::shared_ptr<LogFile> &copy);

    /// Up to `count` records before those already given, oldest first, numbered downwards from `FirstNumber`.
    QList<LogRecord> older(int count, const OperationContext &context);
    bool isAtBeginning() const { return m_segments.empty(); }

    /// Numbers of older pages lie below, numbers of what follows above.
    static constexpr quint64 FirstNumber = quint64{1} << 40;

private:
    /// A file of which the bytes before `end` are still to be given.
    struct Segment
    {
        std::shared_ptr<LogFile> file; ///< null: compressed, and not yet unpacked
        qint64 end = 0;
        QString packed = {}; ///< where it is compressed
    };

    static void unpack(Segment &segment, const OperationContext &context);
    QList<LogRecord> recordsBefore(Segment &segment, int count, const OperationContext &context);

    LogSource m_source;
    LogParser m_parser;
    std::deque<Segment> m_segments; ///< oldest first
    std::shared_ptr<LogFile> m_current;
    std::shared_ptr<LogFile> m_newestRotation;
    qint64 m_followOffset = 0;
    quint64 m_lowest = FirstNumber;
};

} // namespace pilothouse
