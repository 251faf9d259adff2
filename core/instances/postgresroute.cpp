// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/postgresroute.h"

#include "core/postgres/postgreswait.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/dockerendpoint.h"
#include "core/runtime/dockerruntime.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>

namespace pilothouse {
namespace {

constexpr int StandardPort = 5432;
constexpr std::chrono::seconds TriedTime{60};
constexpr std::chrono::milliseconds DoorTime{800}; // on this machine; nothing there at all takes longer

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

/// The engine that runs the database's container: the service's own, or this machine's where the service runs
/// in none.
Result<QString> engineSocketFor(const InstanceSession &session, const OperationContext &context)
{
    if (!runsInContainers(session.runtime()))
        return dockerSocket(session.instance().runtime.engine, DockerSurroundings::current());
    return containerOf(session.runtime(), context).map([](const ContainerAccess &own) {
        return own.engine.socket();
    });
}

/// Whether something takes a connection there, found out by one.
bool takesConnections(const ContainerDoor &door, const OperationContext &context)
{
    const QHostAddress address(door.address);
    sockaddr_in place = {};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<quint16>(door.port));
    place.sin_addr.s_addr = htonl(address.toIPv4Address());
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const auto *general = reinterpret_cast<const sockaddr *>(&place);
    if (::connect(socket.number(), general, sizeof place) == 0)
        return true;
    const auto until = std::chrono::steady_clock::now() + DoorTime;
    if (errno != EINPROGRESS || !waitForSocket(socket.number(), true, until, context))
        return false;
    int problem = 0;
    socklen_t size = sizeof problem;
    return ::getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &problem, &size) == 0 && problem == 0;
}

Result<DatabaseConnection> throughContainer(const InstanceSession &session, DatabaseConnection connection,
                                            const QString &container, ContainerBridges &bridges,
                                            const OperationContext &context)
{
    const auto socket = engineSocketFor(session, context);
    if (!socket)
        return failure(socket.error());
    const DockerEngine engine(*socket);
    const auto inspected = engine.inspect(container, context);
    if (!inspected)
        return failure(inspected.error());
    const int inside = connection.port > 0 ? connection.port : StandardPort;
    const auto door = doorOfContainer(*inspected, inside);
    QString name = inspected->value(QLatin1String("Name")).toString();
    name.remove(0, name.startsWith(u'/') ? 1 : 0);
    const QJsonObject state = inspected->value(QLatin1String("State")).toObject();
    if (!state.value(QLatin1String("Running")).toBool())
        return failure(Error{ErrorKind::Unreachable,
                             name,
                             PostgresRouteText::tr("The database's container %1 does not run.").arg(name),
                             PostgresRouteText::tr("Start it, then try again."),
                             {}});
    connection.container = name;
    const QString id = inspected->value(QLatin1String("Id")).toString(name);
    const bool isReached =
        door
        && (door->isPublished || (!bridges.leadsTo(engine, id, inside) && takesConnections(*door, context)));
    if (!isReached) {
        const auto folder = bridges.folderFor(engine, id, inside, context);
        if (folder) {
            connection.host = *folder;
            connection.port = inside;
            return connection;
        }
        if (!door || folder.error().kind == ErrorKind::Cancelled)
            return failure(withSubject(folder.error(), name));
    }
    connection.host = door->address;
    connection.port = door->port;
    return connection;
}

QString wayKey(const DockerEngine &engine, const QString &container, int port)
{
    return engine.socket() + u'|' + container + u'|' + QString::number(port);
}

} // namespace

bool ContainerBridges::leadsTo(const DockerEngine &engine, const QString &container, int port) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_ways.find(wayKey(engine, container, port));
    return found != m_ways.end()
           && std::chrono::steady_clock::now() < found->second.triedDirectly + TriedTime;
}

Result<QString> ContainerBridges::folderFor(const DockerEngine &engine, const QString &container, int port,
                                            const OperationContext &context)
{
    const QString key = wayKey(engine, container, port);
    const auto now = std::chrono::steady_clock::now();
    const QMutexLocker lock(&m_mutex);
    if (const auto found = m_ways.find(key); found != m_ways.end()) {
        if (now > found->second.triedDirectly + TriedTime)
            found->second.triedDirectly = now;
        return found->second.bridge->folder();
    }
    auto bridge = ContainerBridge::open(engine.socket(), container, port, context);
    if (!bridge)
        return failure(bridge.error());
    return m_ways.emplace(key, Way{std::move(*bridge), now}).first->second.bridge->folder();
}

QString ContainerBridges::problemOf(const QString &folder) const
{
    const QMutexLocker lock(&m_mutex);
    for (const auto &[key, way] : m_ways) {
        if (way.bridge->folder() == folder)
            return way.bridge->lastProblem();
    }
    return {};
}

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
        const bool isAny =
            address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
        if (outside > 0)
            return ContainerDoor{isAny ? QStringLiteral("127.0.0.1") : address.toString(), outside, true};
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
                                               bool isOperators, ContainerBridges &bridges,
                                               const OperationContext &context)
{
    if (!connection.container.isEmpty())
        return throughContainer(session, connection, connection.container, bridges, context);
    if (!runsInContainers(session.runtime()) || !connection.service.isEmpty())
        return connection;
    if (!isOperators && isLoopback(connection.host)) {
        const auto own = containerOf(session.runtime(), context);
        return own ? throughContainer(session, connection, own->container, bridges, context)
                   : Result<DatabaseConnection>(failure(own.error()));
    }
    if (!mayBeService(connection.host) || isLoopback(connection.host))
        return connection;
    const auto container = containerNamed(session, connection.host, context);
    if (!container)
        return failure(container.error());
    return container->isEmpty() ? connection
                                : throughContainer(session, connection, *container, bridges, context);
}

} // namespace pilothouse
