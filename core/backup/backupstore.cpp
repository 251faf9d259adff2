// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/backupstore.h"

#include "core/backup/digest.h"
#include "core/base/units.h"
#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace pilothouse {

namespace {

/// What is wrong with a set.
struct BackupStoreText
{
    Q_DECLARE_TR_FUNCTIONS(BackupStore)
};

const QString ManifestName = QStringLiteral("manifest.json");
const QString SidecarName = QStringLiteral("manifest.sha256");
const QString PinName = QStringLiteral("pinned.json");
const QString CopyName = QStringLiteral("copy.json");
const QString PartialEnding = QStringLiteral(".partial");

QString stampName(BackupStore::Stamp stamp)
{
    return stamp == BackupStore::Stamp::Verified ? QStringLiteral("verified.json")
                                                 : QStringLiteral("proven.json");
}

/// Says what a check of a set came to, in one line.
QString inOneLine(const Error &error)
{
    return error.detail.isEmpty() ? error.message : error.message + u' ' + error.detail;
}

} // namespace

tl::unexpected<Error> BackupStore::damaged(const QString &set, const QString &message, const QString &detail)
{
    return failure(Error{ErrorKind::BadData, QFileInfo(set).fileName(), message,
                         BackupStoreText::tr("Use another backup; keep this one only for an investigation."),
                         detail});
}

BackupStore::BackupStore(FileOps &files, const Clock &clock)
    : m_files(files)
    , m_clock(clock)
{
}

bool BackupStore::isSetName(const QString &name)
{
    static const QRegularExpression Pattern(QStringLiteral("^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$"));
    return Pattern.match(name).hasMatch();
}

QString BackupStore::setName(const QDateTime &at, const QUuid &operation)
{
    return toStamp(at) + u'-' + operation.toString(QUuid::WithoutBraces).left(8);
}

QList<BackupRecord> BackupStore::list(const QString &folder) const
{
    QList<BackupRecord> records;
    for (const QString &name : m_files.list(folder).value_or(QStringList()))
        if (isSetName(name))
            records << record(folder + u'/' + name);
    std::stable_sort(records.begin(), records.end(),
                     [](const BackupRecord &a, const BackupRecord &b) { return a.takenAt > b.takenAt; });
    return records;
}

Result<BackupRecord> BackupStore::find(const QString &folder, const QString &idOrName) const
{
    QList<BackupRecord> found;
    for (const BackupRecord &entry : list(folder)) {
        const bool isBeginning = idOrName.size() >= 8 && entry.id.startsWith(idOrName);
        if (isBeginning || QFileInfo(entry.folder).fileName() == idOrName)
            found << entry;
    }
    if (found.size() == 1)
        return found.first();
    const QString message = found.isEmpty() ? BackupStoreText::tr("There is no such backup.")
                                            : BackupStoreText::tr("More than one backup has this id.");
    return failure(
        Error{ErrorKind::NotFound, idOrName, message, BackupStoreText::tr("See the list of backups."), {}});
}

/// What a set without an archive is restored from.
QString BackupStore::firstDump(const Manifest &manifest)
{
    return manifest.databases.isEmpty() ? QString() : dumpPlace(manifest.databases.first().member);
}

