// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/foreignbackup.h"

#include "core/backup/archivereader.h"
#include "core/backup/databaseinspection.h"
#include "core/backup/foreigndump.h"
#include "core/base/foreigntext.h"
#include "core/files/fileops.h"
#include "core/postgres/dumpfolder.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pilothouse {

namespace {

/// Why a foreign file is refused.
struct ForeignBackupText
{
    Q_DECLARE_TR_FUNCTIONS(ForeignBackup)
};

constexpr qint64 LargestRatio = 400; // of what a file unpacks to; text in databases stays far below
constexpr qsizetype MostMembers = 64;

tl::unexpected<Error> unfitBackup(const QString &message, const QString &detail = {})
{
    return failure(
        Error{ErrorKind::BadData,
              {},
              message,
              ForeignBackupText::tr(
                  "A backup set of Pilothouse, the archive of the runbook's script, one database file, or a "
                  "dump of PostgreSQL in custom or directory format can be restored."),
              visibleText(detail.left(300)).replace(u'\n', u' ')});
}

/// The time in names such as agentx-20250115_020000.db, else when the file was last written.
QDateTime timeOf(const QString &name, const QString &file)
{
    static const QRegularExpression Stamp(QStringLiteral("(20[0-9]{6})[_T-]([0-9]{6})"));
    const QRegularExpressionMatch match = Stamp.match(name);
    QDateTime time =
        QDateTime::fromString(match.captured(1) + match.captured(2), QStringLiteral("yyyyMMddHHmmss"));
    return time.isValid() ? time.toUTC() : QFileInfo(file).lastModified().toUTC();
}

/// One foreign file on its way to a RestoreSource.
class ForeignReader
{
public:
    ForeignReader(QString file, const ServiceProfile &profile, QString folder, FileOps &files,
                  const OperationContext &context)
        : m_file(std::move(file))
        , m_profile(profile)
        , m_folder(std::move(folder))
        , m_files(files)
        , m_context(context)
    {
    }

    Result<RestoreSource> read()
    {
        if (const auto other = otherDumpForm(m_file))
            return tl::unexpected(*other);
        const bool isFolder = isDumpFolder(m_file);
        const QString named = isFolder ? m_file + u'/' + DumpContentsName : m_file;
        const Result<QByteArray> digest = m_files.sha256(named, m_context);
        if (!digest)
            return tl::unexpected(digest.error());
        m_source.file = m_file;
        m_source.isBare = !isFolder && checkSqliteHeader(m_file).has_value();
        Manifest &manifest = m_source.manifest;
        manifest.archiveSha256 = *digest;
        manifest.archiveBytes = QFileInfo(named).size();
        manifest.archive = QFileInfo(m_file).fileName();
        manifest.id = QUuid::createUuidV5(QUuid(), *digest).toString(QUuid::WithoutBraces);
        manifest.created = timeOf(manifest.archive, named);
        manifest.completed = manifest.created;
        manifest.profile = m_profile.id;
        manifest.kind = QStringLiteral("foreign");
        manifest.trigger = QStringLiteral("foreign");
        const Result<> unpacked = isFolder || isDumpFile(m_file)
                                      ? readForeignDump(m_file, m_profile, m_context, manifest)
                                      : (m_source.isBare ? takeBare() : unpack());
        if (!unpacked)
            return tl::unexpected(unpacked.error());
        return m_source;
    }

private:
    Result<> takeBare()
    {
        for (const QString &ending : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
            const Result<FileFacts> sidecar = m_files.facts(m_file + ending);
            if (sidecar && sidecar->bytes > 0)
                return unfitBackup(
                    ForeignBackupText::tr(
                        "Beside this database lies a file of unfinished work, so it is not a backup but a "
                        "database in use or one that was cut off."),
                    m_file + ending);
        }
        const QString staged = m_folder + u'/' + QStringLiteral("bare.db");
        if (const Result<> made = m_files.makeFolder(m_folder); !made)
            return made;
        const Result<QByteArray> copied = m_files.copy(m_file, staged, {}, m_context);
        if (!copied)
            return tl::unexpected(copied.error());
        return addMember(QFileInfo(m_file).fileName(), staged, *copied);
    }

    Result<> unpack()
    {
        const qint64 free = m_files.freeBytes(QFileInfo(m_folder).path()).value_or(0);
        const qint64 largest =
            qMin(free, qMax<qint64>(64 << 20, m_source.manifest.archiveBytes * LargestRatio));
        const Result<QList<ArchiveListing>> listing = listArchive(m_file, largest, m_context);
        if (!listing)
            return tl::unexpected(listing.error());
        if (listing->isEmpty())
            return unfitBackup(ForeignBackupText::tr("The archive holds no files."));
        const auto databases =
            std::count_if(listing->cbegin(), listing->cend(),
                          [this](const ArchiveListing &entry) { return !isFile(entry.name); });
        if (databases > MostMembers)
            return unfitBackup(
                ForeignBackupText::tr("The archive holds more files than a backup of databases would."));
        const Result<> extracted = extract(*listing);
        if (!extracted)
            return extracted;
        for (const ArchiveListing &entry : *listing) {
            const QString path = m_source.names.value(entry.name);
            const Result<QByteArray> digest = m_files.sha256(m_folder + u'/' + path, m_context);
            if (!digest)
                return tl::unexpected(digest.error());
            if (isFile(entry.name))
                addFile(entry, *digest);
            else if (Result<> added = addMember(path, m_folder + u'/' + path, *digest); !added)
                return added;
        }
        return {};
    }

