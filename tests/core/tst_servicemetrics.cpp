// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/entities/metrics.h"
#include "core/instances/instancesession.h"
#include "core/monitoring/servicemetrics.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

#include <cmath>

using namespace pilothouse;

namespace tst_servicemetrics {

namespace {

constexpr char Page[] =
    "# HELP shop_http_requests_total Requests\n"
    "# TYPE shop_http_requests_total counter\n"
    "shop_http_requests_total{route=\"/v1/put\",method=\"POST\",status=\"200\"} 90\n"
    "shop_http_requests_total{route=\"/v1/put\",method=\"POST\",status=\"500\"} 10 1795211979420\n"
    "shop_http_requests_total{route=\"/a \\\"b\\\" \\\\ \\n c\",status=\"404\"} 5\n"
    "# TYPE shop_http_request_duration_ms histogram\n"
    "shop_http_request_duration_ms_bucket{le=\"5\",route=\"/v1/put\"} 0\n"
    "shop_http_request_duration_ms_bucket{le=\"100\",route=\"/v1/put\"} 50\n"
    "shop_http_request_duration_ms_bucket{le=\"200\",route=\"/v1/put\"} 90\n"
    "shop_http_request_duration_ms_bucket{le=\"+Inf\",route=\"/v1/put\"} 100\n"
    "shop_http_request_duration_ms_sum{route=\"/v1/put\"} 12000\n"
    "shop_http_request_duration_ms_count{route=\"/v1/put\"} 100\n"
    "# TYPE shop_jobs_total counter\n"
    "shop_denials_total{type=\"writes\"} 3\n"
    "process_start_time_seconds 1795211969\n";

ProfileMetrics described()
{
    ProfileMetrics metrics;
    metrics.prefixes = {QStringLiteral("store_"), QStringLiteral("shop_")};
    metrics.requests = QStringLiteral("http_requests_total");
    metrics.status = QStringLiteral("status");
    metrics.route = QStringLiteral("route");
    metrics.latency = QStringLiteral("http_request_duration_ms");
    metrics.unitSeconds = 0.001;
    metrics.counters = {
        {QStringLiteral("jobs_total"), QStringLiteral("status"), QStringLiteral("Jobs"), {}},
        {QStringLiteral("denials_total"), QStringLiteral("type"), QStringLiteral("Denied"), {}}};
    return metrics;
}

Result<ServiceMetrics> figures(const QByteArray &text, const MetricPage *earlier = nullptr)
{
    const auto page = parsePrometheusText(text);
    if (!page)
        return failure(page.error());
    return metricsOf(described(), *page, QDateTime::fromSecsSinceEpoch(1795211979, Qt::UTC), earlier, 10);
}

} // namespace

/// What a service tells in Prometheus' text format, and what it comes to.
class TestServiceMetrics : public QObject
{
    Q_OBJECT

private slots:
    void asksNoAddressThatAProfileGuesses()
    {
        ServiceProfile profile;
        profile.metrics = described();
        profile.endpoints << ProfileEndpoint();
        profile.endpoints.last().kind = QStringLiteral("metrics");
        profile.endpoints.last().url = QStringLiteral("http://127.0.0.1:3000/metrics");
        const auto runtime = std::make_shared<ScriptedRuntime>();
        runtime->runtimeKind = QStringLiteral("files");
        MemorySecretStore secrets;
        const SystemClock clock;
        QStringList asked;
        const MetricsTools tools{[&asked](const HttpRequest &request, const OperationContext &) {
                                     asked << request.url.toString();
                                     HttpResponse answer;
                                     answer.status = 200;
                                     answer.body = Page;
                                     return Result<HttpResponse>(answer);
                                 },
                                 secrets, clock};
        Instance instance;
        instance.name = QStringLiteral("one");
        const auto scraped = [&] {
            return scrapeMetrics(InstanceSession(instance, profile, runtime, {}), tools, 0, {});
        };
        const auto refused = scraped();
        QVERIFY(!refused && asked.isEmpty());
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        instance.healthUrl = QStringLiteral("http://127.0.0.1:3999/health");
        QVERIFY_RESULT(scraped());
        QCOMPARE(asked, QStringList{QStringLiteral("http://127.0.0.1:3999/metrics")});
    }

