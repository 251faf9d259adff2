// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupsweepstep.h"

#include "core/process/commandline.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace pilothouse {

namespace {

QStringList foldersOf(const QJsonObject &arguments)
{
    QStringList folders;
    for (const QJsonValue &folder : arguments.value(QStringLiteral("folders")).toArray())
        folders << folder.toString();
    return folders;
}

} // namespace

StepText BackupSweepStep::describe(const QJsonObject &arguments) const
{
    QStringList folders = foldersOf(arguments);
    for (QString &folder : folders)
        folder = shellQuoted(folder);
    return {tr("Remove %n folder(s) that are no longer needed", nullptr, static_cast<int>(folders.size())),
            QStringLiteral("rm -r ") + folders.join(u' ')};
}

Result<QJsonObject> BackupSweepStep::prepare(const StepScope &scope) const
{
    for (const QString &folder : foldersOf(scope.arguments))
        if (Result<> allowed = checkAllowed(scope, folder); !allowed)
            return tl::unexpected(allowed.error());
    return QJsonObject();
}

/// Only an unfinished set, a safety copy, what a safety copy set aside in the data folder, or a secret that
/// was kept for an undo.
Result<> BackupSweepStep::checkAllowed(const StepScope &scope, const QString &folder) const
{
    static const QRegularExpression Scratch(QStringLiteral("^ph-[0-9a-f]{8}-"));
    const QString name = QFileInfo(folder).fileName();
    const bool isPartial = name.endsWith(u".partial") && BackupStore::isSetName(name.chopped(8));
    if (isPartial)
        return checkBelow(folder, scope.session.backupFolder());
    const bool isOfOperation = !QUuid::fromString(name).isNull();
    if (isOfOperation && QFileInfo(QFileInfo(folder).path()).fileName() == u".pilothouse")
        return checkBelow(folder, scope.session.instance().dataDir);
    const QString secrets = scope.session.stateFolder() + QStringLiteral("/kept-secrets");
    if (isOfOperation && folder.startsWith(secrets + u'/'))
        return checkBelow(folder, secrets);
    if (isOfOperation)
        return checkBelow(folder, scope.session.safetyFolder());
    if (Scratch.match(name).hasMatch())
        return checkBelow(folder, scope.session.instance().dataDir);
    return failure(ErrorKind::Refused, tr("This folder is not one that may be removed here."), folder);
}

Result<QJsonObject> BackupSweepStep::effect(const StepScope &scope, const QJsonObject &) const
{
    for (const QString &folder : foldersOf(scope.arguments))
        if (Result<> removed = removeAll(folder); !removed)
            return tl::unexpected(removed.error());
    return QJsonObject();
}

/// Earlier versions kept a secret in a file and not in a folder.
Result<> BackupSweepStep::removeAll(const QString &path) const
{
    const bool isFile = files().facts(path).value_or(FileFacts()).isRegular;
    return isFile ? removeFileIfThere(path) : removeTreeIfThere(path);
}

Result<Observed> BackupSweepStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QStringList folders = foldersOf(scope.arguments);
    const auto left = std::count_if(folders.cbegin(), folders.cend(),
                                    [this](const QString &folder) { return files().exists(folder); });
    if (left == 0)
        return Observed::Done;
    return left == folders.size() ? Observed::NotDone : Observed::Partly;
}

Result<> BackupSweepStep::compensate(const StepScope &, const QJsonObject &) const
{
    return failure(ErrorKind::NeedsOperator, tr("Removed folders cannot be brought back."));
}

} // namespace pilothouse
