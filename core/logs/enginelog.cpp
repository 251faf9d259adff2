// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/enginelog.h"

#include "core/logs/engineline.h"
#include "core/logs/logfile.h"
#include "core/runtime/dockerengine.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace pilothouse {

namespace {
/// An engine's line of 16 KiB, of which each byte may be escaped.
constexpr qint64 FirstLine = 128 << 10;

struct EngineLogText
{
    Q_DECLARE_TR_FUNCTIONS(EngineLog)
};

QString wayOfDriver(const QString &driver, const QJsonObject &options)
{
    if (driver == QLatin1String("none"))
        return EngineLogText::tr("Not at all: the log driver none keeps nothing of what is printed.");
    if (driver == QLatin1String("local"))
        return EngineLogText::tr("Through the engine: the driver local keeps it in a form of its own.");
    if (driver == QLatin1String("journald"))
        return EngineLogText::tr("Through the engine, which has it in the journal.");
    if (options.value(QLatin1String("cache-disabled")).toString() == QLatin1String("true"))
        return EngineLogText::tr("Not at all: the driver %1 sends it on, and the engine keeps no copy.")
            .arg(driver);
    return EngineLogText::tr(
               "Through the engine: the driver %1 sends it on, and the engine keeps the newest.")
        .arg(driver);
}

} // namespace

EngineLogWay engineLogWay(const DockerEngine &engine, const QString &container,
                          const OperationContext &context)
{
    const auto inspected = engine.inspect(container, context);
    if (!inspected)
        return {{}, inspected.error().message};
    const QJsonObject config =
        inspected->value(QLatin1String("HostConfig")).toObject().value(QLatin1String("LogConfig")).toObject();
    const QString driver = config.value(QLatin1String("Type")).toString();
    const QJsonObject options = config.value(QLatin1String("Config")).toObject();
    if (driver != QLatin1String("json-file"))
        return {{}, wayOfDriver(driver, options)};
    const QString path = inspected->value(QLatin1String("LogPath")).toString();
    const auto file = LogFile::open(path);
    if (path.isEmpty() || (!file && file.error().kind == ErrorKind::NotFound))
        return {{}, EngineLogText::tr("Through the engine: its file is not on this machine.")};
    if (!file)
        return {{}, EngineLogText::tr("Through the engine: you may not read its file %1.").arg(path)};
    if ((*file)->size() > 0 && !isEngineHead((*file)->read(0, FirstLine)))
        return {{}, EngineLogText::tr("Through the engine: its file is not as Docker writes it.")};
    const int files = options.value(QLatin1String("max-file")).toString().toInt();
    return {KeptLog{path, std::max(0, files - 1)},
            EngineLogText::tr("From the file in which the engine keeps it.")};
}

} // namespace pilothouse
