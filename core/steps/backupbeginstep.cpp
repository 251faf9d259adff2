// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupbeginstep.h"

#include "core/base/units.h"
#include "core/process/commandline.h"

namespace pilothouse {

StepText BackupBeginStep::describe(const QJsonObject &arguments) const
{
    return {tr("Make the folder of the backup"),
            QStringLiteral("mkdir -m 700 ") + shellQuoted(text(arguments, "partial"))};
}

Result<QJsonObject> BackupBeginStep::prepare(const StepScope &scope) const
{
    if (Result<> below = checkBelow(text(scope.arguments, "partial"), scope.session.backupFolder()); !below)
        return tl::unexpected(below.error());
    for (const char *key : {"partial", "folder"})
        if (files().exists(text(scope.arguments, key)))
            return failure(Error{ErrorKind::Refused,
                                 text(scope.arguments, key),
                                 tr("A backup of this name is there already."),
                                 tr("Plan the backup anew."),
                                 {}});
    return QJsonObject();
}

Result<QJsonObject> BackupBeginStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString partial = text(scope.arguments, "partial");
    if (Result<> made = files().makeFolder(partial + QStringLiteral("/stage"), {0700, {}, {}}); !made)
        return tl::unexpected(made.error());
    const QString note = partial + QStringLiteral("/stage/begin.json");
    if (!files().exists(note))
        if (Result<> written = writeNote(note, {{QStringLiteral("at"), toIso(clock().now())}}); !written)
            return tl::unexpected(written.error());
    return QJsonObject();
}

Result<Observed> BackupBeginStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString partial = text(scope.arguments, "partial");
    if (files().exists(text(scope.arguments, "folder"))
        || files().exists(partial + QStringLiteral("/manifest.json"))
        || files().exists(partial + QStringLiteral("/stage/begin.json")))
        return Observed::Done;
    return files().exists(partial) ? Observed::Partly : Observed::NotDone;
}

Result<> BackupBeginStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return removeTreeIfThere(text(scope.arguments, "partial"));
}

} // namespace pilothouse
