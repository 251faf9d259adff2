// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/entities/metrics.h"

#include "core/base/clock.h"
#include "core/instances/serviceaddress.h"
#include "core/plan/catalogue.h"
#include "core/runtime/secretplace.h"
#include "core/runtime/serviceruntime.h"
#include "core/secrets/secretstore.h"

#include <QCoreApplication>

#include <thread>

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds LookInterval{50};
constexpr double LongestSeconds = 300;
constexpr int Unauthorized = 401;

struct MetricsText
{
    Q_DECLARE_TR_FUNCTIONS(Metrics)
};

/// Where the page is reached now.
Result<QUrl> addressOf(const InstanceSession &session, const ProfileEndpoint &endpoint,
                       const OperationContext &context)
{
    const auto address = serviceAddress(session, endpoint.url, context);
    if (!address)
        return failure(address.error());
    return address->isInside ? session.runtime().reachable(address->url, context)
                             : Result<QUrl>(address->url);
}

/// Gets the page, with a token only where the service asks for one.
class Scraper
{
public:
    Scraper(const InstanceSession &session, const MetricsTools &tools, const OperationContext &context)
        : m_session(session)
        , m_tools(tools)
        , m_context(context)
    {
    }

    Result<MetricPage> page()
    {
        const ProfileEndpoint *endpoint = m_session.profile().endpoint(QStringLiteral("metrics"));
        if (!endpoint || m_session.profile().metrics.isEmpty())
            return failure(ErrorKind::NotFound,
                           MetricsText::tr("The profile of this service knows no metrics."));
        const auto url = addressOf(m_session, *endpoint, m_context);
        if (!url)
            return failure(url.error());
        auto answer = get(*url, *endpoint);
        if (answer && answer->status == Unauthorized && m_token.isEmpty()) {
            findToken();
            answer = m_token.isEmpty() ? std::move(answer) : get(*url, *endpoint);
        }
        if (!answer)
            return failure(withSubject(answer.error(), url->toString()));
        return read(*answer, *endpoint, *url);
    }

private:
    Result<HttpResponse> get(const QUrl &url, const ProfileEndpoint &endpoint) const
    {
        HttpRequest request;
        request.url = url;
        request.totalTimeout = std::chrono::milliseconds(endpoint.timeoutMs);
        if (!m_token.isEmpty())
            request.headers.append(
                {QByteArrayLiteral("Authorization"), QByteArray("Bearer " + m_token.bytes())});
        return m_tools.send(request, m_context);
    }

    void findToken()
    {
        const QString variable = m_session.profile().metrics.tokenVariable;
        if (!variable.isEmpty())
            m_token = secretInEffect(m_session.runtime(), variable, m_context).value_or(Secret());
        if (m_token.isEmpty())
            m_token = m_tools.secrets.read(m_session.instance().name + QStringLiteral("/metrics"), m_context)
                          .value_or(Secret());
    }

    static Result<MetricPage> read(const HttpResponse &answer, const ProfileEndpoint &endpoint,
                                   const QUrl &url)
    {
        if (answer.status == Unauthorized)
            return failure(
                Error{ErrorKind::Refused,
                      url.toString(),
                      MetricsText::tr("The service wants a token for its metrics."),
                      MetricsText::tr("Where its environment cannot be read, put it into the keychain as "
                                      "“<instance>/metrics”."),
                      {}});
        const QString type = QString::fromLatin1(answer.header("content-type"));
        if (answer.status != endpoint.status || !type.startsWith(endpoint.contentType))
            return failure(Error{ErrorKind::NotFound,
                                 url.toString(),
                                 MetricsText::tr("There are no metrics: it answers with status %1 (%2).")
                                     .arg(answer.status)
                                     .arg(type.left(80)),
                                 MetricsText::tr("They may be turned off in the service's environment."),
                                 {}});
        return parsePrometheusText(answer.body).map_error([&](const Error &error) {
            return withSubject(error, url.toString());
        });
    }

    const InstanceSession &m_session;
    const MetricsTools &m_tools;
    const OperationContext &m_context;
    Secret m_token;
};

/// False where it was cancelled.
bool waited(double seconds, const OperationContext &context)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < until) {
        if (context.isCancelled())
            return false;
        std::this_thread::sleep_for(LookInterval);
    }
    return true;
}

} // namespace

Result<ServiceMetrics> scrapeMetrics(const InstanceSession &session, const MetricsTools &tools,
                                     double seconds, const OperationContext &context)
{
    Scraper scraper(session, tools, context);
    const QDateTime began = tools.clock.now();
    const auto first = scraper.page();
    if (!first)
        return failure(first.error());
    if (seconds <= 0)
        return metricsOf(session.profile().metrics, *first, began, nullptr, 0);
    if (!waited(std::min(seconds, LongestSeconds), context))
        return failure(ErrorKind::Cancelled, MetricsText::tr("Cancelled."));
    const auto second = scraper.page();
    if (!second)
        return failure(second.error());
    const QDateTime now = tools.clock.now();
    return metricsOf(session.profile().metrics, *second, now, &*first,
                     static_cast<double>(began.msecsTo(now)) / 1000);
}

void addMetricsQuery(Catalogue &catalogue, const MetricsTools &tools)
{
    catalogue.add(
        QueryEntry{QStringLiteral("metrics.show"),
                   MetricsText::tr("The service's own numbers"),
                   {{QStringLiteral("seconds"),
                     MetricsText::tr("Seconds to look at"),
                     Parameter::Type::Number,
                     false,
                     {}}},
                   [tools](const InstanceSession &session, const QJsonObject &arguments,
                           const OperationContext &context) {
                       return scrapeMetrics(session, tools,
                                            arguments.value(QStringLiteral("seconds")).toDouble(), context)
                           .map([](const ServiceMetrics &metrics) { return QJsonValue(toJson(metrics)); });
                   }});
}

} // namespace pilothouse
