// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/exposure.h"

#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/dockerstate.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

struct ExposureText
{
    Q_DECLARE_TR_FUNCTIONS(Exposure)
};

QJsonObject child(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

enum class Reach { Machine, OneNetwork, Everywhere };

Reach reachOf(const QString &address)
{
    const QHostAddress host(address);
    if (address.isEmpty() || host == QHostAddress(QHostAddress::AnyIPv4)
        || host == QHostAddress(QHostAddress::AnyIPv6))
        return Reach::Everywhere;
    return host.isLoopback() ? Reach::Machine : Reach::OneNetwork;
}

QString shownAddress(const QString &address, const QString &port)
{
    return address.contains(u':')
               ? QStringLiteral("[%1]:%2").arg(address, port)
               : QStringLiteral("%1:%2").arg(address.isEmpty() ? QStringLiteral("0.0.0.0") : address, port);
}

QString titleOfPort(const QString &port)
{
    return ExposureText::tr("Port %1").arg(port);
}

/// One binding of one port of a container.
struct Published
{
    QString inside; // "5200/tcp"
    QString address;
    QString port;
};

QList<Published> publishedPorts(const QJsonObject &inspected)
{
    QList<Published> published;
    QJsonObject ports = child(child(inspected, "NetworkSettings"), "Ports");
    if (ports.isEmpty()) // it does not run: what it will have
        ports = child(child(inspected, "HostConfig"), "PortBindings");
    for (auto port = ports.begin(); port != ports.end(); ++port) {
        for (const QJsonValue &value : port.value().toArray()) {
            const QJsonObject binding = value.toObject();
            published << Published{port.key(), binding.value(QLatin1String("HostIp")).toString(),
                                   binding.value(QLatin1String("HostPort")).toString()};
        }
    }
    return published;
}

void lookAtPorts(Exposure &exposure, const QList<Published> &published)
{
    for (const Published &port : published) {
        const QString shown = shownAddress(port.address, port.port);
        const QString id = QStringLiteral("port.%1.%2").arg(port.inside, shown);
        const Reach reach = reachOf(port.address);
        if (reach == Reach::Machine)
            exposure.findings << probeFinding(
                id, ProbeVerdict::Holds, titleOfPort(port.inside),
                ExposureText::tr("Published at %1: only this machine reaches it.").arg(shown));
        else
            exposure.findings << probeFinding(
                id, reach == Reach::Everywhere ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow,
                titleOfPort(port.inside),
                reach == Reach::Everywhere
                    ? ExposureText::tr(
                          "Published at %1: whoever reaches this machine reaches the service, past its "
                          "firewall.")
                          .arg(shown)
                    : ExposureText::tr("Published at %1: whoever is in that network reaches the service.")
                          .arg(shown),
                ExposureText::tr(
                    "Publish it at 127.0.0.1 alone, with a reverse proxy that speaks HTTPS before it."));
    }
    if (published.isEmpty())
        exposure.findings << probeFinding(QStringLiteral("port.none"), ProbeVerdict::Holds,
                                          ExposureText::tr("Published ports"),
                                          ExposureText::tr("None: only its own networks reach it."));
}

void lookAtNetworks(Exposure &exposure, const QJsonObject &inspected, const QList<QJsonObject> &networks)
{
    const QString mode = child(inspected, "HostConfig").value(QLatin1String("NetworkMode")).toString();
    const QString title = ExposureText::tr("Network");
    if (mode == QLatin1String("host")) {
        exposure.findings << probeFinding(
            QStringLiteral("network.host"), ProbeVerdict::InTheWay, title,
            ExposureText::tr(
                "It shares the network of this machine: every port that it opens is open outside."),
            ExposureText::tr("Give it a network of its own, and publish only what is needed."));
        return;
    }
    if (mode.startsWith(QLatin1String("container:")) || mode == QLatin1String("none"))
        exposure.findings << probeFinding(QStringLiteral("network.mode"), ProbeVerdict::ToKnow, title, mode);
    for (const QJsonObject &network : networks) {
        const QString name = network.value(QLatin1String("Name")).toString();
        const bool isInternal = network.value(QLatin1String("Internal")).toBool();
        if (name == QLatin1String("bridge"))
            exposure.findings << probeFinding(
                QStringLiteral("network.bridge"), ProbeVerdict::ToKnow, title,
                ExposureText::tr(
                    "It is in the engine's common network “bridge”, together with every other container "
                    "that names none."),
                ExposureText::tr("Give it a network that only its reverse proxy is in as well."));
        else if (isInternal)
            exposure.findings << probeFinding(
                QStringLiteral("network.") + name, ProbeVerdict::Holds, title,
                ExposureText::tr("%1 is internal: it has no way out and none in.").arg(name));
        else
            exposure.findings << probeFinding(
                QStringLiteral("network.") + name, ProbeVerdict::ToKnow, title,
                ExposureText::tr("%1 is not internal: the service can call any address outside.").arg(name),
                ExposureText::tr("Needed where it calls a provider itself; else make the network internal."));
    }
}

void lookAtRights(Exposure &exposure, const QJsonObject &inspected)
{
    const QJsonObject host = child(inspected, "HostConfig");
    if (host.value(QLatin1String("Privileged")).toBool())
        exposure.findings << probeFinding(
            QStringLiteral("privileged"), ProbeVerdict::InTheWay, ExposureText::tr("Rights"),
            ExposureText::tr("It is privileged: whoever breaks into the service is root on this machine."),
            ExposureText::tr(
                "Create it again without --privileged, with only the capabilities that it needs."));
    else
        exposure.findings << probeFinding(QStringLiteral("privileged"), ProbeVerdict::Holds,
                                          ExposureText::tr("Rights"), ExposureText::tr("Not privileged."));
    const QJsonArray added = host.value(QLatin1String("CapAdd")).toArray();
    QStringList names;
    for (const QJsonValue &one : added)
        names << one.toString();
    if (!names.isEmpty())
        exposure.findings << probeFinding(
            QStringLiteral("capabilities"), ProbeVerdict::ToKnow, ExposureText::tr("Capabilities"),
            ExposureText::tr("It was given more than usual: %1.").arg(names.join(QStringLiteral(", "))),
            ExposureText::tr("Drop what it does not need."));
}

void lookAtMounts(Exposure &exposure, const QJsonObject &inspected)
{
    static const QStringList Sensitive{
        QStringLiteral("/"),     QStringLiteral("/etc"),  QStringLiteral("/usr"),
        QStringLiteral("/proc"), QStringLiteral("/sys"),  QStringLiteral("/root"),
        QStringLiteral("/boot"), QStringLiteral("/home"), QStringLiteral("/var")};
    for (const MountEntry &mount : mountsFromInspect(inspected)) {
        const QString id = QStringLiteral("mount.") + mount.target;
        const QString title = ExposureText::tr("Mount %1").arg(mount.target);
        if (mount.source.endsWith(QLatin1String("/docker.sock")))
            exposure.findings << probeFinding(
                id, ProbeVerdict::InTheWay, title,
                ExposureText::tr(
                    "It has the engine's socket: whoever breaks into the service rules every container "
                    "and this machine, "
                    "read-only or not."),
                ExposureText::tr("Create it again without the socket."));
        else if (Sensitive.contains(mount.source))
            exposure.findings << probeFinding(
                id, mount.isReadOnly ? ProbeVerdict::ToKnow : ProbeVerdict::InTheWay, title,
                ExposureText::tr("It sees %1 of this machine.").arg(mount.source),
                ExposureText::tr("Mount only the folder that it needs, read-only."));
        else if (!mount.isReadOnly)
            exposure.findings << probeFinding(id, ProbeVerdict::Holds, title,
                                              ExposureText::tr("Read and write: %1").arg(mount.source));
    }
}

void sortFindings(Exposure &exposure)
{
    std::stable_sort(exposure.findings.begin(), exposure.findings.end(),
                     [](const ProbeFinding &a, const ProbeFinding &b) {
                         return static_cast<int>(a.verdict) > static_cast<int>(b.verdict);
                     });
}

bool isMended(const Exposure &exposure)
{
    return std::none_of(exposure.findings.begin(), exposure.findings.end(), [](const ProbeFinding &finding) {
        return finding.verdict == ProbeVerdict::InTheWay;
    });
}

QString serviceNameOf(const QJsonObject &inspected)
{
    const QString label = child(child(inspected, "Config"), "Labels")
                              .value(QLatin1String("com.docker.compose.service"))
                              .toString();
    return label.isEmpty() ? inspected.value(QLatin1String("Name")).toString().remove(u'/') : label;
}

/// The same service reachable from this machine alone, and in a network of its own.
QString composeSnippet(const QJsonObject &inspected, const QList<Published> &published)
{
    QStringList lines{QStringLiteral("services:"), QStringLiteral("  %1:").arg(serviceNameOf(inspected)),
                      QStringLiteral("    privileged: false"), QStringLiteral("    networks:"),
                      QStringLiteral("      - internal")};
    QStringList ports;
    for (const Published &port : published) {
        const QString line =
            QStringLiteral("      - \"127.0.0.1:%1:%2\"").arg(port.port, port.inside.section(u'/', 0, 0));
        if (!ports.contains(line))
            ports << line;
    }
    if (!ports.isEmpty())
        lines << QStringLiteral("    ports:") << ports;
    lines << QStringLiteral("networks:") << QStringLiteral("  internal: {}");
    return lines.join(u'\n') + u'\n';
}

Result<Exposure> exposureOfContainer(const DockerEngine &engine, const QString &container,
                                     const OperationContext &context)
{
    const auto inspected = engine.inspect(container, context);
    if (!inspected)
        return failure(inspected.error());
    QList<QJsonObject> networks;
    for (const QString &name : child(child(*inspected, "NetworkSettings"), "Networks").keys()) {
        const auto network = engine.inspectNetwork(name, context);
        networks << network.value_or(QJsonObject{{QStringLiteral("Name"), name}});
    }
    return exposureFromInspect(*inspected, networks);
}

/// Replicas differ in their ports at most: what is the same is said once.
Result<Exposure> exposureOfContainers(const InstanceSession &session, const OperationContext &context)
{
    const auto all = containersOf(session.runtime(), context);
    if (!all)
        return failure(all.error());
    std::optional<Exposure> joined;
    for (const QString &container : all->containers) {
        const auto one = exposureOfContainer(all->engine, container, context);
        if (!one)
            return one;
        if (!joined) {
            joined = *one;
            continue;
        }
        for (const ProbeFinding &finding : one->findings)
            if (std::none_of(joined->findings.begin(), joined->findings.end(),
                             [&finding](const ProbeFinding &known) { return known.id == finding.id; }))
                joined->findings << finding;
    }
    sortFindings(*joined);
    return *joined;
}

} // namespace

