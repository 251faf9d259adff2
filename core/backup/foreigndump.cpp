// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/foreigndump.h"

#include "core/files/fileops.h"
#include "core/postgres/dumpfile.h"
#include "core/postgres/dumpfolder.h"
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

/// The files of the dump, as they are now: what is restored must be the same.
Result<QList<ManifestMember>> membersOf(const QString &file, const QString &id,
                                        const OperationContext &context, const Manifest &manifest)
{
    QList<ManifestMember> members;
    const auto add = [&](const QString &path, const DumpPart &part) {
        ManifestMember member;
        member.path = path;
        member.original = path;
        member.role = path == MemberName || part.name == DumpContentsName ? QStringLiteral("dump")
                                                                          : QStringLiteral("dump-part");
        member.database = id;
        member.bytes = part.bytes;
        member.sha256 = part.sha256;
        if (!isAllowedMemberPath(path, member.role))
            return false;
        members << member;
        return true;
    };
    if (!isDumpFolder(file)) {
        add(MemberName, {MemberName, manifest.archiveBytes, manifest.archiveSha256});
        return members;
    }
    const auto parts = lookAtDumpFolder(file, context);
    if (!parts)
        return failure(parts.error());
    for (const DumpPart &part : *parts)
        if (!add(MemberName + u'/' + part.name, part))
            return unfitDump(file + u'/' + part.name,
                             ForeignDumpText::tr("The folder holds a file that is not of the dump."));
    return members;
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

int DumpContents::tables() const
{
    static const QRegularExpression Table(QStringLiteral("^TABLE (?!DATA )"));
    return static_cast<int>(entries.filter(Table).size());
}

Result<DumpContents> readDump(const QString &path, const OperationContext &context)
{
    const auto beginning = dumpBeginning(path);
    const auto header = beginning ? dumpHeader(*beginning) : Result<DumpHeader>(failure(beginning.error()));
    if (!header)
        return failure(withSubject(header.error(), path));
    const auto tool = PostgresTools().find(QStringLiteral("pg_restore"), header->dumpMajor(), context);
    if (!tool)
        return failure(tool.error());
    auto entries = dumpContents(path, tool->program, context);
    if (!entries)
        return failure(entries.error());
    DumpContents contents{*header, std::move(*entries)};
    if (contents.tables() == 0)
        return unfitDump(path, ForeignDumpText::tr("It holds no tables."));
    if (auto whole = readWholeDump(path, tool->program, context); !whole)
        return failure(whole.error());
    return contents;
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
    const auto members = membersOf(file, ids.first(), context, manifest);
    if (!members)
        return failure(members.error());
    const auto contents = readDump(file, context);
    if (!contents)
        return failure(contents.error());
    // What the archive says of itself wins over its file, which may have been copied since.
    if (contents->header.created.isValid()
        && contents->header.created <= QDateTime::currentDateTime().addDays(1)) {
        manifest.created = contents->header.created.toUTC();
        manifest.completed = manifest.created;
    }
    DumpFacts facts;
    facts.database = contents->header.database;
    facts.serverVersion = contents->header.serverMajor() * VersionFactor;
    facts.dumpVersion = contents->header.dumpVersion;
    facts.archiveVersion = contents->header.archiveVersion;
    takeContents(contents->entries, facts);
    ManifestDatabase database;
    database.id = ids.first();
    database.member = isDumpFolder(file) ? MemberName + u'/' + DumpContentsName : MemberName;
    database.server = facts;
    manifest.members << *members;
    manifest.databases << database;
    manifest.archive.clear();
    manifest.archiveBytes = 0;
    manifest.archiveSha256.clear();
    return {};
}

} // namespace pilothouse
