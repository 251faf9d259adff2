// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/serverqueries.h"

#include "core/monitoring/metricstore.h"
#include "core/postgres/postgresengine.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr int GrowthDays = 30;

struct ServerQueriesText
{
    Q_DECLARE_TR_FUNCTIONS(ServerQueries)
};

template <typename T>
QJsonArray arrayOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &one : list)
        array << toJson(one);
    return array;
}

Result<ServerReach> reachThrough(Result<PostgresConnection> server, const QString &address,
                                 const QElapsedTimer &timer, const OperationContext &context)
{
    if (!server)
        return failure(server.error());
    PostgresQuery query;
    query.text = "SELECT pg_is_in_recovery()";
    const auto recovery = server->value(query, context);
    if (!recovery)
        return failure(recovery.error());
    ServerReach reach;
    reach.address = address;
    const int version = server->serverVersion();
    reach.version = QStringLiteral("%1.%2").arg(version / 10000).arg(version % 10000);
    reach.isEncrypted = server->isEncrypted();
    reach.isInRecovery = recovery->toBool();
    reach.milliseconds = timer.elapsed();
    return reach;
}

/// One look at a server: opens it for the database that is meant.
using Look = std::function<Result<QJsonValue>(PostgresConnection &, const OperationContext &)>;

Result<QJsonValue> lookAt(const PostgresAccess &access, const InstanceSession &session,
                          const QJsonObject &arguments, const Look &look, const OperationContext &context)
{
    const auto id = wantedServerDatabase(session, arguments);
    if (!id)
        return failure(id.error());
    auto server = access.open(session, *id, {}, context);
    if (!server)
        return failure(server.error());
    return look(*server, context);
}

QJsonArray locksOf(const QList<ServerSession> &sessions)
{
    return arrayOf(lockTree(sessions));
}

/// All but the one that looks, which is there for no longer than the look.
QJsonArray sessionsOf(QList<ServerSession> list)
{
    list.removeIf([](const ServerSession &session) { return session.isOwn; });
    return arrayOf(list);
}

Result<QJsonValue> lookAtSessions(PostgresConnection &server, const OperationContext &context)
{
    return readServerSessions(server, context).map([](const auto &list) {
        return QJsonValue(sessionsOf(list));
    });
}

Result<QJsonValue> lookAtLocks(PostgresConnection &server, const OperationContext &context)
{
    return readServerSessions(server, context).map([](const auto &list) {
        return QJsonValue(locksOf(list));
    });
}

Result<QJsonObject> poolerOf(const PostgresAccess &access, const InstanceSession &session, const QString &id,
                             const OperationContext &context)
{
    return access.openPooler(session, id, context)
        .and_then([&](PostgresConnection console) { return readPooler(console, context); })
        .map([](const PoolerState &state) { return toJson(state); });
}

/// All that a dashboard shows but the sizes, over one connection. Without a pooler there is no "pooler".
Result<QJsonValue> overviewOf(const PostgresAccess &access, const InstanceSession &session, const QString &id,
                              const OperationContext &context)
{
    QElapsedTimer timer;
    timer.start();
    auto server = access.open(session, id, {}, context);
    if (!server)
        return failure(server.error());
    const auto facts = readServerFacts(*server, context);
    const auto sessions =
        facts ? readServerSessions(*server, context) : Result<QList<ServerSession>>(failure(facts.error()));
    const auto replication =
        sessions ? readReplication(*server, context) : Result<ReplicationState>(failure(sessions.error()));
    const auto progress = replication ? readProgress(*server, context)
                                      : Result<QList<MaintenanceProgress>>(failure(replication.error()));
    if (!progress)
        return failure(progress.error());
    QJsonObject overview{{QStringLiteral("database"), id},
                         {QStringLiteral("facts"), toJson(*facts)},
                         {QStringLiteral("sessions"), sessionsOf(*sessions)},
                         {QStringLiteral("locks"), locksOf(*sessions)},
                         {QStringLiteral("replication"), toJson(*replication)},
                         {QStringLiteral("progress"), arrayOf(*progress)}};
    // Only where one was told: an attempt at the server itself would stand in its log each time.
    if (session.instance().connections.contains(PostgresAccess::poolerId(id))) {
        const auto pooler = poolerOf(access, session, id, context);
        overview.insert(QStringLiteral("pooler"),
                        pooler ? *pooler : QJsonObject{{QStringLiteral("error"), pooler.error().message}});
    }
    overview.insert(QStringLiteral("milliseconds"), timer.elapsed());
    return overview;
}

