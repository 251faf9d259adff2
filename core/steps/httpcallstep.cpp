// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/httpcallstep.h"

#include "core/steps/httpword.h"

namespace pilothouse {

QString HttpCallStep::name() const
{
    return QStringLiteral("http.call");
}

StepText HttpCallStep::describe(const QJsonObject &arguments) const
{
    const QString method = arguments.value(QLatin1String("method")).toString(QStringLiteral("GET"));
    const QUrl url(arguments.value(QLatin1String("url")).toString());
    return {tr("Call %1 %2").arg(method, url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
            curlLine(arguments)};
}

Result<QJsonObject> HttpCallStep::prepare(const StepScope &scope) const
{
    return requestFrom(scope).map([](const HttpRequest &) { return QJsonObject(); });
}

Result<QJsonObject> HttpCallStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto request = requestFrom(scope);
    if (!request)
        return failure(request.error());
    const auto response = m_http.send(*request, scope.context);
    if (!response)
        return failure(response.error());
    if (auto expected = check(expectationFrom(scope.arguments), *response); !expected)
        return failure(withSubject(expected.error(),
                                   request->url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)));
    return QJsonObject{{QStringLiteral("status"), response->status}};
}

Result<Observed> HttpCallStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::Unknown;
}

Result<> HttpCallStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return failure(
        withSubject(failure(ErrorKind::Refused, tr("A call to a service cannot be taken back.")).value(),
                    scope.arguments.value(QLatin1String("service")).toString()));
}

} // namespace pilothouse
