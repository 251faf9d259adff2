// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/foreigndump.h"

#include "core/files/fileops.h"
#include "core/postgres/dumpfile.h"
#include "core/postgres/dumpheader.h"
#include "core/postgres/postgresrestore.h"
#include "core/postgres/postgrestools.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace pilothouse {
namespace {

struct ForeignDumpText
{
    Q_DECLARE_TR_FUNCTIONS(ForeignDump)
};

constexpr int VersionFactor = 10000;
const QString MemberName = QStringLiteral("foreign.dump");

tl::unexpected<Error> unfitDump(const QString &file, const QString &message)
{
    return failure(Error{ErrorKind::BadData, file, message, ForeignDumpText::tr("Use another file."), {}});
}

/// Extensions, tables and owners out of "TYPE schema name owner" lines.
void takeContents(const QStringList &entries, DumpFacts &facts)
{
    static const QRegularExpression Table(QStringLiteral("^TABLE (?!DATA )(\\S+) (.+) \\S+$"));
    static const QRegularExpression Extension(QStringLiteral("^EXTENSION - (.*?) ?$"));
    static const QRegularExpression Owned(QStringLiteral(
        "^(?:TABLE|SEQUENCE|SCHEMA|VIEW|MATERIALIZED VIEW|FUNCTION|TYPE) .* ([A-Za-z_][A-Za-z0-9_$-]*)$"));
    QSet<QString> owners;
    for (const QString &entry : entries) {
        if (const auto table = Table.match(entry); table.hasMatch())
            facts.found << table.captured(1) + u'.' + table.captured(2);
        if (const auto match = Extension.match(entry); match.hasMatch())
            facts.extensions << match.captured(1);
        else if (const auto owned = Owned.match(entry); owned.hasMatch())
            owners.insert(owned.captured(1));
    }
    facts.roles = owners.values();
    facts.roles.sort();
}

/// What has to be done with it first, for every form that only pg_restore or psql can load.
Error otherForm(const QString &path, const QString &message, const QString &loading)
{
    return Error{
        ErrorKind::BadData,
        path,
        message,
        ForeignDumpText::tr("Load it into an empty database of its own with “%1”, then dump that with "
                            "“pg_dump --format=custom”: such a file can be restored.")
            .arg(loading),
        {}};
}

} // namespace

std::optional<Error> otherDumpForm(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        if (!QFileInfo::exists(path + QStringLiteral("/toc.dat")))
            return std::nullopt;
        return otherForm(path, ForeignDumpText::tr("This folder is a dump of pg_dump in directory format."),
                         QStringLiteral("pg_restore --dbname=NAME FOLDER"));
    }
    QFile file(path);
    const QByteArray beginning = file.open(QIODevice::ReadOnly) ? file.read(512) : QByteArray();
    if (beginning.startsWith(QByteArray("toc.dat\0", 8)))
        return otherForm(path, ForeignDumpText::tr("This is a dump of pg_dump in tar format."),
                         QStringLiteral("pg_restore --dbname=NAME FILE"));
    if (beginning.contains("-- PostgreSQL database dump")
        || beginning.contains("-- PostgreSQL database cluster dump"))
        return otherForm(path, ForeignDumpText::tr("This is a dump of pg_dump as SQL text."),
                         QStringLiteral("psql --dbname=NAME --file=FILE"));
    return std::nullopt;
}

bool isDumpFile(const QString &file)
{
    return looksLikeDump(dumpBeginning(file).value_or(QByteArray()));
}

Result<> readForeignDump(const QString &file, const ServiceProfile &profile, const OperationContext &context,
                         Manifest &manifest)
{
    QStringList ids;
    for (const ProfileDatabase &database : profile.databases)
        if (database.isOnServer())
            ids << database.id;
    if (ids.size() != 1)
        return unfitDump(
            file, ForeignDumpText::tr("This is no database of the service, or it is not clear which."));
    const auto beginning = dumpBeginning(file);
    const auto header = beginning ? dumpHeader(*beginning) : Result<DumpHeader>(failure(beginning.error()));
    if (!header)
        return failure(withSubject(header.error(), file));
    const auto tool = PostgresTools().find(QStringLiteral("pg_restore"), header->dumpMajor(), context);
    if (!tool)
        return failure(tool.error());
    const auto contents = dumpContents(file, tool->program, context);
    if (!contents)
        return failure(contents.error());
    if (contents->filter(QRegularExpression(QStringLiteral("^TABLE "))).isEmpty())
        return unfitDump(file, ForeignDumpText::tr("It holds no tables."));
    if (auto whole = readWholeDump(file, tool->program, context); !whole)
        return whole;
    // What the archive says of itself wins over its file, which may have been copied since.
    if (header->created.isValid() && header->created <= QDateTime::currentDateTime().addDays(1)) {
        manifest.created = header->created.toUTC();
        manifest.completed = manifest.created;
    }
    DumpFacts facts;
    facts.database = header->database;
    facts.serverVersion = header->serverMajor() * VersionFactor;
    facts.dumpVersion = header->dumpVersion;
    facts.archiveVersion = header->archiveVersion;
    takeContents(*contents, facts);
    ManifestMember member;
    member.path = MemberName;
    member.original = MemberName;
    member.role = QStringLiteral("dump");
    member.database = ids.first();
    member.bytes = manifest.archiveBytes;
    member.sha256 = manifest.archiveSha256;
    ManifestDatabase database;
    database.id = ids.first();
    database.member = MemberName;
    database.server = facts;
    manifest.members << member;
    manifest.databases << database;
    manifest.archive.clear();
    manifest.archiveBytes = 0;
    manifest.archiveSha256.clear();
    return {};
}

} // namespace pilothouse
