// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/scaling.h"
#include "core/base/units.h"
#include "core/runtime/serviceruntime.h"

#include <QUrl>

namespace pilothouse {

namespace {

struct ScalingPartsText
{
    Q_DECLARE_TR_FUNCTIONS(ScalingParts)
};

constexpr int WantedSenders = 3;
constexpr int Copies = 3;
constexpr int SmallestPool = 5;
constexpr int LargestPool = 50;
constexpr int PoolerClients = 1000;
constexpr int PoolerPort = 6432;
constexpr double MostlyTaken = 0.7;

ProbeFinding found(const char *id, const QString &title, ProbeVerdict verdict, const QString &text,
                   const QString &advice = {})
{
    ProbeFinding finding;
    finding.id = QLatin1String(id);
    finding.title = title;
    finding.verdict = verdict;
    finding.text = text;
    finding.advice = advice;
    return finding;
}

ProbeVerdict holdsOr(bool holds, ProbeVerdict other)
{
    return holds ? ProbeVerdict::Holds : other;
}

/// Whether several copies may run at once: what each would keep for itself.
ProbeFinding stateFinding(const InstanceSession &session, const OperationContext &context)
{
    const QString title = ScalingPartsText::tr("State of its own");
    if (!session.databases().isEmpty())
        return found(
            "state", title, ProbeVerdict::InTheWay,
            ScalingPartsText::tr("It keeps its data in SQLite files, which one copy alone may write."),
            ScalingPartsText::tr("It cannot be scaled out as it is; give the one copy more memory "
                                 "and processors instead."));
    QStringList writable;
    const auto mounts = session.runtime().mounts(context);
    for (const MountEntry &mount : mounts.value_or(QList<MountEntry>()))
        if (!mount.isReadOnly && mount.kind != QLatin1String("tmpfs"))
            writable << mount.target;
    if (!writable.isEmpty())
        return found(
            "state", title, ProbeVerdict::ToKnow,
            ScalingPartsText::tr("All copies would write into %1.").arg(writable.join(QStringLiteral(", "))),
            ScalingPartsText::tr("Make sure that it keeps nothing there that one copy must have "
                                 "for itself."));
    return found("state", title, ProbeVerdict::Holds,
                 ScalingPartsText::tr("Its data is on a database server; no folder of it is written to."));
}

ProbeFinding connectionFinding(const ServerMeasure &server)
{
    const int usable = server.maxConnections - server.reserved;
    const int wanted = server.connections * Copies;
    return found("connections", ScalingPartsText::tr("Connections to the database"),
                 holdsOr(wanted <= usable, ProbeVerdict::InTheWay),
                 ScalingPartsText::tr("%1 of %2 are in use now; %3 copies may need %4.")
                     .arg(server.connections)
                     .arg(usable)
                     .arg(Copies)
                     .arg(wanted),
                 wanted <= usable ? QString()
                                  : ScalingPartsText::tr("Put PgBouncer before the server first."));
}

QString balancerText(int port, const QStringList &targets)
{
    QString servers;
    for (const QString &target : targets)
        servers += QStringLiteral("    server %1 max_fails=3 fail_timeout=10s;\n").arg(target);
    return QStringLiteral("upstream service {\n    least_conn;\n%1}\n\nserver {\n    listen %2;\n"
                          "    location / {\n        proxy_pass http://service;\n"
                          "        proxy_http_version 1.1;\n"
                          "        proxy_set_header Host $host;\n"
                          "        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\n"
                          "        proxy_set_header Upgrade $http_upgrade;\n"
                          "        proxy_set_header Connection $http_connection;\n"
                          "        proxy_next_upstream error timeout;\n    }\n}\n")
        .arg(servers)
        .arg(port);
}

/// The service publishes no port any more: the balancer has it, and finds the copies by the service's name.
QString composeText(const QString &service, int port)
{
    return QStringLiteral("services:\n  %1:\n    deploy:\n      replicas: %2\n    ports: !reset []\n"
                          "    expose: [\"%3\"]\n  balancer:\n    image: nginx:stable\n"
                          "    depends_on: [%1]\n    ports: [\"127.0.0.1:%3:%3\"]\n"
                          "    volumes: [\"./balancer.conf:/etc/nginx/conf.d/default.conf:ro\"]\n"
                          "    restart: unless-stopped\n")
        .arg(service)
        .arg(Copies)
        .arg(port);
}

QString replicaCommands(const ServerMeasure &server)
{
    const QString host = server.host.isEmpty() ? QStringLiteral("PRIMARY") : server.host;
    QString primary;
    if (server.walLevel == QLatin1String("minimal"))
        primary += QStringLiteral("ALTER SYSTEM SET wal_level = 'replica';   -- restart needed\n");
    if (server.maxSenders < WantedSenders)
        primary += QStringLiteral("ALTER SYSTEM SET max_wal_senders = %1;    -- restart needed\n")
                       .arg(WantedSenders);
    if (server.maxSlots < 1)
        primary += QStringLiteral("ALTER SYSTEM SET max_replication_slots = %1; -- restart needed\n")
                       .arg(WantedSenders);
    return primary
           + QStringLiteral("CREATE ROLE replicator LOGIN REPLICATION;\n\\password replicator\n\n"
                            "# pg_hba.conf of the primary, then SELECT pg_reload_conf();\n"
                            "hostssl replication replicator REPLICA_ADDRESS/32 scram-sha-256\n\n"
                            "# on the replica, into an empty data directory, as postgres\n"
                            "pg_basebackup -h %1 -p %2 -U replicator -D /var/lib/postgresql/15/main \\\n"
                            "    -R -P -X stream -c fast -C -S replica1\n")
                 .arg(host)
                 .arg(server.port);
}

int poolSizeOf(const ServerMeasure &server)
{
    return qBound(SmallestPool, (server.maxConnections - server.reserved) * 2 / 5, LargestPool);
}

bool needsSessions(const ServerMeasure &server)
{
    return server.listening > 0 || server.advisory > 0;
}

QString poolerText(const ServerMeasure &server)
{
    const QString mode = needsSessions(server) ? QStringLiteral("session") : QStringLiteral("transaction");
    return QStringLiteral(
               "[databases]\n%1 = host=%2 port=%3 dbname=%1\n\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
               "listen_port = %4\nauth_type = scram-sha-256\n"
               "; \"role\" \"SCRAM-SHA-256$...\", one line a role, readable by PgBouncer alone\n"
               "auth_file = /etc/pgbouncer/userlist.txt\n"
               "pool_mode = %5\nmax_client_conn = %6\ndefault_pool_size = %7\n"
               "reserve_pool_size = %8\nreserve_pool_timeout = 3\nmax_db_connections = %9\n")
        .arg(server.database, server.host.isEmpty() ? QStringLiteral("localhost") : server.host)
        .arg(server.port)
        .arg(PoolerPort)
        .arg(mode)
        .arg(PoolerClients)
        .arg(poolSizeOf(server))
        .arg(qMax(2, poolSizeOf(server) / 5))
        .arg((server.maxConnections - server.reserved) * 4 / 5);
}

} // namespace

ScalingPart replicasPart(const InstanceSession &session, const ServerMeasure *server,
                         const OperationContext &context)
{
    ScalingPart part{
        QStringLiteral("replicas"), ScalingPartsText::tr("Several copies of the service"), {}, {}};
    part.findings << stateFinding(session, context);
    const QUrl health(session.healthUrl());
    const int port = health.port(health.isEmpty() ? 8080 : 80);
    part.findings << found(
        "health", ScalingPartsText::tr("Health address"), holdsOr(!health.isEmpty(), ProbeVerdict::ToKnow),
        health.isEmpty()
            ? ScalingPartsText::tr("None is known, so a balancer cannot tell a copy that does not work.")
            : health.toString());
    if (server)
        part.findings << connectionFinding(*server);
    if (part.findings.first().verdict == ProbeVerdict::InTheWay)
        return part;
    const QString kind = session.runtime().kind();
    const QString service = session.instance().runtime.service;
    if (kind == QLatin1String("compose") && !service.isEmpty()) {
        part.findings << found(
            "ports", ScalingPartsText::tr("Published port"), ProbeVerdict::ToKnow,
            ScalingPartsText::tr("Two copies cannot publish the same port, so the balancer "
                                 "takes it over."),
            ScalingPartsText::tr("The service may have no container_name, which two copies "
                                 "cannot share."));
        part.texts << ScalingText{QStringLiteral("compose.override.yml"), composeText(service, port)}
                   << ScalingText{QStringLiteral("balancer.conf"),
                                  balancerText(port, {QStringLiteral("%1:%2").arg(service).arg(port)})};
        part.findings << found("reload", ScalingPartsText::tr("Number of copies"), ProbeVerdict::ToKnow,
                               ScalingPartsText::tr("nginx finds all copies when it starts. Restart it after "
                                                    "you change their number."));
        return part;
    }
    QStringList targets;
    for (int copy = 1; copy <= Copies; ++copy)
        targets << QStringLiteral("127.0.0.1:%1").arg(port + copy);
    part.findings << found(
        "ports", ScalingPartsText::tr("Port of each copy"), ProbeVerdict::ToKnow,
        ScalingPartsText::tr("Start each copy with a port of its own; the balancer takes %1.").arg(port));
    part.texts << ScalingText{QStringLiteral("nginx.conf"), balancerText(port, targets)};
    return part;
}

ScalingPart replicaPart(const ServerMeasure &server)
{
    ScalingPart part{QStringLiteral("replica"), ScalingPartsText::tr("Read replica"), {}, {}};
    if (server.isStandby)
        part.findings << found("standby", ScalingPartsText::tr("Role"), ProbeVerdict::ToKnow,
                               ScalingPartsText::tr("This server is a standby itself; ask its primary."));
    part.findings
        << found("wal-level", QStringLiteral("wal_level"),
                 holdsOr(server.walLevel != QLatin1String("minimal"), ProbeVerdict::InTheWay),
                 server.walLevel)
        << found("senders", QStringLiteral("max_wal_senders"),
                 holdsOr(server.maxSenders >= WantedSenders, ProbeVerdict::InTheWay),
                 ScalingPartsText::tr("%1, and a replica and its base copy need 2.").arg(server.maxSenders))
        << found("slots", QStringLiteral("max_replication_slots"),
                 holdsOr(server.maxSlots > 0, ProbeVerdict::InTheWay), QString::number(server.maxSlots),
                 ScalingPartsText::tr("A slot keeps WAL until the replica has it: watch the disk, and "
                                      "drop the slot when the replica is given up."));
    const bool isOpen = server.listenAddresses != QLatin1String("localhost")
                        && server.listenAddresses != QLatin1String("127.0.0.1")
                        && !server.listenAddresses.isEmpty();
    part.findings
        << found("listen", QStringLiteral("listen_addresses"), holdsOr(isOpen, ProbeVerdict::ToKnow),
                 server.listenAddresses,
                 isOpen ? QString()
                        : ScalingPartsText::tr("A replica on another machine does not reach it so."))
        << found("standbys", ScalingPartsText::tr("Replicas now"), ProbeVerdict::Holds,
                 QString::number(server.standbys))
        << found("space", ScalingPartsText::tr("Space"), ProbeVerdict::ToKnow,
                 ScalingPartsText::tr("The replica needs at least %1.").arg(formatBytes(server.bytes)))
        << found("use", ScalingPartsText::tr("Use"), ProbeVerdict::ToKnow,
                 ScalingPartsText::tr("A replica lags behind and only reads: the service needs a second "
                                      "address for reads that may be a moment old."));
    part.texts << ScalingText{ScalingPartsText::tr("On the primary, then on the replica"),
                              replicaCommands(server)};
    return part;
}

ScalingPart poolerPart(const ServerMeasure &server)
{
    ScalingPart part{QStringLiteral("pooler"), ScalingPartsText::tr("Connection pooler"), {}, {}};
    const int usable = server.maxConnections - server.reserved;
    const double share = usable > 0 ? double(server.connections) / usable : 1.0;
    part.findings << found("connections", ScalingPartsText::tr("Connections"),
                           holdsOr(share < MostlyTaken, ProbeVerdict::InTheWay),
                           ScalingPartsText::tr("%1 of %2 are in use, %3 of them do something now.")
                               .arg(server.connections)
                               .arg(usable)
                               .arg(server.active),
                           share < MostlyTaken ? ScalingPartsText::tr("It is not needed yet.") : QString());
    if (!server.poolerVersion.isEmpty())
        part.findings << found(
            "pooler", QStringLiteral("PgBouncer"), ProbeVerdict::Holds,
            ScalingPartsText::tr("Version %1 is in use already.").arg(server.poolerVersion));
    part.findings << (needsSessions(server)
                          ? found("mode", QStringLiteral("pool_mode"), ProbeVerdict::InTheWay,
                                  ScalingPartsText::tr(
                                      "%1 sessions listen and %2 hold advisory locks: only the mode "
                                      "“session” keeps these.")
                                      .arg(server.listening)
                                      .arg(server.advisory))
                          : found("mode", QStringLiteral("pool_mode"), ProbeVerdict::ToKnow,
                                  ScalingPartsText::tr(
                                      "“transaction” forbids what outlives a transaction: SET, LISTEN, "
                                      "advisory locks of a session, WITH HOLD cursors, temporary tables, "
                                      "and named prepared statements before PgBouncer 1.21.")));
    part.findings << found("secrets", ScalingPartsText::tr("Passwords"), ProbeVerdict::ToKnow,
                           ScalingPartsText::tr("They belong into userlist.txt; none is written here."))
                  << found("address", ScalingPartsText::tr("Address of the service"), ProbeVerdict::ToKnow,
                           ScalingPartsText::tr(
                               "The service then connects to port %1. Backups, VACUUM and Pilothouse go on "
                               "to the server itself.")
                               .arg(PoolerPort));
    part.texts << ScalingText{QStringLiteral("pgbouncer.ini"), poolerText(server)};
    return part;
}

} // namespace pilothouse
