// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqliteexpect.h"

#include "core/database/rowcodec.h"
#include "core/database/sqliteconnection.h"
#include "core/steps/sqlitestepsupport.h"

#include <QJsonDocument>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds ExpectDeadline{10};

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))
        .mid(1)
        .chopped(1);
}

/// The members of `found` that `expected` names, in the same order.
QJsonObject sameKeys(const QJsonObject &expected, const QJsonObject &found)
{
    QJsonObject same;
    for (auto member = expected.begin(); member != expected.end(); ++member)
        same.insert(member.key(), found.value(member.key()));
    return same;
}

} // namespace

tl::unexpected<Error> SqliteExpect::notAsExpected(const QString &what, const QString &expected,
                                                  const QString &found)
{
    return failure(ErrorKind::BadData,
                   tr("%1: expected %2, found %3.").arg(what, expected.left(500), found.left(500)));
}

Result<QJsonObject> SqliteExpect::prepare(const StepScope &) const
{
    return QJsonObject{};
}

Result<QJsonObject> SqliteExpect::effect(const StepScope &scope, const QJsonObject &) const
{
    return look(scope).map([](const QJsonValue &found) {
        return QJsonObject{{QStringLiteral("found"), found}};
    });
}

Result<Observed> SqliteExpect::observe(const StepScope &scope, const QJsonObject &) const
{
    const auto found = look(scope);
    if (!found && found.error().kind != ErrorKind::BadData)
        return failure(found.error());
    return found ? Observed::Done : Observed::NotDone;
}

Result<> SqliteExpect::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

StepText ExpectSql::describe(const QJsonObject &arguments) const
{
    return {tr("Prove by a query of %1").arg(fileNameOf(arguments, "path")), {}};
}

Result<QJsonValue> ExpectSql::look(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, "path");
    const auto query = textArgument(scope.arguments, "query");
    for (const auto &argument : {path, query}) {
        if (!argument)
            return failure(argument.error());
    }
    const auto parameters = rowFromJson(scope.arguments.value(QStringLiteral("parameters")).toObject());
    const auto expected = cellFromJson(scope.arguments.value(QStringLiteral("value")));
    if (!parameters)
        return failure(parameters.error());
    if (!expected)
        return failure(expected.error());
    const auto rows = m_engine.select(*path, SqlQuery{*query, *parameters, 1, ExpectDeadline}, scope.context);
    if (!rows)
        return failure(rows.error());
    const QVariant found = rows->rows.isEmpty() ? QVariant() : rows->rows.first().value(0);
    if (!isSameCell(found, *expected))
        return notAsExpected(fileNameOf(scope.arguments, "path"), shown(cellToJson(*expected)),
                             shown(cellToJson(found)));
    return cellToJson(found);
}

StepText ExpectRows::describe(const QJsonObject &arguments) const
{
    return {tr("Count the rows of %1").arg(fileNameOf(arguments, "path")), {}};
}

Result<QJsonValue> ExpectRows::look(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, "path");
    if (!path)
        return failure(path.error());
    const QJsonObject expected = scope.arguments.value(QStringLiteral("tables")).toObject();
    QJsonObject found;
    for (auto table = expected.begin(); table != expected.end(); ++table) {
        const auto name = quoteIdentifier(table.key());
        if (!name)
            return failure(name.error());
        const auto rows = m_engine.select(
            *path, SqlQuery{QStringLiteral("SELECT count(*) FROM ") + *name, {}, 1, ExpectDeadline},
            scope.context);
        if (!rows)
            return failure(rows.error());
        found.insert(table.key(), rows->rows.first().first().toLongLong());
    }
    if (found != expected)
        return notAsExpected(fileNameOf(scope.arguments, "path"), shown(expected), shown(found));
    return found;
}

StepText ExpectDigest::describe(const QJsonObject &arguments) const
{
    return {tr("Compare the content of %1").arg(fileNameOf(arguments, "path")), {}};
}

Result<QJsonValue> ExpectDigest::look(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, "path");
    if (!path)
        return failure(path.error());
    const QJsonObject expected = scope.arguments.value(QStringLiteral("tables")).toObject();
    const auto facts = m_engine.facts(*path, scope.context);
    if (!facts)
        return failure(facts.error());
    const QJsonObject found = sameKeys(expected, digestsToJson(*facts));
    if (found != expected)
        return notAsExpected(fileNameOf(scope.arguments, "path"), shown(expected), shown(found));
    return found;
}

} // namespace pilothouse
