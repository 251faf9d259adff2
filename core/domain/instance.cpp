// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/instance.h"

#include <QJsonArray>

namespace pilothouse {
namespace {
/// Leaves out what is empty, so that the stored form stays short and readable.
void put(QJsonObject &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QJsonObject runtimeToJson(const RuntimeSettings &runtime)
{
    QJsonObject object;
    put(object, "kind", runtime.kind);
    put(object, "container", runtime.container);
    put(object, "engine", runtime.engine);
    put(object, "project", runtime.project);
    put(object, "service", runtime.service);
    if (!runtime.composeFiles.isEmpty())
        object.insert(QStringLiteral("composeFiles"), QJsonArray::fromStringList(runtime.composeFiles));
    put(object, "unit", runtime.unit);
    if (runtime.isUserUnit)
        object.insert(QStringLiteral("isUserUnit"), true);
    put(object, "pidFile", runtime.pidFile);
    put(object, "workingDirectory", runtime.workingDirectory);
    if (!runtime.command.isEmpty())
        object.insert(QStringLiteral("command"), QJsonArray::fromStringList(runtime.command));
    return object;
}

RuntimeSettings runtimeFromJson(const QJsonObject &object)
{
    RuntimeSettings runtime;
    runtime.kind = object.value(QLatin1String("kind")).toString(runtime.kind);
    runtime.container = text(object, "container");
    runtime.engine = text(object, "engine");
    runtime.project = text(object, "project");
    runtime.service = text(object, "service");
    for (const QJsonValue &file : object.value(QLatin1String("composeFiles")).toArray())
        runtime.composeFiles << file.toString();
    runtime.unit = text(object, "unit");
    runtime.isUserUnit = object.value(QLatin1String("isUserUnit")).toBool();
    runtime.pidFile = text(object, "pidFile");
    runtime.workingDirectory = text(object, "workingDirectory");
    for (const QJsonValue &word : object.value(QLatin1String("command")).toArray())
        runtime.command << word.toString();
    return runtime;
}

QJsonObject connectionsToJson(const QMap<QString, DatabaseConnection> &connections)
{
    QJsonObject object;
    for (auto entry = connections.begin(); entry != connections.end(); ++entry)
        object.insert(entry.key(), toJson(entry.value()));
    return object;
}

QMap<QString, DatabaseConnection> connectionsFromJson(const QJsonObject &object)
{
    QMap<QString, DatabaseConnection> connections;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        connections.insert(entry.key(), databaseConnectionFromJson(entry.value().toObject()));
    return connections;
}
} // namespace

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return QStringLiteral("development");
    case Environment::Staging:
        return QStringLiteral("staging");
    case Environment::Production:
        return QStringLiteral("production");
    case Environment::Unstated:
        break;
    }
    return {};
}

std::optional<Environment> environmentFromName(const QString &name)
{
    for (const Environment one :
         {Environment::Unstated, Environment::Development, Environment::Staging, Environment::Production}) {
        if (environmentName(one) == name)
            return one;
    }
    return std::nullopt;
}

QString runtimeText(const Instance &instance)
{
    const RuntimeSettings &runtime = instance.runtime;
    if (runtime.kind == QLatin1String("docker"))
        return runtime.kind + u' ' + runtime.container;
    if (runtime.kind == QLatin1String("process"))
        return runtime.kind + u' ' + runtime.command.value(0); // arguments may hold a secret
    if (runtime.kind == QLatin1String("systemd"))
        return runtime.kind + u' ' + runtime.unit;
    if (runtime.kind == QLatin1String("compose"))
        return runtime.kind + u' ' + runtime.project + u'/' + runtime.service;
    return runtime.kind + u' ' + instance.dataDir;
}

bool isContainerKind(const QString &runtimeKind)
{
    return runtimeKind == QLatin1String("docker") || runtimeKind == QLatin1String("compose");
}

QJsonObject toJson(const Instance &instance)
{
    QJsonObject object;
    put(object, "id", instance.id.toString(QUuid::WithoutBraces));
    put(object, "name", instance.name);
    put(object, "profile", instance.profile);
    put(object, "group", instance.group);
    put(object, "environment", environmentName(instance.environment));
    object.insert(QStringLiteral("runtime"), runtimeToJson(instance.runtime));
    put(object, "dataDir", instance.dataDir);
    if (instance.isThroughEngine)
        object.insert(QStringLiteral("throughEngine"), true);
    if (!instance.connections.isEmpty())
        object.insert(QStringLiteral("connections"), connectionsToJson(instance.connections));
    put(object, "healthUrl", instance.healthUrl);
    put(object, "runbook", instance.runbook);
    put(object, "backupDir", instance.backupDir);
    if (!instance.formerBackupDirs.isEmpty())
        object.insert(QStringLiteral("formerBackupDirs"),
                      QJsonArray::fromStringList(instance.formerBackupDirs));
    put(object, "secondBackupDir", instance.secondBackupDir);
    put(object, "archiveFormat", instance.archiveFormat);
    object.insert(QStringLiteral("safetyDays"), instance.safetyDays);
    if (instance.watchSeconds)
        object.insert(QStringLiteral("watchSeconds"), *instance.watchSeconds);
    if (instance.drillDays)
        object.insert(QStringLiteral("drillDays"), *instance.drillDays);
    if (instance.addedAt.isValid())
        put(object, "addedAt", instance.addedAt.toUTC().toString(Qt::ISODateWithMs));
    return object;
}

Instance instanceFromJson(const QJsonObject &object)
{
    Instance instance;
    instance.id = QUuid::fromString(text(object, "id"));
    instance.name = text(object, "name");
    instance.profile = text(object, "profile");
    instance.group = text(object, "group");
    // A word that a newer program wrote counts as the one that is guarded best.
    instance.environment = environmentFromName(text(object, "environment")).value_or(Environment::Production);
    instance.runtime = runtimeFromJson(object.value(QLatin1String("runtime")).toObject());
    instance.dataDir = text(object, "dataDir");
    instance.isThroughEngine = object.value(QLatin1String("throughEngine")).toBool();
    instance.connections = connectionsFromJson(object.value(QLatin1String("connections")).toObject());
    instance.healthUrl = text(object, "healthUrl");
    instance.runbook = text(object, "runbook");
    instance.backupDir = text(object, "backupDir");
    for (const QJsonValue &folder : object.value(QLatin1String("formerBackupDirs")).toArray())
        instance.formerBackupDirs << folder.toString();
    instance.secondBackupDir = text(object, "secondBackupDir");
    instance.archiveFormat = object.value(QLatin1String("archiveFormat")).toString(instance.archiveFormat);
    instance.safetyDays = object.value(QLatin1String("safetyDays")).toInt(instance.safetyDays);
    if (const QJsonValue watch = object.value(QLatin1String("watchSeconds")); watch.isDouble())
        instance.watchSeconds = watch.toInt();
    if (const QJsonValue days = object.value(QLatin1String("drillDays")); days.isDouble())
        instance.drillDays = days.toInt();
    instance.addedAt = QDateTime::fromString(text(object, "addedAt"), Qt::ISODateWithMs);
    return instance;
}

} // namespace pilothouse
