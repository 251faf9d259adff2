// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/httpword.h"

#include "core/instances/instancesession.h"
#include "core/process/commandline.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

QString httpWordText(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString();
}

} // namespace

Result<QUrl> addressFrom(const StepScope &scope)
{
    const QUrl url(httpWordText(scope.arguments, "url"), QUrl::StrictMode);
    if (url.isEmpty() || !scope.arguments.value(QLatin1String("inside")).toBool())
        return url;
    return scope.session.runtime().reachable(url, scope.context);
}

QString addressWord(const QJsonObject &arguments)
{
    const QString word = httpWordText(arguments, "shellUrl");
    return word.isEmpty() ? shellQuoted(httpWordText(arguments, "url")) : word;
}

Result<HttpRequest> requestFrom(const StepScope &scope)
{
    HttpRequest request;
    const auto address = addressFrom(scope);
    if (!address)
        return failure(address.error());
    request.url = *address;
    if (!request.url.isValid() || request.url.host().isEmpty())
        return failure(ErrorKind::BadInput,
                       QCoreApplication::translate("HttpWord", "The step names no valid address."));
    const QString method = httpWordText(scope.arguments, "method");
    if (!method.isEmpty())
        request.method = method.toLatin1();
    request.body = httpWordText(scope.arguments, "body").toUtf8();
    const QString bodyType = httpWordText(scope.arguments, "bodyType");
    if (!bodyType.isEmpty())
        request.headers.append({QByteArrayLiteral("Content-Type"), bodyType.toLatin1()});
    const int timeout = scope.arguments.value(QLatin1String("timeoutMs")).toInt();
    if (timeout > 0) {
        request.totalTimeout = std::chrono::milliseconds(timeout);
        request.firstByteTimeout = request.totalTimeout;
    }
    const QString reference = httpWordText(scope.arguments, "secret");
    if (reference.isEmpty())
        return request;
    const auto secret = scope.secrets.find(reference);
    if (secret == scope.secrets.end())
        return failure(
            ErrorKind::NotFound,
            QCoreApplication::translate("HttpWord", "The secret “%1” is not at hand.").arg(reference));
    request.headers.append(
        {QByteArrayLiteral("Authorization"), QByteArray("Bearer " + secret->second.bytes())});
    return request;
}

HttpExpectation expectationFrom(const QJsonObject &arguments)
{
    HttpExpectation expectation;
    expectation.status = arguments.value(QLatin1String("status")).toInt(expectation.status);
    expectation.contentType = httpWordText(arguments, "contentType");
    expectation.json = arguments.value(QLatin1String("json")).toObject();
    return expectation;
}

QString curlLine(const QJsonObject &arguments)
{
    QString line = QStringLiteral("curl --fail --noproxy '*'");
    const QString method = httpWordText(arguments, "method");
    if (!method.isEmpty() && method != QLatin1String("GET"))
        line += QStringLiteral(" --request ") + shellQuoted(method);
    if (!httpWordText(arguments, "secret").isEmpty())
        line += QStringLiteral(" --oauth2-bearer \"$TOKEN\"");
    const QString bodyType = httpWordText(arguments, "bodyType");
    if (!bodyType.isEmpty())
        line += QStringLiteral(" --header ") + shellQuoted(QStringLiteral("Content-Type: ") + bodyType);
    const QString body = httpWordText(arguments, "body");
    if (!body.isEmpty())
        line += QStringLiteral(" --data-raw ") + shellQuoted(body);
    return line + u' ' + addressWord(arguments);
}

} // namespace pilothouse
