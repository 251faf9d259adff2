// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/servicefacts.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {

struct ServiceFactsText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceFacts)
};

QString stateWordOf(ServiceState state)
{
    switch (state) {
    case ServiceState::Running:
        return ServiceFactsText::tr("Running");
    case ServiceState::Starting:
        return ServiceFactsText::tr("Starting");
    case ServiceState::Stopped:
        return ServiceFactsText::tr("Stopped");
    case ServiceState::Paused:
        return ServiceFactsText::tr("Paused");
    case ServiceState::Restarting:
        return ServiceFactsText::tr("Restarts again and again");
    case ServiceState::Missing:
        return ServiceFactsText::tr("Not there");
    case ServiceState::Unknown:
        break;
    }
    return ServiceFactsText::tr("Not known");
}

ServiceFact stateFact(const InstanceSnapshot &snapshot, const QDateTime &now)
{
    ServiceFact fact{ServiceFactsText::tr("State"), {}, {}};
    if (!snapshot.status) {
        fact.value = ServiceFactsText::tr("Not known");
        return fact;
    }
    const ServiceStatus &status = *snapshot.status;
    fact.value = stateWordOf(status.state);
    const bool isRunning = status.state == ServiceState::Running;
    const QDateTime since = isRunning ? status.startedAt : status.endedAt;
    if (since.isValid())
        fact.more = ServiceFactsText::tr("since %1, %2")
                        .arg(formatMoment(since, now), formatDuration(since.msecsTo(now)));
    else
        fact.more = status.reason;
    fact.isBad = status.isOutOfMemory || status.state == ServiceState::Missing
                 || status.state == ServiceState::Restarting;
    return fact;
}

ServiceFact healthFact(const InstanceSnapshot &snapshot, const QDateTime &now)
{
    ServiceFact fact{ServiceFactsText::tr("Health answer"), {}, {}};
    const HealthAnswer &health = snapshot.health;
    if (health.verdict == HealthVerdict::NotChecked) {
        fact.value = ServiceFactsText::tr("Not checked");
        fact.more = health.reason;
        return fact;
    }
    if (health.verdict == HealthVerdict::Passed) {
        fact.value = health.milliseconds < 1
                         ? ServiceFactsText::tr("%1 in under 1 ms").arg(health.status)
                         : ServiceFactsText::tr("%1 after %2 ms").arg(health.status).arg(health.milliseconds);
        fact.more = ServiceFactsText::tr("%1 ago").arg(formatDuration(health.at.msecsTo(now)));
        return fact;
    }
    fact.isBad = true;
    fact.value = health.status > 0 ? ServiceFactsText::tr("%1, not as expected").arg(health.status)
                                   : ServiceFactsText::tr("No answer");
    fact.more = snapshot.failingSince.isValid()
                    ? ServiceFactsText::tr("for %1, %n time(s) in a row", nullptr, snapshot.healthFailures)
                          .arg(formatDuration(snapshot.failingSince.msecsTo(now)))
                    : health.reason;
    return fact;
}

ServiceFact versionFact(const ServiceStatus &status)
{
    const QString tag = status.image.section(u'/', -1).section(u':', 1);
    const QString digest = status.imageDigest.section(u':', -1).left(12);
    ServiceFact fact{ServiceFactsText::tr("Version"), tag.isEmpty() ? status.image : tag,
                     status.image.section(u':', 0, 0)};
    if (!digest.isEmpty())
        fact.more += QStringLiteral(" \u00B7 ") + digest;
    return fact;
}

ServiceFact processFact(const ServiceStatus &status)
{
    ServiceFact fact{ServiceFactsText::tr("Process"), {}, {}};
    if (status.pid > 0)
        fact.value = QString::number(status.pid);
    if (!status.definition.isEmpty())
        fact.more = visibleLine(status.definition.section(u'/', -1));
    return fact;
}

