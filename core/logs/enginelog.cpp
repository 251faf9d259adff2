// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/enginelog.h"

#include "core/logs/engine/lineends.h"
#include "core/logs/logfile.h"
#include "core/runtime/dockerengine.h"

#include <QJsonObject>

namespace pilothouse {

std::optional<KeptLog> keptLog(const DockerEngine &engine, const QString &container,
                               const OperationContext &context)
{
    const auto inspected = engine.inspect(container, context);
    if (!inspected)
        return {};
    const QJsonObject driver =
        inspected->value(QLatin1String("HostConfig")).toObject().value(QLatin1String("LogConfig")).toObject();
    const QString path = inspected->value(QLatin1String("LogPath")).toString();
    if (driver.value(QLatin1String("Type")).toString() != QLatin1String("json-file") || path.isEmpty())
        return {};
    const auto file = LogFile::open(path);
    if (!file || ((*file)->size() > 0 && encodingOf(**file) != LogEncoding::EngineJson))
        return {};
    const QJsonObject options = driver.value(QLatin1String("Config")).toObject();
    const int files = options.value(QLatin1String("max-file")).toString().toInt();
    return KeptLog{path, std::max(0, files - 1)};
}

} // namespace pilothouse
