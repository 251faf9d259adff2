// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/manifest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUuid>

namespace pilothouse {

namespace {

/// What a manifest that cannot be read says.
struct ManifestText
{
    Q_DECLARE_TR_FUNCTIONS(Manifest)
};

const QString ManifestFormat = QStringLiteral("pilothouse-backup/1");
constexpr qsizetype LargestManifest = 64 << 20;

CheckVerdict verdictFromName(const QString &name)
{
    static const QMap<QString, CheckVerdict> Verdicts{
        {QStringLiteral("passed"), CheckVerdict::Passed},
        {QStringLiteral("failed"), CheckVerdict::Failed},
        {QStringLiteral("notApplicable"), CheckVerdict::NotApplicable}};
    return Verdicts.value(name, CheckVerdict::NotRun);
}

/// Takes fields out of an object, remembers the first thing that is wrong, and leaves what it does not know.
class Reader
{
public:
    Reader(QJsonObject object, QString place)
        : m_object(std::move(object))
        , m_place(std::move(place))
    {
    }

    QString text(const QString &key, bool isRequired = true)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isString() && (isRequired || !value.isUndefined()))
            wrong(key, ManifestText::tr("text"));
        return value.toString();
    }

    qint64 number(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        const qint64 number = value.toInteger(-1);
        if (!value.isDouble() || number < 0)
            wrong(key, ManifestText::tr("a number that is not negative"));
        return number;
    }

    int signedNumber(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isDouble())
            wrong(key, ManifestText::tr("a number"));
        return static_cast<int>(value.toInteger());
    }

    QByteArray digest(const QString &key)
    {
        const QByteArray written = text(key).toLatin1();
        const QByteArray digest = QByteArray::fromHex(written);
        if (digest.size() != 32 || digest.toHex() != written)
            wrong(key, ManifestText::tr("a SHA-256 digest"));
        return digest;
    }

    QDateTime moment(const QString &key)
    {
        const QDateTime moment = QDateTime::fromString(text(key), Qt::ISODateWithMs);
        if (!moment.isValid())
            wrong(key, ManifestText::tr("a time"));
        return moment.toUTC();
    }

    QJsonArray array(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isArray())
            wrong(key, ManifestText::tr("a list"));
        return value.toArray();
    }

    Reader child(const QString &key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isObject())
            wrong(key, ManifestText::tr("an object"));
        Reader reader(value.toObject(), key);
        reader.m_problem = m_problem;
        return reader;
    }

    void wrong(const QString &key, const QString &expected)
    {
        if (m_problem.isEmpty())
            m_problem = ManifestText::tr("“%1” should be %2.")
                            .arg(m_place.isEmpty() ? key : m_place + u'.' + key, expected);
    }

    QString problem() const { return m_problem; }
    void setProblem(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }
    QJsonObject rest() const { return m_object; }

private:
    QJsonObject m_object;
    QString m_place;
    QString m_problem;
};

ManifestMember readMember(Reader &reader)
{
    ManifestMember member;
    member.path = reader.text(QStringLiteral("path"));
    member.original = reader.text(QStringLiteral("original"));
    member.role = reader.text(QStringLiteral("role"));
    member.database = reader.text(QStringLiteral("database"), false);
    member.bytes = reader.number(QStringLiteral("size"));
    member.sha256 = reader.digest(QStringLiteral("sha256"));
    member.mode = static_cast<uint>(reader.number(QStringLiteral("mode"))) & 0777;
    member.ownerId = static_cast<uint>(reader.number(QStringLiteral("uid")));
    member.groupId = static_cast<uint>(reader.number(QStringLiteral("gid")));
    const bool isKnownRole = member.role == u"database" || member.role == u"file" || member.isBeside();
    if (!isKnownRole)
        reader.wrong(QStringLiteral("role"),
                     ManifestText::tr("“database”, “file”, “dump”, “dump-part” or “globals”"));
    else if (!isAllowedMemberPath(member.path, member.role))
        reader.wrong(QStringLiteral("path"), ManifestText::tr("a plain relative name"));
    else if (!isAllowedMemberPath(member.original, QStringLiteral("file")))
        reader.wrong(QStringLiteral("original"), ManifestText::tr("a plain relative name"));
    else if (member.role != u"file" && member.database.isEmpty())
        reader.wrong(QStringLiteral("database"), ManifestText::tr("text"));
    return member;
}

