// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/connectiontext.h"
#include "core/postgres/postgresconnection.h"
#include "tests/support/faultyproxy.h"
#include "tests/support/postgresserver.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <csignal>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace pilothouse;

namespace tst_postgresconnection {
using namespace std::chrono_literals;

namespace {

PostgresQuery query(const QByteArray &text, std::chrono::milliseconds deadline = 5s)
{
    PostgresQuery query;
    query.text = text;
    query.deadline = deadline;
    return query;
}

/// Why a connection cannot be made; an empty error where it can.
Error errorOf(const DatabaseConnection &target, const Secret &password = {},
              std::chrono::milliseconds connect = 5s)
{
    PostgresLimits limits;
    limits.connect = connect;
    const auto session = PostgresConnection::open(target, password, limits, {});
    return session ? Error{ErrorKind::Internal, {}, QStringLiteral("connected"), {}, {}} : session.error();
}

DatabaseConnection through(const FaultyProxy &proxy, DatabaseConnection target)
{
    target.port = proxy.port();
    return target;
}

} // namespace

/// Sessions with a real server, and everything that may be in the way of one.
class PostgresConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsEveryKindOfValue();
    void sendsValuesAsTheServerCastsThem();
    void stopsAtTheRowLimit();
    void refusesToWriteUnlessAskedTo();
    void endsAQueryAtItsDeadline();
    void isCancelledInTheMiddleOfAQuery();
    void reportsAFrozenServerWithinItsDeadline();
    void goesOnAfterARefusedStatement();
    void saysWhyThereIsNoConnection_data();
    void saysWhyThereIsNoConnection();
    void saysThatNothingListens();
    void saysThatAnotherProgramListens_data();
    void saysThatAnotherProgramListens();
    void saysThatAServiceIsNotDefined();
    void saysThatTheServerHasNoConnectionLeft();
    void saysThatTheServerTakesNoConnectionsYet();
    void encryptsWhatIsAskedToBe();
    void triesEveryAddressOfAName();
    void quotesHostileNames();
    void refusesNamesThatPostgresCannotHave();
    void failsCleanlyWhereverTheConnectionIsCut();
    void waitsNoLongerForAStalledServer();
    void readsAddresses_data();
    void readsAddresses();
    void refusesAPasswordThatIsNotEncoded();
    void neverRepeatsThePassword();

private:
    std::unique_ptr<PostgresServer> m_server;
};

void PostgresConnectionTest::initTestCase()
{
    m_server = PostgresServer::ofTestbed();
    PILOTHOUSE_REQUIRE_POSTGRES(m_server);
}

void PostgresConnectionTest::readsEveryKindOfValue()
{
    const PostgresDatabase database(*m_server);
    PostgresConnection session = database.open();
    const auto rows = session.run(query("SELECT NULL::int AS nothing, true AS yes, 32767::int2, -5, "
                                        "9007199254740993::int8, 0.25::float8, '\\x00ff'::bytea, "
                                        "'gr\u00fc\u00dfe'::text, 12345678901234567890.5::numeric, 0::oid"),
                                  {});
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->columns.mid(0, 2), (QStringList{QStringLiteral("nothing"), QStringLiteral("yes")}));
    const QList<QVariant> row = rows->rows.value(0);
    QVERIFY(!row.at(0).isValid());
    QCOMPARE(row.at(1), QVariant(true));
    QCOMPARE(row.at(2).toLongLong(), 32767);
    QCOMPARE(row.at(3).toLongLong(), -5);
    QCOMPARE(row.at(4).toLongLong(), Q_INT64_C(9007199254740993));
    QCOMPARE(row.at(5).toDouble(), 0.25);
    QCOMPARE(row.at(6).toByteArray(), QByteArray("\0\xff", 2));
    QCOMPARE(row.at(7).toString(), QStringLiteral("gr\u00fc\u00dfe"));
    QCOMPARE(row.at(8).toString(), QStringLiteral("12345678901234567890.5"));
}