Result<QJsonValue> sizesOf(const PostgresAccess &access, const MetricStore &metrics,
                           const InstanceSession &session, const QJsonObject &arguments,
                           const OperationContext &context)
{
    const auto look = [](PostgresConnection &server, const OperationContext &inner) {
        return readServerSizes(server, inner).map([](const ServerSizes &sizes) {
            return QJsonValue(toJson(sizes));
        });
    };
    auto value = lookAt(access, session, arguments, look, context);
    const auto id = wantedServerDatabase(session, arguments);
    if (!value || !id)
        return value;
    QJsonObject sizes = value->toObject();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto points = metrics.series(session.instance().id, QStringLiteral("database.%1.bytes").arg(*id),
                                       now.addDays(-GrowthDays), now.addSecs(1));
    if (const auto growth = points ? growthPerDay(*points) : std::nullopt)
        sizes.insert(QStringLiteral("growthPerDay"), *growth);
    return QJsonValue(sizes);
}

Parameter queriedDatabaseParameter()
{
    return {
        QStringLiteral("database"), ServerQueriesText::tr("Database"), Parameter::Type::Database, false, {}};
}

void addLook(Catalogue &catalogue, const PostgresAccess &access, const char *id, const QString &title,
             Look look)
{
    catalogue.add(QueryEntry{QLatin1String(id),
                             title,
                             {queriedDatabaseParameter()},
                             [&access, look = std::move(look)](const InstanceSession &session,
                                                               const QJsonObject &arguments,
                                                               const OperationContext &context) {
                                 return lookAt(access, session, arguments, look, context);
                             }});
}

using NamedQuery =
    std::function<Result<QJsonValue>(const InstanceSession &, const QString &, const OperationContext &)>;

/// A query that opens what it needs itself.
void addNamed(Catalogue &catalogue, const char *id, const QString &title, NamedQuery run)
{
    catalogue.add(
        QueryEntry{QLatin1String(id),
                   title,
                   {queriedDatabaseParameter()},
                   [run = std::move(run)](const InstanceSession &session, const QJsonObject &arguments,
                                          const OperationContext &context) {
                       return wantedServerDatabase(session, arguments).and_then([&](const QString &database) {
                           return run(session, database, context);
                       });
                   }});
}

void addLooks(Catalogue &catalogue, const PostgresAccess &access)
{
    addLook(catalogue, access, "server.facts", ServerQueriesText::tr("The database server"),
            [](PostgresConnection &server, const OperationContext &context) {
                return readServerFacts(server, context).map([](const ServerFacts &facts) {
                    return QJsonValue(toJson(facts));
                });
            });
    addLook(catalogue, access, "server.sessions", ServerQueriesText::tr("Sessions of the server"),
            lookAtSessions);
    addLook(catalogue, access, "server.locks", ServerQueriesText::tr("Who waits for whom"), lookAtLocks);
    addLook(catalogue, access, "server.replication", ServerQueriesText::tr("Replication and WAL archiving"),
            [](PostgresConnection &server, const OperationContext &context) {
                return readReplication(server, context).map([](const ReplicationState &state) {
                    return QJsonValue(toJson(state));
                });
            });
    addLook(catalogue, access, "server.progress", ServerQueriesText::tr("Maintenance that runs"),
            [](PostgresConnection &server, const OperationContext &context) {
                return readProgress(server, context).map([](const auto &list) {
                    return QJsonValue(arrayOf(list));
                });
            });
}

} // namespace