Exposure exposureFromInspect(const QJsonObject &inspected, const QList<QJsonObject> &networks)
{
    Exposure exposure;
    const QList<Published> published = publishedPorts(inspected);
    lookAtPorts(exposure, published);
    lookAtNetworks(exposure, inspected, networks);
    lookAtRights(exposure, inspected);
    lookAtMounts(exposure, inspected);
    sortFindings(exposure);
    if (!isMended(exposure))
        exposure.snippet = composeSnippet(inspected, published);
    return exposure;
}

Exposure exposureFromSockets(const QList<SocketEntry> &sockets, const QString &unit)
{
    Exposure exposure;
    QStringList seen;
    for (const SocketEntry &socket : sockets) {
        const QString shown = shownAddress(socket.local, QString::number(socket.localPort));
        if (socket.state != QLatin1String("listen") || seen.contains(shown))
            continue;
        seen << shown;
        const Reach reach = reachOf(socket.local);
        const QString title = titleOfPort(QString::number(socket.localPort));
        if (reach == Reach::Machine)
            exposure.findings << probeFinding(
                QStringLiteral("port.") + shown, ProbeVerdict::Holds, title,
                ExposureText::tr("It listens at %1: only this machine reaches it.").arg(shown));
        else
            exposure.findings << probeFinding(
                QStringLiteral("port.") + shown,
                reach == Reach::Everywhere ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow, title,
                ExposureText::tr("It listens at %1: whoever reaches this machine reaches the service.")
                    .arg(shown),
                ExposureText::tr(
                    "Let it listen at 127.0.0.1, or close the port in the firewall, with a reverse "
                    "proxy that speaks HTTPS "
                    "before it."));
    }
    if (seen.isEmpty())
        exposure.findings << probeFinding(QStringLiteral("port.none"), ProbeVerdict::Holds,
                                          ExposureText::tr("Ports"), ExposureText::tr("It listens on none."));
    sortFindings(exposure);
    if (!isMended(exposure) && !unit.isEmpty())
        exposure.snippet =
            QStringLiteral("# systemctl edit %1\n[Service]\nIPAddressDeny=any\nIPAddressAllow=localhost\n")
                .arg(unit);
    return exposure;
}

