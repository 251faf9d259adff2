// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerengine.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/runtime/dockerstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace pilothouse {

namespace {

constexpr int OldestApi = 24;
constexpr int NewestApi = 45;
constexpr qsizetype MessageLength = 600;
constexpr qsizetype ShownIdLength = 12; ///< what the Engine's lists show

int minorOf(const QString &api)
{
    return api.startsWith(QLatin1String("1.")) ? QStringView(api).mid(2).toInt() : 0;
}

ErrorKind kindOf(int status)
{
    switch (status) {
    case 400:
        return ErrorKind::BadInput;
    case 404:
        return ErrorKind::NotFound;
    default:
        return status < 500 ? ErrorKind::Refused : ErrorKind::Internal;
    }
}

/// The Engine takes any beginning of an ID that is unique today, so "0" may be another container tomorrow.
bool isNamed(const QJsonObject &inspected, const QString &container)
{
    const QString name = inspected.value(QLatin1String("Name")).toString().mid(1);
    const bool isShownId = container.size() >= ShownIdLength
                           && inspected.value(QLatin1String("Id")).toString().startsWith(container);
    return name.isEmpty() || name == container || isShownId;
}

DockerContainer containerFrom(const QJsonObject &object)
{
    DockerContainer container;
    container.id = object.value(QLatin1String("Id")).toString();
    container.name = object.value(QLatin1String("Names")).toArray().first().toString().mid(1);
    container.image = object.value(QLatin1String("Image")).toString();
    container.state = object.value(QLatin1String("State")).toString();
    container.status = object.value(QLatin1String("Status")).toString();
    const QJsonObject labels = object.value(QLatin1String("Labels")).toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        container.labels.insert(it.key(), it.value().toString());
    container.mounts = mountsFromInspect(object);
    for (const QJsonValue &port : object.value(QLatin1String("Ports")).toArray()) {
        const int number = port.toObject().value(QLatin1String("PublicPort")).toInt();
        if (number > 0 && !container.ports.contains(number))
            container.ports.append(number);
    }
    std::sort(container.ports.begin(), container.ports.end());
    return container;
}

} // namespace

Result<> checkContainerName(const QString &name)
{
    static const QRegularExpression Pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9][A-Za-z0-9_.-]{0,252}")));
    if (Pattern.match(name).hasMatch())
        return {};
    return failure(ErrorKind::BadInput,
                   DockerEngine::tr("“%1” is not the name of a container.").arg(visibleText(name.left(100))));
}

DockerEngine::DockerEngine(QString socket)
    : m_socket(std::move(socket))
{
}

HttpRequest DockerEngine::request(const Call &call, int api) const
{
    HttpRequest request;
    request.method = call.method;
    const QString prefix = api > 0 ? QStringLiteral("/v1.%1").arg(api) : QString();
    request.url = QUrl(QStringLiteral("http://docker") + prefix + call.path, QUrl::StrictMode);
    request.unixSocket = m_socket;
    if (!call.body.isEmpty()) {
        request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
        request.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")}};
    }
    if (!call.bodyFile.isEmpty()) {
        request.bodyFile = call.bodyFile;
        request.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/x-tar")}};
    }
    request.firstByteTimeout = call.time;
    request.totalTimeout = call.bodyFile.isEmpty() ? call.time : std::chrono::milliseconds::zero();
    request.bodyLimit = call.bodyLimit;
    return request;
}

tl::unexpected<Error> DockerEngine::failureOf(const HttpResponse &response, const QString &subject) const
{
    if (response.status == 400)
        m_api = 0; // perhaps an engine of another version sits behind the socket now
    const QString message =
        QJsonDocument::fromJson(response.body).object().value(QLatin1String("message")).toString();
    Error error;
    error.kind = kindOf(response.status);
    error.subject = subject;
    error.message = response.status == 404 && message.contains(QLatin1String("No such container"))
                        ? tr("There is no such container.")
                        : tr("The container engine refused (HTTP %1).").arg(response.status);
    error.detail = visibleText(redacted(message.left(MessageLength)));
    return failure(std::move(error));
}

Result<DockerVersion> DockerEngine::version(const OperationContext &context) const
{
    Call call;
    call.path = QStringLiteral("/version");
    call.subject = m_socket;
    call.time = std::chrono::seconds(10);
    const auto response = m_http.send(request(call, 0), context);
    if (!response)
        return failure(withSubject(response.error(), m_socket, tr("Is the container engine running?")));
    if (response->status != 200)
        return failureOf(*response, m_socket);
    const QJsonObject object = QJsonDocument::fromJson(response->body).object();
    const int newest = minorOf(object.value(QLatin1String("ApiVersion")).toString());
    const int oldest = minorOf(object.value(QLatin1String("MinAPIVersion")).toString());
    if (newest == 0)
        return failure(withSubject(
            failure(ErrorKind::BadData, tr("What answers on this socket is no container engine.")).value(),
            m_socket));
    if (newest < OldestApi)
        return failure(withSubject(
            failure(ErrorKind::Refused, tr("This container engine is too old: its API is 1.%1.").arg(newest))
                .value(),
            m_socket, tr("Pilothouse needs API 1.%1 or newer.").arg(OldestApi)));
    return DockerVersion{object.value(QLatin1String("Version")).toString(),
                         std::max(oldest, std::min(newest, NewestApi))};
}

