// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// One of the three stamps of a backup.
struct BackupStamp
{
    enum class State { NotReached, Reached, Failed };
    State state = State::NotReached;
    QDateTime at;
    QString note; ///< why it failed, or what proved it

    bool operator==(const BackupStamp &) const = default;
};

/// A backup set as the history shows it: rebuilt from the manifests on disk, never from a database of ours.
struct BackupRecord
{
    QString id; ///< UUID of the manifest
    QString instance;
    QString folder;    ///< absolute: <backups>/<instance>/<UTC stamp>-<id8>
    QString archive;   ///< absolute path of backup-<stamp>.tar.gz
    QDateTime takenAt; ///< UTC
    qint64 milliseconds = 0;
    qint64 bytes = 0;                        ///< of the archive
    qint64 contentBytes = 0;                 ///< of its members
    QString trigger;                         ///< "operator", "schedule", "before restore", ...
    QString kind = QStringLiteral("online"); ///< or "offline"
    QStringList databases;                   ///< ids
    BackupStamp complete;
    BackupStamp verified;
    BackupStamp proven;
    QString problem;    ///< why it does not count; empty where it does
    QString secondCopy; ///< folder of the second copy, where there is one
    QStringList keptAs; ///< retention: "daily", "weekly", "monthly", "newest", "pinned"
    bool isPinned = false;
    int chosenTables = 0; ///< of a part: how many tables of the databases it holds; 0: all
    int allTables = 0;    ///< of a part: how many there were; 0: not noted

    /// Its files are what they should be.
    bool isSound() const { return problem.isEmpty() && complete.state == BackupStamp::State::Reached; }
    /// Only chosen tables: the service could not be put back from it.
    bool isPart() const { return chosenTables > 0; }
    /// A backup that the service could be put back from; only such a one is the last good one of anything.
    bool countsForRetention() const { return isSound() && !isPart(); }
    bool operator==(const BackupRecord &) const = default;
};

/// "3 of 17 tables", "part" where their number was not noted; empty for a whole set.
QString partInWords(const BackupRecord &record);
QJsonObject toJson(const BackupRecord &record);

} // namespace pilothouse
