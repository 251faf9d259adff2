// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerendpoint.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {

namespace {

constexpr qint64 FileLimit = 1 << 20;

struct DockerEndpointText
{
    Q_DECLARE_TR_FUNCTIONS(DockerEngine)
};

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(FileLimit)).object()
                                          : QJsonObject();
}

Result<QString> socketOfAddress(const QString &address)
{
    const QString scheme = QStringLiteral("unix://");
    const QString path = address.startsWith(scheme) ? address.mid(scheme.size()) : address;
    if (path.startsWith(u'/'))
        return path;
    Error error;
    error.kind = ErrorKind::Refused;
    error.subject = address.section(u'@', -1); // a user name or password before it stays unseen
    error.message = DockerEndpointText::tr(
        "Pilothouse speaks to a container engine only over its socket on the same machine.");
    error.advice = DockerEndpointText::tr(
        "Run Pilothouse on that machine, or set the engine to an address such as unix:///run/docker.sock.");
    return failure(std::move(error));
}

Result<QString> addressOfContext(const QString &name, const QString &configFolder)
{
    const QDir folder(configFolder + QStringLiteral("/contexts/meta"));
    for (const QString &entry : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QJsonObject meta = readObject(folder.filePath(entry + QStringLiteral("/meta.json")));
        if (meta.value(QLatin1String("Name")).toString() != name)
            continue;
        const QJsonObject endpoints = meta.value(QLatin1String("Endpoints")).toObject();
        return endpoints.value(QLatin1String("docker")).toObject().value(QLatin1String("Host")).toString();
    }
    return failure(
        withSubject(failure(ErrorKind::NotFound,
                            DockerEndpointText::tr("The docker context “%1” does not exist.").arg(name))
                        .value(),
                    configFolder,
                    DockerEndpointText::tr(
                        "Choose another with “docker context use”, or set the engine of the instance.")));
}

} // namespace

DockerSurroundings DockerSurroundings::current()
{
    DockerSurroundings surroundings;
    surroundings.host = qEnvironmentVariable("DOCKER_HOST");
    surroundings.context = qEnvironmentVariable("DOCKER_CONTEXT");
    surroundings.configFolder =
        qEnvironmentVariable("DOCKER_CONFIG", QDir::homePath() + QStringLiteral("/.docker"));
    return surroundings;
}

Result<QString> dockerSocket(const QString &engine, const DockerSurroundings &surroundings)
{
    if (!engine.isEmpty())
        return socketOfAddress(engine);
    if (!surroundings.host.isEmpty())
        return socketOfAddress(surroundings.host);
    QString context = surroundings.context;
    if (context.isEmpty())
        context = readObject(surroundings.configFolder + QStringLiteral("/config.json"))
                      .value(QLatin1String("currentContext"))
                      .toString();
    if (context.isEmpty() || context == QLatin1String("default"))
        return QStringLiteral("/var/run/docker.sock");
    return addressOfContext(context, surroundings.configFolder).and_then(socketOfAddress);
}

} // namespace pilothouse
