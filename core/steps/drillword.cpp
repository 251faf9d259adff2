// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drillword.h"

#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/instances/datareader.h"
#include "core/net/httpclient.h"
#include "core/net/httpexpectation.h"
#include "core/profile/sqlshape.h"
#include "core/runtime/serviceruntime.h"
#include "core/secrets/unitcredential.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {
namespace {

constexpr std::chrono::seconds DrillSelectTime{30};

QJsonValue filledIn(const QJsonValue &value, const QString &marker, const QString &now)
{
    if (value.isString())
        return value.toString()
            .replace(QStringLiteral("{marker}"), marker)
            .replace(QStringLiteral("{now}"), now);
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array << filledIn(item, marker, now);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item)
        item.value() = filledIn(item.value(), marker, now);
    return object;
}

} // namespace

Result<QVariant> DrillWord::ask(const StepScope &scope, const QString &select, const QString &marker,
                                const QString &copy) const
{
    const QString database = text(scope.arguments, "database");
    const SqlQuery query{select, {{QStringLiteral("marker"), marker}}, 1, DrillSelectTime};
    const auto firstOf = [](const auto &rows) { return rows.rows.value(0).value(0); };
    if (copy.isEmpty())
        return DataReader(scope.session, {m_tools.engine, &access()}, scope.context)
            .select(database, query)
            .map(firstOf);
    if (scope.session.database(database))
        return m_tools.engine.select(copy, query, scope.context).map(firstOf);
    const auto shape = selectShape(select, SqlDialect::Postgres);
    if (!shape)
        return tl::unexpected(shape.error());
    auto connection = access().open(scope.session, database, {}, scope.context, copy);
    if (!connection)
        return tl::unexpected(connection.error());
    PostgresQuery numbered{shape->numbered.toUtf8(), {}, DrillSelectTime, 1};
    for (qsizetype at = 0; at < shape->parameters.size(); ++at)
        numbered.values << marker;
    return connection->run(numbered, scope.context).map(firstOf);
}

Result<bool> DrillWord::isMarked(const StepScope &scope) const
{
    return ask(scope, text(scope.arguments, "select"), text(scope.arguments, "marker"))
        .map([](const QVariant &count) { return count.toLongLong() > 0; });
}

Result<Secret> DrillWord::key(const StepScope &scope) const
{
    auto found = keptSecret(m_tools.secrets, text(scope.arguments, "key"), scope.context);
    if (found)
        return found;
    Error error = found.error();
    error.message = tr("The key for the service cannot be read: %1").arg(error.message);
    error.advice = tr("Keep one: pilothouse-cli drill key %1").arg(scope.session.instance().name);
    return tl::unexpected(error);
}

Result<> DrillWord::call(const StepScope &scope, const QJsonObject &request) const
{
    const auto bearer = key(scope);
    if (!bearer)
        return tl::unexpected(bearer.error());
    const QUrl address(text(request, "url"));
    const auto url = request.value(QLatin1String("inside")).toBool()
                         ? scope.session.runtime().reachable(address, scope.context)
                         : Result<QUrl>(address);
    if (!url)
        return tl::unexpected(url.error());
    HttpRequest asked;
    asked.method = QByteArrayLiteral("POST");
    asked.url = *url;
    asked.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")},
                     {QByteArrayLiteral("Authorization"), QByteArray("Bearer " + bearer->bytes())}};
    const QJsonValue body =
        filledIn(request.value(QLatin1String("body")), text(scope.arguments, "marker"), toIso(clock().now()));
    asked.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    const auto response = m_tools.http.send(asked, scope.context);
    if (!response)
        return tl::unexpected(response.error());
    HttpExpectation expected;
    expected.status = request.value(QLatin1String("status")).toInt(expected.status);
    if (const auto answered = check(expected, *response); !answered) {
        Error error = withSubject(answered.error(), url->toDisplayString());
        if (response->status == 401 || response->status == 403)
            error.advice =
                tr("Its key is not good, or no longer. Keep another one: pilothouse-cli drill key %1")
                    .arg(scope.session.instance().name);
        return tl::unexpected(error);
    }
    return {};
}

} // namespace pilothouse
