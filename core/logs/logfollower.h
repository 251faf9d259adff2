// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logfile.h"
#include "core/logs/logsource.h"

#include <functional>

namespace pilothouse {

/// Reads what is added to a log, through rotation by rename, by copy and truncate, and through removal,
/// without losing or repeating a byte that stayed on disk. Waits for nothing. One thread.
class LogFollower
{
public:
    /// Told when the file was truncated, with the copy that holds its old content, or null.
    using OnTruncated = std::function<void(const std::shared_ptr<LogFile> &copy)>;

    struct Start
    {
        std::shared_ptr<LogFile> file; ///< null: there is none yet
        qint64 offset = 0;
        std::shared_ptr<LogFile> previous; ///< the newest rotation
    };

    LogFollower(LogSource source, Start start, OnTruncated onTruncated);

    struct Piece
    {
        QByteArray bytes;
        bool endsFile = false; ///< what follows comes from another file
    };
    /// At most 256 KiB; empty where nothing has come.
    Piece read();

private:
    bool wasTruncated() const;
    void leaveTruncated();
    void advance(const QByteArray &bytes);
    void resume(const std::shared_ptr<LogFile> &file, qint64 offset);
    bool wasOvertaken() const;
    void moveTo(const std::shared_ptr<LogFile> &file);
    /// The file that was begun after ours; null while ours is the newest.
    std::shared_ptr<LogFile> successor() const;
    std::shared_ptr<LogFile> firstAfterGap() const;
    int indexOf(FileIdentity identity) const;
    int lastIndex() const { return m_source.rotated.isEmpty() ? 0 : m_source.keep + 1; }

    LogSource m_source;
    OnTruncated m_onTruncated;
    std::shared_ptr<LogFile> m_file;
    std::shared_ptr<LogFile> m_previous;
    qint64 m_offset = 0;
    QByteArray m_tail; ///< the last bytes before m_offset: a truncated file has others there
};

} // namespace pilothouse
