// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/domain/backuprecord.h"
#include "core/domain/instancesnapshot.h"
#include "core/drill/drillbook.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

class FileOps;

/// What the folder of backups holds.
struct BackupsReading
{
    QList<BackupRecord> records;             ///< newest first; `keptAs` as retention sees them now
    QString folder;                          ///< absolute
    QString policy;                          ///< the rule of retention in words
    QString stopped;                         ///< why retention would remove nothing at all; empty: it would
    QStringList wanted;                      ///< ids of the databases that a set has to hold
    QMap<QString, qsizetype> former;         ///< former folders, and how many sets lie there still
    qint64 usedBytes = 0;                    ///< of all archives
    qint64 freeBytes = -1;                   ///< for new ones; -1: not known
    std::optional<ScheduleReading> schedule; ///< nothing: no backup is made by itself
    std::optional<ScheduleReading> drillSchedule; ///< nothing: no drill is run by itself
    QList<DrillEntry> drills;                     ///< newest first
    DrillState drillState;
    int drillDays = 0;        ///< how often one is due
    bool hasDrillKey = false; ///< drills can call the service with a key

    /// The newest backup that counts; null: there is none.
    const BackupRecord *newestCounted() const;
    /// The newest backup that a restore has proven; null: there is none.
    const BackupRecord *newestProven() const;
    const BackupRecord *byFolder(const QString &set) const;
    /// How many more backups as large as the newest fit; -1: not known.
    qint64 room() const;
    /// What lies in former folders, in one sentence; empty: nothing.
    QString formerText() const;
};

/// What one backup holds, from its manifest.
struct BackupContents
{
    QString folder; ///< of the set
    Manifest manifest;
    QString copyFolder;  ///< of the second copy; empty: none
    QString copyProblem; ///< why there is none
};

/// The backups of one instance, and what is in one of them. Reads only.
class BackupsController final : public QObject
{
    Q_OBJECT
public:
    BackupsController(FileOps &files, OperationRunner &runner, const Clock &clock, QObject *parent = nullptr);

    void setSession(const SessionPointer &session);
    /// Reads the folder again.
    void refresh();
    /// Stops reading the folder; what was known stays.
    void stop();
    /// Reads the manifest of one set; empty: none.
    void choose(const QString &folder);

    const Readable<BackupsReading> &backups() const { return m_backups; }
    const Readable<BackupContents> &contents() const { return m_contents; }
    const Clock &clock() const { return m_clock; }
    /// Of the instance that is shown; empty: none is.
    QString instanceName() const;
    /// The name of a database's file; its id where the profile does not have it.
    QString databaseName(const QString &id) const;

signals:
    void changed();
    void contentsChanged();

private:
    void takeBackups(Result<BackupsReading> reading);

    FileOps &m_files;
    const Clock &m_clock;
    SessionPointer m_session;
    LatestRead m_read;
    LatestRead m_readContents;
    Readable<BackupsReading> m_backups;
    Readable<BackupContents> m_contents;
    QString m_chosen;
};

} // namespace pilothouse
