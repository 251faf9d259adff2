// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/expectkeptstep.h"

#include "core/steps/sqlitestepsupport.h"

#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds CountingTime{30};

tl::unexpected<Error> lost(const QString &path, const QString &message)
{
    return failure(Error{ErrorKind::BadData, path, message, {}, {}});
}

} // namespace

StepText ExpectKeptStep::describe(const QJsonObject &arguments) const
{
    return {tr("Check that %1 is sound and has lost no rows").arg(fileNameOf(arguments, "path")), {}};
}

Result<> ExpectKeptStep::checkLayout(const StepScope &scope, const QString &path) const
{
    const QJsonArray layouts = scope.arguments.value(QLatin1String("layouts")).toArray();
    for (const QJsonValue &layout : layouts) {
        const auto fits = m_engine.probe(path, layout.toString(), scope.context);
        if (!fits)
            return failure(fits.error());
        if (*fits)
            return {};
    }
    if (layouts.isEmpty())
        return {};
    return lost(path, tr("The new version has given its tables a layout that the profile does not know."));
}

Result<QJsonValue> ExpectKeptStep::look(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, "path");
    if (!path)
        return failure(path.error());
    const auto check = m_engine.quickCheck(*path, scope.context);
    if (!check)
        return failure(check.error());
    if (check->verdict == CheckVerdict::Failed)
        return lost(*path, tr("The database is damaged: %1").arg(check->problems.value(0)));
    if (auto layout = checkLayout(scope, *path); !layout)
        return failure(layout.error());
    const auto tables = m_engine.tables(*path, CountingTime, scope.context);
    if (!tables)
        return failure(tables.error());
    const bool mayShrink = scope.arguments.value(QLatin1String("mayShrink")).toBool();
    const QJsonObject before = scope.arguments.value(QLatin1String("tables")).toObject();
    QJsonObject found;
    for (const TableInfo &table : *tables)
        found.insert(table.name, table.rows);
    for (auto table = before.begin(); table != before.end() && !mayShrink; ++table) {
        const qint64 had = table.value().toInteger();
        const qint64 has = found.value(table.key()).toInteger(-1);
        if (has < had)
            return lost(*path,
                        has < 0
                            ? tr("The table %1 is gone.").arg(table.key())
                            : tr("The table %1 had %2 rows and has %3.").arg(table.key()).arg(had).arg(has));
    }
    return found;
}

} // namespace pilothouse