void PostgresConnectionTest::sendsValuesAsTheServerCastsThem()
{
    const PostgresDatabase database(*m_server);
    PostgresConnection session = database.open();
    PostgresQuery asked =
        query("SELECT $1::bool, $2::int8, $3::bytea, $4::text, $5::text IS NULL, $6::timestamptz");
    asked.values = {true,
                    Q_INT64_C(-7),
                    QByteArray("\0'", 2),
                    QStringLiteral("'; DROP TABLE x; --"),
                    QVariant(),
                    QStringLiteral("2026-11-21T10:00:00Z")};
    const auto rows = session.run(asked, {});
    QVERIFY_RESULT(rows);
    const QList<QVariant> row = rows->rows.value(0);
    QCOMPARE(row.at(0), QVariant(true));
    QCOMPARE(row.at(1).toLongLong(), -7);
    QCOMPARE(row.at(2).toByteArray(), QByteArray("\0'", 2));
    QCOMPARE(row.at(3).toString(), QStringLiteral("'; DROP TABLE x; --"));
    QCOMPARE(row.at(4), QVariant(true));
    QCOMPARE(row.at(5).toString(), QStringLiteral("2026-11-21 10:00:00+00"));
}

void PostgresConnectionTest::stopsAtTheRowLimit()
{
    const PostgresDatabase database(*m_server);
    PostgresConnection session = database.open();
    PostgresQuery asked = query("SELECT repeat('x', 1000) FROM generate_series(1, 1000000)", 20s);
    asked.rowLimit = 10;
    QElapsedTimer timer;
    timer.start();
    const auto rows = session.run(asked, {});
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->rows.size(), 10);
    QVERIFY(rows->isCut);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!session.isOpen());
}

void PostgresConnectionTest::refusesToWriteUnlessAskedTo()
{
    const PostgresDatabase database(*m_server);
    PostgresConnection session = database.open();
    const auto refused = session.execute("CREATE TABLE public.t(id int)", 5s, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    PostgresLimits limits;
    limits.isReadOnly = false;
    PostgresConnection writer = database.open(limits);
    QVERIFY_RESULT(writer.execute("CREATE TABLE public.t(id int)", 5s, {}));
    const auto inserted = writer.run(query("INSERT INTO public.t VALUES (1), (2)"), {});
    QVERIFY_RESULT(inserted);
    QCOMPARE(inserted->affected, 2);
}

void PostgresConnectionTest::endsAQueryAtItsDeadline()
{
    const PostgresDatabase database(*m_server);
    PostgresConnection session = database.open();
    const qint64 backend = session.backendPid();
    QElapsedTimer timer;
    timer.start();
    const auto rows = session.run(query("SELECT pg_sleep(60)", 300ms), {});
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::TimedOut);
    QVERIFY2(timer.elapsed() >= 250 && timer.elapsed() < 800, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!session.isOpen());
    const QByteArray gone =
        "SELECT count(*) FROM pg_stat_activity WHERE pid = " + QByteArray::number(backend);
    QTRY_COMPARE(m_server->value(gone).toInt(), 0); // and the server does not go on with it
}

