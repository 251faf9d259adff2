// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/mountpaths.h"

#include <QCoreApplication>
#include <QDir>

namespace pilothouse {

Result<QString> hostPath(const QList<MountEntry> &mounts, const QString &containerPath)
{
    const QString path = QDir::cleanPath(containerPath);
    const MountEntry *innermost = nullptr;
    qsizetype length = -1;
    for (const MountEntry &mount : mounts) {
        const QString target = QDir::cleanPath(mount.target);
        const QString prefix = target == QLatin1String("/") ? target : QString(target + u'/');
        if ((path == target || path.startsWith(prefix)) && target.size() > length) {
            innermost = &mount;
            length = target == QLatin1String("/") ? 0 : target.size();
        }
    }
    if (innermost && innermost->source.startsWith(u'/'))
        return QDir::cleanPath(innermost->source + path.mid(length));
    Error error;
    error.kind = ErrorKind::NotFound;
    error.subject = path;
    error.message = QCoreApplication::translate(
        "DockerRuntime",
        "This folder of the container is not mounted from this machine: it would go with the container.");
    error.advice =
        QCoreApplication::translate("DockerRuntime", "Mount a folder of this machine or a volume there.");
    return failure(std::move(error));
}

} // namespace pilothouse
