// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of DockerEngine that reaches files in containers.

#include "core/runtime/dockerengine.h"

#include <QJsonDocument>
#include <QUrl>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds DownloadIdle{60};
constexpr std::chrono::minutes UploadAnswer{5}; // after the last byte: the engine still unpacks

// The bits of a mode as the engine's language has them.
constexpr qint64 DirectoryBit = qint64{1} << 31;
constexpr qint64 TypeBits = DirectoryBit | (1 << 27) | (1 << 26) | (1 << 25) | (1 << 24) | (1 << 21) | (1 << 19);

Result<QString> archivePath(const QString &container, const QString &path)
{
    if (auto checked = checkContainerName(container); !checked)
        return failure(checked.error());
    if (!path.startsWith(u'/') || path.split(u'/').contains(QLatin1String("..")))
        return failure(ErrorKind::BadInput, DockerEngine::tr("This is not a path in a container."), path);
    return QStringLiteral("/containers/%1/archive?path=").arg(container)
           + QString::fromLatin1(QUrl::toPercentEncoding(path));
}

} // namespace

Result<> DockerEngine::pause(const QString &container, const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return checked;
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/%1/pause").arg(container);
    call.subject = container;
    return send(call, context).map([](const HttpResponse &) {});
}

Result<> DockerEngine::unpause(const QString &container, const OperationContext &context) const
{
    const auto inspected = inspect(container, context);
    if (!inspected)
        return failure(inspected.error());
    const QJsonObject state = inspected->value(QLatin1String("State")).toObject();
    if (!state.value(QLatin1String("Paused")).toBool())
        return {};
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/%1/unpause").arg(container);
    call.subject = container;
    return send(call, context).map([](const HttpResponse &) {});
}

Result<std::optional<ContainerFileFacts>>
DockerEngine::fileFacts(const QString &container, const QString &path, const OperationContext &context) const
{
    const auto place = archivePath(container, path);
    if (!place)
        return failure(place.error());
    Call call;
    call.method = QByteArrayLiteral("HEAD");
    call.path = *place;
    call.subject = path;
    const auto response = send(call, context);
    if (!response && response.error().kind == ErrorKind::NotFound && response.error().subject == path)
        return std::nullopt;
    if (!response)
        return failure(response.error());
    const QByteArray stat = QByteArray::fromBase64(response->header("x-docker-container-path-stat"));
    const QJsonDocument document = QJsonDocument::fromJson(stat);
    if (!document.isObject())
        return failure(withSubject(
            failure(ErrorKind::BadData, tr("The container engine's answer is not valid JSON.")).value(), path));
    const QJsonObject object = document.object();
    const qint64 mode = object.value(QLatin1String("mode")).toInteger();
    ContainerFileFacts facts;
    facts.isRegular = (mode & TypeBits) == 0;
    facts.isDirectory = (mode & TypeBits) == DirectoryBit;
    facts.bytes = object.value(QLatin1String("size")).toInteger();
    facts.mode = static_cast<uint>(mode & 0777);
    facts.modified = object.value(QLatin1String("mtime")).toString();
    return facts;
}

Result<> DockerEngine::download(const QString &container, const QString &path,
                                const HttpClient::OnData &onData, const OperationContext &context) const
{
    const auto place = archivePath(container, path);
    if (!place)
        return failure(place.error());
    Call call;
    call.path = *place;
    call.subject = path;
    return stream(call, DownloadIdle, onData, context);
}

Result<> DockerEngine::upload(const QString &container, const QString &folder, const QString &tar,
                              const OperationContext &context) const
{
    const auto place = archivePath(container, folder);
    if (!place)
        return failure(place.error());
    Call call;
    call.method = QByteArrayLiteral("PUT");
    call.path = *place + QStringLiteral("&noOverwriteDirNonDir=1");
    call.bodyFile = tar;
    call.subject = folder;
    call.time = UploadAnswer;
    return send(call, context).map([](const HttpResponse &) {});
}

} // namespace pilothouse