ServiceFact ownHealthFact(const ServiceStatus &status)
{
    ServiceFact fact{
        ServiceFactsText::tr("Own health check"), {}, ServiceFactsText::tr("The container has none")};
    if (status.health.isEmpty())
        return fact;
    fact.value = status.health;
    fact.more = status.healthLog.trimmed().section(u'\n', -1);
    fact.isBad = status.health == QLatin1String("unhealthy");
    return fact;
}

ServiceFact healthTestFact(const ServiceStatus &status)
{
    ServiceFact fact{ServiceFactsText::tr("How it is checked"), {}, {}};
    if (!status.healthCheck)
        return fact;
    const auto seconds = [](int value) { return formatDuration(qint64(value) * 1000); };
    fact.value = ServiceFactsText::tr("every %1").arg(seconds(status.healthCheck->intervalSeconds));
    fact.more = ServiceFactsText::tr("within %1, %n tries", nullptr, status.healthCheck->retries)
                    .arg(seconds(status.healthCheck->timeoutSeconds));
    return fact;
}

ServiceFact exitFact(const ServiceStatus &status, const QDateTime &now)
{
    ServiceFact fact{ServiceFactsText::tr("Last exit"), {}, {}};
    const bool isOver = status.endedAt.isValid() || status.exitCode;
    const QDateTime at = isOver ? status.endedAt : status.lastEndedAt;
    if (!isOver) {
        fact.value = at.isValid() ? formatMoment(at, now) : ServiceFactsText::tr("Never");
        fact.more = at.isValid() ? ServiceFactsText::tr("before this run")
                                 : ServiceFactsText::tr("since it was made");
        return fact;
    }
    fact.value =
        status.exitCode ? ServiceFactsText::tr("code %1").arg(*status.exitCode) : formatMoment(at, now);
    fact.isBad = status.isOutOfMemory || status.exitCode.value_or(0) != 0;
    QStringList more;
    if (at.isValid() && status.exitCode)
        more << formatMoment(at, now);
    if (status.isOutOfMemory)
        more << ServiceFactsText::tr("out of memory");
    fact.more = more.join(QStringLiteral(" \u00B7 "));
    return fact;
}

ServiceFact restartFact(const ServiceStatus &status, const ServiceLife &life)
{
    ServiceFact fact{ServiceFactsText::tr("Restarts"), {}, {}};
    if (!status.restartPolicy.isEmpty() || status.restartCount > 0)
        fact.value = formatCount(status.restartCount);
    QStringList more;
    const auto isStart = [](const ServiceEvent &event) { return event.kind == ServiceEvent::Kind::Started; };
    const auto starts = std::count_if(life.events.begin(), life.events.end(), isStart);
    if (starts > 0)
        more << ServiceFactsText::tr("%n start(s) in 2 days", nullptr, static_cast<int>(starts));
    if (status.removesItself)
        more << ServiceFactsText::tr("removes itself when it stops");
    else if (!status.restartPolicy.isEmpty())
        more << ServiceFactsText::tr("policy %1").arg(status.restartPolicy);
    fact.more = more.join(QStringLiteral(" \u00B7 "));
    return fact;
}

ServiceFact memoryFact(const ServiceStatus &status, const ServiceLife &life, const QDateTime &now)
{
    ServiceFact fact{ServiceFactsText::tr("Out of memory"), ServiceFactsText::tr("Not seen"),
                     ServiceFactsText::tr("in the last 2 days")};
    int count = 0;
    QDateTime last;
    for (const ServiceEvent &event : life.events) {
        if (event.kind != ServiceEvent::Kind::OutOfMemory)
            continue;
        count += event.count;
        last = last.isValid() ? last : event.at;
    }
    if (status.isOutOfMemory) {
        fact.value = ServiceFactsText::tr("Killed");
        fact.more = ServiceFactsText::tr("it needed more than it may use");
    } else if (count > 0) {
        fact.value = ServiceFactsText::tr("%n time(s)", nullptr, count);
        fact.more = ServiceFactsText::tr("last %1").arg(formatMoment(last, now));
    }
    fact.isBad = status.isOutOfMemory || count > 0;
    return fact;
}

