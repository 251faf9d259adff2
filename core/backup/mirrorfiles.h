// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/runtime/dockerengine.h"

#include <QMap>

namespace pilothouse {

class FileOps;
class InstanceSession;

/// A file of the container as its copy was taken.
struct MirrorFile
{
    ContainerFileFacts facts;
    uint ownerId = 0;
    uint groupId = 0;
    QString sha256; ///< of the file in the container
    QString plain;  ///< of a database: SHA-256 of what the copy made of it

    bool operator==(const MirrorFile &) const = default;
};

/// When a copy was taken, how, and what it holds; by path relative to the data folder.
struct MirrorNote
{
    QDateTime takenAt; ///< invalid: there is no copy
    QDateTime seenAt;  ///< when it was last seen that nothing has changed since
    QString way;       ///< "paused", "stopped", "still" (nothing changed meanwhile)
    QString operation; ///< that took it; empty: a reader did
    QMap<QString, MirrorFile> files;
};

QJsonObject toJson(const MirrorNote &note);
MirrorNote mirrorNoteFromJson(const QJsonObject &object);

using ContainerFacts = QMap<QString, ContainerFileFacts>;

/// A file or folder inside a container.
struct ContainerPath
{
    const DockerEngine &engine;
    QString container;
    QString path;
};

/// Takes it out of its container into `tar`, as the engine packs it. `limit` caps the bytes.
[[nodiscard]] Result<> fetchTar(const ContainerPath &from, const QString &tar, qint64 limit,
                                const OperationContext &context);

/// Unpacks the one file of such a tar to a new private file. BadData where it holds anything else.
[[nodiscard]] Result<MirrorFile> unpackFile(const QString &tar, const QString &name,
                                            const QString &destination, const OperationContext &context);

/// Unpacks a folder of such a tar below `destination` (new): regular files with their modes; links, devices
/// and names that leave it are not followed, and links between its files are refused.
[[nodiscard]] Result<int> unpackFolder(const QString &tar, const QString &destination,
                                       const OperationContext &context);

} // namespace pilothouse
