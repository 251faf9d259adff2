// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/logrecord.h"
#include "core/logs/logtime.h"
#include "core/profile/serviceprofile.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <optional>

namespace pilothouse {

/// A profile's log format, compiled once: named groups time, offset, level, component, message. Cheap to
/// copy; one copy per thread.
class LogParser
{
    Q_DECLARE_TR_FUNCTIONS(LogParser)
public:
    /// A format without a pattern: every line is a record of its own.
    LogParser();
    /// BadInput where the pattern is no regular expression.
    [[nodiscard]] static Result<LogParser> compile(const ProfileLogFormat &format);

    /// The record that a line begins; nothing where the line continues the one above. `line` comes from
    /// logLineText(). `stamp` is the engine's time of the line, where there is one.
    std::optional<LogRecord> parse(const QString &line, const QDateTime &stamp = {}) const;
    /// Whether a line begins a record, from its first bytes.
    bool begins(QByteArrayView head) const;
    /// Its times are of a day that they do not name.
    bool isWithoutDate() const { return m_hasPattern && m_time.isWithoutDate(); }
    /// Of a line that begins a record, in a format without a date; invalid where it names none.
    QTime timeOfDay(const QString &line) const;
    /// The line below the first one is the message.
    bool isMessageBelow() const { return m_isMessageBelow; }
    /// False where every line is a record.
    bool hasContinuations() const { return m_hasPattern; }

private:
    LogParser(const ProfileLogFormat &format, QRegularExpression pattern, QRegularExpression continuation);
    LogLevel levelOf(const QString &word) const;
    bool standsAlone(const QString &head) const;

    bool m_hasPattern = false;
    bool m_isMessageBelow = false;
    QRegularExpression m_pattern;
    QRegularExpression m_continuation; ///< empty: whatever begins no record
    LogTimeReader m_time;
    QHash<QString, LogLevel> m_levels;
    mutable QHash<QString, QString> m_components; ///< one copy of each name, however many records have it
};

} // namespace pilothouse
