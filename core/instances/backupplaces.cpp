// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/backupplaces.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace pilothouse {

namespace {

constexpr qsizetype MostFormerPlaces = 20;

/// What is wrong with a place.
struct BackupPlacesText
{
    Q_DECLARE_TR_FUNCTIONS(BackupPlaces)
};

tl::unexpected<Error> placeRefused(const QString &place, const QString &message)
{
    return failure(Error{ErrorKind::BadInput,
                         place,
                         message,
                         BackupPlacesText::tr("Name a folder that is for these backups alone."),
                         {}});
}

/// The path with every link on the way resolved, as far as it is there.
QString realPath(const QString &path)
{
    QString there = QDir::cleanPath(path);
    QString rest;
    while (!QFileInfo::exists(there) && there.size() > 1) {
        rest.prepend(u'/' + QFileInfo(there).fileName());
        there = QFileInfo(there).path();
    }
    const QString real = QFileInfo(there).canonicalFilePath();
    return QDir::cleanPath((real.isEmpty() ? there : real) + rest);
}

bool isWithin(const QString &place, const QString &folder)
{
    return !folder.isEmpty() && (place == folder || place.startsWith(folder + u'/') || folder == u"/");
}

/// Only data that lies on this machine under this path can hold a backup by mistake.
QString dataOf(const InstanceSession &session)
{
    const Instance &instance = session.instance();
    return instance.isThroughEngine ? QString() : realPath(instance.dataDir);
}

Result<> checkOthers(const QString &place, const QString &real,
                     const QList<std::shared_ptr<InstanceSession>> &others)
{
    for (const auto &other : others) {
        const QString name = other->instance().name;
        if (isWithin(real, dataOf(*other)))
            return placeRefused(place, BackupPlacesText::tr("It lies in the data of %1.").arg(name));
        if (real == realPath(other->backupFolder()))
            return placeRefused(place, BackupPlacesText::tr("%1 keeps its backups there.").arg(name));
    }
    return {};
}

/// A folder that is not there yet is judged by its nearest parent: nothing of it is made before it is needed.
Result<> checkWritable(const QString &place)
{
    QString there = place;
    while (!QFileInfo::exists(there) && there.size() > 1)
        there = QFileInfo(there).path();
    const QFileInfo nearest(there);
    if (!nearest.isDir())
        return placeRefused(place, BackupPlacesText::tr("%1 is no folder.").arg(there));
    // Not everything that root is allowed to write to can be written to.
    if (QTemporaryDir(there + QStringLiteral("/.pilothouse-XXXXXX")).isValid())
        return {};
    return placeRefused(
        place, there == place
                   ? BackupPlacesText::tr("Nothing can be written to it.")
                   : BackupPlacesText::tr("It cannot be made: nothing can be written to %1.").arg(there));
}

Result<> checkPlace(const InstanceSession &session, const QString &place,
                    const QList<std::shared_ptr<InstanceSession>> &others)
{
    if (!place.startsWith(u'/'))
        return placeRefused(place, BackupPlacesText::tr("An absolute path is needed."));
    const QString real = realPath(place);
    if (isWithin(real, dataOf(session)))
        return placeRefused(
            place, BackupPlacesText::tr("It lies in the data of %1, which the backup is meant to save.")
                       .arg(session.instance().name));
    return checkOthers(place, real, others).and_then([&] { return checkWritable(place); });
}

} // namespace

Result<> checkBackupPlaces(const InstanceSession &session,
                           const QList<std::shared_ptr<InstanceSession>> &others)
{
    const QString first = session.instance().backupDir;
    if (auto checked = first.isEmpty() ? Result<>() : checkPlace(session, first, others); !checked)
        return checked;
    const QString second = session.instance().secondBackupDir;
    if (second.isEmpty())
        return {};
    if (realPath(second) == realPath(session.backupFolder()))
        return placeRefused(second,
                            BackupPlacesText::tr("The first copy of each backup goes there already."));
    return checkPlace(session, second, others);
}

Instance rememberingFormerPlaces(const InstanceSession &before, const InstanceSession &after)
{
    Instance stored = after.instance();
    stored.formerBackupDirs = before.instance().formerBackupDirs;
    if (before.backupFolder() != after.backupFolder())
        stored.formerBackupDirs.prepend(before.backupFolder());
    stored.formerBackupDirs.removeAll(after.backupFolder());
    stored.formerBackupDirs.removeDuplicates();
    stored.formerBackupDirs = stored.formerBackupDirs.mid(0, MostFormerPlaces);
    return stored;
}

} // namespace pilothouse
