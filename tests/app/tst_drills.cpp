// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/postgresserver.h"
#include "tests/support/tenantdata.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>

using namespace pilothouse;

namespace tst_drills {

namespace {

const QByteArray ApiSecret = "canary-secret-of-a-key";
constexpr char Tenant[] = "00000000-0000-4000-8000-000000000001";

quint16 freeDrillPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

/// The runbook's drill by an operator with the command line: a service with tenants on a real server, and one
/// with its data in files.
class TestDrills : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_server.reset(); }
    void f13_writesTheMarkerThroughTheApi();
    void f13_asksForConsentWithoutAKey();
    void f14_takesABackupThatIsProvenThen();
    void f15_readsTheArchiveBeforeItIsRestored();
    void f16_restoresIntoADatabaseThatIsNeverALiveOne();
    void f16_restoresFilesIntoAScratchFolder();
    void f17_findsTheMarkerAndMeasures();
    void f17_reportsADrillThatFailed();
    void f18_clearsUpAfterAKillAtTheNextStart();
    void f19_tellsWhenTheNextOneIsDue();
    void f19_signsItsReport();

private:
    CliRun run(const QString &line) { return m_world->run(words(line)); }
    QJsonArray drills() { return m_world->json(words(u"drill list store"_qs)).json.array(); }
    CliRun drill() { return run(u"drill run store --yes"_qs); }
    bool killDrill(int milliseconds) const;
    QStringList scratch() const;
    int markers() const;
    void startService();
    void stopService();
    bool isUp() const;

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<CliWorld> m_world;
    std::unique_ptr<QProcess> m_service;
    quint16 m_port = 0;
};

void TestDrills::initTestCase()
{
    m_server = PostgresServer::own();
    PILOTHOUSE_REQUIRE(m_server, "PostgreSQL 15 is not installed");
}

void TestDrills::init()
{
    m_database = std::make_unique<PostgresDatabase>(*m_server, u"store"_qs);
    m_database->run(tenantDataSql(TenantShape::Plain));
    const QByteArray hash = QCryptographicHash::hash(ApiSecret, QCryptographicHash::Sha256).toHex();
    m_database->run(
        "INSERT INTO public.api_keys (id, tenant_id, secret_hash, label) VALUES ('agfs_live_test', '"
        + QByteArray(Tenant) + "', '" + hash + "', 'drill')");
    m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
    // As systemd hands secrets to a unit: no keyring is needed.
    const QString credentials = m_world->path(u"credentials"_qs);
    QDir().mkpath(credentials);
    writeAll(credentials + u"/store.drill", "agfs_live_test." + ApiSecret + '\n');
    QCOMPARE(QProcess::execute(u"openssl"_qs, {u"genpkey"_qs, u"-algorithm"_qs, u"ed25519"_qs, u"-out"_qs,
                                               credentials + u"/pilothouse.report-key"}),
             0);
    qputenv("CREDENTIALS_DIRECTORY", credentials.toUtf8());
    startService();
    const QString pid = m_world->path(u"pid"_qs);
    const CliRun added =
        m_world->run({u"instance"_qs, u"add"_qs, u"store"_qs, u"--profile"_qs, u"agentfs"_qs, u"--process"_qs,
                      QStringLiteral("%1 --shape tenants --port %2 --pid-file %3")
                          .arg(QStringLiteral(PILOTHOUSE_DEMO_SERVICE))
                          .arg(m_port)
                          .arg(pid),
                      u"--pid-file"_qs, pid, u"--working-dir"_qs, m_world->path(QString()),
                      u"--health-url"_qs, u"http://127.0.0.1:%1/healthz"_qs.arg(m_port)});
    QVERIFY2(added.code == 0, added.told().constData());
}

void TestDrills::startService()
{
    m_port = freeDrillPort();
    m_service = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DATABASE_URL"_qs, QString::fromUtf8(m_database->url()));
    m_service->setProcessEnvironment(environment);
    m_service->setStandardOutputFile(QProcess::nullDevice());
    m_service->start(QStringLiteral(PILOTHOUSE_DEMO_SERVICE),
                     {u"--shape"_qs, u"tenants"_qs, u"--port"_qs, QString::number(m_port), u"--pid-file"_qs,
                      m_world->path(u"pid"_qs)});
    QVERIFY(QTest::qWaitFor([this] { return isUp(); }, 10000));
}

bool TestDrills::isUp() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    return socket.waitForConnected(500);
}

void TestDrills::stopService()
{
    m_service->terminate();
    m_service->waitForFinished(5000);
    m_service.reset();
}

void TestDrills::cleanup()
{
    qunsetenv("CREDENTIALS_DIRECTORY");
    const QByteArray complaint = m_world->complaint();
    stopService();
    m_world.reset();
    m_database.reset();
    QCOMPARE(scratch(), QStringList());
    QVERIFY2(complaint.isEmpty(), complaint.constData());
}

QStringList TestDrills::scratch() const
{
    QStringList names;
    for (const QList<QVariant> &row :
         m_server->run("SELECT datname::text FROM pg_database WHERE datname ~ '_(ph|old)_[0-9a-f]{8}$'").rows)
        names << row.first().toString();
    return names;
}

