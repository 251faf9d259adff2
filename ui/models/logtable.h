// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"
#include "core/logs/fields/logfieldreader.h"

#include <QList>

namespace pilothouse {

/// One column of a log that is shown as a table: the id of what every record has, or the name of a field.
struct LogTableColumn
{
    static constexpr int Narrowest = 32;
    static constexpr int Widest = 2000;

    QString id;
    int width = 120;

    bool operator==(const LogTableColumn &) const = default;
};

/// The columns of a table, from left to right.
using LogTable = QList<LogTableColumn>;

/// What every record has, as ids of columns; no field has such a name.
struct LogColumnId
{
    static inline const QString Time = QStringLiteral("@time");
    static inline const QString Level = QStringLiteral("@level");
    static inline const QString Component = QStringLiteral("@component");
    static inline const QString Message = QStringLiteral("@message");
    static inline const QString Stream = QStringLiteral("@stream");
};

/// The word at the head of a column: ours, or the name of the field as it is in the log.
QString logColumnTitle(const QString &id);

/// A column as wide as what usually stands in it.
LogTableColumn newLogColumn(const QString &id);

/// The columns that a table of such a log begins with: time, level, the first fields that the format names,
/// message.
LogTable standardLogTable(const ProfileLogFormat &format);

/// Every column that a table of such a log may have: what each record has, what the format names, and what
/// some of its records hold.
QStringList possibleLogColumns(const ProfileLogFormat &format, const LogFieldReader &reader,
                               const QList<LogRecord> &records);

/// What stands in a cell; one line. `withDate`: a time with its day.
QString logCell(const QString &column, const LogRecord &record, const LogFields &fields, bool withDate);

/// A record as it stands in the log, without the time that it begins with.
QString logTextWithoutTime(const LogRecord &record);

/// The message of a record, or the one among its members where it is JSON.
QString logMessage(const LogRecord &record, const LogFields &fields);

} // namespace pilothouse
