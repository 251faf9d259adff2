// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logfile.h"
#include "core/logs/logsource.h"

#include <QByteArrayList>
#include <QJsonObject>

namespace pilothouse {

/// Where a log file ended at some moment.
struct LogMark
{
    FileIdentity file; ///< all zero: there was none
    qint64 bytes = 0;

    bool operator==(const LogMark &) const = default;
};

QJsonObject toJson(const LogMark &mark);
LogMark logMarkFromJson(const QJsonObject &object);

/// The mark of a log as it is now; Refused where it may not be read.
[[nodiscard]] Result<LogMark> markOf(const LogSource &source);

/// What is written to a log file after a mark, also across rotations and a file that is cut to nothing.
class FreshLines
{
public:
    FreshLines(LogSource source, const LogMark &mark);

    /// The lines that were ended since the last call, without their line breaks; at most 64 MiB of them at a
    /// time.
    [[nodiscard]] Result<QByteArrayList> next();

private:
    void findMarkedFile();
    void readOn(QByteArrayList &lines);

    LogSource m_source;
    LogMark m_mark;
    std::shared_ptr<LogFile> m_file; ///< the one that is being read; null: none yet
    QByteArray m_begun;              ///< a line that has no end yet
};

} // namespace pilothouse
