// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"
#include "core/logs/logparser.h"

#include <QByteArrayView>
#include <QCoreApplication>

#include <optional>

namespace pilothouse {

/// The record whose lines are still coming, however they are read. Memory is constant: of a line longer than
/// 64 KiB only the beginning and its length are kept, and a record of more than 5 000 lines or 2 M characters
/// goes on in a next one.
class OpenRecord
{
    Q_DECLARE_TR_FUNCTIONS(OpenRecord)
public:
    static constexpr qsizetype LineLimit = 64 * 1024;
    static constexpr qsizetype LinesPerRecord = 5000;
    static constexpr qsizetype CharactersPerRecord = 2 * 1024 * 1024;

    /// A line as it is shown; of `length` bytes only those of `head` were kept.
    static QString textOf(QByteArrayView head, qint64 length);
    /// What becomes of a line that begins no record and finds none to go on.
    static LogRecord ofLine(const QString &text);

    bool isOpen() const { return m_record.has_value(); }
    const LogRecord &record() const { return *m_record; }
    void begin(LogRecord record);
    /// Takes a line that begins no record itself; false: there is none it could go on, or no room in it.
    bool add(const QString &text, const LogParser &parser);
    /// Closes it; nothing where none is open.
    std::optional<LogRecord> take() { return std::exchange(m_record, std::nullopt); }

private:
    std::optional<LogRecord> m_record;
    qsizetype m_size = 0; ///< characters
};

} // namespace pilothouse