/// A database that lies on a server, with what was read from it.
ManifestDatabase readServerDatabase(Reader &reader, const QJsonObject &object)
{
    ManifestDatabase database;
    database.id = reader.text(QStringLiteral("id"));
    database.member = reader.text(QStringLiteral("member"));
    database.server = dumpFactsFromJson(object);
    database.rows = database.server->rows;
    if (database.server->serverVersion <= 0)
        reader.wrong(QStringLiteral("server_version_num"), ManifestText::tr("a number"));
    for (const QString &key : {QStringLiteral("database"), QStringLiteral("pg_dump_version"),
                               QStringLiteral("archive_version"), QStringLiteral("encoding")})
        reader.text(key);
    for (const QJsonValue &value : reader.array(QStringLiteral("tables"))) {
        Reader table(value.toObject(), QStringLiteral("tables"));
        table.text(QStringLiteral("name"));
        table.number(QStringLiteral("rows"));
        reader.setProblem(table.problem());
    }
    return database;
}

ManifestDatabase readDatabase(Reader &reader)
{
    const QJsonObject object = reader.rest();
    const QString engine = reader.text(QStringLiteral("engine"));
    if (engine == u"postgres")
        return readServerDatabase(reader, object);
    ManifestDatabase database;
    database.id = reader.text(QStringLiteral("id"));
    if (engine != u"sqlite")
        reader.wrong(QStringLiteral("engine"), ManifestText::tr("“sqlite” or “postgres”"));
    database.member = reader.text(QStringLiteral("member"));
    database.layout = reader.text(QStringLiteral("layout"));
    database.pageSize = static_cast<int>(reader.number(QStringLiteral("page_size")));
    database.pageCount = reader.number(QStringLiteral("page_count"));
    database.encoding = reader.text(QStringLiteral("encoding"));
    database.autoVacuum = reader.signedNumber(QStringLiteral("auto_vacuum"));
    database.journalMode = reader.text(QStringLiteral("journal_mode"));
    database.userVersion = reader.signedNumber(QStringLiteral("user_version"));
    database.applicationId = reader.signedNumber(QStringLiteral("application_id"));
    database.schemaSha256 = reader.text(QStringLiteral("schema_sha256"));
    for (const QJsonValue &value : reader.array(QStringLiteral("tables"))) {
        Reader table(value.toObject(), QStringLiteral("tables"));
        const QString name = table.text(QStringLiteral("name"));
        database.rows.insert(name, table.number(QStringLiteral("rows")));
        const QString digest = table.text(QStringLiteral("content_sha256"), false);
        if (!digest.isEmpty())
            database.contentSha256.insert(name, digest);
        reader.setProblem(table.problem());
    }
    for (const QJsonValue &value : reader.array(QStringLiteral("checks"))) {
        Reader entry(value.toObject(), QStringLiteral("checks"));
        DatabaseCheck check;
        check.database = database.id;
        check.name = entry.text(QStringLiteral("name"));
        check.verdict = verdictFromName(entry.text(QStringLiteral("result")));
        for (const QJsonValue &problem : entry.array(QStringLiteral("problems")))
            check.problems << problem.toString();
        check.at = QDateTime::fromString(entry.text(QStringLiteral("at")), Qt::ISODateWithMs);
        check.milliseconds = entry.number(QStringLiteral("duration_ms"));
        reader.setProblem(entry.problem());
        database.checks << check;
    }
    return database;
}

/// What the fields cannot say one by one: names occur once, and every database has its member.
QString contradiction(const Manifest &manifest)
{
    QSet<QString> paths;
    QSet<QString> originals;
    for (const ManifestMember &member : manifest.members) {
        if (paths.contains(member.path) || originals.contains(member.original))
            return ManifestText::tr("“%1” is listed twice.").arg(member.path);
        paths.insert(member.path);
        originals.insert(member.original);
    }
    QSet<QString> ids;
    for (const ManifestDatabase &database : manifest.databases) {
        const ManifestMember *member = manifest.member(database.member);
        if (!member || member->database != database.id)
            return ManifestText::tr("The database “%1” has no member of its own.").arg(database.id);
        if (ids.contains(database.id))
            return ManifestText::tr("The database “%1” is listed twice.").arg(database.id);
        ids.insert(database.id);
    }
    for (const ManifestMember &member : manifest.members)
        if (member.role != u"file" && !ids.contains(member.database))
            return ManifestText::tr("Nothing is said about the database “%1”.").arg(member.database);
    if (manifest.hasArchive() == manifest.packed().isEmpty() && !manifest.beside().isEmpty())
        return ManifestText::tr("The archive and what should be in it do not fit together.");
    if ((manifest.hasArchive() || manifest.beside().isEmpty())
        && !isAllowedMemberPath(manifest.archive, QStringLiteral("archive")))
        return ManifestText::tr("The name of the archive is not a plain file name.");
    if (QUuid::fromString(manifest.id).isNull())
        return ManifestText::tr("Its id is not a UUID.");
    return {};
}

