// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/backupsets.h"

#include "core/backup/archivewriter.h"
#include "core/base/units.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QTemporaryDir>

namespace pilothouse {

namespace {

Manifest emptyManifest(const BackupSetMaker &maker, const QUuid &id)
{
    Manifest manifest;
    manifest.id = id.toString(QUuid::WithoutBraces);
    manifest.created = maker.takenAt;
    manifest.completed = maker.takenAt.addMSecs(1800);
    manifest.stamp = toStamp(maker.takenAt);
    manifest.toolVersion = QStringLiteral("0.1.0");
    manifest.user = QStringLiteral("ada");
    manifest.host = QStringLiteral("west");
    manifest.trigger = maker.trigger;
    manifest.kind = QStringLiteral("online");
    manifest.instance = QStringLiteral("prod-1");
    manifest.profile = QStringLiteral("conversations");
    manifest.sqliteVersion = QStringLiteral("3.40.1");
    manifest.archive = QStringLiteral("backup-%1.tar.gz").arg(manifest.stamp);
    return manifest;
}

void addMember(Manifest &manifest, QList<ArchiveSource> &sources, const QString &path, const QString &file,
               const QString &database)
{
    ManifestMember member;
    member.path = path;
    member.original = database.isEmpty() ? path : QStringLiteral("data/%1.db").arg(database);
    member.role = database.isEmpty() ? QStringLiteral("file") : QStringLiteral("database");
    member.database = database;
    manifest.members << member;
    sources << ArchiveSource{path, file, 0600, 0, 0, manifest.created.toMSecsSinceEpoch()};
}

void addDatabase(Manifest &manifest, QList<ArchiveSource> &sources, const QString &scratch, const QString &id,
                 int rows)
{
    const QString name = QStringLiteral("%1-%2.db").arg(id, manifest.stamp);
    const QString file = scratch + u'/' + name;
    TestDatabase made(file);
    made.run(QStringLiteral("CREATE TABLE messages(id INTEGER PRIMARY KEY, text TEXT)"));
    made.run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                            "INSERT INTO messages SELECT i, hex(randomblob(60)) FROM n")
                 .arg(rows));
    ManifestDatabase database;
    database.id = id;
    database.member = name;
    database.pageSize = 4096;
    database.rows = {{QStringLiteral("messages"), rows}};
    manifest.databases << database;
    addMember(manifest, sources, name, file, id);
}

} // namespace

QString makeBackupSet(const QString &folder, const BackupSetMaker &maker)
{
    const QTemporaryDir scratch;
    const QUuid id = QUuid::createUuid();
    const QString set = folder + u'/' + BackupStore::setName(maker.takenAt, id);
    if (!QDir().mkpath(set))
        qFatal("the folder of a backup set cannot be made");
    Manifest manifest = emptyManifest(maker, id);
    QList<ArchiveSource> sources;
    for (const QString &database : maker.databases)
        addDatabase(manifest, sources, scratch.path(), database, maker.rows);
    for (int at = 0; at < maker.files; ++at) {
        const QString file = scratch.filePath(QStringLiteral("note-%1").arg(at));
        writeAll(file, QByteArray(1000, 'n'));
        addMember(manifest, sources, QStringLiteral("containers/user-%1/note.txt").arg(at), file, {});
    }
    const Result<WrittenArchive> written =
        writeArchive(set + u'/' + manifest.archive, QStringLiteral("tar.gz"), sources, {});
    if (!written)
        qFatal("%s", qPrintable(written.error().toText()));
    manifest.archiveBytes = written->bytes;
    manifest.archiveSha256 = written->sha256;
    for (int at = 0; at < manifest.members.size(); ++at) {
        manifest.members[at].bytes = written->members.at(at).bytes;
        manifest.members[at].sha256 = written->members.at(at).sha256;
    }
    const QByteArray json = toCanonicalJson(manifest);
    writeAll(set + QStringLiteral("/manifest.json"), json);
    writeAll(set + QStringLiteral("/manifest.sha256"), manifestSidecar(json));
    return set;
}

} // namespace pilothouse
