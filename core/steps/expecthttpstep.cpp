// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/expecthttpstep.h"

#include "core/steps/httpword.h"

namespace pilothouse {

namespace {

QString shownUrl(const QJsonObject &arguments)
{
    const QString url = arguments.value(QLatin1String("url")).toString();
    return QUrl(arguments.value(QLatin1String("shownUrl")).toString(url))
        .toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

} // namespace

QString ExpectHttpStep::name() const
{
    return QStringLiteral("expect.http");
}

StepText ExpectHttpStep::describe(const QJsonObject &arguments) const
{
    return {tr("%1 answers as it should").arg(shownUrl(arguments)), curlLine(arguments)};
}

Result<QJsonObject> ExpectHttpStep::prepare(const StepScope &scope) const
{
    return requestFrom(scope).map([](const HttpRequest &) { return QJsonObject(); });
}

Result<HttpResponse> ExpectHttpStep::ask(const StepScope &scope) const
{
    const auto request = requestFrom(scope);
    if (!request)
        return failure(request.error());
    auto response = m_http.send(*request, scope.context);
    if (!response)
        return response;
    if (auto expected = check(expectationFrom(scope.arguments), *response); !expected)
        return failure(withSubject(expected.error(), shownUrl(scope.arguments)));
    return response;
}

Result<QJsonObject> ExpectHttpStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto response = ask(scope);
    if (!response)
        return failure(response.error());
    return QJsonObject{{QStringLiteral("status"), response->status},
                       {QStringLiteral("elapsedMs"), static_cast<qint64>(response->elapsed.count())}};
}

Result<Observed> ExpectHttpStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return ask(scope) ? Observed::Done : Observed::NotDone;
}

Result<> ExpectHttpStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