Result<Exposure> exposureOf(const InstanceSession &session, const OperationContext &context)
{
    if (runsInContainers(session.runtime()))
        return exposureOfContainers(session, context);
    const auto status = session.runtime().status(context);
    if (!status)
        return failure(withSubject(status.error(), session.instance().name));
    if (status->pid <= 0)
        return failure(Error{
            ErrorKind::Refused,
            session.instance().name,
            session.runtime().canControl()
                ? ExposureText::tr("The service does not run, so it listens nowhere.")
                : ExposureText::tr("Pilothouse does not know which service uses these files."),
            session.runtime().canControl()
                ? ExposureText::tr("Start it, and look again.")
                : ExposureText::tr("Choose its container, unit or command in the settings of the instance."),
            {}});
    const auto sockets = socketsOf(status->pid);
    if (!sockets)
        return failure(sockets.error());
    return exposureFromSockets(*sockets, session.instance().runtime.unit);
}

QJsonObject toJson(const Exposure &exposure)
{
    QJsonArray findings;
    for (const ProbeFinding &finding : exposure.findings)
        findings << toJson(finding);
    return {{QStringLiteral("isOpen"), !isMended(exposure)},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("snippet"), exposure.snippet}};
}

void addExposureQuery(Catalogue &catalogue)
{
    catalogue.add(
        QueryEntry{QStringLiteral("exposure.check"),
                   ExposureText::tr("Who can reach the service"),
                   {},
                   [](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
                       return exposureOf(session, context).map([](const Exposure &exposure) {
                           return QJsonValue(toJson(exposure));
                       });
                   }});
}

} // namespace pilothouse