bool isEveryAddress(const QString &address)
{
    return address == QLatin1String("0.0.0.0") || address == QLatin1String("::");
}

bool isRunning(const ServiceStatus &status)
{
    return status.state == ServiceState::Running || status.state == ServiceState::Starting;
}

QSet<int> listeningPorts(const ServiceLife &life)
{
    QSet<int> ports;
    for (const SocketEntry &socket : life.sockets) {
        if (socket.state == QLatin1String("listen"))
            ports << socket.localPort;
    }
    return ports;
}

ServiceFact portsFact(const ServiceStatus &status, const ServiceLife &life)
{
    ServiceFact fact{ServiceFactsText::tr("Listens on"), {}, {}};
    if (!life.isKnown || life.socketsError || !isRunning(status))
        return fact;
    QList<int> ports = listeningPorts(life).values();
    std::sort(ports.begin(), ports.end());
    QStringList words;
    for (const int port : std::as_const(ports))
        words << QString::number(port);
    fact.value = words.isEmpty() ? ServiceFactsText::tr("No port") : words.join(QStringLiteral(", "));
    QStringList addresses;
    for (const SocketEntry &socket : life.sockets) {
        if (socket.state != QLatin1String("listen"))
            continue;
        const QString word =
            isEveryAddress(socket.local) ? ServiceFactsText::tr("every address") : socket.local;
        if (!addresses.contains(word))
            addresses << word;
    }
    fact.more = addresses.join(QStringLiteral(", "));
    return fact;
}

/// Connections that others made to a port it listens on; those that it made itself are not counted.
ServiceFact connectionsFact(const ServiceStatus &status, const ServiceLife &life)
{
    ServiceFact fact{ServiceFactsText::tr("Connections"), {}, {}};
    if (!life.isKnown)
        return fact;
    if (!isRunning(status)) {
        fact.more = ServiceFactsText::tr("it does not run");
        return fact;
    }
    if (life.socketsError) {
        fact.value = ServiceFactsText::tr("Cannot be seen");
        fact.more = visibleLine(life.socketsError->message);
        return fact;
    }
    const QSet<int> ports = listeningPorts(life);
    QSet<QString> remotes;
    int count = 0;
    for (const SocketEntry &socket : life.sockets) {
        if (socket.state != QLatin1String("established") || !ports.contains(socket.localPort))
            continue;
        ++count;
        remotes << socket.remote;
    }
    fact.value = count > 0 ? formatCount(count) : ServiceFactsText::tr("None");
    fact.more = count > 0
                    ? ServiceFactsText::tr("from %n address(es)", nullptr, static_cast<int>(remotes.size()))
                    : ServiceFactsText::tr("right now");
    return fact;
}

} // namespace

QList<ServiceFact> serviceFacts(const InstanceSnapshot &snapshot, const ServiceLife &life,
                                const QDateTime &now)
{
    const ServiceStatus status = snapshot.status.value_or(ServiceStatus());
    const bool isContainer = !status.image.isEmpty();
    QList<ServiceFact> facts{healthFact(snapshot, now), stateFact(snapshot, now)};
    if (isContainer) {
        facts << versionFact(status) << ownHealthFact(status) << restartFact(status, life);
        facts << connectionsFact(status, life) << exitFact(status, now) << portsFact(status, life)
              << healthTestFact(status) << memoryFact(status, life, now);
        return facts;
    }
    const bool isSomebodyThere = status.pid > 0 || !status.definition.isEmpty() || status.exitCode;
    if (!isSomebodyThere)
        return facts;
    facts << processFact(status) << portsFact(status, life) << connectionsFact(status, life);
    const bool isUnit =
        !status.definition.isEmpty(); // its manager keeps how it ended; of a process nobody does
    if (isUnit || status.exitCode || status.endedAt.isValid())
        facts << exitFact(status, now);
    if (isUnit)
        facts << restartFact(status, life) << memoryFact(status, life, now);
    return facts;
}

} // namespace pilothouse
