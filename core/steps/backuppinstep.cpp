// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backuppinstep.h"

namespace pilothouse {

StepText BackupPinStep::describe(const QJsonObject &arguments) const
{
    const bool isPinned = arguments.value(QStringLiteral("pinned")).toBool();
    return {isPinned ? tr("Pin %1").arg(lastPart(arguments, "folder"))
                     : tr("Unpin %1").arg(lastPart(arguments, "folder")),
            {}};
}

Result<QJsonObject> BackupPinStep::prepare(const StepScope &scope) const
{
    return QJsonObject{{QStringLiteral("pinned"), store().record(text(scope.arguments, "folder")).isPinned}};
}

Result<QJsonObject> BackupPinStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const bool isPinned = scope.arguments.value(QStringLiteral("pinned")).toBool();
    return store().setPinned(text(scope.arguments, "folder"), isPinned).map([] { return QJsonObject(); });
}

Result<Observed> BackupPinStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const bool isPinned = store().record(text(scope.arguments, "folder")).isPinned;
    return isPinned == scope.arguments.value(QStringLiteral("pinned")).toBool() ? Observed::Done
                                                                                : Observed::NotDone;
}

Result<> BackupPinStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return store().setPinned(text(scope.arguments, "folder"),
                             before.value(QStringLiteral("pinned")).toBool());
}

} // namespace pilothouse
