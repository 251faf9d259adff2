// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// A shape that a database may have; `probe` is SQL that must return a row.
struct ProfileLayout
{
    QString id; ///< "kv", "tables"
    QString title;
    QString probe;
    QMap<QString, QString> counts; ///< label -> SQL that returns one number: "images" -> SELECT count(*) ...
};

struct ProfileDatabase
{
    QString id;
    QString engine = QStringLiteral("sqlite");
    QString path; ///< relative to the data folder
    QString title;
    bool isRequired = true;
    QString journalMode; ///< what the service sets; empty: any
    QList<ProfileLayout> layouts;
};

/// Files beside the databases that belong to the service.
struct ProfileFiles
{
    QString id;
    QString path; ///< relative; ends with "/" for a folder
    QString title;
    bool isInBackup = true;
};

struct ProfilePermission
{
    QString path; ///< relative glob: "data/*.db"
    uint mode = 0;
};

struct ProfileRetention
{
    int days = 30; ///< by age; 0: not by age
    int daily = 0; ///< by generations; all 0: not by generations
    int weekly = 0;
    int monthly = 0;
    bool operator==(const ProfileRetention &) const = default;
};

struct ProfileBackup
{
    QStringList databases; ///< ids, in the order of the archive
    QStringList files;     ///< ids of files
    ProfileRetention retention;
    QList<ProfileRetention> offered; ///< other rules to choose from
    QString schedule;                ///< "daily 02:00"
    QStringList foreignMembers; ///< regular expressions of member names in the runbook script's tar, one per
                                ///< database of `databases`; empty: not in it
    int maximumAgeHours = 24;
};

} // namespace pilothouse
