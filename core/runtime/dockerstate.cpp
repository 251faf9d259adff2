// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerstate.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/runtime/environmententries.h"
#include "core/runtime/procfs.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace pilothouse {

namespace {

constexpr qsizetype HealthLogLength = 2000;

struct DockerStateText
{
    Q_DECLARE_TR_FUNCTIONS(DockerEngine)
};

QJsonObject stateChild(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

QString stateText(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

qint64 number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInteger();
}

/// The engine's zero time means never.
QDateTime moment(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toUTC() : QDateTime();
}

ServiceState stateFrom(const QString &name, const QString &health)
{
    if (name == QLatin1String("running"))
        return health == QLatin1String("starting") ? ServiceState::Starting : ServiceState::Running;
    if (name == QLatin1String("paused"))
        return ServiceState::Paused;
    if (name == QLatin1String("restarting"))
        return ServiceState::Restarting;
    if (name == QLatin1String("created") || name == QLatin1String("exited") || name == QLatin1String("dead")
        || name == QLatin1String("removing"))
        return ServiceState::Stopped;
    return ServiceState::Unknown;
}

QString lastHealthOutput(const QJsonObject &health)
{
    const QJsonArray log = health.value(QLatin1String("Log")).toArray();
    if (log.isEmpty())
        return {};
    const QString output = stateText(log.last().toObject(), "Output").trimmed();
    return visibleText(redacted(output.left(HealthLogLength)));
}

/// Seconds of a time in nanoseconds; what is not set is the engine's own default.
int secondsOf(const QJsonObject &check, const char *key, int fallback)
{
    const qint64 seconds = number(check, key) / 1'000'000'000;
    return seconds > 0 ? static_cast<int>(seconds) : fallback;
}

std::optional<HealthCheck> healthCheckFrom(const QJsonObject &check)
{
    QStringList words;
    for (const QJsonValue &word : check.value(QLatin1String("Test")).toArray())
        words << word.toString();
    const QString how = words.value(0);
    if (how.isEmpty() || how == QLatin1String("NONE"))
        return std::nullopt;
    HealthCheck found;
    found.command = visibleText(redacted(words.mid(1).join(u' ').left(HealthLogLength)));
    found.intervalSeconds = secondsOf(check, "Interval", 30);
    found.timeoutSeconds = secondsOf(check, "Timeout", 30);
    found.startSeconds = secondsOf(check, "StartPeriod", 0);
    found.retries = number(check, "Retries") > 0 ? static_cast<int>(number(check, "Retries")) : 3;
    return found;
}

QString reasonFrom(const QJsonObject &state, const ServiceStatus &status)
{
    if (status.state == ServiceState::Unknown)
        return DockerStateText::tr("The container engine tells no state that Pilothouse knows.");
    if (status.state != ServiceState::Stopped && status.state != ServiceState::Restarting)
        return {};
    if (status.isOutOfMemory)
        return DockerStateText::tr("It was killed because it needed more memory than it may use.");
    const QString problem = stateText(state, "Error");
    if (!problem.isEmpty())
        return visibleText(redacted(problem.left(HealthLogLength)));
    if (status.exitCode == 137)
        return DockerStateText::tr("It was killed (exit code 137).");
    if (status.exitCode.value_or(0) != 0)
        return DockerStateText::tr("It ended with exit code %1.").arg(*status.exitCode);
    return {};
}

qint64 sumOfBlockOperations(const QJsonObject &sample, const QString &operation)
{
    qint64 sum = 0;
    for (const QJsonValue &value :
         stateChild(sample, "blkio_stats").value(QLatin1String("io_service_bytes_recursive")).toArray()) {
        if (stateText(value.toObject(), "op").compare(operation, Qt::CaseInsensitive) == 0)
            sum += number(value.toObject(), "value");
    }
    return sum;
}

double cpuPercent(const QJsonObject &sample)
{
    const QJsonObject now = stateChild(sample, "cpu_stats");
    const QJsonObject before = stateChild(sample, "precpu_stats");
    const qint64 used = number(stateChild(now, "cpu_usage"), "total_usage")
                        - number(stateChild(before, "cpu_usage"), "total_usage");
    const qint64 passed = number(now, "system_cpu_usage") - number(before, "system_cpu_usage");
    qint64 cores = number(now, "online_cpus");
    if (cores <= 0)
        cores = std::max<qint64>(
            1, stateChild(now, "cpu_usage").value(QLatin1String("percpu_usage")).toArray().size());
    if (used <= 0 || passed <= 0 || number(before, "system_cpu_usage") == 0)
        return 0;
    return static_cast<double>(used) / static_cast<double>(passed) * static_cast<double>(cores) * 100;
}

} // namespace

ServiceStatus statusFromInspect(const QJsonObject &inspected)
{
    const QJsonObject state = stateChild(inspected, "State");
    const QJsonObject health = stateChild(state, "Health");
    ServiceStatus status;
    const QString healthName = stateText(health, "Status");
    if (healthName != QLatin1String("none"))
        status.health = healthName;
    status.state = stateFrom(stateText(state, "Status"), status.health);
    status.healthLog = lastHealthOutput(health);
    status.healthCheck = healthCheckFrom(stateChild(stateChild(inspected, "Config"), "Healthcheck"));
    status.pid = number(state, "Pid");
    status.startedAt = moment(stateText(state, "StartedAt"));
    status.endedAt = moment(stateText(state, "FinishedAt"));
    if (status.state == ServiceState::Stopped || status.state == ServiceState::Restarting)
        status.exitCode = static_cast<int>(number(state, "ExitCode"));
    else
        status.lastEndedAt = std::exchange(status.endedAt, {});
    status.isOutOfMemory = state.value(QLatin1String("OOMKilled")).toBool();
    status.reason = reasonFrom(state, status);
    status.restartCount = static_cast<int>(number(inspected, "RestartCount"));
    status.image = stateText(stateChild(inspected, "Config"), "Image");
    status.imageDigest = stateText(inspected, "Image");
    status.restartPolicy = restartPolicyFromInspect(inspected).name;
    status.removesItself = stateChild(inspected, "HostConfig").value(QLatin1String("AutoRemove")).toBool();
    status.identity = stateText(inspected, "Id");
    return status;
}

QList<MountEntry> mountsFromInspect(const QJsonObject &inspected)
{
    QList<MountEntry> mounts;
    for (const QJsonValue &value : inspected.value(QLatin1String("Mounts")).toArray()) {
        const QJsonObject object = value.toObject();
        MountEntry mount;
        mount.kind = stateText(object, "Type");
        mount.source = stateText(object, "Source");
        if (mount.source.isEmpty())
            mount.source = stateText(object, "Name");
        mount.target = stateText(object, "Destination");
        mount.isReadOnly = !object.value(QLatin1String("RW")).toBool(true);
        mounts.append(mount);
    }
    // The engine lists them in another order each time it is asked.
    std::sort(mounts.begin(), mounts.end(),
              [](const MountEntry &a, const MountEntry &b) { return a.target < b.target; });
    return mounts;
}

QList<EnvironmentEntry> environmentFromInspect(const QJsonObject &inspected)
{
    QList<QByteArray> lines;
    for (const QJsonValue &value : stateChild(inspected, "Config").value(QLatin1String("Env")).toArray())
        lines << value.toString().toUtf8();
    return environmentEntries(lines);
}

DockerRestartPolicy restartPolicyFromInspect(const QJsonObject &inspected)
{
    const QJsonObject policy = stateChild(stateChild(inspected, "HostConfig"), "RestartPolicy");
    const QString name = stateText(policy, "Name");
    return {name.isEmpty() ? QStringLiteral("no") : name,
            static_cast<int>(number(policy, "MaximumRetryCount"))};
}

std::optional<int> stopTimeFromInspect(const QJsonObject &inspected)
{
    const QJsonValue value = stateChild(inspected, "Config").value(QLatin1String("StopTimeout"));
    if (!value.isDouble() || value.toInt() < 0)
        return std::nullopt;
    return value.toInt();
}

QUrl reachableFromInspect(const QJsonObject &inspected, QUrl inside)
{
    const QJsonObject network = stateChild(inspected, "NetworkSettings");
    const QString port = QStringLiteral("%1/tcp").arg(inside.port(80));
    QJsonArray bindings = stateChild(network, "Ports").value(port).toArray();
    const QJsonObject host = stateChild(inspected, "HostConfig");
    const bool isUp = stateChild(inspected, "State").value(QLatin1String("Running")).toBool();
    // Nothing is published while it is stopped; these ports it will have.
    if (!isUp && bindings.isEmpty() && stateText(host, "NetworkMode") != QLatin1String("host"))
        bindings = stateChild(host, "PortBindings").value(port).toArray();
    for (const QJsonValue &value : bindings) {
        const int published = stateText(value.toObject(), "HostPort").toInt();
        if (published <= 0 || published > 65535)
            continue;
        const QHostAddress bound(stateText(value.toObject(), "HostIp"));
        const bool isAny = bound.isNull() || bound == QHostAddress::AnyIPv4 || bound == QHostAddress::AnyIPv6;
        inside.setHost(isAny ? QStringLiteral("127.0.0.1") : bound.toString());
        inside.setPort(published);
        return inside;
    }
    QStringList own{stateText(network, "IPAddress")};
    for (const QJsonValue &attached : stateChild(network, "Networks"))
        own << stateText(attached.toObject(), "IPAddress");
    for (const QString &address : std::as_const(own)) {
        if (QHostAddress(address).isNull())
            continue;
        inside.setHost(address);
        break;
    }
    return inside;
}

QString supervisorFromInspect(const QJsonObject &inspected)
{
    const QJsonObject labels = stateChild(stateChild(inspected, "Config"), "Labels");
    return labels.contains(QLatin1String("com.docker.swarm.service.id")) ? QStringLiteral("Swarm")
                                                                         : QString();
}

std::optional<ServiceStatistics> statisticsFromSample(const QJsonObject &sample)
{
    const QDateTime read = moment(stateText(sample, "read"));
    if (!read.isValid())
        return std::nullopt;
    ServiceStatistics statistics;
    statistics.at = read;
    statistics.cpuPercent = cpuPercent(sample);
    const QJsonObject memory = stateChild(sample, "memory_stats");
    const QJsonObject details = stateChild(memory, "stats");
    const qint64 cache = details.contains(QLatin1String("total_inactive_file"))
                             ? number(details, "total_inactive_file")
                             : number(details, "inactive_file");
    const qint64 usage = number(memory, "usage");
    statistics.memoryBytes = cache < usage ? usage - cache : usage;
    const qint64 limit = number(memory, "limit");
    statistics.memoryLimit = limit >= machineMemory() ? 0 : limit;
    for (const QJsonValue &network : stateChild(sample, "networks")) {
        statistics.networkReceived += number(network.toObject(), "rx_bytes");
        statistics.networkSent += number(network.toObject(), "tx_bytes");
    }
    statistics.blockRead = sumOfBlockOperations(sample, QStringLiteral("read"));
    statistics.blockWritten = sumOfBlockOperations(sample, QStringLiteral("write"));
    return statistics;
}

} // namespace pilothouse