BackupRecord BackupStore::record(const QString &set) const
{
    BackupRecord record;
    record.folder = set;
    const QString name = QFileInfo(set).fileName();
    record.id = name;
    record.takenAt = QDateTime::fromString(name.left(16), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    record.takenAt.setTimeSpec(Qt::UTC);
    const Result<Manifest> read = manifest(set);
    if (!read) {
        record.problem = inOneLine(read.error());
        return record;
    }
    record.id = read->id;
    record.instance = read->instance;
    record.archive = set + u'/' + (read->hasArchive() ? read->archive : firstDump(*read));
    record.takenAt = read->created;
    record.milliseconds = read->created.msecsTo(read->completed);
    record.bytes = read->archiveBytes;
    for (const ManifestMember &member : read->members) {
        record.contentBytes += member.bytes;
        record.bytes += member.isBeside() ? member.bytes : 0;
    }
    record.trigger = read->trigger;
    record.kind = read->kind;
    for (const ManifestDatabase &database : read->databases) {
        record.databases << database.id;
        if (!database.server || database.server->tables.isEmpty())
            continue;
        record.chosenTables += static_cast<int>(database.server->tables.size());
        record.allTables += database.server->allTables;
    }
    record.problem = missingFile(set, *read);
    if (record.problem.isEmpty())
        record.complete = {BackupStamp::State::Reached, read->completed, {}};
    const QString digest = manifestDigest(set).value_or(QString());
    record.verified = readStamp(set, Stamp::Verified, record, digest);
    record.proven = readStamp(set, Stamp::Proven, record, digest);
    if (record.problem.isEmpty() && record.verified.state == BackupStamp::State::Failed)
        record.problem = record.verified.note;
    record.isPinned = m_files.exists(set + u'/' + PinName);
    record.secondCopy = copyNote(set).value(QStringLiteral("folder")).toString();
    return record;
}

/// What is wrong with the files of a set at first sight: one is missing, or has another size. Empty: nothing.
QString BackupStore::missingFile(const QString &set, const Manifest &manifest) const
{
    if (manifest.hasArchive()) {
        const Result<FileFacts> archive = m_files.facts(set + u'/' + manifest.archive);
        if (!archive || !archive->isRegular)
            return BackupStoreText::tr("Its archive is missing.");
        if (archive->bytes != manifest.archiveBytes)
            return BackupStoreText::tr("Its archive has another size than when it was written.");
    }
    for (const ManifestMember &member : manifest.beside()) {
        const Result<FileFacts> file = m_files.facts(set + u'/' + member.path);
        if (!file || !file->isRegular)
            return BackupStoreText::tr("%1 is missing.").arg(member.path);
        if (file->bytes != member.bytes)
            return BackupStoreText::tr("%1 has another size than when it was written.").arg(member.path);
    }
    return {};
}

Result<Manifest> BackupStore::manifest(const QString &set) const
{
    const Result<QByteArray> json = m_files.read(set + u'/' + ManifestName);
    if (!json)
        return damaged(set, BackupStoreText::tr("Its manifest is missing or cannot be read."),
                       json.error().detail);
    const Result<QByteArray> digest = m_files.read(set + u'/' + SidecarName, 4096);
    if (!digest)
        return damaged(set, BackupStoreText::tr("The digest of its manifest is missing."),
                       digest.error().detail);
    if (*digest != manifestSidecar(*json))
        return damaged(set, BackupStoreText::tr("Its manifest was changed after it was written."));
    Result<Manifest> read = manifestFromJson(*json);
    if (!read)
        return tl::unexpected(withSubject(read.error(), QFileInfo(set).fileName()));
    return read;
}

Result<QString> BackupStore::manifestDigest(const QString &set) const
{
    const Result<QByteArray> json = m_files.read(set + u'/' + ManifestName);
    if (!json)
        return tl::unexpected(json.error());
    return QString::fromLatin1(sha256Of(*json).toHex());
}

QJsonObject BackupStore::sidecar(const QString &set, const QString &name) const
{
    const Result<QByteArray> json = m_files.read(set + u'/' + name, 1 << 16);
    return json ? QJsonDocument::fromJson(*json).object() : QJsonObject();
}

Result<> BackupStore::writeSidecar(const QString &set, const QString &name, QJsonObject content)
{
    const Result<Manifest> read = manifest(set);
    if (!read)
        return tl::unexpected(read.error());
    const Result<QString> digest = manifestDigest(set);
    if (!digest)
        return tl::unexpected(digest.error());
    content.insert(QStringLiteral("id"), read->id);
    content.insert(QStringLiteral("digest"), *digest);
    content.insert(QStringLiteral("at"), toIso(m_clock.now()));
    return m_files.write(set + u'/' + name, QJsonDocument(content).toJson(QJsonDocument::Compact),
                         {0600, {}, {}});
}

BackupStamp BackupStore::readStamp(const QString &set, Stamp stamp, const BackupRecord &record,
                                   const QString &digest) const
{
    const QJsonObject content = sidecar(set, stampName(stamp));
    const bool isOfThisSet = content.value(QStringLiteral("id")).toString() == record.id
                             && content.value(QStringLiteral("digest")).toString() == digest;
    if (!isOfThisSet)
        return {};
    BackupStamp read;
    const bool isReached = content.value(QStringLiteral("state")).toString() == u"reached";
    read.state = isReached ? BackupStamp::State::Reached : BackupStamp::State::Failed;
    read.at = QDateTime::fromString(content.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
    read.note = content.value(QStringLiteral("note")).toString();
    return read;
}

Result<> BackupStore::stamp(const QString &set, Stamp stamp, BackupStamp::State state, const QString &note)
{
    const bool isReached = state == BackupStamp::State::Reached;
    return writeSidecar(
        set, stampName(stamp),
        {{QStringLiteral("state"), isReached ? QStringLiteral("reached") : QStringLiteral("failed")},
         {QStringLiteral("note"), note}});
}

QByteArray BackupStore::stampFile(const QString &set, Stamp stamp) const
{
    return m_files.read(set + u'/' + stampName(stamp), 1 << 16).value_or(QByteArray());
}

Result<> BackupStore::setStampFile(const QString &set, Stamp stamp, const QByteArray &content)
{
    const QString path = set + u'/' + stampName(stamp);
    if (!content.isEmpty())
        return m_files.write(path, content, {0600, {}, {}});
    return m_files.exists(path) ? m_files.removeFile(path) : Result<>();
}

Result<> BackupStore::setPinned(const QString &set, bool isPinned)
{
    const QString path = set + u'/' + PinName;
    if (isPinned)
        return writeSidecar(set, PinName, {});
    return m_files.exists(path) ? m_files.removeFile(path) : Result<>();
}

Result<> BackupStore::noteCopy(const QString &set, const QString &copy, const QString &problem)
{
    return writeSidecar(set, CopyName,
                        {{QStringLiteral("folder"), copy}, {QStringLiteral("problem"), problem}});
}

QJsonObject BackupStore::copyNote(const QString &set) const
{
    return sidecar(set, CopyName);
}

QStringList BackupStore::leftovers(const QString &folder, const QList<QUuid> &needed) const
{
    QStringList found;
    for (const QString &name : m_files.list(folder).value_or(QStringList())) {
        if (!name.endsWith(PartialEnding) || !isSetName(name.chopped(PartialEnding.size())))
            continue;
        const QString id8 = name.chopped(PartialEnding.size()).right(8);
        const bool isNeeded = std::any_of(needed.cbegin(), needed.cend(), [&](const QUuid &operation) {
            return operation.toString(QUuid::WithoutBraces).startsWith(id8);
        });
        if (!isNeeded)
            found << folder + u'/' + name;
    }
    return found;
}

} // namespace pilothouse
