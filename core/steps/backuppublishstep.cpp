// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backuppublishstep.h"

#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

const QString ManifestName = QStringLiteral("/manifest.json");
const QString SidecarName = QStringLiteral("/manifest.sha256");

} // namespace

StepText BackupPublishStep::describe(const QJsonObject &arguments) const
{
    return {tr("Write the manifest and publish the backup"),
            QStringLiteral("mv ") + shellQuoted(text(arguments, "partial")) + u' '
                + shellQuoted(text(arguments, "folder"))};
}

QString BackupPublishStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    return QStringLiteral("mv ") + shellQuoted(text(arguments, "folder")) + u' '
           + shellQuoted(text(arguments, "partial"));
}

Result<QJsonObject> BackupPublishStep::prepare(const StepScope &scope) const
{
    return checkBelow(text(scope.arguments, "folder"), scope.session.backupFolder()).map([] {
        return QJsonObject();
    });
}

Result<QJsonObject> BackupPublishStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString partial = text(scope.arguments, "partial");
    const QString folder = text(scope.arguments, "folder");
    const auto outputs = [&] {
        return store().manifestDigest(folder).map([&](const QString &digest) {
            return QJsonObject{{QStringLiteral("folder"), folder}, {QStringLiteral("digest"), digest}};
        });
    };
    if (files().exists(folder))
        return outputs();
    if (!files().exists(partial + ManifestName))
        if (Result<> written = writeManifest(scope); !written)
            return tl::unexpected(written.error());
    if (Result<> removed = removeTreeIfThere(partial + QStringLiteral("/stage")); !removed)
        return tl::unexpected(removed.error());
    if (Result<> renamed = files().rename(partial, folder); !renamed)
        return tl::unexpected(renamed.error());
    return outputs();
}

Result<> BackupPublishStep::writeManifest(const StepScope &scope) const
{
    const QString partial = text(scope.arguments, "partial");
    const QString stage = partial + QStringLiteral("/stage/");
    const QJsonObject archive = readNote(stage + QStringLiteral("archive.json"));
    Manifest manifest;
    manifest.id = scope.operation.toString(QUuid::WithoutBraces);
    manifest.created =
        QDateTime::fromString(text(readNote(stage + QStringLiteral("begin.json")), "at"), Qt::ISODateWithMs);
    manifest.completed = clock().now();
    manifest.stamp = text(scope.arguments, "stamp");
    manifest.toolVersion = text(scope.arguments, "toolVersion");
    manifest.user = text(scope.arguments, "user");
    manifest.host = text(scope.arguments, "host");
    manifest.trigger = text(scope.arguments, "trigger");
    manifest.kind = text(scope.arguments, "kind");
    manifest.instance = scope.session.instance().name;
    manifest.profile = scope.session.profile().id;
    manifest.serviceVersion = text(scope.arguments, "serviceVersion");
    manifest.imageDigest = text(scope.arguments, "imageDigest");
    manifest.sqliteVersion = SqliteEngine::libraryVersion();
    manifest.archive = text(scope.arguments, "archive");
    manifest.archiveBytes = archive.value(QStringLiteral("bytes")).toInteger();
    manifest.archiveSha256 = QByteArray::fromHex(text(archive, "sha256").toLatin1());
    for (const QJsonValue &value : archive.value(QStringLiteral("members")).toArray()) {
        const Result<ManifestMember> member = manifestMemberFromJson(value.toObject());
        if (!member)
            return tl::unexpected(member.error());
        manifest.members << *member;
    }
    for (const QJsonValue &id : scope.arguments.value(QStringLiteral("databases")).toArray()) {
        const QJsonObject note = readNote(stage + id.toString() + QStringLiteral(".json"));
        const Result<ManifestDatabase> database =
            manifestDatabaseFromJson(note.value(QStringLiteral("database")).toObject());
        if (!database)
            return tl::unexpected(database.error());
        manifest.databases << *database;
        for (const QJsonValue &value : note.value(QStringLiteral("members")).toArray()) {
            const Result<ManifestMember> member = manifestMemberFromJson(value.toObject());
            if (!member)
                return tl::unexpected(member.error());
            manifest.members << *member;
        }
    }
    const QByteArray json = toCanonicalJson(manifest);
    // What cannot be read again must not be published.
    if (const Result<Manifest> read = manifestFromJson(json); !read)
        return tl::unexpected(read.error());
    if (Result<> written = files().write(partial + SidecarName, manifestSidecar(json), {0600, {}, {}});
        !written)
        return written;
    return files().write(partial + ManifestName, json, {0600, {}, {}});
}

Result<Observed> BackupPublishStep::observe(const StepScope &scope, const QJsonObject &) const
{
    if (files().exists(text(scope.arguments, "folder") + ManifestName))
        return Observed::Done;
    return files().exists(text(scope.arguments, "partial") + ManifestName) ? Observed::Partly
                                                                           : Observed::NotDone;
}

Result<> BackupPublishStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    const QString partial = text(scope.arguments, "partial");
    const QString folder = text(scope.arguments, "folder");
    if (files().exists(folder))
        if (Result<> renamed = files().rename(folder, partial); !renamed)
            return renamed;
    if (Result<> removed = removeFileIfThere(partial + ManifestName); !removed)
        return removed;
    return removeFileIfThere(partial + SidecarName);
}

} // namespace pilothouse
