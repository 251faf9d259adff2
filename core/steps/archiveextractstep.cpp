// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/archiveextractstep.h"

#include "core/backup/archivereader.h"
#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QStringList wantedOf(const QJsonObject &arguments)
{
    QStringList wanted;
    for (const QJsonValue &path : arguments.value(QStringLiteral("wanted")).toArray())
        wanted << path.toString();
    return wanted;
}

} // namespace

QString ArchiveExtractStep::notePath(const QString &stage)
{
    return stage + QStringLiteral("/extracted.json");
}

StepText ArchiveExtractStep::describe(const QJsonObject &arguments) const
{
    const QString archive = shellQuoted(text(arguments, "archive"));
    const QString folder = shellQuoted(text(arguments, "stage") + QStringLiteral("/members"));
    const bool isBare = arguments.value(QStringLiteral("bare")).toBool();
    return {tr("Unpack %1 beside the data and check it").arg(lastPart(arguments, "archive")),
            isBare ? QStringLiteral("cp %1 %2/").arg(archive, folder)
                   : QStringLiteral("tar -xzf %1 -C %2").arg(archive, folder)};
}

Result<QJsonObject> ArchiveExtractStep::prepare(const StepScope &scope) const
{
    if (Result<> below = checkBelow(text(scope.arguments, "stage"), text(scope.arguments, "root")); !below)
        return tl::unexpected(below.error());
    return manifestOf(scope.arguments.value(QStringLiteral("manifest")).toObject()).map([](const Manifest &) {
        return QJsonObject();
    });
}

Result<QJsonObject> ArchiveExtractStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const Result<Manifest> manifest =
        manifestOf(scope.arguments.value(QStringLiteral("manifest")).toObject());
    if (!manifest)
        return tl::unexpected(manifest.error());
    const QString stage = text(scope.arguments, "stage");
    const QString archive = text(scope.arguments, "archive");
    if (Result<> removed = removeTreeIfThere(stage); !removed)
        return tl::unexpected(removed.error());
    if (Result<> made = files().makeFolder(stage, {0700, {}, {}}); !made)
        return tl::unexpected(made.error());
    const Result<QByteArray> digest = files().sha256(archive, scope.context);
    if (!digest)
        return tl::unexpected(digest.error());
    if (*digest != manifest->archiveSha256)
        return failure(Error{ErrorKind::BadData,
                             archive,
                             tr("It has changed since it was written or planned."),
                             tr("Use another backup."),
                             {}});
    const Result<> extracted = extract(scope, *manifest);
    if (!extracted)
        return tl::unexpected(extracted.error());
    if (Result<> noted =
            writeNote(notePath(text(scope.arguments, "stage")), {{QStringLiteral("id"), manifest->id}});
        !noted)
        return tl::unexpected(noted.error());
    return QJsonObject();
}

Result<> ArchiveExtractStep::extract(const StepScope &scope, const Manifest &manifest) const
{
    const QString destination = text(scope.arguments, "stage") + QStringLiteral("/members");
    const QString archive = text(scope.arguments, "archive");
    if (scope.arguments.value(QStringLiteral("bare")).toBool()) {
        if (Result<> made = files().makeFolder(destination, {0700, {}, {}}); !made)
            return made;
        const QString staged = destination + u'/' + manifest.members.value(0).path;
        const Result<QByteArray> copied = files().copy(archive, staged, {0600, {}, {}}, scope.context);
        if (!copied)
            return tl::unexpected(copied.error());
        if (*copied != manifest.archiveSha256)
            return failure(ErrorKind::BadData, tr("It changed while it was being read."), archive);
        return {};
    }
    ArchiveRequest request;
    request.archive = archive;
    request.members = manifest.packed();
    request.destination = destination;
    request.wanted = wantedOf(scope.arguments);
    const QJsonObject names = scope.arguments.value(QStringLiteral("names")).toObject();
    for (auto name = names.constBegin(); name != names.constEnd(); ++name)
        request.names.insert(name.key(), name.value().toString());
    return readArchive(request, scope.context);
}

Result<Observed> ArchiveExtractStep::observe(const StepScope &scope, const QJsonObject &) const
{
    if (files().exists(notePath(text(scope.arguments, "stage"))))
        return Observed::Done;
    return files().exists(text(scope.arguments, "stage")) ? Observed::Partly : Observed::NotDone;
}

Result<> ArchiveExtractStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return removeTreeIfThere(text(scope.arguments, "stage"));
}

} // namespace pilothouse
