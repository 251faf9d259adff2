// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"
#include "core/logs/logparser.h"

#include <QByteArrayView>
#include <QCoreApplication>

#include <optional>

namespace pilothouse {

/// How much of a record is kept: of a longer line only the beginning and its length, and a record of more
/// lines or characters goes on in a next one.
struct RecordLimits
{
    qsizetype lineBytes = 64 * 1024;
    qsizetype lines = 5000;
    qsizetype characters = 2 * 1024 * 1024;

    /// What a record is shown with.
    static RecordLimits shown() { return {}; }
    /// The same records as are shown, but with their whole lines, to be looked at by a filter.
    static RecordLimits sought() { return {WholeLine, 5000, 2 * 1024 * 1024}; }
    /// Whole records, as evidence must hold them.
    static RecordLimits whole() { return {WholeLine, 1000 * 1000, 2 * WholeLine}; }

private:
    static constexpr qsizetype WholeLine = 16 * 1024 * 1024;
};

/// The record whose lines are still coming, however they are read. Memory is bounded by its limits.
class OpenRecord
{
    Q_DECLARE_TR_FUNCTIONS(OpenRecord)
public:
    explicit OpenRecord(RecordLimits limits = RecordLimits::shown())
        : m_limits(limits)
    {
    }

    /// A line as it is shown; of `length` bytes only those of `head` were kept.
    static QString textOf(QByteArrayView head, qint64 length);
    /// Leaves of each line what is shown of it.
    static void shorten(LogRecord &record);
    /// What becomes of a line that begins no record and finds none to go on.
    static LogRecord ofLine(const QString &text);

    const RecordLimits &limits() const { return m_limits; }
    bool isOpen() const { return m_record.has_value(); }
    const LogRecord &record() const { return *m_record; }
    void begin(LogRecord record);
    /// Takes a line that begins no record itself; false: there is none it could go on, or no room in it.
    bool add(const QString &text, const LogParser &parser);
    /// Its last line is longer than what was kept of it.
    void noteCut() { m_record->cutAt = m_limits.lineBytes; }
    /// Closes it; nothing where none is open.
    std::optional<LogRecord> take() { return std::exchange(m_record, std::nullopt); }

private:
    RecordLimits m_limits;
    std::optional<LogRecord> m_record;
    qsizetype m_size = 0; ///< characters
};

} // namespace pilothouse
