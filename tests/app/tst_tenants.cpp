// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileops.h"
#include "tests/app/cliworld.h"
#include "tests/support/postgresserver.h"
#include "tests/support/tenantdata.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace pilothouse;

namespace tst_tenants {

namespace {

const QString AdminToken = QStringLiteral("canary-admin-4f1c");
const QString MetricsToken = QStringLiteral("canary-metrics-9a2b");
constexpr char North[] = "00000000-0000-4000-8000-000000000001";

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QJsonObject rowOf(const QJsonArray &rows, const QString &key, const QString &value)
{
    for (const QJsonValue &row : rows) {
        if (row.toObject().value(key).toString() == value)
            return row.toObject();
    }
    return {};
}

} // namespace

/// An operator with nothing but the command line, and a service with tenants on a real PostgreSQL server.
class TenantsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = PostgresServer::ofTestbed();
        PILOTHOUSE_REQUIRE_POSTGRES(m_server);
    }
    void init() { begin(QStringLiteral("older"), {}); }
    void cleanup()
    {
        stopService();
        m_world.reset();
        m_database.reset();
    }

    void needsNoDataFolderAndNoAddressOfItsOwn()
    {
        const QJsonObject status = object(words(u"status store"_qs));
        QCOMPARE(status.value(u"health").toObject().value(u"verdict").toString(), u"passed"_qs);
        const QJsonObject reach = object(words(u"database test store"_qs));
        QCOMPARE(reach.value(u"isReachable"), QJsonValue(true)); // found in the service's environment
    }

    void f10_countsTheRowsOfTheTables()
    {
        const QJsonObject counts = object(words(u"status store"_qs)).value(u"counts").toObject();
        QCOMPARE(counts.value(u"tenants").toInt(), 2);
        QCOMPARE(counts.value(u"api_keys").toInt(), 4);
        QCOMPARE(counts.value(u"entries").toInt(), 3);
        QCOMPARE(counts.value(u"entry_versions").toInt(), 6);
        QCOMPARE(counts.value(u"embeddings").toInt(), 2);
        const QJsonArray tenants = array(words(u"entities list store tenant"_qs));
        QCOMPARE(rowOf(tenants, u"name"_qs, u"north"_qs).value(u"keys").toInt(), 2);
    }

    void f11_findsEntriesWithoutTheirVersion()
    {
        CliRun checked = m_world->json(words(u"database assertions store"_qs));
        QVERIFY2(checked.code == 0, checked.told().constData());
        QCOMPARE(checked.json.array().size(), 4);
        m_database->run(
            "ALTER TABLE public.entries DROP CONSTRAINT entries_latest_version_id_fkey; "
            "UPDATE public.entries SET latest_version_id = gen_random_uuid() WHERE path = '/notes/1'");
        checked = m_world->json(words(u"database assertions store"_qs));
        QCOMPARE(checked.code, 1);
        const QJsonObject row = rowOf(checked.json.array(), u"id"_qs, u"entries-have-their-version"_qs);
        QCOMPARE(row.value(u"wrong").toInt(), 1);
        QCOMPARE(row.value(u"item").toString(), u"F11"_qs);
    }

    void f21_countsRequestsAndErrors()
    {
        for (int n = 0; n < 4; ++n)
            request("GET", "/healthz");
        request("GET", "/nothing");
        const QJsonObject metrics = object(words(u"metrics show store"_qs));
        QCOMPARE(metrics.value(u"prefix").toString(), u"agentfs_"_qs);
        const QJsonObject all = metrics.value(u"all").toObject();
        QVERIFY(all.value(u"requests").toInt() >= 5);
        QVERIFY(all.value(u"refused").toInt() >= 1);
        QCOMPARE(all.value(u"serverErrors").toInt(), 0);
        QVERIFY(all.value(u"perSecond").toDouble() > 0);
        begin(u"newer"_qs, {});
        request("GET", "/healthz");
        QCOMPARE(object(words(u"metrics show store"_qs)).value(u"prefix").toString(), u"agentos_"_qs);
    }

    void f21_usesTheTokenThatTheServiceWants()
    {
        begin(u"older"_qs, {{u"METRICS_TOKEN"_qs, MetricsToken}});
        QVERIFY(request("GET", "/metrics").contains(" 401 "));
        const CliRun shown = m_world->run(words(u"metrics show store"_qs));
        QVERIFY2(shown.code == 0, shown.told().constData());
        QVERIFY(!shown.told().contains(MetricsToken.toUtf8()));
        begin(u"older"_qs, {{u"NODE_ENV"_qs, u"production"_qs}});
        const CliRun off = m_world->run(words(u"metrics show store"_qs));
        QVERIFY2(off.code == 1 && off.error.contains("404"), off.told().constData());
    }

    void f22_saysThatTheBucketsAreInAnotherUnit()
    {
        request("GET", "/healthz");
        const QJsonObject latency = object(words(u"metrics show store"_qs)).value(u"latency").toObject();
        QCOMPARE(latency.value(u"hasUnitFault"), QJsonValue(true));
        QVERIFY(latency.value(u"p95").isNull());
        QVERIFY(latency.value(u"meanSeconds").toDouble() < 1);
        const QByteArray text = m_world->run(words(u"metrics show store"_qs)).output;
        QVERIFY2(text.contains("counts seconds into buckets of milliseconds"), text.constData());
    }

    void f23_tellsACounterThatIsNeverCounted()
    {
        const QByteArray text = m_world->run(words(u"metrics show store"_qs)).output;
        QVERIFY2(text.contains("Embedding jobs: declared, but never counted"), text.constData());
    }

    void f24_countsWhatWasRefusedForQuota()
    {
        begin(u"older"_qs, {{u"WRITE_QUOTA_PER_DAY"_qs, u"4801"_qs}});
        const QByteArray key = newKey();
        QVERIFY(put(key).contains(" 200 "));
        QVERIFY(put(key).contains(" 429 "));
        const QByteArray text = m_world->run(words(u"metrics show store"_qs)).output;
        QVERIFY2(text.contains("Refused for quota: writes 1"), text.constData());
    }

    void f30_findsWhyTheServiceDoesNotStart()
    {
        stopService();
        QTcpServer other; // has the port now
        QVERIFY(other.listen(QHostAddress::LocalHost, m_port));
        const QJsonArray findings = object(words(u"troubleshoot store F30"_qs)).value(u"findings").toArray();
        QCOMPARE(rowOf(findings, u"id"_qs, u"port.free"_qs).value(u"verdict").toString(), u"inTheWay"_qs);
        QVERIFY(!rowOf(findings, u"id"_qs, u"status"_qs).isEmpty());
        QVERIFY(!rowOf(findings, u"id"_qs, u"database.connection.main"_qs).isEmpty());
    }

    void f31_triesTheDatabaseItself()
    {
        QJsonArray findings = object(words(u"troubleshoot store F31"_qs)).value(u"findings").toArray();
        QCOMPARE(rowOf(findings, u"id"_qs, u"database.connection.main"_qs).value(u"verdict").toString(),
                 u"holds"_qs);
        QVERIFY(rowOf(findings, u"id"_qs, u"database.sessions.main"_qs)
                    .value(u"text")
                    .toString()
                    .contains(u"connections are taken"));
        m_world->run({u"instance"_qs, u"set"_qs, u"store"_qs, u"--database-url"_qs,
                      u"postgresql://nobody@127.0.0.1:1/none"_qs});
        findings = object(words(u"troubleshoot store F31"_qs)).value(u"findings").toArray();
        QCOMPARE(rowOf(findings, u"id"_qs, u"database.connection.main"_qs).value(u"verdict").toString(),
                 u"inTheWay"_qs);
    }

    void f32_showsTodaysUseByTheDayOfTheService()
    {
        const QJsonArray rows = array(words(u"entities list store quota"_qs));
        QCOMPARE(rows.size(), 2); // none of another day
        const QJsonObject north = rowOf(rows, u"tenant"_qs, u"north"_qs);
        QCOMPARE(north.value(u"writes").toInt(), 4800);
        QCOMPARE(north.value(u"write_quota").toInt(), 5000);
        QCOMPARE(north.value(u"write_percent").toInt(), 96);
        const CliRun unknown = m_world->run(words(u"entities findings store nope"_qs));
        QVERIFY2(unknown.code != 0 && unknown.error.contains("nope"), unknown.told().constData());
        const QJsonArray findings = array(words(u"entities findings store quota"_qs));
        QCOMPARE(findings.first().toObject().value(u"item").toString(), u"F32"_qs);
    }

    void f33_resetsQuotaWithAReasonAndWritesDownBeforeAndAfter()
    {
        const QString reset = u"entities run store quota reset-writes north --yes"_qs;
        const CliRun refused = m_world->run(words(reset));
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.output.contains("--reason"), refused.told().constData());
        QCOMPARE(
            m_database->value("SELECT max(writes) FROM public.quota_usage WHERE day <> '2026-01-01'").toInt(),
            4800);
        const CliRun done = m_world->run(words(reset) + QStringList{u"--reason"_qs, u"ticket 12"_qs});
        QVERIFY2(done.code == 0, done.told().constData());
        QCOMPARE(
            m_database->value("SELECT max(writes) FROM public.quota_usage WHERE day <> '2026-01-01'").toInt(),
            3);
        const QByteArray audit = m_world->json(words(u"audit list store"_qs)).output;
        QVERIFY2(audit.contains("writes: 4800 → 0") && audit.contains("ticket 12"), audit.constData());
        const CliRun back =
            m_world->run({u"undo"_qs, u"apply"_qs, m_world->newest(words(u"undo list"_qs), u"operation"_qs),
                          u"--yes"_qs, u"--reason"_qs, u"back"_qs});
        QVERIFY2(back.code == 0, back.told().constData());
        QCOMPARE(
            m_database->value("SELECT max(writes) FROM public.quota_usage WHERE day <> '2026-01-01'").toInt(),
            4800);
    }

    void f34_showsJobsByStatusWithTheirErrors()
    {
        const QJsonArray summaries = array(words(u"entities summary store job"_qs));
        const QJsonArray states = rowOf(summaries, u"id"_qs, u"status"_qs).value(u"rows").toArray();
        QCOMPARE(rowOf(states, u"status"_qs, u"failed"_qs).value(u"jobs").toString(), u"2"_qs);
        QCOMPARE(rowOf(states, u"status"_qs, u"running"_qs).value(u"jobs").toString(), u"2"_qs);
        const QJsonArray errors = rowOf(summaries, u"id"_qs, u"errors"_qs).value(u"rows").toArray();
        QVERIFY(!rowOf(errors, u"error"_qs, u"OPENAI_API_KEY not set"_qs).isEmpty());
        const QJsonArray findings = array(words(u"entities findings store job"_qs));
        for (const char *id : {"failed", "orphaned", "forbidden-status"})
            QVERIFY2(!rowOf(findings, u"id"_qs, QLatin1String(id)).isEmpty(), id);
    }

    void f35_requeuesWhatIsStuckAndTheWorkerEndsIt()
    {
        const QString requeue = u"entities run store job requeue-all"_qs;
        const CliRun preview = m_world->run(words(requeue + u" --dry-run"_qs));
        QVERIFY2(preview.output.contains("status: failed → queued (1 row)")
                     && preview.output.contains("status: running → queued (1 row)"),
                 preview.told().constData());
        const CliRun done = m_world->run(words(requeue + u" --yes"_qs));
        QVERIFY2(done.code == 0, done.told().constData());
        const auto worker = startProgram({u"--role"_qs, u"worker"_qs}, {{u"OPENAI_API_KEY"_qs, u"k"_qs}});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value("SELECT count(*) FROM public.embedding_jobs WHERE status = 'queued'").toInt(),
            0, 20000);
        QCOMPARE(m_database->value("SELECT count(*) FROM public.embedding_jobs WHERE status = 'succeeded'")
                     .toInt(),
                 4);
        worker->terminate();
        worker->waitForFinished(5000);
        const CliRun settled = m_world->run(words(u"entities run store job settle-all --yes"_qs));
        QVERIFY2(settled.code == 0, settled.told().constData());
        QCOMPARE(
            m_database->value("SELECT count(*) FROM public.embedding_jobs WHERE status = 'failed'").toInt(),
            0);
    }

    void f35_findsTheJobsThatTheNewerWorkerCannotSettle()
    {
        begin(u"newer"_qs, {});
        m_database->run("DELETE FROM public.embeddings; UPDATE public.embedding_jobs SET status = 'queued', "
                        "attempts = 0, last_error = NULL");
        const auto worker = startProgram({u"--role"_qs, u"worker"_qs, u"--version"_qs, u"newer"_qs},
                                         {{u"OPENAI_API_KEY"_qs, u"k"_qs}});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value("SELECT count(*) FROM public.embedding_jobs WHERE status = 'failed'").toInt(),
            6, 30000);
        worker->terminate();
        worker->waitForFinished(5000);
        const QJsonObject finding =
            rowOf(array(words(u"entities findings store job"_qs)), u"id"_qs, u"forbidden-status"_qs);
        QCOMPARE(finding.value(u"count").toInt(), 6);
        QCOMPARE(finding.value(u"action").toString(), u"settle-all"_qs);
    }

    void revokesAKeyWithUndo()
    {
        const QByteArray key = newKey();
        QVERIFY(put(key).contains(" 200 "));
        const QString id = QString::fromLatin1(key.left(key.indexOf('.')));
        const CliRun revoked = m_world->run(words(u"entities run store api-key revoke %1 --yes"_qs.arg(id)));
        QVERIFY2(revoked.code == 0, revoked.told().constData());
        QVERIFY(put(key).contains(" 401 "));
        const CliRun back = m_world->run(
            {u"undo"_qs, u"apply"_qs, m_world->newest(words(u"undo list"_qs), u"operation"_qs), u"--yes"_qs});
        QVERIFY2(back.code == 0, back.told().constData());
        QVERIFY(put(key).contains(" 200 "));
    }

    void makesAKeyAndShowsItsSecretOnce()
    {
        begin(u"older"_qs, {{u"ADMIN_BOOTSTRAP_TOKEN"_qs, AdminToken}});
        const CliRun made =
            m_world->json(words(u"entities run store api-key create --label portal-2 --yes"_qs));
        QVERIFY2(made.code == 0, made.told().constData());
        const QByteArray key = made.json.object().value(u"newSecret").toString().toUtf8();
        QVERIFY(put(key).contains(" 200 "));
        const QByteArray secret = key.mid(key.indexOf('.') + 1);
        QVERIFY(secret.size() > 20);
        QDirIterator files(m_world->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QByteArray content = readAll(files.next());
            QVERIFY2(!content.contains(secret) && !content.contains(AdminToken.toUtf8()),
                     qPrintable(files.filePath()));
        }
        begin(u"older"_qs, {});
        const CliRun off = m_world->run(words(u"entities run store api-key create --label x --yes"_qs));
        QVERIFY2(off.code == 3 && off.error.contains("ADMIN_BOOTSTRAP_TOKEN"), off.told().constData());
    }

    void staysLockedInProduction()
    {
        m_world->run(words(u"instance set store --environment production"_qs));
        const CliRun refused =
            m_world->run(words(u"entities run store quota reset-writes north --yes --reason r"_qs));
        QCOMPARE(refused.code, 3);
        QCOMPARE(
            m_database->value("SELECT max(writes) FROM public.quota_usage WHERE day <> '2026-01-01'").toInt(),
            4800);
    }