void PostgresConnectionTest::isCancelledInTheMiddleOfAQuery()
{
    const PostgresDatabase database(*m_server);
    PostgresConnection session = database.open();
    const OperationContext context;
    std::thread canceller([&context] {
        std::this_thread::sleep_for(200ms);
        context.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto rows = session.run(query("SELECT pg_sleep(60)", 60s), context);
    canceller.join();
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Cancelled);
    QVERIFY2(timer.elapsed() < 400, qPrintable(QString::number(timer.elapsed())));
}

/// G39: a server that is stopped, not gone. Its kernel still takes connections.
void PostgresConnectionTest::reportsAFrozenServerWithinItsDeadline()
{
    const auto server = PostgresServer::own();
    PILOTHOUSE_REQUIRE_POSTGRES(server);
    auto session = PostgresConnection::open(server->connection(), {}, {}, {});
    QVERIFY_RESULT(session);
    server->freeze();
    QElapsedTimer timer;
    timer.start();
    const Error connecting = errorOf(server->connection(), {}, 700ms);
    QCOMPARE(connecting.kind, ErrorKind::TimedOut);
    QVERIFY2(timer.elapsed() < 1200, qPrintable(QString::number(timer.elapsed())));
    timer.restart();
    const auto running = session->run(query("SELECT 1", 700ms), {});
    QVERIFY(!running);
    QCOMPARE(running.error().kind, ErrorKind::TimedOut);
    QVERIFY2(timer.elapsed() < 1200, qPrintable(QString::number(timer.elapsed())));
    server->thaw();
    QTRY_COMPARE(errorOf(server->connection()).message, QStringLiteral("connected"));
}

void PostgresConnectionTest::goesOnAfterARefusedStatement()
{
    const PostgresDatabase database(*m_server);
    PostgresConnection session = database.open();
    const auto missing = session.run(query("SELECT * FROM public.nothing"), {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    QVERIFY(missing.error().detail.contains(QLatin1String("42P01")));
    const auto one = session.value(query("SELECT 1"), {});
    QVERIFY_RESULT(one);
    QCOMPARE(one->toInt(), 1);
}

void PostgresConnectionTest::saysWhyThereIsNoConnection_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");
    const QByteArray port = QByteArray::number(m_server->port());
    const QByteArray ca = qgetenv("PILOTHOUSE_TESTBED_POSTGRES_CA");
    const QByteArray there = "@127.0.0.1:" + port + "/";
    QTest::newRow("password") << "postgresql://postgres:wrong" + there + "postgres" << ErrorKind::Refused
                              << QStringLiteral("does not accept the password of postgres");
    QTest::newRow("no password") << "postgresql://postgres" + there + "postgres" << ErrorKind::Refused
                                 << QStringLiteral("asks for a password");
    QTest::newRow("no such user") << "postgresql://nobody:x" + there + "postgres" << ErrorKind::Refused
                                  << QStringLiteral("password of nobody");
    QTest::newRow("database") << m_server->url(QStringLiteral("not there")) << ErrorKind::NotFound
                              << QStringLiteral("no database named not there");
    QTest::newRow("rules") << "postgresql://tlsonly:throw-away" + there + "postgres?sslmode=disable"
                           << ErrorKind::Refused << QStringLiteral("does not let tlsonly in from here");
    QTest::newRow("unknown authority")
        << "postgresql://postgres:x" + there + "postgres?sslmode=verify-full&sslrootcert=/etc/hostname"
        << ErrorKind::Refused << QStringLiteral("cannot be encrypted");
    QTest::newRow("another name") << "postgresql://postgres:x@127.0.0.2:" + port
                                         + "/postgres?sslmode=verify-full&sslrootcert=" + ca
                                  << ErrorKind::Unreachable << QStringLiteral("Nothing listens");
    QTest::newRow("no socket") << QByteArray("host=/nonexistent user=postgres dbname=postgres")
                               << ErrorKind::Unreachable << QStringLiteral("no socket");
    QTest::newRow("no such machine") << QByteArray("postgresql://postgres@nowhere.invalid/postgres")
                                     << ErrorKind::NotFound << QStringLiteral("no machine named");
}

void PostgresConnectionTest::saysWhyThereIsNoConnection()
{
    QFETCH(QByteArray, address);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, said);
    const auto given = connectionFromText(address);
    QVERIFY_RESULT(given);
    const Error error = errorOf(given->connection, given->password);
    QVERIFY2(error.message.contains(said), qPrintable(error.toText()));
    QCOMPARE(error.kind, kind);
    QVERIFY(!error.advice.isEmpty());
    QVERIFY(!error.toText().contains(QLatin1String("throw-away")));
}

void PostgresConnectionTest::saysThatNothingListens()
{
    FaultyProxy proxy(m_server->port());
    DatabaseConnection target = m_server->networkConnection();
    target.port = 1;
    const Error refused = errorOf(target);
    QCOMPARE(refused.kind, ErrorKind::Unreachable);
    QVERIFY2(refused.message.contains(QLatin1String("Nothing listens")), qPrintable(refused.toText()));
    proxy.refuse(true);
    QCOMPARE(errorOf(through(proxy, m_server->networkConnection()), m_server->password()).kind,
             ErrorKind::Unreachable);
}

void PostgresConnectionTest::saysThatAnotherProgramListens_data()
{
    QTest::addColumn<QString>("sslMode");
    QTest::newRow("plain") << QStringLiteral("disable");
    QTest::newRow("encrypted") << QStringLiteral("require");
}

void PostgresConnectionTest::saysThatAnotherProgramListens()
{
    QFETCH(QString, sslMode);
    const int web = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *general = reinterpret_cast<sockaddr *>(&address);
    QVERIFY(::bind(web, general, size) == 0 && ::listen(web, 4) == 0);
    QCOMPARE(::getsockname(web, general, &size), 0);
    // Answers as a web server does to what it cannot read.
    std::thread server([web] {
        const int client = ::accept(web, nullptr, nullptr);
        char bytes[64];
        const QByteArray answer = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request";
        if (::recv(client, bytes, sizeof bytes, 0) > 0)
            (void)!::send(client, answer.constData(), static_cast<size_t>(answer.size()), MSG_NOSIGNAL);
        ::close(client);
    });
    DatabaseConnection target = m_server->networkConnection();
    target.port = ntohs(address.sin_port);
    target.sslMode = sslMode;
    const Error error = errorOf(target);
    server.join();
    ::close(web);
    QVERIFY2(error.message.contains(u"no PostgreSQL server"_qs) && !error.advice.isEmpty(),
             qPrintable(error.toText()));
}

void PostgresConnectionTest::saysThatAServiceIsNotDefined()
{
    const QTemporaryDir folder;
    const QScopeGuard reset([] { qunsetenv("PGSERVICEFILE"); });
    DatabaseConnection target;
    target.service = QStringLiteral("nosuch");
    qputenv("PGSERVICEFILE", QFile::encodeName(folder.filePath(QStringLiteral("absent.conf"))));
    const Error absent = errorOf(target);
    QVERIFY2(absent.message.contains(u"no pg_service.conf"_qs), qPrintable(absent.toText()));
    writeAll(folder.filePath(QStringLiteral("services.conf")), "[other]\nhost=127.0.0.1\n");
    qputenv("PGSERVICEFILE", QFile::encodeName(folder.filePath(QStringLiteral("services.conf"))));
    const Error undefined = errorOf(target);
    QVERIFY2(undefined.message.contains(u"no section [nosuch]"_qs), qPrintable(undefined.toText()));
}

void PostgresConnectionTest::saysThatTheServerHasNoConnectionLeft()
{
    const auto server = PostgresServer::own("max_connections = 4\nsuperuser_reserved_connections = 0\n");
    PILOTHOUSE_REQUIRE_POSTGRES(server);
    std::vector<PostgresConnection> sessions;
    Error error;
    for (int count = 0; count < 8 && error.message.isEmpty(); ++count) {
        auto session = PostgresConnection::open(server->connection(), {}, {}, {});
        if (session)
            sessions.push_back(std::move(*session));
        else
            error = session.error();
    }
    QCOMPARE(error.kind, ErrorKind::Locked);
    QVERIFY2(error.message.contains(QLatin1String("no connection left")), qPrintable(error.toText()));
}

void PostgresConnectionTest::saysThatTheServerTakesNoConnectionsYet()
{
    const auto server = PostgresServer::own("hot_standby = off\n");
    PILOTHOUSE_REQUIRE_POSTGRES(server);
    server->stop(SIGINT);
    QFile signal(server->dataFolder() + u"/standby.signal");
    QVERIFY(signal.open(QIODevice::WriteOnly));
    server->launch();
    QTRY_COMPARE(errorOf(server->connection()).kind, ErrorKind::Locked);
    const Error error = errorOf(server->connection());
    QVERIFY2(error.message.contains(QLatin1String("recovery")), qPrintable(error.toText()));
}

void PostgresConnectionTest::encryptsWhatIsAskedToBe()
{
    DatabaseConnection target = m_server->networkConnection();
    target.host = QStringLiteral("localhost");
    target.sslMode = QStringLiteral("verify-full");
    target.rootCertificate = qEnvironmentVariable("PILOTHOUSE_TESTBED_POSTGRES_CA");
    const auto session = PostgresConnection::open(target, m_server->password(), {}, {});
    QVERIFY_RESULT(session);
    QVERIFY(session->isEncrypted());
    target.sslMode = QStringLiteral("disable");
    const auto plain = PostgresConnection::open(target, m_server->password(), {}, {});
    QVERIFY_RESULT(plain);
    QVERIFY(!plain->isEncrypted());
}

/// In a process with names of its own, as every Debian has them: the server listens on 127.0.0.1 alone, and
/// the other address comes first.
void PostgresConnectionTest::triesEveryAddressOfAName()
{
    PILOTHOUSE_REQUIRE(::geteuid() == 0, "only root can give a process other names of machines");
    const QByteArray hosts("::1 two-ways\n127.0.0.1 two-ways\n");
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(hosts) == hosts.size() && file.flush());
    const QByteArray path = QFile::encodeName(file.fileName()); // it has none before it is asked
    DatabaseConnection target = m_server->networkConnection();
    target.host = QStringLiteral("two-ways");
    const pid_t child = ::fork();
    if (child == 0) {
        const bool isSet = ::unshare(CLONE_NEWNS) == 0
                           && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                           && ::mount(path.constData(), "/etc/hosts", nullptr, MS_BIND, nullptr) == 0;
        if (!isSet)
            ::_exit(2);
        ::_exit(PostgresConnection::open(target, m_server->password(), {}, {}) ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void PostgresConnectionTest::quotesHostileNames()
{
    const PostgresDatabase database(*m_server, QStringLiteral("Data \"base\".'%s' \u00fc \U0001f4be"));
    PostgresLimits limits;
    limits.isReadOnly = false;
    PostgresConnection session = database.open(limits);
    for (const QString &name :
         {QStringLiteral("a.b"), QStringLiteral("\"; DROP TABLE x; --"), QStringLiteral("select"),
          QStringLiteral("\u00fc\U0001f4be\u202e"), QStringLiteral("new\nline"), QStringLiteral("%s$1")}) {
        const auto table = session.identifier(name);
        QVERIFY_RESULT(table);
        QVERIFY_RESULT(session.execute("CREATE TABLE public." + *table + " AS SELECT 42 AS n", 5s, {}));
        const auto value = session.value(query("SELECT n FROM public." + *table), {});
        QVERIFY_RESULT(value);
        QCOMPARE(value->toInt(), 42);
        const auto literal = session.literal(name);
        QVERIFY_RESULT(literal);
        const auto echoed = session.value(query("SELECT " + *literal + "::text"), {});
        QVERIFY_RESULT(echoed);
        QCOMPARE(echoed->toString(), name);
    }
}

void PostgresConnectionTest::refusesNamesThatPostgresCannotHave()
{
    const PostgresDatabase database(*m_server);
    const PostgresConnection session = database.open();
    for (const QString &name : {QString(), QString(QStringLiteral("a") + QChar(0) + u'b'), QString(64, u'x'),
                                QString(32, u'\u00fc')})
        QVERIFY(!session.identifier(name));
    QVERIFY_RESULT(session.identifier(QString(63, u'x')));
    QVERIFY(!session.literal(QString(QChar(0))));
}

/// Whatever the byte: an answer, whole, or an error in time; never half of one, never a hang.
void PostgresConnectionTest::failsCleanlyWhereverTheConnectionIsCut()
{
    const PostgresDatabase database(*m_server);
    FaultyProxy proxy(m_server->port());
    const DatabaseConnection target = through(proxy, database.networkConnection());
    const auto attempt = [&]() -> Result<PostgresRows> {
        auto session = PostgresConnection::open(target, m_server->password(), {}, {});
        if (!session)
            return failure(session.error());
        return session->run(query("SELECT generate_series(1, 200)"), {});
    };
    const auto whole = attempt();
    QVERIFY_RESULT(whole);
    const qint64 size = proxy.bytesFromServer();
    QVERIFY(size > 1000);
    int failures = 0;
    for (qint64 bytes = 0; bytes < size; bytes += std::max<qint64>(1, size / 150)) {
        proxy.cutAfter(bytes);
        QElapsedTimer timer;
        timer.start();
        const auto rows = attempt();
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(bytes)));
        if (rows)
            QCOMPARE(rows->rows.size(), 200);
        else
            ++failures;
    }
    QVERIFY2(failures > 100, qPrintable(QString::number(failures)));
}

void PostgresConnectionTest::waitsNoLongerForAStalledServer()
{
    const PostgresDatabase database(*m_server);
    FaultyProxy proxy(m_server->port());
    auto session =
        PostgresConnection::open(through(proxy, database.networkConnection()), m_server->password(), {}, {});
    QVERIFY_RESULT(session);
    proxy.stallAfter(0);
    QElapsedTimer timer;
    timer.start();
    const auto rows = session->run(query("SELECT 1", 400ms), {});
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::TimedOut);
    QVERIFY(timer.elapsed() < 900);
}

