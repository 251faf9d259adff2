// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupprunestep.h"

#include "core/backup/retention.h"
#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QString doomed(const QString &folder)
{
    return folder + QStringLiteral(".partial");
}

RetentionInput inputOf(const QJsonObject &arguments)
{
    RetentionInput input;
    const QJsonObject policy = arguments.value(QStringLiteral("policy")).toObject();
    input.policy.days = policy.value(QStringLiteral("days")).toInt();
    input.policy.daily = policy.value(QStringLiteral("daily")).toInt();
    input.policy.weekly = policy.value(QStringLiteral("weekly")).toInt();
    input.policy.monthly = policy.value(QStringLiteral("monthly")).toInt();
    for (const QJsonValue &id : arguments.value(QStringLiteral("inUse")).toArray())
        input.inUse << id.toString();
    input.hasLastFailed = arguments.value(QStringLiteral("hasLastFailed")).toBool();
    return input;
}

} // namespace

StepText BackupPruneStep::describe(const QJsonObject &arguments) const
{
    QStringList folders;
    for (const QJsonValue &set : arguments.value(QStringLiteral("sets")).toArray())
        folders << shellQuoted(set.toObject().value(QStringLiteral("folder")).toString());
    return {tr("Remove %n backup(s)", nullptr, static_cast<int>(folders.size())),
            QStringLiteral("rm -r ") + folders.join(u' ')};
}

Result<QJsonObject> BackupPruneStep::prepare(const StepScope &scope) const
{
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("sets")).toArray())
        if (Result<> below = checkBelow(text(value.toObject(), "folder"), scope.session.backupFolder());
            !below)
            return tl::unexpected(below.error());
    return QJsonObject();
}

/// The plan may be older than the disk: a set goes only where retention would still let it go.
Result<> BackupPruneStep::checkStillGoes(const StepScope &scope) const
{
    RetentionInput input = inputOf(scope.arguments);
    input.records = store().list(scope.session.backupFolder());
    input.now = clock().now();
    const RetentionChoice choice = planRetention(input);
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("sets")).toArray()) {
        const QString folder = text(value.toObject(), "folder");
        if (files().exists(folder) && !choice.removes(text(value.toObject(), "id")))
            return failure(Error{ErrorKind::Refused, QFileInfo(folder).fileName(),
                                 tr("This backup is needed now, so nothing was removed."),
                                 tr("Plan it anew."), choice.stopped});
    }
    return {};
}

Result<> BackupPruneStep::removeSet(const QString &folder) const
{
    if (Result<> removed = removeTreeIfThere(doomed(folder)); !removed)
        return removed;
    if (!files().exists(folder))
        return {};
    // Under this name it counts no more, whatever happens next.
    if (Result<> renamed = files().rename(folder, doomed(folder)); !renamed)
        return renamed;
    return files().removeTree(doomed(folder));
}

Result<QJsonObject> BackupPruneStep::effect(const StepScope &scope, const QJsonObject &) const
{
    if (Result<> checked = checkStillGoes(scope); !checked)
        return tl::unexpected(checked.error());
    QJsonArray copiesLeft;
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("sets")).toArray()) {
        const QJsonObject set = value.toObject();
        const QString copy = text(set, "copy");
        const bool isItsCopy = !copy.isEmpty() && QFileInfo(copy).fileName() == lastPart(set, "folder")
                               && store().manifestDigest(copy) == Result<QString>(text(set, "digest"));
        if (isItsCopy && !removeSet(copy))
            copiesLeft.append(copy);
        if (Result<> removed = removeSet(text(set, "folder")); !removed)
            return tl::unexpected(removed.error());
    }
    return QJsonObject{{QStringLiteral("copiesLeft"), copiesLeft}};
}

Result<Observed> BackupPruneStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QJsonArray sets = scope.arguments.value(QStringLiteral("sets")).toArray();
    qsizetype left = 0;
    for (const QJsonValue &value : sets) {
        const QString folder = text(value.toObject(), "folder");
        if (files().exists(folder) || files().exists(doomed(folder)))
            ++left;
    }
    if (left == 0)
        return Observed::Done;
    return left == sets.size() ? Observed::NotDone : Observed::Partly;
}

Result<> BackupPruneStep::compensate(const StepScope &, const QJsonObject &) const
{
    return failure(ErrorKind::NeedsOperator, tr("Removed backups cannot be brought back."));
}

} // namespace pilothouse
