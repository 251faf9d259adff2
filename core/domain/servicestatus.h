// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

enum class ServiceState { Unknown, Running, Starting, Stopped, Paused, Restarting, Missing };

QString serviceStateName(ServiceState state);

/// What a runtime sees of the service right now.
struct ServiceStatus
{
    ServiceState state = ServiceState::Unknown;
    QString reason;    ///< translated; why it is unknown, what the engine says of a dead one
    QString health;    ///< container health: "healthy", "unhealthy", "starting"; empty: none defined
    QString healthLog; ///< the last output of the container's own health check
    qint64 pid = 0;    ///< on this machine; 0 where it is not known
    QDateTime startedAt;
    QDateTime endedAt;
    std::optional<int> exitCode;
    bool isOutOfMemory = false;
    int restartCount = 0;
    QString image; ///< container: name and tag
    QString imageDigest;
    QString restartPolicy;   ///< "no", "always", "unless-stopped", "on-failure" ..., in its manager's words
    QStringList triggeredBy; ///< systemd: sockets, timers and paths that start the unit by themselves
    QString definition;      ///< systemd: the file of the unit
    bool removesItself = false; ///< container started with --rm (D32a)
    QString identity;           ///< container id, or pid and its start time: changes when it is replaced

    /// Its processes are there, whether it answers already or not.
    bool isUp() const { return state == ServiceState::Running || state == ServiceState::Starting; }
    bool operator==(const ServiceStatus &) const = default;
};

/// One reading of what the service uses.
struct ServiceStatistics
{
    QDateTime at;
    double cpuPercent = 0; ///< 100 is one whole core
    qint64 memoryBytes = 0;
    qint64 memoryLimit = 0;     ///< bytes; 0: no limit of its own, then the machine's memory counts
    qint64 networkReceived = 0; ///< bytes since the start
    qint64 networkSent = 0;
    qint64 blockRead = 0;
    qint64 blockWritten = 0;

    bool operator==(const ServiceStatistics &) const = default;
};

/// A variable of the running service; the value of a secret is never held.
struct EnvironmentEntry
{
    QString key;
    QString value; ///< empty where isSecret
    bool isSecret = false;
    bool isEmpty = false; ///< set, but to nothing; known of secrets too

    bool operator==(const EnvironmentEntry &) const = default;
};

struct MountEntry
{
    QString kind;   ///< "bind", "volume", "tmpfs"
    QString source; ///< path on the host, or the volume's name
    QString target; ///< path in the container
    bool isReadOnly = false;

    bool operator==(const MountEntry &) const = default;
};

QJsonObject toJson(const ServiceStatus &status);
QJsonObject toJson(const ServiceStatistics &statistics);

} // namespace pilothouse
