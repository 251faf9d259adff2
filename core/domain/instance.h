// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/databaseconnection.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace pilothouse {

/// What an instance is for. It decides about the lock, and about how much is asked before something is
/// destroyed.
enum class Environment { Unstated, Development, Staging, Production };

/// "development"; empty for an unstated one.
QString environmentName(Environment environment);
/// Nothing where there is no such environment; empty is Unstated.
std::optional<Environment> environmentFromName(const QString &name);

/// Where and how the service of an instance runs. Only the fields of its kind are set.
struct RuntimeSettings
{
    QString kind = QStringLiteral("files"); ///< "files", "process", "docker", "compose" or "systemd"
    QString container;                      ///< docker: name or id
    QString engine;  ///< docker, compose: "unix:///run/docker.sock"; empty: DOCKER_HOST, context, default
    QString project; ///< compose: name of the project
    QString service; ///< compose: the one of its services whose data the profile describes
    QStringList composeFiles; ///< compose: where its files were when it was added; with workingDirectory
    QString unit;             ///< systemd: "name.service"
    bool isUserUnit = false;  ///< systemd: the unit belongs to this user's own manager
    QStringList command;      ///< process: program and arguments that start the service
    QString pidFile;          ///< process: absolute path of its pid file
    QString workingDirectory; ///< process: where the command is started; empty: the data folder. compose: the
                              ///< project's folder

    bool operator==(const RuntimeSettings &) const = default;
};

/// True for the kinds whose service runs in a container of an engine.
bool isContainerKind(const QString &runtimeKind);

/// One running copy of a service, as the operator described it.
struct Instance
{
    QUuid id;
    QString name;    ///< unique; [A-Za-z0-9._-], at most 64
    QString profile; ///< id of its profile
    QString group;   ///< what it is listed under; empty: nothing in particular
    Environment environment = Environment::Unstated;
    RuntimeSettings runtime;
    QString dataDir; ///< absolute path on this machine, for bind mounts the host's side; through the engine:
                     ///< inside the container
    bool isThroughEngine = false; ///< docker: the data is only reached by the engine's archive interface
    QMap<QString, DatabaseConnection> connections; ///< of databases on a server, by the profile's id; none:
                                                   ///< where the service itself finds it
    QString healthUrl;                             ///< empty: the profile's, with the port found
    QString backupDir;                             ///< empty: <state>/backups/<name>
    QStringList formerBackupDirs; ///< where backups went before, newest first; sets may still lie there
    QString secondBackupDir;      ///< a second place for each backup; empty: none
    QString runbook; ///< the operator's own copy: absolute path of a Markdown file, or an http(s) address;
                     ///< empty: none
    QString archiveFormat = QStringLiteral("tar.gz"); ///< or "tar.zst"
    int safetyDays = 14;                              ///< how long safety copies are kept
    std::optional<int> watchSeconds; ///< how long the log is watched after a restore; empty: the profile's
    std::optional<int> drillDays;    ///< after how many days a drill is stale; empty: the profile's
    QDateTime addedAt;

    /// Production is locked until somebody unlocks it for some minutes.
    bool isProduction() const { return environment == Environment::Production; }

    bool operator==(const Instance &) const = default;
};

/// "docker chat-1", "process /usr/bin/x" or "files /var/lib/x": for people.
QString runtimeText(const Instance &instance);

QJsonObject toJson(const Instance &instance);
Instance instanceFromJson(const QJsonObject &object);

} // namespace pilothouse