QJsonObject toJson(const ServerReach &reach)
{
    return {{QStringLiteral("isReachable"), true},
            {QStringLiteral("address"), reach.address},
            {QStringLiteral("version"), reach.version},
            {QStringLiteral("isEncrypted"), reach.isEncrypted},
            {QStringLiteral("isInRecovery"), reach.isInRecovery},
            {QStringLiteral("milliseconds"), reach.milliseconds}};
}

Result<ServerReach> reachServer(const PostgresAccess &access, const InstanceSession &session,
                                const QString &databaseId, const OperationContext &context)
{
    QElapsedTimer timer;
    timer.start();
    const auto target = access.resolve(session, databaseId, context);
    if (!target)
        return failure(target.error());
    return reachThrough(access.open(session, databaseId, {}, context), connectionText(target->connection),
                        timer, context);
}

Result<ServerReach> reachServer(const GivenConnection &given, const OperationContext &context)
{
    QElapsedTimer timer;
    timer.start();
    return reachThrough(PostgresConnection::open(given.connection, given.password, {}, context),
                        connectionText(given.connection), timer, context);
}

Result<QString> wantedServerDatabase(const InstanceSession &session, const QJsonObject &arguments)
{
    const QString wanted = arguments.value(QLatin1String("database")).toString();
    QStringList ids;
    for (const ServerDatabase &database : session.serverDatabases())
        ids << database.id;
    if (ids.contains(wanted))
        return wanted;
    if (wanted.isEmpty() && ids.size() == 1)
        return ids.first();
    const QString name = session.instance().name;
    if (ids.isEmpty())
        return failure(Error{ErrorKind::NotFound,
                             name,
                             ServerQueriesText::tr("%1 has no database on a server.").arg(name),
                             {},
                             {}});
    return failure(Error{ErrorKind::NotFound,
                         name,
                         wanted.isEmpty()
                             ? ServerQueriesText::tr("%1 has several databases on a server.").arg(name)
                             : ServerQueriesText::tr("%1 has no database %2 on a server.").arg(name, wanted),
                         ServerQueriesText::tr("Name one of: %1.").arg(ids.join(QLatin1String(", "))),
                         {}});
}

void addServerQueries(Catalogue &catalogue, const PostgresAccess &access, const MetricStore &metrics)
{
    addLooks(catalogue, access);
    addNamed(catalogue, "server.test", ServerQueriesText::tr("Test the connection to a database"),
             [&access](const InstanceSession &session, const QString &id, const OperationContext &context) {
                 return reachServer(access, session, id, context).map([](const ServerReach &reach) {
                     return QJsonValue(toJson(reach));
                 });
             });
    addNamed(catalogue, "server.pools", ServerQueriesText::tr("Pools of PgBouncer"),
             [&access](const InstanceSession &session, const QString &id, const OperationContext &context) {
                 return poolerOf(access, session, id, context).map([](const QJsonObject &state) {
                     return QJsonValue(state);
                 });
             });
    addNamed(catalogue, "server.overview", ServerQueriesText::tr("The database server at a glance"),
             [&access](const InstanceSession &session, const QString &id, const OperationContext &context) {
                 return overviewOf(access, session, id, context);
             });
    catalogue.add(QueryEntry{QStringLiteral("server.sizes"),
                             ServerQueriesText::tr("Sizes of databases, schemas, tables and indexes"),
                             {queriedDatabaseParameter()},
                             [&access, &metrics](const InstanceSession &session, const QJsonObject &arguments,
                                                 const OperationContext &context) {
                                 return sizesOf(access, metrics, session, arguments, context);
                             }});
}

} // namespace pilothouse
