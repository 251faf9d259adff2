// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/servicestatus.h"

#include "core/base/units.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

void insertText(QJsonObject &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(key), text);
}

void insertMoment(QJsonObject &object, const char *key, const QDateTime &moment)
{
    if (moment.isValid())
        object.insert(QLatin1String(key), toIso(moment));
}

QJsonObject toJson(const HealthCheck &check)
{
    return {{QStringLiteral("command"), check.command},
            {QStringLiteral("intervalSeconds"), check.intervalSeconds},
            {QStringLiteral("timeoutSeconds"), check.timeoutSeconds},
            {QStringLiteral("startSeconds"), check.startSeconds},
            {QStringLiteral("retries"), check.retries}};
}

} // namespace

QString serviceStateName(ServiceState state)
{
    switch (state) {
    case ServiceState::Running:
        return QStringLiteral("running");
    case ServiceState::Starting:
        return QStringLiteral("starting");
    case ServiceState::Stopped:
        return QStringLiteral("stopped");
    case ServiceState::Paused:
        return QStringLiteral("paused");
    case ServiceState::Restarting:
        return QStringLiteral("restarting");
    case ServiceState::Missing:
        return QStringLiteral("missing");
    case ServiceState::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonObject toJson(const ServiceStatus &status)
{
    QJsonObject object{{QStringLiteral("state"), serviceStateName(status.state)}};
    insertText(object, "reason", status.reason);
    insertText(object, "health", status.health);
    insertText(object, "healthLog", status.healthLog);
    if (status.healthCheck)
        object.insert(QStringLiteral("healthCheck"), toJson(*status.healthCheck));
    if (status.pid > 0)
        object.insert(QStringLiteral("pid"), status.pid);
    insertMoment(object, "startedAt", status.startedAt);
    insertMoment(object, "endedAt", status.endedAt);
    insertMoment(object, "lastEndedAt", status.lastEndedAt);
    if (status.exitCode)
        object.insert(QStringLiteral("exitCode"), *status.exitCode);
    object.insert(QStringLiteral("isOutOfMemory"), status.isOutOfMemory);
    object.insert(QStringLiteral("restartCount"), status.restartCount);
    insertText(object, "image", status.image);
    insertText(object, "imageDigest", status.imageDigest);
    insertText(object, "restartPolicy", status.restartPolicy);
    insertText(object, "definition", status.definition);
    if (!status.triggeredBy.isEmpty())
        object.insert(QStringLiteral("triggeredBy"), QJsonArray::fromStringList(status.triggeredBy));
    object.insert(QStringLiteral("removesItself"), status.removesItself);
    insertText(object, "identity", status.identity);
    return object;
}

QJsonObject toJson(const ServiceStatistics &statistics)
{
    QJsonObject object{{QStringLiteral("cpuPercent"), statistics.cpuPercent},
                       {QStringLiteral("memoryBytes"), statistics.memoryBytes},
                       {QStringLiteral("memoryLimit"), statistics.memoryLimit},
                       {QStringLiteral("networkReceived"), statistics.networkReceived},
                       {QStringLiteral("networkSent"), statistics.networkSent},
                       {QStringLiteral("blockRead"), statistics.blockRead},
                       {QStringLiteral("blockWritten"), statistics.blockWritten}};
    insertMoment(object, "at", statistics.at);
    return object;
}

} // namespace pilothouse
