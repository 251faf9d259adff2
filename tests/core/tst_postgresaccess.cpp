// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/serverdump.h"
#include "core/instances/postgresaccess.h"
#include "core/instances/postgresroute.h"
#include "core/profile/profileloader.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/postgresserver.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_postgresaccess {

namespace {

constexpr char Profile[] = R"({"id": "shop", "title": "Shop", "version": 1,
    "databases": [{"id": "main", "engine": "postgres", "title": "Orders",
                   "connection": {"variable": "DATABASE_URL", "user": "postgres"}, "layouts": []}]})";

/// A keyring that is there and says nothing.
class SilentSecretStore final : public SecretStore
{
public:
    Result<Secret> read(const QString &, const OperationContext &) override
    {
        ++asked;
        return failure(ErrorKind::TimedOut, QStringLiteral("The keyring is silent."));
    }
    Result<> write(const QString &, const Secret &, const OperationContext &) override
    {
        return failure(ErrorKind::Unreachable, QStringLiteral("There is no keyring."));
    }
    Result<> remove(const QString &, const OperationContext &) override { return {}; }

    int asked = 0;
};

} // namespace

/// The way to a service's database with what the operator has.
class PostgresAccessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void takesThePasswordFromTheKeychain();
    void takesTheAddressOutOfTheServicesEnvironment();
    void knowsTheAddressWhileTheServiceIsStopped();
    void saysWhereTheAddressIsMissing();
    void takesThePasswordFromTheUnitsCredentials();
    void saysThatTheKeyringWasSilent();
    void keepsNoPasswordWithoutAKeyring();
    void movesPasswordsToAnotherName();
    void findsTheDoorOfAContainer_data();
    void findsTheDoorOfAContainer();
    void saysThatTheWayThroughTheEngineHasNoTls();

private:
    InstanceSession session(const DatabaseConnection &connection = {}) const;
    static std::unique_ptr<QProcess> service(const QByteArray &url);
    void setPid(qint64 pid) const;

    std::unique_ptr<PostgresServer> m_server;
    std::shared_ptr<ScriptedRuntime> m_runtime = std::make_shared<ScriptedRuntime>();
    OperationContext m_context;
};

void PostgresAccessTest::initTestCase()
{
    m_server = PostgresServer::ofTestbed();
    PILOTHOUSE_REQUIRE_POSTGRES(m_server);
    m_runtime->runtimeKind = QStringLiteral("process");
}

InstanceSession PostgresAccessTest::session(const DatabaseConnection &connection) const
{
    const auto profile = loadProfile(Profile, QStringLiteral("shop.json"));
    if (!profile)
        qFatal("%s", qPrintable(profile.error().toText()));
    Instance instance;
    instance.id = QUuid::createUuid();
    instance.name = QStringLiteral("shop-1");
    instance.profile = profile->id;
    if (!connection.isEmpty())
        instance.connections.insert(QStringLiteral("main"), connection);
    return InstanceSession(instance, *profile, m_runtime, QStringLiteral("/nonexistent"));
}

std::unique_ptr<QProcess> PostgresAccessTest::service(const QByteArray &url)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("DATABASE_URL"), QString::fromUtf8(url));
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral("/bin/sleep"), {QStringLiteral("60")});
    process->waitForStarted();
    // Its environment is its own from exec() on, which a busy machine does later.
    const QString words = QStringLiteral("/proc/%1/cmdline").arg(process->processId());
    for (int i = 0; i < 500 && !readAll(words).startsWith("/bin/sleep"); ++i)
        QTest::qWait(10);
    return process;
}

void PostgresAccessTest::setPid(qint64 pid) const
{
    ServiceStatus status;
    status.state = pid > 0 ? ServiceState::Running : ServiceState::Stopped;
    status.pid = pid;
    m_runtime->setStatus(status);
}

void PostgresAccessTest::takesThePasswordFromTheKeychain()
{
    MemorySecretStore store;
    const PostgresAccess access(store);
    const InstanceSession shop = session(m_server->networkConnection());
    QVERIFY(!access.open(shop, QStringLiteral("main"), {}, m_context));
    QVERIFY_RESULT(access.storePassword(QStringLiteral("shop-1"), QStringLiteral("main"),
                                        m_server->password(), m_context));
    QVERIFY_RESULT(access.open(shop, QStringLiteral("main"), {}, m_context));
}

void PostgresAccessTest::takesTheAddressOutOfTheServicesEnvironment()
{
    SilentSecretStore store;
    const PostgresAccess access(store);
    const auto process = service(m_server->url());
    setPid(process->processId());
    const InstanceSession shop = session();
    const auto opened = access.open(shop, QStringLiteral("main"), {}, m_context);
    QVERIFY_RESULT(opened);
    QCOMPARE(store.asked, 0);
    QVERIFY(!connectionText(access.resolve(shop, QStringLiteral("main"), m_context)->connection)
                 .contains(QString::fromUtf8(m_server->password().bytes())));
    process->kill();
    process->waitForFinished();
}

void PostgresAccessTest::knowsTheAddressWhileTheServiceIsStopped()
{
    MemorySecretStore store;
    const PostgresAccess access(store);
    const auto process = service(m_server->url());
    setPid(process->processId());
    const InstanceSession shop = session();
    QVERIFY_RESULT(access.resolve(shop, QStringLiteral("main"), m_context));
    process->kill();
    process->waitForFinished();
    setPid(0);
    QVERIFY_RESULT(access.open(shop, QStringLiteral("main"), {}, m_context));
}

