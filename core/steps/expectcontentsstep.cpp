// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/expectcontentsstep.h"

#include "core/backup/databaseinspection.h"

#include <QJsonArray>

namespace pilothouse {

StepText ExpectContentsStep::describe(const QJsonObject &arguments) const
{
    const int count = static_cast<int>(arguments.value(QStringLiteral("databases")).toArray().size());
    return {tr("Compare every row of %n database(s) with the backup", nullptr, count), {}};
}

Result<QJsonObject> ExpectContentsStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> ExpectContentsStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const Result<Manifest> manifest =
        manifestOf(scope.arguments.value(QStringLiteral("manifest")).toObject());
    if (!manifest)
        return tl::unexpected(manifest.error());
    qint64 rows = 0;
    for (const QJsonValue &value : scope.arguments.value(QStringLiteral("databases")).toArray()) {
        const QString id = text(value.toObject(), "id");
        const ProfileDatabase *profile = scope.session.profile().database(id);
        const ManifestDatabase *expected = manifest->database(id);
        if (!profile || !expected)
            return failure(ErrorKind::BadInput, tr("There is no such database."), id);
        const Result<ManifestDatabase> found =
            inspectDatabase(text(value.toObject(), "path"), *profile, scope.context);
        if (!found)
            return tl::unexpected(found.error());
        if (Result<> same = compareContents(*expected, *found); !same)
            return tl::unexpected(same.error());
        for (const qint64 count : found->rows)
            rows += count;
    }
    return QJsonObject{{QStringLiteral("rows"), rows}};
}

/// It leaves no trace: after a crash it is done again.
Result<Observed> ExpectContentsStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::NotDone;
}

Result<> ExpectContentsStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
