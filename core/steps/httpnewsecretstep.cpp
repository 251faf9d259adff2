// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/httpnewsecretstep.h"

#include "core/instances/instancesession.h"
#include "core/net/httpclient.h"
#include "core/plan/stepregistry.h"
#include "core/runtime/secretplace.h"
#include "core/runtime/serviceruntime.h"
#include "core/secrets/newsecrets.h"

#include <QJsonDocument>

namespace pilothouse {

namespace {

QString httpSecretText(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString();
}

Result<QUrl> addressOf(const StepScope &scope)
{
    const QUrl url(httpSecretText(scope.arguments, "url"));
    const bool isInside = scope.arguments.value(QLatin1String("inside")).toBool();
    return isInside ? scope.session.runtime().reachable(url, scope.context) : Result<QUrl>(url);
}

Result<HttpRequest> secretRequestFrom(const StepScope &scope)
{
    const auto url = addressOf(scope);
    if (!url)
        return failure(url.error());
    const QString variable = httpSecretText(scope.arguments, "tokenVariable");
    const auto token = secretInEffect(scope.session.runtime(), variable, scope.context);
    if (!token)
        return failure(token.error());
    if (token->isEmpty())
        return failure(ErrorKind::Refused, HttpNewSecretStep::tr("%1 is not set.").arg(variable));
    QJsonObject body = scope.arguments.value(QLatin1String("json")).toObject();
    body.insert(httpSecretText(scope.arguments, "tokenMember"), QString::fromUtf8(token->bytes()));
    HttpRequest request;
    request.method = QByteArrayLiteral("POST");
    request.url = *url;
    request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

QString HttpNewSecretStep::name() const
{
    return QStringLiteral("http.new-secret");
}

StepText HttpNewSecretStep::describe(const QJsonObject &arguments) const
{
    const QUrl url(httpSecretText(arguments, "url"));
    return {tr("Ask %1 for a new one").arg(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)),
            {}};
}

Result<QJsonObject> HttpNewSecretStep::prepare(const StepScope &scope) const
{
    // Whether it is there at all: what the real call did could not be seen afterwards.
    const auto request = secretRequestFrom(scope);
    if (!request)
        return failure(request.error());
    HttpRequest look;
    look.url = request->url;
    return m_http.send(look, scope.context).map([](const HttpResponse &) { return QJsonObject(); });
}

Result<QJsonObject> HttpNewSecretStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto request = secretRequestFrom(scope);
    if (!request)
        return failure(request.error());
    const auto response = m_http.send(*request, scope.context);
    if (!response)
        return failure(response.error());
    const QJsonObject answer = QJsonDocument::fromJson(response->body).object();
    const QByteArray made = answer.value(httpSecretText(scope.arguments, "answer")).toString().toUtf8();
    if (response->status != 200 || made.isEmpty()) {
        // The body may hold what must not be told, so only its own error is.
        const QString why = answer.value(QLatin1String("error")).toObject().value(u"message").toString();
        return failure(ErrorKind::Refused,
                       tr("The service made nothing: it answers with status %1.").arg(response->status), why);
    }
    const QString before = QString::fromUtf8(made.left(qMax(made.indexOf('.'), 0)));
    m_secrets.put(scope.operation, Secret(QByteArray(made)));
    return QJsonObject{{QStringLiteral("made"), before}};
}

/// After a crash nobody knows: the service does not say which of its things an operation made.
Result<Observed> HttpNewSecretStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return m_secrets.has(scope.operation) ? Observed::Done : Observed::Unknown;
}

Result<> HttpNewSecretStep::compensate(const StepScope &, const QJsonObject &) const
{
    return failure(ErrorKind::Refused,
                   tr("What the service made cannot be unmade from here: look into the list and revoke it."));
}

void addNewSecretStep(StepRegistry &steps, const HttpClient &http, NewSecrets &secrets)
{
    steps.add(std::make_unique<HttpNewSecretStep>(http, secrets));
}

} // namespace pilothouse
