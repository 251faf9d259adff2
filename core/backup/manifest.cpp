// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/manifest.h"

#include "core/backup/digest.h"
#include "core/base/units.h"
#include "core/postgres/dumpfolder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace pilothouse {

namespace {

const QString Format = QStringLiteral("pilothouse-backup/1");
const QString ServerFormat =
    QStringLiteral("pilothouse-backup/1.1"); // a program that knows only files must refuse it

QString hex(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex());
}

QString verdictName(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Passed:
        return QStringLiteral("passed");
    case CheckVerdict::Failed:
        return QStringLiteral("failed");
    case CheckVerdict::NotApplicable:
        return QStringLiteral("notApplicable");
    case CheckVerdict::NotRun:
        break;
    }
    return QStringLiteral("notRun");
}

QJsonObject checkToJson(const DatabaseCheck &check)
{
    return {{QStringLiteral("name"), check.name},
            {QStringLiteral("result"), verdictName(check.verdict)},
            {QStringLiteral("problems"), QJsonArray::fromStringList(check.problems)},
            {QStringLiteral("at"), toIso(check.at)},
            {QStringLiteral("duration_ms"), check.milliseconds}};
}

} // namespace

QJsonObject toJson(const ManifestMember &member)
{
    QJsonObject object{{QStringLiteral("path"), member.path},
                       {QStringLiteral("original"), member.original},
                       {QStringLiteral("role"), member.role},
                       {QStringLiteral("size"), member.bytes},
                       {QStringLiteral("sha256"), hex(member.sha256)},
                       {QStringLiteral("mode"), static_cast<qint64>(member.mode)},
                       {QStringLiteral("uid"), static_cast<qint64>(member.ownerId)},
                       {QStringLiteral("gid"), static_cast<qint64>(member.groupId)}};
    if (!member.database.isEmpty())
        object.insert(QStringLiteral("database"), member.database);
    return object;
}

QJsonObject toJson(const ManifestDatabase &database)
{
    if (database.server) {
        QJsonObject object = toJson(*database.server);
        object.insert(QStringLiteral("id"), database.id);
        object.insert(QStringLiteral("engine"), QStringLiteral("postgres"));
        object.insert(QStringLiteral("member"), database.member);
        return object;
    }
    QJsonArray tables;
    for (auto table = database.rows.cbegin(); table != database.rows.cend(); ++table) {
        QJsonObject object{{QStringLiteral("name"), table.key()}, {QStringLiteral("rows"), table.value()}};
        if (const QString digest = database.contentSha256.value(table.key()); !digest.isEmpty())
            object.insert(QStringLiteral("content_sha256"), digest);
        tables.append(object);
    }
    QJsonArray checks;
    for (const DatabaseCheck &check : database.checks)
        checks.append(checkToJson(check));
    return {{QStringLiteral("id"), database.id},
            {QStringLiteral("engine"), QStringLiteral("sqlite")},
            {QStringLiteral("member"), database.member},
            {QStringLiteral("layout"), database.layout},
            {QStringLiteral("page_size"), database.pageSize},
            {QStringLiteral("page_count"), database.pageCount},
            {QStringLiteral("encoding"), database.encoding},
            {QStringLiteral("auto_vacuum"), database.autoVacuum},
            {QStringLiteral("journal_mode"), database.journalMode},
            {QStringLiteral("user_version"), database.userVersion},
            {QStringLiteral("application_id"), database.applicationId},
            {QStringLiteral("schema_sha256"), database.schemaSha256},
            {QStringLiteral("tables"), tables},
            {QStringLiteral("checks"), checks}};
}

const ManifestMember *Manifest::member(const QString &path) const
{
    const auto found = std::find_if(members.cbegin(), members.cend(),
                                    [&](const ManifestMember &member) { return member.path == path; });
    return found == members.cend() ? nullptr : &*found;
}

