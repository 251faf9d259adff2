// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>

namespace pilothouse {

class Catalogue;
class DockerEngine;
class OperationContext;

/// How the container's engine keeps what the service writes to its console.
struct LogDriver
{
    QString name;        ///< "json-file", "local", "journald" ...; empty: no engine keeps it
    qint64 maxBytes = 0; ///< of one file; 0: no limit
    int maxFiles = 1;
    qint64 bytesNow = -1;  ///< on disk, all files; -1: this user cannot see it
    QDateTime oldest = {}; ///< of its lines; invalid: not known
    QDateTime newest = {};

    bool operator==(const LogDriver &) const = default;

    /// Whether the engine keeps it on its own disk.
    bool isOnDisk() const { return name == u"json-file" || name == u"local"; }
    qint64 mostBytes() const { return isOnDisk() ? maxBytes * maxFiles : 0; }
    /// How far back it will reach when it is full, at the rate of now; below 0: not known, or without end.
    double daysWhenFull() const;
};

/// What the engine says of it; `bytesNow` and times are not known from that.
LogDriver logDriverFromInspect(const QJsonObject &inspected);
/// When the first and the last line of a container were printed; left as they are where nothing can be read.
void findReach(LogDriver &driver, const DockerEngine &engine, const QString &container,
               const OperationContext &context);

/// What an engine is told of a log: {"Type", "Config"}. BadInput where the wish, made of the arguments of
/// logs.driver, cannot be; what it does not name stays as it is `now`.
[[nodiscard]] Result<QJsonObject> wantedLogConfig(const QJsonObject &now, const QJsonObject &arguments);
/// The same for a compose file, below a service.
QString composeLogging(const QString &service, const QJsonObject &config);

/// Adds logs.driver.
void addLogDriverAction(Catalogue &catalogue);

} // namespace pilothouse