    void readsLabelsValuesAndTypes()
    {
        const auto page = parsePrometheusText(Page);
        QVERIFY_RESULT(page);
        QCOMPARE(page->samples.size(), 11);
        QCOMPARE(page->samples[2].labels.value(QStringLiteral("route")), QStringLiteral("/a \"b\" \\ \n c"));
        QCOMPARE(page->types.value(QStringLiteral("shop_jobs_total")), QStringLiteral("counter"));
        QVERIFY(std::isnan(parsePrometheusText("x NaN")->samples[0].value));
        QVERIFY(std::isinf(parsePrometheusText("x{} +Inf\r\n")->samples[0].value));
    }

    void saysWhichLineIsNoMetric()
    {
        for (const char *bad :
             {"ok 1\n<html>", "ok 1\nx{a=\"b} 1", "ok 1\nx{a=b} 1", "ok 1\nx", "ok 1\nx 1 2 3"}) {
            const auto page = parsePrometheusText(bad);
            QVERIFY2(!page, bad);
            QVERIFY2(page.error().message.contains(u'2'), qPrintable(page.error().message));
        }
    }

    void survivesAnyBytes()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            QByteArray text(Page);
            for (int change = 0; change < 6; ++change)
                text[random.bounded(static_cast<int>(text.size()))] = static_cast<char>(random.bounded(256));
            text.truncate(random.bounded(static_cast<int>(text.size()) + 1));
            static_cast<void>(figures(text)); // must end, whatever it says
        }
    }

    void countsRequestsAndErrorsSinceTheStart()
    {
        const auto metrics = figures(Page);
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->prefix, QStringLiteral("shop_"));
        QCOMPARE(metrics->seconds, 10.0);
        QCOMPARE(metrics->all.requests, 105.0);
        QCOMPARE(metrics->all.serverErrors, 10.0);
        QCOMPARE(metrics->all.refused, 5.0);
        QCOMPARE(metrics->routes[0].route, QStringLiteral("/v1/put"));
        QVERIFY(metrics->counters[0].isDeclared && metrics->counters[0].values.isEmpty());
        QCOMPARE(metrics->counters[1].values.value(QStringLiteral("writes")), 3.0);
    }

    void interpolatesPercentilesInTheirBucket()
    {
        const auto metrics = figures(Page);
        QVERIFY_RESULT(metrics);
        QVERIFY(metrics->latency && !metrics->latency->hasUnitFault);
        QVERIFY(qAbs(metrics->latency->meanSeconds - 0.12) < 1e-9);
        QVERIFY(qAbs(*metrics->latency->p50 - 0.1) < 1e-9);
        QVERIFY(!metrics->latency->p95); // beyond the last bound
    }

    void recognisesSecondsInBucketsOfMilliseconds()
    {
        LatencyBuckets faulty{{{5, 10}, {10, 10}, {std::numeric_limits<double>::infinity(), 10}}, 1.17, 10};
        auto found = latencyFigures(faulty, 0.001);
        QVERIFY(found && found->hasUnitFault);
        QVERIFY(qAbs(found->meanSeconds - 0.117) < 1e-9);
        QVERIFY(!found->p50 && !found->p95 && !found->p99);
        QCOMPARE(found->atMostSeconds, 5.0);
        faulty.sum = 35; // 3.5 ms each: a fast service, and no fault
        found = latencyFigures(faulty, 0.001);
        QVERIFY(found && !found->hasUnitFault && found->p50);
        QVERIFY(!latencyFigures({}, 0.001));
    }

    void takesTheDifferenceOfTwoPagesAndSeesARestart()
    {
        const auto earlier = parsePrometheusText(QByteArray(Page).replace("} 90\n", "} 60\n"));
        QVERIFY_RESULT(earlier);
        auto metrics = figures(Page, &*earlier);
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->all.requests, 30.0);
        const auto before = parsePrometheusText(QByteArray(Page).replace("} 90\n", "} 5000\n"));
        metrics = figures(Page, &*before);
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->all.requests, 90.0); // it began anew
    }

    void saysWhereThereIsNothingOfTheProfile()
    {
        const auto metrics = figures("other_total 1\n");
        QVERIFY(!metrics);
        QCOMPARE(metrics.error().kind, ErrorKind::NotFound);
    }
};

} // namespace tst_servicemetrics

QTEST_GUILESS_MAIN(tst_servicemetrics::TestServiceMetrics)
#include "tst_servicemetrics.moc"