void PostgresConnectionTest::readsAddresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("url") << QByteArray("postgresql://ann:s3cret@db.example:6432/shop?sslmode=require")
                         << QStringLiteral("db.example|6432|ann|shop|require|s3cret");
    QTest::newRow("short scheme") << QByteArray("postgres://ann@db/shop")
                                  << QStringLiteral("db|0|ann|shop||");
    QTest::newRow("percent signs") << QByteArray("postgresql://a%40b:p%2Fw%20d@db/s%22hop")
                                   << QStringLiteral("db|0|a@b|s\"hop||p/w d");
    QTest::newRow("IPv6") << QByteArray("postgresql://ann@[::1]:5433/shop")
                          << QStringLiteral("::1|5433|ann|shop||");
    QTest::newRow("socket") << QByteArray("postgresql:///shop?host=/run/postgresql&user=ann")
                            << QStringLiteral("/run/postgresql|0|ann|shop||");
    QTest::newRow("key=value") << QByteArray("host=db port=6432 user=ann password='s 3' dbname=shop")
                               << QStringLiteral("db|6432|ann|shop||s 3");
    QTest::newRow("two hosts") << QByteArray("postgresql://a,b/shop") << QString();
    QTest::newRow("unknown key") << QByteArray("host=db nonsense=1") << QString();
    QTest::newRow("options") << QByteArray("postgresql://db/shop?options=-csearch_path%3Dx") << QString();
    QTest::newRow("bad port") << QByteArray("postgresql://db:99999/shop") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void PostgresConnectionTest::readsAddresses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto given = connectionFromText(text);
    QCOMPARE(given.has_value(), !expected.isEmpty());
    if (!given)
        return;
    const DatabaseConnection &connection = given->connection;
    QCOMPARE(
        QStringList({connection.host, QString::number(connection.port), connection.user, connection.database,
                     connection.sslMode, QString::fromUtf8(given->password.bytes())})
            .join(u'|'),
        expected);
}

