// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

namespace pilothouse {

enum class LogLevel { Unknown, Trace, Debug, Info, Warning, Error, Fatal };

/// The word of a level in profiles, JSON and on the command line, such as "warning".
QString logLevelName(LogLevel level);
/// The level of such a word; Unknown for any other.
LogLevel logLevelFromName(const QString &name);

/// One record of a log: its first line parsed, its continuation lines kept with it. Foreign text throughout,
/// but harmless: core/logs makes controls, escapes and overrides visible before a text gets in here.
struct LogRecord
{
    quint64 number = 0; ///< counts up within one view
    QDateTime time;     ///< UTC; invalid where the format has none
    LogLevel level = LogLevel::Unknown;
    QString component;
    QString message;          ///< first line without time, level and component, or the one below it
    QStringList continuation; ///< the further lines, as they stand
    QString source;           ///< id of its source
    QString stream;           ///< "stdout" or "stderr" for container logs
    QDateTime stamp;          ///< the engine's, for container logs: orders what both streams wrote

    qint64 cutAt = 0; ///< so many bytes of a line are here that has more; 0: all are

    /// The record as it stood in the log.
    QString text() const;
    /// How long that is, about, without making it.
    qsizetype characters() const;
    QString firstLine; ///< two, with a line feed between, where the message stands below

    bool operator==(const LogRecord &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::LogRecord)