void PostgresAccessTest::saysWhereTheAddressIsMissing()
{
    MemorySecretStore store;
    const PostgresAccess access(store);
    setPid(0);
    const auto opened = access.open(session(), QStringLiteral("main"), {}, m_context);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::NotFound);
    QVERIFY(opened.error().message.contains(QLatin1String("DATABASE_URL")));
    QVERIFY(opened.error().advice.contains(QLatin1String("--database-url")));
    const auto process = service("postgresql://ann:canary-9@[broken");
    setPid(process->processId());
    const auto broken = access.resolve(session(), QStringLiteral("main"), m_context);
    QVERIFY(!broken);
    QVERIFY(!broken.error().toText().contains(QLatin1String("canary")));
    process->kill();
    process->waitForFinished();
}

void PostgresAccessTest::takesThePasswordFromTheUnitsCredentials()
{
    QTemporaryDir folder;
    writeAll(folder.filePath(QStringLiteral("shop-1.main")),
             qgetenv("PILOTHOUSE_TESTBED_POSTGRES_PASSWORD") + "\n");
    qputenv("CREDENTIALS_DIRECTORY", QFile::encodeName(folder.path()));
    SilentSecretStore store;
    const PostgresAccess access(store);
    const auto opened =
        access.open(session(m_server->networkConnection()), QStringLiteral("main"), {}, m_context);
    qunsetenv("CREDENTIALS_DIRECTORY");
    QVERIFY_RESULT(opened);
    QCOMPARE(store.asked, 0);
}

void PostgresAccessTest::saysThatTheKeyringWasSilent()
{
    SilentSecretStore store;
    const PostgresAccess access(store);
    const InstanceSession shop = session(m_server->networkConnection());
    for (int round = 0; round < 2; ++round) {
        const auto opened = access.open(shop, QStringLiteral("main"), {}, m_context);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Refused);
        QVERIFY2(opened.error().message.contains(QLatin1String("keyring")),
                 qPrintable(opened.error().toText()));
        QVERIFY(opened.error().advice.contains(QLatin1String(".pgpass")));
    }
    QCOMPARE(store.asked, 1); // it takes its time; so it is not asked again at once
}

void PostgresAccessTest::keepsNoPasswordWithoutAKeyring()
{
    SilentSecretStore store;
    const auto kept = PostgresAccess(store).storePassword(QStringLiteral("shop-1"), QStringLiteral("main"),
                                                          Secret(QByteArray("x")), m_context);
    QVERIFY(!kept);
    QVERIFY(kept.error().advice.contains(QLatin1String(".pgpass")));
}

void PostgresAccessTest::movesPasswordsToAnotherName()
{
    MemorySecretStore store;
    const PostgresAccess access(store);
    const Instance shop = session(m_server->networkConnection()).instance();
    QVERIFY_RESULT(
        access.storePassword(shop.name, QStringLiteral("main"), Secret(QByteArray("x")), m_context));
    QVERIFY_RESULT(access.movePasswords(shop, QStringLiteral("shop-2"), m_context));
    QVERIFY(!store.read(QStringLiteral("shop-1/main"), m_context));
    QVERIFY_RESULT(store.read(QStringLiteral("shop-2/main"), m_context));
}

void PostgresAccessTest::findsTheDoorOfAContainer_data()
{
    QTest::addColumn<QByteArray>("inspected");
    QTest::addColumn<QString>("expected");
    QTest::newRow("published") << QByteArray(
        R"({"State": {"Running": true}, "NetworkSettings": {"Ports": {"5432/tcp": [{"HostIp": "0.0.0.0",
            "HostPort": "54321"}]}, "Networks": {"n": {"IPAddress": "172.18.0.2"}}}})")
                               << QStringLiteral("127.0.0.1:54321");
    QTest::newRow("in a network") << QByteArray(
        R"({"State": {"Running": true}, "NetworkSettings": {"Ports": {"5432/tcp": null},
            "Networks": {"n": {"IPAddress": "172.18.0.2"}}}})")
                                  << QStringLiteral("172.18.0.2:5432");
    QTest::newRow("the machine's own network") << QByteArray(
        R"({"State": {"Running": true}, "HostConfig": {"NetworkMode": "host"},
            "NetworkSettings": {"Networks": {"host": {"IPAddress": ""}}}})")
                                               << QStringLiteral("127.0.0.1:5432");
    QTest::newRow("stopped") << QByteArray(
        R"({"State": {"Running": false}, "NetworkSettings": {"Networks": {"n": {"IPAddress": "172.18.0.2"}}}})")
                             << QString();
}

void PostgresAccessTest::findsTheDoorOfAContainer()
{
    QFETCH(QByteArray, inspected);
    QFETCH(QString, expected);
    const auto door = doorOfContainer(QJsonDocument::fromJson(inspected).object(), 5432);
    QCOMPARE(door ? QStringLiteral("%1:%2").arg(door->address).arg(door->port) : QString(), expected);
}

void PostgresAccessTest::saysThatTheWayThroughTheEngineHasNoTls()
{
    DatabaseConnection target;
    target.container = QStringLiteral("shop-db");
    target.host = QStringLiteral("/run/door");
    target.port = 5432;
    for (const char *mode : {"require", "verify-ca", "verify-full"}) {
        target.sslMode = QLatin1String(mode);
        const auto finding = engineRouteFinding(target);
        QVERIFY(finding && finding->advice.contains(target.sslMode));
    }
    for (const char *mode : {"", "prefer", "disable"}) {
        target.sslMode = QLatin1String(mode);
        const auto finding = engineRouteFinding(target);
        QVERIFY(finding && finding->advice.isEmpty());
    }
    target.host = QStringLiteral("172.18.0.2");
    QVERIFY(!engineRouteFinding(target));
}

} // namespace tst_postgresaccess

QTEST_GUILESS_MAIN(tst_postgresaccess::PostgresAccessTest)
#include "tst_postgresaccess.moc"