void PostgresConnectionTest::refusesAPasswordThatIsNotEncoded()
{
    for (const char *text :
         {"postgresql://ann:can@ry/41:x@db/shop", "postgresql://ann:can@ry@db/shop",
          "postgres://ann:ca/ry@db:5432/shop", "postgresql://ann:can@ry@db", "postgresql://db/shop:ry"}) {
        const auto given = connectionFromText(text);
        QVERIFY2(!given, text);
        QCOMPARE(given.error().kind, ErrorKind::BadInput);
        QVERIFY2(given.error().advice.contains(QLatin1String("%40, : as %3A and / as %2F")), text);
        QVERIFY2(!given.error().toText().contains(QLatin1String("ry")), qPrintable(given.error().toText()));
    }
    for (const char *text : {"postgresql://ann:p%40ss%2Fw%3Ard@db:5432/shop?sslmode=disable",
                             "postgresql://ann:a:b@[::1]:5432/sh%40op", "postgresql:///shop?user=ann@home"}) {
        QVERIFY2(connectionFromText(text).has_value(), text);
    }
}

void PostgresConnectionTest::neverRepeatsThePassword()
{
    for (const char *text : {"postgresql://ann:canary-41@[broken/shop", "host=db password='canary-41",
                             "postgresql://ann:canary-41@a,b/shop", "postgresql://ann:canary-41@db:port/shop",
                             "password=canary-41 nonsense=2", "postgres//ann:canary-41@db"}) {
        const auto given = connectionFromText(text);
        QVERIFY2(!given, text);
        QVERIFY2(!given.error().toText().contains(QLatin1String("canary")),
                 qPrintable(given.error().toText()));
    }
}

} // namespace tst_postgresconnection

QTEST_GUILESS_MAIN(tst_postgresconnection::PostgresConnectionTest)
#include "tst_postgresconnection.moc"