const ManifestDatabase *Manifest::database(const QString &databaseId) const
{
    const auto found =
        std::find_if(databases.cbegin(), databases.cend(),
                     [&](const ManifestDatabase &database) { return database.id == databaseId; });
    return found == databases.cend() ? nullptr : &*found;
}

QList<ManifestMember> Manifest::packed() const
{
    QList<ManifestMember> list = members;
    list.removeIf([](const ManifestMember &member) { return member.isBeside(); });
    return list;
}

QList<ManifestMember> Manifest::beside() const
{
    QList<ManifestMember> list = members;
    list.removeIf([](const ManifestMember &member) { return !member.isBeside(); });
    return list;
}

QString dumpPlace(const QString &member)
{
    return member.endsWith(u'/' + DumpContentsName) ? member.section(u'/', 0, -2) : member;
}

bool isAllowedMemberPath(const QString &path, const QString &role)
{
    if (path.isEmpty() || path.size() > 1024)
        return false;
    for (const QString &part : path.split(u'/')) {
        if (part.isEmpty() || part == u"." || part == u".." || part.toUtf8().size() > 255)
            return false;
    }
    const auto isPlain = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
    };
    if (role == u"dump" || role == u"dump-part") {
        const bool isContents = path.section(u'/', 1) == DumpContentsName;
        const bool isInFolder = path.count(u'/') == 1 && isContents == (role == u"dump");
        const bool isFile = role == u"dump" && !path.contains(u'/');
        return (isInFolder || isFile)
               && std::all_of(path.cbegin(), path.cend(), [&](QChar c) { return c == u'/' || isPlain(c); });
    }
    if (role != u"file")
        return std::all_of(path.cbegin(), path.cend(), isPlain);
    return std::none_of(path.cbegin(), path.cend(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter || c == u'\\';
    });
}

QByteArray manifestSidecar(const QByteArray &manifestJson)
{
    return sha256Of(manifestJson).toHex() + "  manifest.json\n";
}

QByteArray toCanonicalJson(const Manifest &manifest)
{
    QJsonArray members;
    qint64 total = 0;
    for (const ManifestMember &member : manifest.members) {
        members.append(toJson(member));
        total += member.bytes;
    }
    QJsonArray databases;
    bool hasServer = false;
    for (const ManifestDatabase &database : manifest.databases) {
        databases.append(toJson(database));
        hasServer = hasServer || database.server;
    }
    QJsonObject object = manifest.unknown;
    object.insert(QStringLiteral("format"), hasServer ? ServerFormat : Format);
    object.insert(QStringLiteral("id"), manifest.id);
    object.insert(QStringLiteral("created_utc"), toIso(manifest.created));
    object.insert(QStringLiteral("completed_utc"), toIso(manifest.completed));
    object.insert(QStringLiteral("stamp"), manifest.stamp);
    object.insert(QStringLiteral("operator"), manifest.user);
    object.insert(QStringLiteral("host"), manifest.host);
    object.insert(QStringLiteral("trigger"), manifest.trigger);
    object.insert(QStringLiteral("kind"), manifest.kind);
    object.insert(QStringLiteral("tool"), QJsonObject{{QStringLiteral("version"), manifest.toolVersion},
                                                      {QStringLiteral("sqlite"), manifest.sqliteVersion}});
    object.insert(QStringLiteral("service"),
                  QJsonObject{{QStringLiteral("kind"), manifest.profile},
                              {QStringLiteral("name"), manifest.instance},
                              {QStringLiteral("version"), manifest.serviceVersion},
                              {QStringLiteral("image_digest"), manifest.imageDigest}});
    if (manifest.hasArchive())
        object.insert(QStringLiteral("archive"),
                      QJsonObject{{QStringLiteral("name"), manifest.archive},
                                  {QStringLiteral("size"), manifest.archiveBytes},
                                  {QStringLiteral("sha256"), hex(manifest.archiveSha256)}});
    object.insert(QStringLiteral("members"), members);
    object.insert(QStringLiteral("databases"), databases);
    object.insert(QStringLiteral("total_bytes"), total);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace pilothouse
