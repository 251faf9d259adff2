// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demo.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>

using namespace pilothouse;

namespace {

DemoEnvironment::Options testOptions()
{
    DemoEnvironment::Options options;
    options.serviceProgram = QStringLiteral(PILOTHOUSE_DEMO_SERVICE);
    options.data.users = 20;
    options.data.logFiles = 1;
    options.data.logFileBytes = 4'000;
    options.eventsPerSecond = 100;
    options.rotateBytes = 8'000;
    return options;
}

QByteArray answerOf(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(2000))
        return {};
    socket.write(request);
    while (socket.waitForReadyRead(2000)) {
    }
    return socket.readAll();
}

QByteArray get(quint16 port, const QByteArray &path)
{
    return answerOf(port, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

QByteArray post(quint16 port, const QByteArray &path, const QByteArray &body)
{
    return answerOf(port, "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

qint64 count(const QString &path, const QByteArray &statement)
{
    auto database = DemoDatabase::open(path);
    if (!database)
        return -1;
    const auto rows = database->query(statement);
    return rows ? rows->first().first().toLongLong() : -1;
}

} // namespace

class DemoServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void creatingTwiceKeepsWhatIsThere();
    void answersOverHttp();
    void acceptsTheDemoPasswordOfActiveUsersOnly();
    void writesDatabasesAndRotatesLogs();
    void endsOnSigtermQuicklyAndCleanly();
    void startsAgainOnTheSameData();
    void killLeavesTheDatabasesIntact();
    void neverTakesAStrangerForTheService();
    void saysWhenADatabaseIsNoDatabase();
    void takesAnotherPortWhenItsOwnIsTaken();
    void endsWithTheProgramThatStartedIt();

private:
    QString database(const char *name) const
    {
        return m_demo->dataDirectory() + QStringLiteral("/data/%1.db").arg(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<DemoEnvironment> m_demo;
};

void DemoServiceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto demo = DemoEnvironment::create(m_folder->filePath(QStringLiteral("demo")), testOptions(),
                                        OperationContext());
    QVERIFY_RESULT(demo);
    m_demo.emplace(std::move(*demo));
}

void DemoServiceTest::cleanup()
{
    if (m_demo)
        QVERIFY_RESULT(m_demo->stop(OperationContext()));
    m_demo.reset();
}

void DemoServiceTest::creatingTwiceKeepsWhatIsThere()
{
    const QString description = m_folder->filePath(QStringLiteral("demo/demo.json"));
    const QByteArray before = readAll(description) + readAll(database("portagent"));
    const auto again = DemoEnvironment::create(m_folder->filePath(QStringLiteral("demo")), testOptions(),
                                               OperationContext());
    QVERIFY_RESULT(again);
    QVERIFY(before == readAll(description) + readAll(database("portagent")));
    QCOMPARE(again->port(), m_demo->port());
    const QJsonObject object = QJsonDocument::fromJson(readAll(description)).object();
    QCOMPARE(object.value(u"port").toInt(), int{m_demo->port()});
    QCOMPARE(object.value(u"pidFile").toString(), m_demo->pidFile());
    QCOMPARE(object.value(u"command").toArray().size(), m_demo->command().size());
}

void DemoServiceTest::answersOverHttp()
{
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    const quint16 port = m_demo->port();
    const QByteArray health = get(port, "/health");
    QVERIFY2(health.startsWith("HTTP/1.1 200 OK\r\n"), health.constData());
    QVERIFY(health.contains("Content-Type: application/json"));
    QVERIFY(health.contains("{\"status\":\"ok\",\"timestamp\":"));
    QVERIFY(get(port, "/api/auth/config").endsWith("{\"inviteCodeRequired\":false}"));
    QVERIFY(get(port, "/metrics")
                .contains("200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/html"));
    QVERIFY(get(port, "/agentx/info").startsWith("HTTP/1.1 401"));
    QVERIFY(post(port, "/nowhere", "{}").startsWith("HTTP/1.1 404"));
}

void DemoServiceTest::acceptsTheDemoPasswordOfActiveUsersOnly()
{
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    const QByteArray login = R"({"usernameOrEmail":"bold","password":"bold-pass"})";
    const QByteArray wrong = R"({"usernameOrEmail":"bold","password":"other"})";
    QVERIFY(post(m_demo->port(), "/api/auth/login", login).startsWith("HTTP/1.1 200"));
    QVERIFY(post(m_demo->port(), "/api/auth/login", wrong).endsWith("{\"error\":\"Invalid credentials\"}"));
    QVERIFY(post(m_demo->port(), "/api/auth/login", "not json").startsWith("HTTP/1.1 500"));
    auto users = DemoDatabase::open(database("portagent"));
    QVERIFY_RESULT(users);
    QVERIFY_RESULT(users->execute("UPDATE users SET isActive = 0 WHERE username = 'bold'"));
    QVERIFY(post(m_demo->port(), "/api/auth/login", login).startsWith("HTTP/1.1 401"));
}

void DemoServiceTest::writesDatabasesAndRotatesLogs()
{
    const qint64 entries = count(database("queue"), "SELECT count(*) FROM queue_entries");
    const qint64 length = count(database("agentx"), "SELECT sum(length(value)) FROM kv_storage");
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    const QString log = m_demo->dataDirectory() + QStringLiteral("/logs/portagent.log");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(log + QStringLiteral(".3")), 20'000);
    QVERIFY(count(database("queue"), "SELECT count(*) FROM queue_entries") > entries);
    QVERIFY(count(database("agentx"), "SELECT sum(length(value)) FROM kv_storage") > length);
    for (const QString &name : QStringList{log, log + QStringLiteral(".1"), log + QStringLiteral(".2")})
        QVERIFY(QFileInfo(name).size() <= testOptions().rotateBytes);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(log + QStringLiteral(".7")), 30'000);
    const QByteArray oldest = readAll(log + QStringLiteral(".7"));
    QTRY_VERIFY_WITH_TIMEOUT(readAll(log + QStringLiteral(".7")) != oldest, 10'000);
    QVERIFY(!QFile::exists(log + QStringLiteral(".8")));
}

void DemoServiceTest::endsOnSigtermQuicklyAndCleanly()
{
    QProcess service;
    const QStringList command = m_demo->command();
    service.start(command.first(), command.mid(1));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_demo->pidFile()), 10'000);
    QElapsedTimer timer;
    timer.start();
    service.terminate();
    QVERIFY(service.waitForFinished(5'000));
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(service.exitStatus(), QProcess::NormalExit);
    QCOMPARE(service.exitCode(), 0);
    QVERIFY(service.readAllStandardOutput().endsWith("Server stopped\n"));
    QVERIFY(!QFile::exists(m_demo->pidFile()));
    QVERIFY(QFileInfo(database("queue") + QStringLiteral("-wal")).size() > 0);
}

void DemoServiceTest::startsAgainOnTheSameData()
{
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    const auto first = m_demo->processId();
    QVERIFY(first.has_value());
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    QCOMPARE(m_demo->processId(), first);
    const quint16 port = m_demo->port();
    QVERIFY_RESULT(m_demo->stop(OperationContext()));
    QVERIFY(!m_demo->processId());
    const qint64 entries = count(database("queue"), "SELECT count(*) FROM queue_entries");
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    QVERIFY(m_demo->processId() != first);
    QCOMPARE(m_demo->port(), port);
    QTRY_VERIFY_WITH_TIMEOUT(count(database("queue"), "SELECT count(*) FROM queue_entries") > entries,
                             10'000);
}

void DemoServiceTest::killLeavesTheDatabasesIntact()
{
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    const qint64 entries = count(database("queue"), "SELECT count(*) FROM queue_entries");
    QTRY_VERIFY_WITH_TIMEOUT(count(database("queue"), "SELECT count(*) FROM queue_entries") > entries + 20,
                             10'000);
    QCOMPARE(::kill(static_cast<pid_t>(m_demo->processId().value_or(0)), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!m_demo->processId(), 5'000);
    QVERIFY(QFile::exists(m_demo->pidFile()));
    for (const char *name : {"portagent", "agentx", "queue"})
        QCOMPARE(
            count(database(name), "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"),
            1);
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    QVERIFY(m_demo->processId().has_value());
}

void DemoServiceTest::neverTakesAStrangerForTheService()
{
    writeAll(m_demo->pidFile(), QByteArray::number(QCoreApplication::applicationPid()));
    QVERIFY(!m_demo->processId());
    QVERIFY_RESULT(m_demo->stop(OperationContext()));
    writeAll(m_demo->pidFile(), "1\n");
    QVERIFY(!m_demo->processId());
    writeAll(m_demo->pidFile(), "not a number");
    QVERIFY(!m_demo->processId());
}

void DemoServiceTest::saysWhenADatabaseIsNoDatabase()
{
    writeAll(database("agentx"), QByteArray(8192, 'x'));
    QProcess service;
    const QStringList command = m_demo->command();
    service.start(command.first(), command.mid(1));
    QVERIFY(service.waitForFinished(10'000));
    QCOMPARE(service.exitCode(), 1);
    QVERIFY(service.readAllStandardError().contains("SQLiteError: file is not a database (errno 26)"));
}

void DemoServiceTest::takesAnotherPortWhenItsOwnIsTaken()
{
    QTcpServer squatter;
    QVERIFY(squatter.listen(QHostAddress::LocalHost, m_demo->port()));
    const quint16 before = m_demo->port();
    QVERIFY_RESULT(m_demo->start(OperationContext()));
    QVERIFY(m_demo->port() != before);
    QVERIFY(get(m_demo->port(), "/health").startsWith("HTTP/1.1 200"));
}

void DemoServiceTest::endsWithTheProgramThatStartedIt()
{
    QProcess companion;
    companion.start(QStringLiteral("sleep"), {QStringLiteral("60")});
    QVERIFY(companion.waitForStarted());
    QProcess service;
    const QStringList command = m_demo->command();
    service.start(command.first(), command.mid(1)
                                       + QStringList{QStringLiteral("--with-process"),
                                                     QString::number(companion.processId())});
    QTRY_VERIFY_WITH_TIMEOUT(m_demo->processId().has_value(), 10'000);
    companion.kill();
    QVERIFY(companion.waitForFinished(5'000));
    QVERIFY(service.waitForFinished(5'000));
    QCOMPARE(service.exitStatus(), QProcess::NormalExit);
    QCOMPARE(service.exitCode(), 0);
}

QTEST_GUILESS_MAIN(DemoServiceTest)
#include "tst_demoservice.moc"
