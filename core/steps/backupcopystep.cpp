// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupcopystep.h"

#include "core/process/commandline.h"

namespace pilothouse {

namespace {

QString copyPath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("destination")).toString() + u'/'
           + QFileInfo(arguments.value(QLatin1String("folder")).toString()).fileName();
}

QString partialPath(const QJsonObject &arguments)
{
    return copyPath(arguments) + QStringLiteral(".partial");
}

} // namespace

StepText BackupCopyStep::describe(const QJsonObject &arguments) const
{
    return {
        tr("Copy the backup to %1 and verify it there").arg(text(arguments, "destination")),
        QStringLiteral("cp -a %1 %2")
            .arg(shellQuoted(text(arguments, "folder")), shellQuoted(text(arguments, "destination") + u'/'))};
}

Result<QJsonObject> BackupCopyStep::prepare(const StepScope &scope) const
{
    return QJsonObject{{QStringLiteral("existed"), files().exists(copyPath(scope.arguments))}};
}

Result<QJsonObject> BackupCopyStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    Result<> copied = copy(scope);
    if (!copied && copied.error().kind == ErrorKind::Cancelled)
        return tl::unexpected(copied.error());
    const QString problem = copied ? QString() : copied.error().toText();
    const QString place = copied ? copyPath(scope.arguments) : QString();
    if (!copied && !before.value(QStringLiteral("existed")).toBool())
        static_cast<void>(removeTreeIfThere(partialPath(scope.arguments)));
    if (Result<> noted = store().noteCopy(folder, place, problem); !noted)
        return tl::unexpected(noted.error());
    return QJsonObject{{QStringLiteral("folder"), place}, {QStringLiteral("problem"), problem}};
}

Result<> BackupCopyStep::copy(const StepScope &scope) const
{
    const QString folder = text(scope.arguments, "folder");
    const QString partial = partialPath(scope.arguments);
    const QString scratch = scope.session.stateFolder() + QStringLiteral("/scratch");
    const QString place = copyPath(scope.arguments);
    if (files().exists(place))
        return store().verifySet(place, scratch, scope.context).map([](const Manifest &) {});
    // A folder that is missing is a disk that is not there; making it would fill the disk below.
    if (!files().exists(text(scope.arguments, "destination")))
        return failure(Error{ErrorKind::NotFound,
                             text(scope.arguments, "destination"),
                             tr("The second folder is not there."),
                             tr("Mount it, or choose another one."),
                             {}});
    if (Result<> removed = removeTreeIfThere(partial); !removed)
        return removed;
    if (Result<> made = files().makeFolder(partial, {0700, {}, {}}); !made)
        return made;
    const Result<Manifest> manifest = store().manifest(folder);
    if (!manifest)
        return tl::unexpected(manifest.error());
    QStringList names = manifest->hasArchive() ? QStringList{manifest->archive} : QStringList();
    for (const ManifestMember &member : manifest->beside())
        names << member.path;
    names << QStringLiteral("manifest.sha256") << QStringLiteral("manifest.json");
    for (const QString &name : std::as_const(names)) {
        const QString inner = QFileInfo(partial + u'/' + name).path(); // of a dump that is a folder
        if (!files().exists(inner))
            if (Result<> made = files().makeFolder(inner, {0700, {}, {}}); !made)
                return made;
        const Result<QByteArray> copied =
            files().copy(folder + u'/' + name, partial + u'/' + name, {0600, {}, {}}, scope.context);
        if (!copied)
            return tl::unexpected(copied.error());
    }
    if (const Result<Manifest> verified = store().verifySet(partial, scratch, scope.context); !verified)
        return tl::unexpected(verified.error());
    if (Result<> stamped =
            store().stamp(partial, BackupStore::Stamp::Verified, BackupStamp::State::Reached, {});
        !stamped)
        return stamped;
    return files().rename(partial, place);
}

Result<Observed> BackupCopyStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QJsonObject note = store().copyNote(text(scope.arguments, "folder"));
    const QString place = text(note, "folder");
    const bool isSettled = !text(note, "problem").isEmpty()
                           || (!place.isEmpty() && files().exists(place + QStringLiteral("/manifest.json")));
    if (isSettled)
        return Observed::Done;
    const bool isBegun =
        files().exists(copyPath(scope.arguments)) || files().exists(partialPath(scope.arguments));
    return isBegun ? Observed::Partly : Observed::NotDone;
}

Result<> BackupCopyStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    if (!before.value(QStringLiteral("existed")).toBool())
        for (const QString &folder : {copyPath(scope.arguments), partialPath(scope.arguments)})
            if (Result<> removed = removeTreeIfThere(folder); !removed)
                return removed;
    return removeFileIfThere(text(scope.arguments, "folder") + QStringLiteral("/copy.json"));
}

} // namespace pilothouse