    /// An archive of ours that lost its manifest holds the service's files by their own paths.
    bool isFile(const QString &name) const
    {
        return std::any_of(m_profile.files.cbegin(), m_profile.files.cend(), [&](const ProfileFiles &files) {
            return files.path.endsWith(u'/') ? name.startsWith(files.path) : name == files.path;
        });
    }

    void addFile(const ArchiveListing &entry, const QByteArray &digest)
    {
        ManifestMember member;
        member.path = entry.name;
        member.original = entry.name;
        member.role = QStringLiteral("file");
        member.bytes = entry.bytes;
        member.mode = entry.mode;
        member.sha256 = digest;
        m_source.manifest.members << member;
    }

    /// Names are taken by their last part only, so that it does not matter where the script kept its files.
    Result<> extract(const QList<ArchiveListing> &listing)
    {
        ArchiveRequest request;
        request.archive = m_file;
        request.destination = m_folder;
        request.hasDigests = false;
        for (const ArchiveListing &entry : listing) {
            ManifestMember member;
            member.path = isFile(entry.name) ? entry.name : entry.name.section(u'/', -1);
            member.role = isFile(entry.name) ? QStringLiteral("file") : QStringLiteral("database");
            member.bytes = entry.bytes;
            member.mode = entry.mode;
            if (entry.name.split(u'/').contains(QLatin1String(".."))
                || !isAllowedMemberPath(member.path, member.role))
                return unfitBackup(ForeignBackupText::tr("The archive holds a name that is not allowed."),
                                   entry.name);
            if (!m_source.names.isEmpty() && m_source.names.values().contains(member.path))
                return unfitBackup(ForeignBackupText::tr("Two members of the archive have the same name."),
                                   entry.name);
            m_source.names.insert(entry.name, member.path);
            request.members << member;
        }
        request.names = m_source.names;
        return readArchive(request, m_context);
    }

    Result<> addMember(const QString &name, const QString &staged, const QByteArray &digest)
    {
        const Result<ManifestDatabase> identified = identify(name, staged);
        if (!identified)
            return tl::unexpected(withSubject(identified.error(), name));
        ManifestDatabase database = *identified;
        if (m_source.manifest.database(database.id))
            return unfitBackup(ForeignBackupText::tr("Two members are the same database of this service."),
                               name);
        const ProfileDatabase *profile = m_profile.database(database.id);
        ManifestMember member;
        member.path = m_source.isBare ? QStringLiteral("bare.db") : name;
        member.original = profile->path;
        member.role = QStringLiteral("database");
        member.database = database.id;
        member.bytes = QFileInfo(staged).size();
        member.sha256 = digest;
        database.member = member.path;
        m_source.manifest.members << member;
        m_source.manifest.databases << database;
        return {};
    }

    /// By the profile's names for such members first, then by what its layouts say of the content.
    Result<ManifestDatabase> identify(const QString &name, const QString &staged) const
    {
        const QStringList &patterns = m_profile.backup.foreignMembers;
        for (qsizetype i = 0; i < qMin(patterns.size(), m_profile.backup.databases.size()); ++i) {
            const QRegularExpression pattern(QRegularExpression::anchoredPattern(patterns.at(i)));
            const ProfileDatabase *database = m_profile.database(m_profile.backup.databases.at(i));
            if (database && pattern.match(name).hasMatch())
                return inspectDatabase(staged, *database, m_context);
        }
        if (const Result<> header = checkSqliteHeader(staged); !header)
            return tl::unexpected(header.error());
        QList<ManifestDatabase> fitting;
        for (const ProfileDatabase &database : m_profile.databases) {
            if (database.layouts.isEmpty())
                continue;
            if (const Result<ManifestDatabase> found = inspectDatabase(staged, database, m_context))
                fitting << *found;
            else if (found.error().kind == ErrorKind::Cancelled)
                return found;
        }
        if (fitting.size() == 1)
            return fitting.first();
        return unfitBackup(
            ForeignBackupText::tr("This is no database of the service, or it is not clear which."), name);
    }

    QString m_file;
    const ServiceProfile &m_profile;
    QString m_folder;
    FileOps &m_files;
    const OperationContext &m_context;
    RestoreSource m_source;
};

} // namespace

Result<RestoreSource> readForeignBackup(const QString &file, const ServiceProfile &profile,
                                        const QString &scratch, FileOps &files,
                                        const OperationContext &context)
{
    if (const Result<> made = files.makeFolder(scratch); !made)
        return tl::unexpected(made.error());
    const QString folder =
        scratch + QStringLiteral("/foreign-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Result<RestoreSource> source = ForeignReader(file, profile, folder, files, context).read();
    if (files.exists(folder))
        if (const Result<> removed = files.removeTree(folder); !removed && source)
            return tl::unexpected(removed.error());
    if (!source)
        return tl::unexpected(withSubject(source.error(), file));
    return source;
}

} // namespace pilothouse
