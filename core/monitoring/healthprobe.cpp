// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/healthprobe.h"

#include "core/instances/instancesession.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>

namespace pilothouse {
namespace {
struct HealthProbeText
{
    Q_DECLARE_TR_FUNCTIONS(HealthProbe)
};

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return HealthProbeText::tr("nothing");
    const QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return text.mid(1, text.size() - 2).left(80);
}

/// Why the answer is not the expected one; empty where it is.
QString differenceOf(const ProfileEndpoint &endpoint, const HttpResponse &response)
{
    if (response.status != endpoint.status)
        return HealthProbeText::tr("Answered %1, %2 was expected").arg(response.status).arg(endpoint.status);
    const QString contentType = QString::fromLatin1(response.header("content-type"));
    if (!endpoint.contentType.isEmpty() && !contentType.startsWith(endpoint.contentType, Qt::CaseInsensitive))
        return HealthProbeText::tr("Answered with %1, %2 was expected")
            .arg(contentType.isEmpty() ? HealthProbeText::tr("no content type") : contentType.left(80),
                 endpoint.contentType);
    if (endpoint.json.isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject())
        return HealthProbeText::tr("The answer is not a JSON object");
    const QJsonObject body = document.object();
    for (auto wanted = endpoint.json.begin(); wanted != endpoint.json.end(); ++wanted) {
        const QJsonValue found = body.value(wanted.key());
        if (found != wanted.value())
            return HealthProbeText::tr("\"%1\" is %2, %3 was expected")
                .arg(wanted.key(), shown(found), shown(wanted.value()));
    }
    return {};
}

QString reasonOf(const Error &error)
{
    if (error.kind == ErrorKind::TimedOut)
        return HealthProbeText::tr("No answer in time");
    return error.message;
}

HttpRequest requestFor(const ProfileEndpoint &endpoint, const QString &url)
{
    HttpRequest request;
    request.url = QUrl(url, QUrl::StrictMode);
    const std::chrono::milliseconds limit(endpoint.timeoutMs);
    request.connectTimeout = std::min(request.connectTimeout, limit);
    request.firstByteTimeout = limit;
    request.idleTimeout = limit;
    request.totalTimeout = limit;
    request.bodyLimit = 1 << 20;
    return request;
}
} // namespace

HttpSend sendWith(const HttpClient &client)
{
    return [&client](const HttpRequest &request, const OperationContext &context) {
        return client.send(request, context);
    };
}

HealthAnswer probeHealth(const ProfileEndpoint &endpoint, const QString &url, const HttpSend &send,
                         const OperationContext &context)
{
    HealthAnswer answer;
    answer.at = QDateTime::currentDateTimeUtc();
    answer.url = url;
    QElapsedTimer timer;
    timer.start();
    const auto response = send(requestFor(endpoint, url), context);
    answer.milliseconds = timer.elapsed();
    if (!response && response.error().kind == ErrorKind::Cancelled) {
        answer.reason = HealthProbeText::tr("Cancelled");
        return answer;
    }
    if (!response) {
        answer.verdict = HealthVerdict::Failed;
        answer.reason = reasonOf(response.error());
        return answer;
    }
    answer.status = response->status;
    answer.reason = differenceOf(endpoint, *response);
    answer.verdict = answer.reason.isEmpty() ? HealthVerdict::Passed : HealthVerdict::Failed;
    return answer;
}

HealthAnswer probeHealth(const ProfileEndpoint &endpoint, const InstanceSession &session,
                         const HttpSend &send, const OperationContext &context)
{
    const auto url = session.currentHealthUrl(context);
    if (url)
        return probeHealth(endpoint, *url, send, context);
    HealthAnswer answer;
    answer.at = QDateTime::currentDateTimeUtc();
    answer.url = session.healthUrl();
    if (url.error().kind != ErrorKind::Cancelled)
        answer.verdict = HealthVerdict::Failed;
    answer.reason = reasonOf(url.error());
    return answer;
}

} // namespace pilothouse
