// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqlitestepsupport.h"

#include "core/instances/instancesession.h"
#include "core/plan/step.h"
#include "core/settings/checkstore.h"

#include <QFileInfo>

namespace pilothouse {

Result<QString> textArgument(const QJsonObject &arguments, const char *key)
{
    const QString text = arguments.value(QLatin1String(key)).toString();
    if (text.isEmpty())
        return failure(ErrorKind::BadInput,
                       SqliteEngine::tr("The step has no argument “%1”.").arg(QLatin1String(key)));
    return text;
}

Result<QString> pathArgument(const QJsonObject &arguments, const char *key)
{
    const auto path = textArgument(arguments, key);
    if (path && !path->startsWith(u'/'))
        return failure(ErrorKind::BadInput, SqliteEngine::tr("The path of a step must be absolute."), *path);
    return path;
}

std::optional<uint> numberArgument(const QJsonObject &arguments, const char *key)
{
    const QJsonValue value = arguments.value(QLatin1String(key));
    if (!value.isDouble() || value.toInteger(-1) < 0)
        return {};
    return static_cast<uint>(value.toInteger());
}

QString fileNameOf(const QJsonObject &arguments, const char *key)
{
    return QFileInfo(arguments.value(QLatin1String(key)).toString()).fileName();
}

QJsonObject rowsToJson(const CopyFacts &facts)
{
    QJsonObject rows;
    for (auto table = facts.tableRows.cbegin(); table != facts.tableRows.cend(); ++table)
        rows.insert(table.key(), table.value());
    return rows;
}

QJsonObject digestsToJson(const CopyFacts &facts)
{
    QJsonObject digests;
    for (auto table = facts.tableSha256.cbegin(); table != facts.tableSha256.cend(); ++table)
        digests.insert(table.key(), table.value());
    return digests;
}

QJsonObject toJson(const CopyFacts &facts)
{
    return {{QStringLiteral("bytes"), facts.bytes},
            {QStringLiteral("pageSize"), facts.pageSize},
            {QStringLiteral("pageCount"), facts.pageCount},
            {QStringLiteral("journalMode"), facts.journalMode},
            {QStringLiteral("encoding"), facts.encoding},
            {QStringLiteral("autoVacuum"), facts.autoVacuum},
            {QStringLiteral("userVersion"), facts.userVersion},
            {QStringLiteral("applicationId"), facts.applicationId},
            {QStringLiteral("schemaSha256"), facts.schemaSha256},
            {QStringLiteral("tableRows"), rowsToJson(facts)},
            {QStringLiteral("tableSha256"), digestsToJson(facts)}};
}

void noteReplaced(const CheckStore *checks, const StepScope &scope, const QString &live)
{
    for (const DatabaseReference &database : scope.session.databases()) {
        // A restore does not wait for a verdict: one that could not be taken back is no reason to refuse it.
        if (checks && database.path == live)
            std::ignore = checks->noteReplaced(scope.session.instance().id, database.id,
                                               QDateTime::currentDateTimeUtc());
    }
}

} // namespace pilothouse
