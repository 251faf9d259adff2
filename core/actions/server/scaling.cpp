// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/scaling.h"

#include "core/plan/catalogue.h"
#include "core/postgres/postgresengine.h"
#include "core/postgres/postgresrow.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

struct ScalingCheckText
{
    Q_DECLARE_TR_FUNCTIONS(Scaling)
};

constexpr char MeasureSql[] = R"(
SELECT current_setting('wal_level'), current_setting('max_wal_senders')::int,
       current_setting('max_replication_slots')::int, current_setting('listen_addresses'),
       (SELECT count(*) FROM pg_stat_replication WHERE state IS DISTINCT FROM 'backup')::int,
       (SELECT sum(pg_database_size(oid)) FROM pg_database
         WHERE has_database_privilege(oid, 'CONNECT'))::bigint,
       current_setting('max_connections')::int,
       current_setting('superuser_reserved_connections')::int,
       (SELECT count(*) FROM pg_stat_activity
         WHERE coalesce(backend_type = 'client backend', usesysid IS NOT NULL AND datid IS NOT NULL))::int,
       (SELECT count(*) FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND state <> 'idle')::int,
       (SELECT count(*) FROM pg_stat_activity WHERE query ~* '^\s*LISTEN\s')::int,
       (SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory')::int,
       current_database()::text, current_user::text, pg_is_in_recovery(), current_setting('port')::int)";

Result<ServerMeasure> measureServer(const PostgresAccess &access, const InstanceSession &session,
                                    const QString &id, const OperationContext &context)
{
    const auto way = access.resolve(session, id, context);
    auto server = way ? access.open(session, id, {}, context) : failure(way.error());
    if (!server)
        return failure(server.error());
    const auto read = server->run(queryOf(MeasureSql), context);
    if (!read)
        return failure(read.error());
    PostgresRow row(read->rows.value(0));
    ServerMeasure measured;
    measured.address = connectionText(way->connection);
    measured.host = way->connection.host.startsWith(u'/') ? QString() : way->connection.host;
    measured.walLevel = row.text();
    measured.maxSenders = row.number();
    measured.maxSlots = row.number();
    measured.listenAddresses = row.text();
    measured.standbys = row.number();
    measured.bytes = row.count();
    measured.maxConnections = row.number();
    measured.reserved = row.number();
    measured.connections = row.number();
    measured.active = row.number();
    measured.listening = row.number();
    measured.advisory = row.number();
    measured.database = row.text();
    measured.user = row.text();
    measured.isStandby = row.flag();
    measured.port = row.number();
    if (session.instance().connections.contains(PostgresAccess::poolerId(id))) {
        auto console = access.openPooler(session, id, context);
        const auto pooler =
            console ? readPooler(*console, context) : Result<PoolerState>(failure(console.error()));
        measured.poolerVersion = pooler ? pooler->version : QString();
    }
    return measured;
}

ScalingPart unreadable(const char *id, const QString &title, const Error &error)
{
    ProbeFinding finding;
    finding.id = QStringLiteral("server");
    finding.title = ScalingCheckText::tr("Database server");
    finding.verdict = ProbeVerdict::NotKnown;
    finding.text = error.message;
    finding.advice = error.advice;
    return {QLatin1String(id), title, {finding}, {}};
}

} // namespace

QJsonObject toJson(const ScalingPart &part)
{
    QJsonArray findings;
    for (const ProbeFinding &finding : part.findings)
        findings << toJson(finding);
    QJsonArray texts;
    for (const ScalingText &text : part.texts)
        texts << QJsonObject{{QStringLiteral("title"), text.title}, {QStringLiteral("text"), text.text}};
    return {{QStringLiteral("id"), part.id},
            {QStringLiteral("title"), part.title},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("texts"), texts}};
}

Result<Scaling> checkScaling(const PostgresAccess &access, const InstanceSession &session,
                             const QString &part, const OperationContext &context)
{
    static const QStringList Known{QStringLiteral("replicas"), QStringLiteral("replica"),
                                   QStringLiteral("pooler")};
    if (!part.isEmpty() && !Known.contains(part))
        return failure(
            ErrorKind::BadInput,
            ScalingCheckText::tr("“%1” is none of: %2.").arg(part, Known.join(QStringLiteral(", "))));
    const auto wants = [&part](const char *id) { return part.isEmpty() || part == QLatin1String(id); };
    const auto servers = session.serverDatabases();
    const auto measured =
        servers.isEmpty()
            ? failure(ErrorKind::NotFound, ScalingCheckText::tr("The service has no database on a server."))
            : measureServer(access, session, servers.first().id, context);
    Scaling parts;
    if (wants("replicas"))
        parts << replicasPart(session, measured ? &*measured : nullptr, context);
    if (wants("replica") && (!part.isEmpty() || !servers.isEmpty()))
        parts << (measured ? replicaPart(*measured)
                           : unreadable("replica", ScalingCheckText::tr("Read replica"), measured.error()));
    if (wants("pooler") && (!part.isEmpty() || !servers.isEmpty()))
        parts << (measured
                      ? poolerPart(*measured)
                      : unreadable("pooler", ScalingCheckText::tr("Connection pooler"), measured.error()));
    return parts;
}

void addScalingQuery(Catalogue &catalogue, const PostgresAccess &access)
{
    catalogue.add(QueryEntry{
        QStringLiteral("scale.check"),
        ScalingCheckText::tr("What scaling needs, with a configuration for it"),
        {{QStringLiteral("part"),
          ScalingCheckText::tr("Way to scale"),
          Parameter::Type::Choice,
          false,
          {QStringLiteral("replicas"), QStringLiteral("replica"), QStringLiteral("pooler")}}},
        [&access](const InstanceSession &session, const QJsonObject &arguments,
                  const OperationContext &context) -> Result<QJsonValue> {
            const auto parts =
                checkScaling(access, session, arguments.value(QLatin1String("part")).toString(), context);
            if (!parts)
                return failure(parts.error());
            QJsonArray all;
            for (const ScalingPart &one : *parts)
                all << toJson(one);
            return QJsonValue(all);
        }});
}

} // namespace pilothouse
