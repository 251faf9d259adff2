// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"

#include <QDateTime>

namespace pilothouse {

struct DockerVersion
{
    QString engine; ///< "20.10.24"
    int api = 0;    ///< the minor of 1.x that both sides speak
};

/// A container as the list shows it.
struct DockerContainer
{
    QString id;
    QString name;
    QString image;
    QString state;  ///< "running", "exited" ...
    QString status; ///< "Up 4 days (healthy)"
    QMap<QString, QString> labels;
    QList<MountEntry> mounts;
    QList<int> ports; ///< of the host, sorted
};

/// An image as the list shows it.
struct DockerImage
{
    QString id;             ///< "sha256:..."
    QStringList references; ///< "example/notes:1"
    QStringList digests;    ///< "example/notes@sha256:...", where it came from a registry
    QDateTime created;
    qint64 bytes = 0;
    QMap<QString, QString> labels;
};

struct DockerRestartPolicy
{
    QString name; ///< "no", "always", "unless-stopped", "on-failure"
    int maximumRetries = 0;

    bool operator==(const DockerRestartPolicy &) const = default;
};

struct DockerLogQuery
{
    QDateTime since;           ///< invalid: from the start
    QDateTime until;           ///< invalid: to the end
    int tail = -1;             ///< lines; below 0: all
    bool isFollowing = false;  ///< without end, and without an idle deadline
    bool hasTimestamps = true; ///< RFC 3339 with nanoseconds before each line
};

/// What the engine says of a path in a container, without a program in it.
struct ContainerFileFacts
{
    bool isRegular = false;
    bool isDirectory = false;
    qint64 bytes = 0;
    uint mode = 0;
    QString modified; ///< to the nanosecond, as the engine writes it

    bool operator==(const ContainerFileFacts &) const = default;
};

} // namespace pilothouse