/// Entries of drills that the service shows.
int TestDrills::markers() const
{
    return m_database
        ->value("SELECT count(*) FROM public.entries e JOIN public.entry_versions v ON v.id = "
                "e.latest_version_id "
                "WHERE e.path = '/dr-test/marker' AND v.deleted_at IS NULL")
        .toInt();
}

void TestDrills::f13_writesTheMarkerThroughTheApi()
{
    const CliRun drilled = drill();
    QVERIFY2(drilled.code == 0, drilled.told().constData());
    QVERIFY(!drilled.told().contains(ApiSecret));
    const QJsonObject report = drills().first().toObject();
    QCOMPARE(report.value(u"markerWritten"), QJsonValue(true));
    QCOMPARE(report.value(u"markerFound"), QJsonValue(true));
    QCOMPARE(m_database
                 ->value("SELECT count(*) FROM public.entry_versions WHERE value_json->>'marker' = '"
                         + report.value(u"marker").toString().toUtf8() + "'")
                 .toInt(),
             1);
    QCOMPARE(markers(), 0);
}

void TestDrills::f13_asksForConsentWithoutAKey()
{
    QFile::remove(m_world->path(u"credentials/store.drill"_qs));
    const CliRun refused = drill();
    QVERIFY2(refused.code == 3 && refused.told().contains("no-marker"), refused.told().constData());
    const CliRun accepted = run(u"drill run store --yes --accept no-marker"_qs);
    QVERIFY2(accepted.code == 0, accepted.told().constData());
    QCOMPARE(drills().first().toObject().value(u"markerWritten"), QJsonValue(false));
    writeAll(m_world->path(u"credentials/store.drill"_qs), "agfs_live_test.another");
    const CliRun wrong = drill();
    QVERIFY2(wrong.code == 1 && wrong.told().contains("drill key store"), wrong.told().constData());
}

void TestDrills::f14_takesABackupThatIsProvenThen()
{
    QCOMPARE(drill().code, 0);
    const QJsonArray backups = m_world->json(words(u"backup list store"_qs)).json.array();
    QCOMPARE(backups.size(), 1);
    QCOMPARE(backups.first().toObject().value(u"trigger").toString(), u"drill"_qs);
    QCOMPARE(backups.first().toObject().value(u"stamp").toString(), u"proven"_qs);
}

void TestDrills::f15_readsTheArchiveBeforeItIsRestored()
{
    const QJsonArray steps = m_world->json(words(u"drill run store --dry-run"_qs))
                                 .json.object()
                                 .value(u"plan")
                                 .toObject()
                                 .value(u"steps")
                                 .toArray();
    QStringList names;
    for (const QJsonValue &step : steps)
        names << step.toObject().value(u"step").toString();
    QVERIFY2(names.indexOf(u"backup.verify"_qs) > 0
                 && names.indexOf(u"backup.verify"_qs) < names.indexOf(u"postgres.create-database"_qs),
             qPrintable(names.join(u' ')));
    QCOMPARE(drills().size(), 0);
}

void TestDrills::f16_restoresIntoADatabaseThatIsNeverALiveOne()
{
    const QVariant number = m_server->value("SELECT oid::int8 FROM pg_database WHERE datname = 'store'");
    QCOMPARE(drill().code, 0);
    const QString name = drills()
                             .first()
                             .toObject()
                             .value(u"databases")
                             .toArray()
                             .first()
                             .toObject()
                             .value(u"scratch")
                             .toString();
    const QString operation = drills().first().toObject().value(u"operation").toString();
    QCOMPARE(name, u"store_ph_"_qs + operation.left(8));
    QCOMPARE(m_server->value("SELECT oid::int8 FROM pg_database WHERE datname = 'store'"), number);
    QCOMPARE(scratch(), QStringList());
}

void TestDrills::f16_restoresFilesIntoAScratchFolder()
{
    CliWorld files(CliWorld::Kind::Files);
    const QByteArray begun = files.begin();
    QVERIFY2(begun.isEmpty(), begun.constData());
    const QByteArray before = files.content();
    const CliRun drilled = files.run(words(u"drill run svc --yes"_qs));
    QVERIFY2(drilled.code == 0, drilled.told().constData());
    QCOMPARE(files.content(), before);
    const QJsonObject report = files.json(words(u"drill list svc"_qs)).json.array().first().toObject();
    QCOMPARE(report.value(u"result").toString(), u"passed"_qs);
    QCOMPARE(report.value(u"markerFound"), QJsonValue(true));
    QVERIFY(report.value(u"recoveryMilliseconds").toInt() >= 0);
    QVERIFY(report.value(u"databases").toArray().size() >= 2);
    const QJsonObject backup = files.json(words(u"backup list svc"_qs)).json.array().first().toObject();
    QCOMPARE(backup.value(u"stamp").toString(), u"proven"_qs);
    const QDir folder(QFileInfo(backup.value(u"folder").toString()).path());
    QVERIFY2(folder.entryList({u"ph-*"_qs}, QDir::Dirs).isEmpty(),
             qPrintable(folder.entryList(QDir::Dirs).join(u' ')));
    END_WORLD(files);
}

