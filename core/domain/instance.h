// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace pilothouse {

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
    RuntimeSettings runtime;
    QString dataDir;         ///< absolute path on this machine; for bind mounts the host's side
    QString healthUrl;       ///< empty: the profile's, with the port found
    QString backupDir;       ///< empty: <state>/backups/<name>
    QString secondBackupDir; ///< a second place for each backup; empty: none
    QString archiveFormat = QStringLiteral("tar.gz"); ///< or "tar.zst"
    int safetyDays = 14;                              ///< how long safety copies are kept
    QDateTime addedAt;

    bool operator==(const Instance &) const = default;
};

QJsonObject toJson(const Instance &instance);
Instance instanceFromJson(const QJsonObject &object);

} // namespace pilothouse
