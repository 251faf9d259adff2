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

/// How a service finds a database on a server.
struct ProfileConnection
{
    QString variable; ///< of the service's environment that holds the address: "DATABASE_URL"
    QString service;  ///< the service of its compose project that is the server: "db"
    QString database; ///< usual name; empty: not known
    QString user;     ///< usual role
};

struct ProfileDatabase
{
    QString id;
    QString engine = QStringLiteral("sqlite"); ///< or "postgres"
    QString path;                              ///< sqlite: relative to the data folder
    ProfileConnection connection;              ///< postgres
    QString title;
    bool isRequired = true;
    QString journalMode; ///< what the service sets; empty: any
    QList<ProfileLayout> layouts;

    bool isOnServer() const { return engine == QLatin1String("postgres"); }
};

/// Something that must hold in a database, in every copy of it too: its SELECT finds nothing wrong.
struct ProfileAssertion
{
    QString id;
    QString title; ///< "Every entry has its version"
    QString database;
    QString layout; ///< only where this layout was found; empty: any
    QString select; ///< returns one number, which must be 0
    QString item;   ///< of the runbook
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