void TestDrills::f17_findsTheMarkerAndMeasures()
{
    QCOMPARE(run(u"backup create store --yes"_qs).code, 0);
    QCOMPARE(drill().code, 0);
    const QJsonObject report = drills().first().toObject();
    QVERIFY(report.value(u"recoveryMilliseconds").toInt() > 0);
    QVERIFY(report.value(u"lossSeconds").toInt() >= 0);
    QCOMPARE(report.value(u"assertions").toInt(), 4);
    const QJsonObject rows =
        report.value(u"databases").toArray().first().toObject().value(u"rows").toObject();
    QCOMPARE(rows.value(u"public.tenants").toInt(), 2);
    QCOMPARE(report.value(u"manifestSha256").toString().size(), 64);
    const QByteArray text = readAll(report.value(u"report").toString());
    for (const char *word : {"Recovery time (RTO), measured", "Data loss (RPO), measured",
                             "found in the copy", "SHA-256", "public.tenants"})
        QVERIFY2(QString::fromUtf8(text).remove(u'\\').contains(QLatin1String(word)), text.constData());
    QVERIFY(readAll(report.value(u"pdf").toString()).startsWith("%PDF-"));
}

void TestDrills::f17_reportsADrillThatFailed()
{
    m_database->run(
        "ALTER TABLE public.entries DROP CONSTRAINT entries_latest_version_id_fkey; "
        "UPDATE public.entries SET latest_version_id = gen_random_uuid() WHERE path = '/notes/1'");
    const CliRun drilled = drill();
    QVERIFY2(drilled.code == 1, drilled.told().constData());
    const QJsonObject report = drills().first().toObject();
    QCOMPARE(report.value(u"result").toString(), u"failed"_qs);
    QVERIFY(report.value(u"problem").toString().contains(u"Every entry has the version"));
    QCOMPARE(m_world->json(words(u"backup list store"_qs)).json.array().size(), 0);
    QCOMPARE(markers(), 0);
}

/// Kills a drill so long after its first step; true: it was still running then.
bool TestDrills::killDrill(int milliseconds) const
{
    const QDir running(m_world->home() + u"/drills/running");
    const auto process = m_world->started(words(u"drill run store --yes"_qs));
    while (running.entryList(QDir::Files).isEmpty() && !process->waitForFinished(2)) {
    }
    const bool isOver =
        process->state() == QProcess::NotRunning || process->waitForFinished(qMax(1, milliseconds));
    process->kill();
    process->waitForFinished(10000);
    return !isOver;
}

void TestDrills::f18_clearsUpAfterAKillAtTheNextStart()
{
    int killed = 0;
    for (const int milliseconds : {0, 60, 150, 260, 400, 600}) {
        killed += killDrill(milliseconds) ? 1 : 0;
        const CliRun next = run(u"drill list store"_qs);
        QVERIFY2(next.code == 0, next.told().constData());
        QCOMPARE(scratch(), QStringList());
        QCOMPARE(markers(), 0);
    }
    QVERIFY2(killed >= 3, QByteArray::number(killed).constData());
    QVERIFY(QDir(m_world->home() + u"/drills/running").entryList(QDir::Files).isEmpty());
    QCOMPARE(drills().size(), 6); // each of them has its report
}

void TestDrills::f19_tellsWhenTheNextOneIsDue()
{
    QVERIFY(run(u"drill list store"_qs).output.contains("no drill has passed yet; one is due every 90 days"));
    QCOMPARE(drill().code, 0);
    QVERIFY(run(u"drill list store"_qs).output.contains("The next one is due on"));
    QCOMPARE(run(u"instance set store --drill-days 30"_qs).code, 0);
    const QString due = QDate::currentDate().addDays(30).toString(Qt::ISODate);
    QVERIFY(run(u"drill list store"_qs).output.contains(due.left(7).toUtf8()));
    QCOMPARE(run(u"instance set store --drill-days none"_qs).code, 2);
}

void TestDrills::f19_signsItsReport()
{
    QCOMPARE(drill().code, 0);
    const QString file = drills().first().toObject().value(u"pdf").toString();
    const CliRun good = m_world->run({u"drill"_qs, u"check"_qs, file});
    QVERIFY2(good.code == 0 && good.output.contains("Its signature is good"), good.told().constData());
    // Anybody's tool can check it too.
    QCOMPARE(QProcess::execute(u"openssl"_qs, {u"pkeyutl"_qs, u"-verify"_qs, u"-rawin"_qs, u"-pubin"_qs,
                                               u"-inkey"_qs, m_world->home() + u"/drills/report-key.pem",
                                               u"-in"_qs, file, u"-sigfile"_qs, file + u".sig"}),
             0);
    writeAll(file, readAll(file).replace("passed", "PASSED"));
    const CliRun bad = m_world->run({u"drill"_qs, u"check"_qs, file});
    QVERIFY2(bad.code == 1 && bad.output.contains("has been changed"), bad.told().constData());
}

} // namespace tst_drills

QTEST_GUILESS_MAIN(tst_drills::TestDrills)
#include "tst_drills.moc"
