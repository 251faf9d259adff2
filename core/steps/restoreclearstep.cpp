// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/restoreclearstep.h"

#include "core/plan/plan.h"
#include "core/process/commandline.h"
#include "core/steps/archiveextractstep.h"

#include <QJsonArray>

namespace pilothouse {

StepText RestoreClearStep::describe(const QJsonObject &arguments) const
{
    QStringList folders;
    for (const QJsonValue &folder : arguments.value(QStringLiteral("folders")).toArray())
        folders << shellQuoted(folder.toString());
    return {tr("Remove the staging folder"), QStringLiteral("rm -r ") + folders.join(u' ')};
}

Result<QJsonObject> RestoreClearStep::prepare(const StepScope &scope) const
{
    const QString prefix = scratchName(scope.operation, QString());
    for (const QJsonValue &folder : scope.arguments.value(QStringLiteral("folders")).toArray())
        if (!QFileInfo(folder.toString()).fileName().startsWith(prefix))
            return failure(ErrorKind::Refused, tr("This folder does not belong to the operation."),
                           folder.toString());
    return QJsonObject();
}

Result<QJsonObject> RestoreClearStep::effect(const StepScope &scope, const QJsonObject &) const
{
    for (const QJsonValue &folder : scope.arguments.value(QStringLiteral("folders")).toArray()) {
        // The note goes first: what is left of a folder that was being removed must not pass for unpacked.
        const auto removed = removeFileIfThere(ArchiveExtractStep::notePath(folder.toString())).and_then([&] {
            return removeTreeIfThere(folder.toString());
        });
        if (!removed)
            return tl::unexpected(removed.error());
    }
    return QJsonObject();
}

Result<Observed> RestoreClearStep::observe(const StepScope &scope, const QJsonObject &) const
{
    for (const QJsonValue &folder : scope.arguments.value(QStringLiteral("folders")).toArray())
        if (files().exists(folder.toString()))
            return Observed::NotDone;
    return Observed::Done;
}

/// Empty again: what the steps before it put back needs a place, until the first of them removes it.
Result<> RestoreClearStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    for (const QJsonValue &folder : scope.arguments.value(QStringLiteral("folders")).toArray())
        if (Result<> made =
                files().makeFolder(folder.toString() + QStringLiteral("/members"), {0700, {}, {}});
            !made)
            return made;
    return {};
}

} // namespace pilothouse
