// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// What is often asked of a log: which records, counted by what, the largest of what first.
struct ProfileLogQuestion
{
    QString id;
    QString title;
    QString filter; ///< in the language of LogFilter
    QString by;     ///< a field to count by; empty: none
    QString most;   ///< a field of numbers or durations whose largest are listed; empty: none
    QString item;   ///< of the runbook; may be empty
};

/// How the fields of a record are read from its text.
struct ProfileLogFields
{
    QString syntax;               ///< "json", "object" ({ key: 'value' }), "pairs" (key=value), or empty
    QStringList patterns;         ///< regular expressions over the whole text; named groups are fields
    QMap<QString, QString> names; ///< another name of a field: "status" -> "res.statusCode"
    QMap<QString, QString> units; ///< what a bare number of a field means: "duration" -> "ms"
};

struct ProfileLogFormat
{
    QString id;
    QString
        record; ///< regular expression of a record's first line: named groups time, level, component, message
    QString timeFormat;            ///< Qt's, "epoch-ms", or empty
    QString timeZone;              ///< "UTC", "offset" (in the text), "local"
    QMap<QString, QString> levels; ///< "ERR" -> "error"
    QString continuation;        ///< regular expression of further lines; others stand alone; empty: any line
    bool isMessageBelow = false; ///< the line below the first one is the message
    ProfileLogFields fields = {};
    QList<ProfileLogQuestion> questions = {};
};

struct ProfileLogSource
{
    QString id;
    QString title;
    QString kind;           ///< "file" or "container"
    QString path;           ///< of a file, relative
    QString rotated;        ///< "{path}.{n}" with n counting up from 1, newest first; empty: not rotated
    int keep = 0;           ///< how many rotations the service keeps
    qint64 rotateBytes = 0; ///< of a container: what the engine should keep in each of `keep` + 1 files
    QString format;
    QString service; ///< of a compose project, other than the one with the data; elsewhere there is no such
                     ///< log
    int days = 0;    ///< that the engine should keep of a container; 0: not said
};

} // namespace pilothouse
