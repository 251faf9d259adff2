// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/archivecreatestep.h"

#include "core/backup/archivewriter.h"
#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QString archivePath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("partial")).toString() + u'/'
           + arguments.value(QLatin1String("archive")).toString();
}

QString createNotePath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("partial")).toString() + QStringLiteral("/stage/archive.json");
}

} // namespace

/// What goes into the archive: sources for the writer, and the same as members for the manifest.
struct Packing
{
    QList<ArchiveSource> sources;
    QList<ManifestMember> members;
    int skipped = 0;

    void add(const QString &file, const FileFacts &facts, ManifestMember member)
    {
        sources << ArchiveSource{member.path,   file,          facts.mode & 0777,
                                 facts.ownerId, facts.groupId, facts.modifiedMs};
        member.mode = facts.mode & 0777;
        member.ownerId = facts.ownerId;
        member.groupId = facts.groupId;
        members << member;
    }
};

StepText ArchiveCreateStep::describe(const QJsonObject &arguments) const
{
    QStringList names;
    for (const QJsonValue &database : arguments.value(QStringLiteral("databases")).toArray())
        names << shellQuoted(database.toObject().value(QStringLiteral("member")).toString());
    const QString folder = text(arguments, "partial") + QStringLiteral("/stage");
    return {tr("Write the archive"),
            QStringLiteral("tar -czf %1 -C %2 %3")
                .arg(shellQuoted(archivePath(arguments)), shellQuoted(folder), names.join(u' '))};
}

Result<QJsonObject> ArchiveCreateStep::prepare(const StepScope &scope) const
{
    return checkBelow(text(scope.arguments, "partial"), scope.session.backupFolder()).map([] {
        return QJsonObject();
    });
}

Result<QJsonObject> ArchiveCreateStep::effect(const StepScope &scope, const QJsonObject &) const
{
    Packing packing;
    const QString stage = text(scope.arguments, "partial") + QStringLiteral("/stage/");
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("databases")).toArray()) {
        const QJsonObject database = value.toObject();
        const QString id = text(database, "id");
        ManifestMember member;
        member.path = text(database, "member");
        member.original = text(database, "original");
        member.role = QStringLiteral("database");
        member.database = id;
        const QJsonObject note = readNote(stage + id + QStringLiteral(".json"));
        Result<FileFacts> facts = files().facts(stage + member.path);
        if (!facts)
            return tl::unexpected(facts.error());
        facts->mode = static_cast<uint>(note.value(QStringLiteral("mode")).toInteger());
        facts->ownerId = static_cast<uint>(note.value(QStringLiteral("uid")).toInteger());
        facts->groupId = static_cast<uint>(note.value(QStringLiteral("gid")).toInteger());
        packing.add(stage + member.path, *facts, member);
    }
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("trees")).toArray())
        if (Result<> walked = addTree(scope, value.toString(), packing); !walked)
            return tl::unexpected(walked.error());

    const QString archive = archivePath(scope.arguments);
    if (Result<> removed = removeFileIfThere(archive); !removed)
        return tl::unexpected(removed.error());
    const Result<WrittenArchive> written =
        writeArchive(archive, text(scope.arguments, "format"), packing.sources, scope.context);
    if (!written)
        return tl::unexpected(written.error());
    QJsonArray members;
    for (qsizetype i = 0; i < packing.members.size(); ++i) {
        packing.members[i].bytes = written->members.at(i).bytes;
        packing.members[i].sha256 = written->members.at(i).sha256;
        members.append(toJson(packing.members.at(i)));
    }
    const QJsonObject note{{QStringLiteral("bytes"), written->bytes},
                           {QStringLiteral("sha256"), QString::fromLatin1(written->sha256.toHex())},
                           {QStringLiteral("members"), members}};
    if (Result<> noted = writeNote(createNotePath(scope.arguments), note); !noted)
        return tl::unexpected(noted.error());
    return QJsonObject{{QStringLiteral("bytes"), written->bytes},
                       {QStringLiteral("skipped"), packing.skipped}};
}

Result<> ArchiveCreateStep::addTree(const StepScope &scope, const QString &relative, Packing &packing) const
{
    const Result<QString> root = scope.session.pathOf(relative);
    if (!root)
        return tl::unexpected(root.error());
    QStringList open{relative.endsWith(u'/') ? relative.chopped(1) : relative};
    while (!open.isEmpty()) {
        if (scope.context.isCancelled())
            return failure(ErrorKind::Cancelled, tr("Cancelled."));
        const QString path = open.takeLast();
        const QString absolute = scope.session.instance().dataDir + u'/' + path;
        const Result<FileFacts> facts = files().facts(absolute);
        if (!facts && facts.error().kind == ErrorKind::NotFound)
            continue;
        if (!facts)
            return tl::unexpected(withSubject(facts.error(), absolute));
        if (facts->isDirectory) {
            const Result<QStringList> names = files().list(absolute);
            if (!names)
                return tl::unexpected(names.error());
            // What operations have set aside is theirs: a deleted user must not live on in backups.
            for (const QString &name : *names)
                if (name != u".pilothouse")
                    open << path + u'/' + name;
        } else if (!facts->isRegular) {
            ++packing.skipped;
        } else if (!isAllowedMemberPath(path, QStringLiteral("file"))) {
            return failure(Error{ErrorKind::BadInput,
                                 absolute,
                                 tr("The name of this file cannot be kept in a backup."),
                                 tr("Rename it and try again."),
                                 {}});
        } else {
            ManifestMember member;
            member.path = path;
            member.original = path;
            member.role = QStringLiteral("file");
            packing.add(absolute, *facts, member);
        }
    }
    return {};
}

Result<Observed> ArchiveCreateStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString partial = text(scope.arguments, "partial");
    const bool isPast = files().exists(text(scope.arguments, "folder"))
                        || files().exists(partial + QStringLiteral("/manifest.json"));
    if (isPast || files().exists(createNotePath(scope.arguments)))
        return Observed::Done;
    return files().exists(archivePath(scope.arguments)) ? Observed::Partly : Observed::NotDone;
}

Result<> ArchiveCreateStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    if (Result<> removed = removeFileIfThere(createNotePath(scope.arguments)); !removed)
        return removed;
    return removeFileIfThere(archivePath(scope.arguments));
}

} // namespace pilothouse