private:
    QJsonObject object(const QStringList &line) { return m_world->json(line).json.object(); }
    QJsonArray array(const QStringList &line) { return m_world->json(line).json.array(); }

    void begin(const QString &version, const QMap<QString, QString> &environment)
    {
        stopService();
        m_world.reset();
        m_database = std::make_unique<PostgresDatabase>(*m_server);
        m_database->run(tenantDataSql(version == u"newer"_qs ? TenantShape::Tiers : TenantShape::Plain));
        m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
        m_port = freePort();
        const QString pid = m_world->path(u"pid"_qs);
        const QStringList options{u"--port"_qs, QString::number(m_port), u"--pid-file"_qs,
                                  pid,          u"--version"_qs,         version};
        m_service = startProgram(options, environment);
        QVERIFY(QTest::qWaitFor([this] { return request("GET", "/healthz").contains(" 200 "); }, 10000));
        const QString command = QStringLiteral("%1 --shape tenants %2")
                                    .arg(QStringLiteral(PILOTHOUSE_DEMO_SERVICE), options.join(u' '));
        const CliRun added = m_world->run({u"instance"_qs, u"add"_qs, u"store"_qs, u"--profile"_qs,
                                           u"agentfs"_qs, u"--process"_qs, command, u"--pid-file"_qs, pid,
                                           u"--working-dir"_qs, m_world->path(QString()), u"--health-url"_qs,
                                           u"http://127.0.0.1:%1/healthz"_qs.arg(m_port)});
        QVERIFY2(added.code == 0, added.told().constData());
    }

    std::unique_ptr<QProcess> startProgram(const QStringList &options,
                                           const QMap<QString, QString> &more) const
    {
        auto program = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DATABASE_URL"_qs, QString::fromUtf8(m_database->url()));
        for (auto variable = more.begin(); variable != more.end(); ++variable)
            environment.insert(variable.key(), variable.value());
        program->setProcessEnvironment(environment);
        program->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program->start(QStringLiteral(PILOTHOUSE_DEMO_SERVICE),
                       QStringList{u"--shape"_qs, u"tenants"_qs} + options);
        program->waitForStarted(5000);
        return program;
    }

    void stopService()
    {
        if (m_service) {
            m_service->terminate();
            m_service->waitForFinished(5000);
        }
        m_service.reset();
    }

    QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                       const QByteArray &bearer = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (!socket.waitForConnected(2000))
            return {};
        socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + bearer
                     + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        while (socket.waitForReadyRead(5000)) {
        }
        return socket.readAll();
    }

    /// A key of the first tenant, as the service itself would have stored it.
    QByteArray newKey() const
    {
        const QByteArray secret = "test-secret-of-a-key";
        const QByteArray hash = QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex();
        m_database->run(
            "INSERT INTO public.api_keys (id, tenant_id, secret_hash, label) VALUES ('agfs_live_test', '"
            + QByteArray(North) + "', '" + hash + "', 'test')");
        return "agfs_live_test." + secret;
    }

    QByteArray put(const QByteArray &key) const
    {
        return request("POST", "/v1/put", R"({"agent_id":"a","path":"/x","value":{"n":1}})", key);
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<QProcess> m_service;
    quint16 m_port = 0;
};

} // namespace tst_tenants

QTEST_GUILESS_MAIN(tst_tenants::TenantsTest)
#include "tst_tenants.moc"
