// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/database/keptcopies.h"

#include "core/backup/backupstore.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"

#include <QCoreApplication>
#include <QDirIterator>

namespace pilothouse {

namespace {

struct KeptCopiesText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseMaintenance)
};

qint64 bytesBelow(const QString &folder, const OperationContext &context)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext() && !context.isCancelled()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

MaintenanceItem lastBackupItem(const BackupStore &store, const InstanceSession &session, const QDateTime &now)
{
    const QList<BackupRecord> backups = store.list(session.backupFolder());
    const auto good = std::find_if(backups.cbegin(), backups.cend(),
                                   [](const BackupRecord &one) { return one.countsForRetention(); });
    MaintenanceItem item;
    item.id = QStringLiteral("backup");
    item.action = QStringLiteral("backup.create");
    item.buttonText = KeptCopiesText::tr("Back up");
    if (good == backups.cend()) {
        item.state = MaintenanceState::Due;
        item.sentence = KeptCopiesText::tr("There is no backup");
        item.evidence = KeptCopiesText::tr("Nothing could be restored from here.");
    } else {
        const bool isOld = good->takenAt.secsTo(now) > qint64(24) * 3600;
        const bool isVerified = good->verified.state == BackupStamp::State::Reached;
        item.state = isOld ? MaintenanceState::Due : MaintenanceState::Good;
        item.sentence = KeptCopiesText::tr("The last backup is %1 old")
                            .arg(formatDuration(std::max<qint64>(0, good->takenAt.msecsTo(now))));
        item.evidence = isVerified
                            ? KeptCopiesText::tr("It is verified, %1.").arg(formatBytes(good->bytes))
                            : KeptCopiesText::tr("It is not verified, %1.").arg(formatBytes(good->bytes));
        item.at = good->takenAt;
    }
    return item;
}

MaintenanceItem safetyCopiesItem(const FileOps &files, const InstanceSession &session,
                                 const OperationContext &context)
{
    const QStringList names = files.list(session.safetyFolder()).value_or(QStringList());
    qint64 bytes = 0;
    for (const QString &name : names)
        bytes += bytesBelow(session.safetyFolder() + u'/' + name, context);
    MaintenanceItem item;
    item.id = QStringLiteral("safety-copies");
    item.state = MaintenanceState::Good;
    item.sentence = names.isEmpty() ? KeptCopiesText::tr("There are no safety copies")
                                    : KeptCopiesText::tr("%n safety copies are kept", nullptr,
                                                         static_cast<int>(names.size()));
    item.evidence = names.isEmpty()
                        ? KeptCopiesText::tr("Each restore and each VACUUM leaves one, for %n day(s).",
                                             nullptr, session.instance().safetyDays)
                        : KeptCopiesText::tr("They hold %1. Each goes after %n day(s).", nullptr,
                                             session.instance().safetyDays)
                              .arg(formatBytes(bytes));
    if (!names.isEmpty()) {
        item.action = QStringLiteral("backup.tidy");
        item.buttonText = KeptCopiesText::tr("Tidy up…");
    }
    return item;
}

} // namespace pilothouse