/// A set without files and SQLite databases has no archive.
void readArchive(Reader &reader, Manifest &manifest)
{
    if (!reader.rest().contains(QLatin1String("archive")))
        return;
    Reader archive = reader.child(QStringLiteral("archive"));
    manifest.archive = archive.text(QStringLiteral("name"));
    manifest.archiveBytes = archive.number(QStringLiteral("size"));
    manifest.archiveSha256 = archive.digest(QStringLiteral("sha256"));
    reader.setProblem(archive.problem());
}

Result<QJsonObject> parsed(const QByteArray &json)
{
    const QString message = ManifestText::tr("The manifest cannot be read.");
    if (json.size() > LargestManifest)
        return failure(ErrorKind::BadData, message, ManifestText::tr("It is larger than any manifest."));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorKind::BadData, message, error.errorString());
    if (!document.isObject())
        return failure(ErrorKind::BadData, message, ManifestText::tr("It is no JSON object."));
    if (document.toJson(QJsonDocument::Compact) != json)
        return failure(ErrorKind::BadData, message, ManifestText::tr("It is not in canonical form."));
    const QString format = document.object().value(QStringLiteral("format")).toString();
    if (format != ManifestFormat && !format.startsWith(ManifestFormat + u'.')) {
        Error newer{ErrorKind::BadData,
                    {},
                    ManifestText::tr("This is a backup of an unknown format."),
                    ManifestText::tr("Use a newer Pilothouse, or restore it by hand."),
                    format.left(80)};
        return failure(newer);
    }
    return document.object();
}

} // namespace

Result<ManifestMember> manifestMemberFromJson(const QJsonObject &object)
{
    Reader reader(object, QStringLiteral("members"));
    ManifestMember member = readMember(reader);
    if (!reader.problem().isEmpty())
        return failure(ErrorKind::BadData, ManifestText::tr("The manifest cannot be read."),
                       reader.problem());
    return member;
}

Result<ManifestDatabase> manifestDatabaseFromJson(const QJsonObject &object)
{
    Reader reader(object, QStringLiteral("databases"));
    ManifestDatabase database = readDatabase(reader);
    if (!reader.problem().isEmpty())
        return failure(ErrorKind::BadData, ManifestText::tr("The manifest cannot be read."),
                       reader.problem());
    return database;
}

Result<Manifest> manifestFromJson(const QByteArray &json)
{
    const Result<QJsonObject> object = parsed(json);
    if (!object)
        return tl::unexpected(object.error());
    Reader reader(*object, {});
    Manifest manifest;
    reader.text(QStringLiteral("format"));
    manifest.id = reader.text(QStringLiteral("id"));
    manifest.created = reader.moment(QStringLiteral("created_utc"));
    manifest.completed = reader.moment(QStringLiteral("completed_utc"));
    manifest.stamp = reader.text(QStringLiteral("stamp"));
    manifest.user = reader.text(QStringLiteral("operator"));
    manifest.host = reader.text(QStringLiteral("host"));
    manifest.trigger = reader.text(QStringLiteral("trigger"));
    manifest.kind = reader.text(QStringLiteral("kind"));
    Reader tool = reader.child(QStringLiteral("tool"));
    manifest.toolVersion = tool.text(QStringLiteral("version"));
    manifest.sqliteVersion = tool.text(QStringLiteral("sqlite"));
    Reader service = reader.child(QStringLiteral("service"));
    manifest.profile = service.text(QStringLiteral("kind"));
    manifest.instance = service.text(QStringLiteral("name"));
    manifest.serviceVersion = service.text(QStringLiteral("version"));
    manifest.imageDigest = service.text(QStringLiteral("image_digest"));
    for (const Reader &part : {tool, service})
        reader.setProblem(part.problem());
    readArchive(reader, manifest);

    qint64 total = 0;
    for (const QJsonValue &value : reader.array(QStringLiteral("members"))) {
        Reader entry(value.toObject(), QStringLiteral("members"));
        manifest.members << readMember(entry);
        total += manifest.members.last().bytes;
        reader.setProblem(entry.problem());
    }
    for (const QJsonValue &value : reader.array(QStringLiteral("databases"))) {
        Reader entry(value.toObject(), QStringLiteral("databases"));
        manifest.databases << readDatabase(entry);
        reader.setProblem(entry.problem());
    }
    if (reader.number(QStringLiteral("total_bytes")) != total)
        reader.wrong(QStringLiteral("total_bytes"), ManifestText::tr("the sum of its members"));
    reader.setProblem(contradiction(manifest));
    if (!reader.problem().isEmpty())
        return failure(ErrorKind::BadData, ManifestText::tr("The manifest cannot be read."),
                       reader.problem());
    manifest.unknown = reader.rest();
    return manifest;
}

} // namespace pilothouse
