// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/restorecheckstep.h"

#include "core/backup/databaseinspection.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QString checkNotePath(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("stage")).toString() + QStringLiteral("/checked.json");
}

} // namespace

StepText RestoreCheckStep::describe(const QJsonObject &arguments) const
{
    const int count = static_cast<int>(arguments.value(QStringLiteral("databases")).toArray().size());
    return {tr("Check %n staged database(s)", nullptr, count), {}};
}

Result<QJsonObject> RestoreCheckStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> RestoreCheckStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const Result<Manifest> manifest =
        manifestOf(scope.arguments.value(QStringLiteral("manifest")).toObject());
    if (!manifest)
        return tl::unexpected(manifest.error());
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("databases")).toArray()) {
        const QString id = text(value.toObject(), "id");
        const QString staged = text(value.toObject(), "staged");
        const ProfileDatabase *profile = scope.session.profile().database(id);
        const ManifestDatabase *expected = manifest->database(id);
        if (!profile || !expected)
            return failure(ErrorKind::BadInput, tr("There is no such database."), id);
        const Result<ManifestDatabase> found = inspectDatabase(staged, *profile, scope.context);
        if (!found)
            return tl::unexpected(found.error());
        if (Result<> same = compareContents(*expected, *found); !same)
            return tl::unexpected(same.error());
        for (const QString &ending : {QStringLiteral("-wal"), QStringLiteral("-shm")})
            if (Result<> removed = removeFileIfThere(staged + ending); !removed)
                return tl::unexpected(removed.error());
        if (value.toObject().value(QStringLiteral("wal")).toBool())
            if (Result<> marked = markAsWal(staged); !marked)
                return tl::unexpected(marked.error());
    }
    if (Result<> noted = writeNote(checkNotePath(scope.arguments), {{QStringLiteral("id"), manifest->id}});
        !noted)
        return tl::unexpected(noted.error());
    return QJsonObject();
}

Result<Observed> RestoreCheckStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return files().exists(checkNotePath(scope.arguments)) ? Observed::Done : Observed::NotDone;
}

Result<> RestoreCheckStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return removeFileIfThere(checkNotePath(scope.arguments));
}

} // namespace pilothouse