Result<int> DockerEngine::negotiate(const OperationContext &context) const
{
    Call call;
    call.path = QStringLiteral("/_ping");
    call.time = std::chrono::seconds(10);
    const auto pong = m_http.send(request(call, 0), context);
    if (!pong)
        return failure(withSubject(pong.error(), m_socket, tr("Is the container engine running?")));
    const QByteArray said = pong->header(QByteArrayLiteral("api-version"));
    const int newest = pong->status == 200 ? minorOf(QString::fromLatin1(said)) : 0;
    if (newest >= OldestApi && newest <= NewestApi)
        return newest;
    return version(context).map([](const DockerVersion &found) { return found.api; });
}

Result<int> DockerEngine::api(const OperationContext &context) const
{
    if (m_api == 0) {
        const auto found = negotiate(context);
        if (!found)
            return failure(found.error());
        m_api = *found;
    }
    return m_api.load();
}

Result<HttpResponse> DockerEngine::send(const Call &call, const OperationContext &context) const
{
    const auto spoken = api(context);
    if (!spoken)
        return failure(spoken.error());
    auto response = m_http.send(request(call, *spoken), context);
    if (!response)
        return failure(withSubject(response.error(), m_socket));
    if (response->status >= 400)
        return failureOf(*response, call.subject);
    return response;
}

Result<QJsonDocument> DockerEngine::sendForJson(const Call &call, const OperationContext &context) const
{
    const auto response = send(call, context);
    if (!response)
        return failure(response.error());
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(response->body, &problem);
    if (document.isNull())
        return failure(
            withSubject(failure(ErrorKind::BadData, tr("The container engine's answer is not valid JSON."),
                                problem.errorString())
                            .value(),
                        call.subject.isEmpty() ? m_socket : call.subject));
    return document;
}

Result<QList<DockerContainer>> DockerEngine::containers(const OperationContext &context) const
{
    Call call;
    call.path = QStringLiteral("/containers/json?all=1");
    const auto document = sendForJson(call, context);
    if (!document)
        return failure(document.error());
    QList<DockerContainer> list;
    for (const QJsonValue &value : document->array())
        list.append(containerFrom(value.toObject()));
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return list;
}

Result<QJsonObject> DockerEngine::inspect(const QString &container, const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return failure(checked.error());
    Call call;
    call.path = QStringLiteral("/containers/%1/json").arg(container);
    call.subject = container;
    const auto inspected = sendForJson(call, context);
    if (!inspected)
        return failure(inspected.error());
    const QJsonObject found = inspected->object();
    if (!isNamed(found, container))
        return failure(Error{
            ErrorKind::NotFound,
            container,
            tr("No container has this name; the ID of one begins like that."),
            tr("Give its name: %1").arg(visibleText(found.value(QLatin1String("Name")).toString().mid(1))),
            {}});
    return found;
}

Result<> DockerEngine::start(const QString &container, const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return checked;
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/%1/start").arg(container);
    call.subject = container;
    call.time = std::chrono::minutes(2);
    return send(call, context).map([](const HttpResponse &) {});
}

Result<> DockerEngine::stop(const QString &container, std::chrono::seconds grace,
                            const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return checked;
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/%1/stop?t=%2").arg(container).arg(grace.count());
    call.subject = container;
    call.time = grace + std::chrono::seconds(30);
    return send(call, context).map([](const HttpResponse &) {});
}

Result<> DockerEngine::setRestartPolicy(const QString &container, const DockerRestartPolicy &policy,
                                        const OperationContext &context) const
{
    return setResources(container,
                        {{QStringLiteral("RestartPolicy"),
                          QJsonObject{{QStringLiteral("Name"), policy.name},
                                      {QStringLiteral("MaximumRetryCount"), policy.maximumRetries}}}},
                        context);
}

Result<> DockerEngine::setResources(const QString &container, const QJsonObject &resources,
                                    const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return checked;
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/containers/%1/update").arg(container);
    call.subject = container;
    call.body = resources;
    return send(call, context).map([](const HttpResponse &) {});
}

Result<QJsonObject> DockerEngine::inspectNetwork(const QString &network,
                                                 const OperationContext &context) const
{
    if (auto checked = checkContainerName(network); !checked)
        return failure(checked.error());
    Call call;
    call.path = QStringLiteral("/networks/%1").arg(network);
    call.subject = network;
    return sendForJson(call, context).map([](const QJsonDocument &document) { return document.object(); });
}

Result<QJsonObject> DockerEngine::statistics(const QString &container, const OperationContext &context) const
{
    if (auto checked = checkContainerName(container); !checked)
        return failure(checked.error());
    Call call;
    call.path = QStringLiteral("/containers/%1/stats?stream=0").arg(container);
    call.subject = container;
    call.time = std::chrono::seconds(15);
    return sendForJson(call, context).map([](const QJsonDocument &document) { return document.object(); });
}

} // namespace pilothouse
