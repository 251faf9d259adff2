// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Containers made, renamed and removed.
#include "core/runtime/dockerengine.h"

#include <QJsonDocument>
#include <QUrl>

namespace pilothouse {

namespace {

QString asQuery(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

Result<QString> DockerEngine::create(const QString &name, const QJsonObject &body,
                                     const OperationContext &context) const
{
    if (auto checked = checkContainerName(name); !checked)
        return failure(checked.error());
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/create?name=") + asQuery(name);
    call.subject = name;
    call.body = body;
    call.time = std::chrono::minutes(2);
    const auto created = sendForJson(call, context);
    if (!created)
        return failure(created.error());
    QString id = created->object().value(QLatin1String("Id")).toString();
    if (auto checked = checkContainerName(id); !checked)
        return failure(
            withSubject(failure(ErrorKind::BadData, tr("The container engine gave no id.")).value(), name));
    return id;
}

Result<> DockerEngine::rename(const QString &container, const QString &name,
                              const OperationContext &context) const
{
    for (const QString &word : {container, name}) {
        if (auto checked = checkContainerName(word); !checked)
            return checked;
    }
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/%1/rename?name=%2").arg(container, asQuery(name));
    call.subject = container;
    return send(call, context).map([](const HttpResponse &) {});
}

Result<> DockerEngine::remove(const QString &container, bool withVolumes,
                              const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return checked;
    Call call;
    call.method = QByteArrayLiteral("DELETE");
    call.path = QStringLiteral("/containers/%1?force=1&v=%2").arg(container).arg(withVolumes ? 1 : 0);
    call.subject = container;
    call.time = std::chrono::minutes(2);
    const auto removed = send(call, context);
    if (!removed && removed.error().kind != ErrorKind::NotFound)
        return failure(removed.error());
    return {};
}

Result<> DockerEngine::connectNetwork(const QString &network, const QString &container,
                                      const QJsonObject &endpoint, const OperationContext &context) const
{
    for (const QString &word : {container, network}) {
        if (auto checked = checkContainerName(word); !checked)
            return checked;
    }
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/networks/%1/connect").arg(network);
    call.subject = network;
    call.body = {{QStringLiteral("Container"), container}, {QStringLiteral("EndpointConfig"), endpoint}};
    return send(call, context).map([](const HttpResponse &) {});
}

} // namespace pilothouse
