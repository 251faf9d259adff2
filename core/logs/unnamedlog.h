// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logfile.h"

namespace pilothouse {

/// A file without a name, for this user only, that is written here and read like any other log meanwhile; it
/// goes when the last reader closes it, whatever ends the program. Written in one thread.
class UnnamedLog
{
    Q_DECLARE_TR_FUNCTIONS(UnnamedLog)
public:
    [[nodiscard]] static Result<UnnamedLog> create();

    std::shared_ptr<LogFile> file() const { return m_file; }
    qint64 bytes() const { return m_bytes; }
    /// NoSpace where the disk would get too full for others.
    [[nodiscard]] Result<> append(QByteArrayView bytes);

private:
    UnnamedLog(std::shared_ptr<LogFile> file, int descriptor);
    [[nodiscard]] Result<> checkRoom();

    std::shared_ptr<LogFile> m_file;
    int m_descriptor; ///< of m_file
    qint64 m_bytes = 0;
    qint64 m_checkedAt = -1;
};

} // namespace pilothouse
