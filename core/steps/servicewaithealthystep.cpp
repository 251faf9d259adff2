// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicewaithealthystep.h"

#include "core/instances/instancesession.h"
#include "core/net/httpclient.h"
#include "core/steps/httpword.h"

namespace pilothouse {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// The last look gets this much even where the time is up: a cut answer would hide what is really wrong.
constexpr milliseconds ShortestLook{1000};
constexpr int StandardTimeoutMs = 60000;
constexpr milliseconds HealthLookInterval{250};
constexpr milliseconds AnswerTime{5000};

} // namespace

QString ServiceWaitHealthyStep::name() const
{
    return QStringLiteral("service.wait-healthy");
}

StepText ServiceWaitHealthyStep::describe(const QJsonObject &arguments) const
{
    const QString url = arguments.value(QLatin1String("url")).toString();
    return {tr("Wait until %1 is healthy").arg(serviceName(arguments)),
            url.isEmpty() ? QString()
                          : QStringLiteral("curl --fail --noproxy '*' --retry 30 --retry-connrefused %1")
                                .arg(addressWord(arguments))};
}

Result<QJsonObject> ServiceWaitHealthyStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<> ServiceWaitHealthyStep::look(const StepScope &scope, milliseconds left, bool &hasEnded) const
{
    const auto status = runtime(scope).status(scope.context);
    if (!status)
        return failure(status.error());
    hasEnded = status->state == ServiceState::Stopped || status->state == ServiceState::Missing;
    if (hasEnded)
        return failure(ErrorKind::Refused, tr("The service has ended."), status->reason);
    const bool isStuck = status->state == ServiceState::Restarting || status->state == ServiceState::Paused;
    if (isStuck)
        return failure(ErrorKind::TimedOut,
                       tr("The service is not up: %1.").arg(serviceStateName(status->state)),
                       status->healthLog);
    const bool wantsHealth = scope.arguments.value(QLatin1String("containerHealth")).toBool();
    if (wantsHealth && !status->health.isEmpty() && status->health != QLatin1String("healthy"))
        return failure(ErrorKind::TimedOut, tr("The container says that it is %1.").arg(status->health),
                       status->healthLog);
    const auto address = addressFrom(scope);
    if (!address)
        return failure(address.error());
    if (address->isEmpty())
        return {};
    HttpRequest request;
    request.url = *address;
    request.totalTimeout = std::min(left, AnswerTime);
    const auto response = m_http.send(request, scope.context);
    return response ? check(expectationFrom(scope.arguments), *response) : failure(response.error());
}

Result<QJsonObject> ServiceWaitHealthyStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const milliseconds timeout(scope.arguments.value(QLatin1String("timeoutMs")).toInt(StandardTimeoutMs));
    const auto started = steady_clock::now();
    while (true) {
        const auto passed = std::chrono::duration_cast<milliseconds>(steady_clock::now() - started);
        bool hasEnded = false;
        const auto healthy = look(scope, std::max(timeout - passed, ShortestLook), hasEnded);
        if (healthy)
            return QJsonObject{{QStringLiteral("elapsedMs"), static_cast<qint64>(passed.count())}};
        if (healthy.error().kind == ErrorKind::Cancelled)
            return failure(healthy.error());
        const bool isOver = passed >= timeout;
        if (hasEnded || isOver) {
            Error error = withSubject(healthy.error(), scope.session.instance().name,
                                      tr("Read the log of the service from its last start on."));
            if (isOver)
                error.message =
                    tr("Not healthy after %1 s. Last: %2").arg(timeout.count() / 1000).arg(error.message);
            return failure(std::move(error));
        }
        if (!pauseUnlessCancelled(HealthLookInterval, scope.context))
            return failure(ErrorKind::Cancelled, tr("Waiting was cancelled."));
    }
}

Result<Observed> ServiceWaitHealthyStep::observe(const StepScope &scope, const QJsonObject &) const
{
    bool hasEnded = false;
    return look(scope, AnswerTime, hasEnded) ? Observed::Done : Observed::NotDone;
}

Result<> ServiceWaitHealthyStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
