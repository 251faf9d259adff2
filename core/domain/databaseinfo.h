// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

/// A process that has a file open.
struct FileHolder
{
    qint64 pid = 0;
    QString program;
    QDateTime since;

    bool operator==(const FileHolder &) const = default;
};

/// What is known of one SQLite file without locking it for longer than a read.
struct DatabaseInfo
{
    QString id;   ///< the profile's id: "agentx"
    QString path; ///< absolute
    bool exists = false;
    qint64 bytes = 0;
    qint64 walBytes = -1; ///< -1: no such file
    qint64 shmBytes = -1;
    qint64 journalBytes = -1;
    int pageSize = 0;
    qint64 pageCount = 0;
    qint64 freePages = 0;
    QString journalMode; ///< "delete", "wal", ...
    QString encoding;
    int userVersion = 0;
    int applicationId = 0;
    QString schemaSha256;
    QString layout; ///< id of the profile's layout that the probe found; empty: none fits
    QDateTime modifiedAt;
    uint ownerId = 0;
    uint groupId = 0;
    uint mode = 0; ///< permission bits
    std::optional<Error> error;

    bool operator==(const DatabaseInfo &) const = default;
};

struct TableInfo
{
    QString name;
    qint64 rows = -1;        ///< -1: not counted
    bool isEstimate = false; ///< the count ran out of time: "about"
    QStringList columns;
    QStringList keyColumns; ///< primary key; "rowid" where there is none
    bool isWithoutRowid = false;

    bool operator==(const TableInfo &) const = default;
};

/// One page of rows, read-only. Cells are values as stored: NULL, integer, real, text or blob.
struct RowPage
{
    QStringList columns;
    QList<QList<QVariant>> rows;
    qint64 offset = 0;
    bool hasMore = false;
    qint64 milliseconds = 0;
};

enum class CheckVerdict { NotRun, Passed, Failed, NotApplicable };

/// The result of one check of a database. Integrity and foreign keys are two of these, never one.
struct DatabaseCheck
{
    QString database;
    QString name; ///< "quick_check", "integrity_check", "foreign_key_check"
    CheckVerdict verdict = CheckVerdict::NotRun;
    QStringList problems; ///< at most 100
    QDateTime at;
    qint64 milliseconds = 0;

    bool operator==(const DatabaseCheck &) const = default;
};

/// The name of what is no check, but says that older ones were of another file.
QString replacedNote();

QJsonObject toJson(const DatabaseInfo &info);
QJsonObject toJson(const TableInfo &table);
QJsonObject toJson(const DatabaseCheck &check);
DatabaseCheck databaseCheckFromJson(const QJsonObject &object);

} // namespace pilothouse
