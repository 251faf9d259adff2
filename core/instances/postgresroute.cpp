// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/postgresroute.h"

#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/dockerruntime.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>

namespace pilothouse {
namespace {

constexpr int StandardPort = 5432;

struct PostgresRouteText
{
    Q_DECLARE_TR_FUNCTIONS(PostgresRoute)
};

bool isLoopback(const QString &host)
{
    return host.isEmpty() || host == QLatin1String("localhost") || host == QLatin1String("::1")
           || host.startsWith(QLatin1String("127."));
}

/// An address, a folder or a name with dots leads there from everywhere.
bool mayBeService(const QString &host)
{
    return !host.isEmpty() && !host.contains(u'/') && !host.contains(u'.') && !host.contains(u':');
}

QJsonObject networksOf(const QJsonObject &inspected)
{
    return inspected.value(QLatin1String("NetworkSettings"))
        .toObject()
        .value(QLatin1String("Networks"))
        .toObject();
}

/// Whether containers know it by this name in a network that it shares with one of them.
bool answersTo(const QJsonObject &inspected, const QString &name, const QStringList &networks)
{
    const QJsonObject all = networksOf(inspected);
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!networks.contains(it.key()))
            continue;
        for (const QJsonValue &alias : it->toObject().value(QLatin1String("Aliases")).toArray()) {
            if (alias.toString() == name)
                return true;
        }
    }
    return inspected.value(QLatin1String("Name")).toString() == u'/' + name;
}

/// The container that the service means by a host's name; empty: none.
Result<QString> containerNamed(const InstanceSession &session, const QString &name,
                               const OperationContext &context)
{
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime())) {
        const auto containers = compose->project().containers(context);
        if (!containers)
            return failure(containers.error());
        for (const DockerContainer &container : *containers) {
            if (ComposeProject::serviceOf(container) == name)
                return container.id;
        }
    }
    const auto own = containerOf(session.runtime(), context);
    if (!own)
        return failure(own.error());
    const auto inspected = own->engine.inspect(own->container, context);
    const auto all = own->engine.containers(context);
    if (!inspected || !all)
        return failure(inspected ? all.error() : inspected.error());
    const QStringList networks = networksOf(*inspected).keys();
    for (const DockerContainer &container : *all) {
        const auto other = own->engine.inspect(container.id, context);
        if (other && answersTo(*other, name, networks))
            return container.id;
    }
    return QString();
}

Result<DatabaseConnection> throughContainer(const InstanceSession &session, DatabaseConnection connection,
                                            const QString &container, const OperationContext &context)
{
    const auto own = containerOf(session.runtime(), context);
    if (!own)
        return failure(own.error());
    const auto inspected = own->engine.inspect(container, context);
    if (!inspected)
        return failure(inspected.error());
    const auto door = doorOfContainer(*inspected, connection.port > 0 ? connection.port : StandardPort);
    QString name = inspected->value(QLatin1String("Name")).toString();
    name.remove(0, name.startsWith(u'/') ? 1 : 0);
    if (!door)
        return failure(Error{
            ErrorKind::Unreachable,
            name,
            PostgresRouteText::tr("The database's container %1 does not run, or is in no network.").arg(name),
            PostgresRouteText::tr("Start it, then try again."),
            {}});
    connection.host = door->address;
    connection.port = door->port;
    connection.container = name;
    return connection;
}

} // namespace

std::optional<ContainerDoor> doorOfContainer(const QJsonObject &inspected, int port)
{
    const QJsonObject state = inspected.value(QLatin1String("State")).toObject();
    if (!state.value(QLatin1String("Running")).toBool())
        return std::nullopt;
    const QJsonObject settings = inspected.value(QLatin1String("NetworkSettings")).toObject();
    const QJsonArray published =
        settings.value(QLatin1String("Ports")).toObject().value(QStringLiteral("%1/tcp").arg(port)).toArray();
    for (const QJsonValue &entry : published) {
        const QHostAddress address(entry.toObject().value(QLatin1String("HostIp")).toString());
        const int outside = entry.toObject().value(QLatin1String("HostPort")).toString().toInt();
        const bool isAny = address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
        if (outside > 0)
            return ContainerDoor{isAny ? QStringLiteral("127.0.0.1") : address.toString(), outside};
    }
    for (const QJsonValue &network : networksOf(inspected)) {
        const QString address = network.toObject().value(QLatin1String("IPAddress")).toString();
        if (!address.isEmpty())
            return ContainerDoor{address, port};
    }
    const QJsonObject host = inspected.value(QLatin1String("HostConfig")).toObject();
    if (host.value(QLatin1String("NetworkMode")).toString() == QLatin1String("host"))
        return ContainerDoor{QStringLiteral("127.0.0.1"), port};
    return std::nullopt;
}

Result<DatabaseConnection> reachableConnection(const InstanceSession &session, DatabaseConnection connection,
                                               bool isOperators, const OperationContext &context)
{
    if (!connection.container.isEmpty())
        return throughContainer(session, connection, connection.container, context);
    if (!runsInContainers(session.runtime()) || !connection.service.isEmpty())
        return connection;
    if (!isOperators && isLoopback(connection.host)) {
        const auto own = containerOf(session.runtime(), context);
        return own ? throughContainer(session, connection, own->container, context)
                   : Result<DatabaseConnection>(failure(own.error()));
    }
    if (!mayBeService(connection.host) || isLoopback(connection.host))
        return connection;
    const auto container = containerNamed(session, connection.host, context);
    if (!container)
        return failure(container.error());
    return container->isEmpty() ? connection : throughContainer(session, connection, *container, context);
}

} // namespace pilothouse
