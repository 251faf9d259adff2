// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/databaseinfo.h"
#include "core/postgres/dumpfacts.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>

#include <optional>

namespace pilothouse {

/// A file of a backup set: in the archive, or beside it.
struct ManifestMember
{
    QString path;     ///< relative; databases: [A-Za-z0-9._-], "agentx-20261120T220941Z.db"; files:
                      ///< "containers/user-1/..."
    QString original; ///< where it came from, relative to the data folder: "data/agentx.db"
    QString role;     ///< "database" and "file" are in the archive; "dump", "dump-part" and "globals" lie
                      ///< beside it
    QString database; ///< id, for all but files
    qint64 bytes = 0;
    QByteArray sha256; ///< 32 bytes
    uint mode = 0600;
    uint ownerId = 0;
    uint groupId = 0;

    /// A file of the set by itself, as the runbook's own commands want it.
    bool isBeside() const { return isOfDump() || role == u"globals"; }
    /// A dump, or in a dump that is a folder its table of contents ("dump") and its other files
    /// ("dump-part").
    bool isOfDump() const { return role == u"dump" || role == u"dump-part"; }
    bool operator==(const ManifestMember &) const = default;
};

/// What is known of one database in the set, taken from the same snapshot as its copy.
struct ManifestDatabase
{
    QString id;
    QString member; ///< path of its member; of a dump that is a folder: of its table of contents
    QString layout;
    int pageSize = 0;
    qint64 pageCount = 0;
    QString encoding;
    int autoVacuum = 0;
    QString journalMode;
    int userVersion = 0;
    int applicationId = 0;
    QString schemaSha256;
    QMap<QString, qint64> rows;
    QMap<QString, QString> contentSha256;
    QList<DatabaseCheck> checks;
    std::optional<DumpFacts> server; ///< of PostgreSQL; the fields of SQLite are empty then

    bool operator==(const ManifestDatabase &) const = default;
};

/// `manifest.json` of a backup set, format "pilothouse-backup/1" (RELIABILITY.md C2), with PostgreSQL in it
/// "pilothouse-backup/1.1". Written last.
struct Manifest
{
    QString id;        ///< UUID
    QDateTime created; ///< UTC
    QDateTime completed;
    QString stamp; ///< "20261120T220941Z", in the names of the members
    QString toolVersion;
    QString user; ///< OS user
    QString host;
    QString trigger;
    QString kind; ///< "online" or "offline"
    QString instance;
    QString profile;
    QString serviceVersion;
    QString imageDigest;
    QString sqliteVersion;
    QString archive; ///< file name of the archive; empty: everything lies beside
    qint64 archiveBytes = 0;
    QByteArray archiveSha256;
    QList<ManifestMember> members;
    QList<ManifestDatabase> databases;
    QJsonObject unknown; ///< members that a newer program wrote; kept as they are

    const ManifestMember *member(const QString &path) const;
    const ManifestDatabase *database(const QString &id) const;
    QList<ManifestMember> packed() const; ///< in the archive
    QList<ManifestMember> beside() const;
    bool hasArchive() const { return !archive.isEmpty(); }
};

/// Canonical: sorted keys, no white space, UTF-8; equal manifests give equal bytes.
QByteArray toCanonicalJson(const Manifest &manifest);
/// One database or member of it, as they stand in the manifest: for the notes that a backup leaves while it
/// runs.
QJsonObject toJson(const ManifestMember &member);
QJsonObject toJson(const ManifestDatabase &database);
[[nodiscard]] Result<ManifestMember> manifestMemberFromJson(const QJsonObject &object);
[[nodiscard]] Result<ManifestDatabase> manifestDatabaseFromJson(const QJsonObject &object);
/// The sidecar `manifest.sha256`, as sha256sum writes it.
QByteArray manifestSidecar(const QByteArray &manifestJson);
/// What pg_restore is given for a member: the file, or the folder whose table of contents it is.
QString dumpPlace(const QString &member);
/// A name that may stand in a set: relative, no empty, "." or ".." part, no control character; a database's
/// or an archive's is one part of [A-Za-z0-9._-], a dump's may be two.
bool isAllowedMemberPath(const QString &path, const QString &role);
/// BadData with what is wrong: unknown format, missing field, path outside the allow-list, duplicate member
/// ...
[[nodiscard]] Result<Manifest> manifestFromJson(const QByteArray &json);

} // namespace pilothouse
