// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/postgresserver.h"
#include "tests/support/testsupport.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_agentfsbackups {

namespace {

const QString Programs = QStringLiteral("/usr/lib/postgresql/15/bin/");

/// A service of tenants with their keys, and entries with their versions; it answers over HTTP.
constexpr char Profile[] =
    "{\"id\": \"vault\", \"title\": \"Vault\", \"version\": 1, "
    "\"databases\": [{\"id\": \"main\", \"engine\": \"postgres\", \"title\": \"Vault\", "
    "\"connection\": {\"variable\": \"DATABASE_URL\", \"service\": \"db\"}, \"layouts\": []}], "
    "\"endpoints\": [{\"id\": \"health\", \"kind\": \"health\", \"url\": \"http://127.0.0.1:1/healthz\", "
    "\"status\": 200}], "
    "\"assertions\": [{\"id\": \"entries-have-their-version\", \"title\": \"Every entry has its version\", "
    "\"database\": \"main\",  "
    "\"select\": \"SELECT count(*) FROM public.entries e LEFT JOIN public.entry_versions v ON v.id = "
    "e.latest WHERE v.id IS NULL\"}], "
    "\"backup\": {\"databases\": [\"main\"], \"files\": [], \"retention\": {\"days\": 30}, \"schedule\": "
    "\"daily 02:00\"}} ";

constexpr char Schema[] =
    "CREATE TABLE public.tenants(id serial PRIMARY KEY, name text NOT NULL UNIQUE); "
    "CREATE TABLE public.api_keys(id serial PRIMARY KEY, tenant int NOT NULL REFERENCES public.tenants(id), "
    "hash text); "
    "CREATE TABLE public.entry_versions(id bigserial PRIMARY KEY, path text NOT NULL, content bytea); "
    "CREATE TABLE public.entries(id bigserial PRIMARY KEY, tenant int NOT NULL REFERENCES "
    "public.tenants(id), "
    "path text NOT NULL, latest bigint); "
    "CREATE TABLE public.embeddings(version bigint NOT NULL REFERENCES public.entry_versions(id), vector "
    "text); "
    "INSERT INTO public.tenants(name) SELECT 'tenant ' || i FROM generate_series(1, 5) i; "
    "INSERT INTO public.api_keys(tenant, hash) SELECT i, md5(i::text) FROM generate_series(1, 5) i; "
    "INSERT INTO public.entry_versions(path, content) SELECT '/' || i, decode(repeat(md5(i::text), 6), "
    "'hex') "
    "FROM generate_series(1, 400) i; "
    "INSERT INTO public.entries(tenant, path, latest) SELECT 1 + i % 5, '/' || i, i FROM generate_series(1, "
    "400) i; "
    "INSERT INTO public.embeddings SELECT i, repeat('0.5,', 20) FROM generate_series(1, 100) i ";

/// Serves files over HTTP, its number in a file.
constexpr char Service[] =
    "import functools, http.server, os, sys\n"
    "open(sys.argv[1], 'w').write(str(os.getpid()))\n"
    "handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[3])\n"
    "http.server.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[2])), handler).serve_forever()\n";

int freePort()
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(probe, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size);
    ::close(probe);
    return ntohs(address.sin_port);
}

} // namespace

/// The runbook's backups and restores of a service on PostgreSQL, by an operator with the command line.
class TestAgentfsBackups : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_server.reset(); }
    void f01_dumpsInCustomFormatByTheServersOwnVersion();
    void f01_dumpsALargeOneAsAFolder();
    void f02_warnsWhatChosenTablesCannotRestore();
    void f03_backsUpWithTheAddressAlone();
    void f04_refusesAnEmptyOrDamagedDump();
    void f05_keepsThirtyDaysAndTheLastGoodOne();
    void f06_runsInTheEnvironmentOfCron();
    void f07_restoresThroughAFreshDatabaseAndPutsBack();
    void f07_stopsForAMissingExtensionBeforeTheService();
    void f08_restoresIntoANewDatabase();
    void f10_provesTheRowsOfEveryTable();
    void f11_holdsTheAssertionsBeforeTheSwap();
    void f12_answersAfterTheRestore();
    void f31_worksThroughTheEngineWhereNoPortIsReached();

private:
    CliRun run(const QStringList &words) { return m_world->run(words); }
    QString backup();
    QString folderOf(const QString &id);
    QVariant count(const QByteArray &table, const QString &database = {}) const;
    QStringList ownDatabases() const;

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<CliWorld> m_world;
};

void TestAgentfsBackups::initTestCase()
{
    m_server = PostgresServer::own();
    PILOTHOUSE_REQUIRE(m_server, "PostgreSQL 15 is not installed");
}

void TestAgentfsBackups::init()
{
    m_database.reset();
    m_database = std::make_unique<PostgresDatabase>(*m_server, QStringLiteral("vault"));
    m_database->run(Schema);
    m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
    writeAll(m_world->home() + u"/config/profiles/vault.json", Profile);
    writeAll(m_world->path(QStringLiteral("www/healthz")), "ok");
    writeAll(m_world->path(QStringLiteral("serve.py")), Service);
    QDir().mkpath(m_world->path(QStringLiteral("empty")));
    const int port = freePort();
    const QString url = QStringLiteral("postgresql://postgres@/vault?host=%1&port=%2")
                            .arg(m_server->socketFolder())
                            .arg(m_server->port());
    const CliRun added =
        run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("vault"),
             QStringLiteral("--profile"), QStringLiteral("vault"), QStringLiteral("--data-dir"),
             m_world->path(QStringLiteral("empty")), QStringLiteral("--process"),
             QStringLiteral("/usr/bin/python3 %1 %2 %3 %4")
                 .arg(m_world->path(QStringLiteral("serve.py")), m_world->path(QStringLiteral("pid")))
                 .arg(port)
                 .arg(m_world->path(QStringLiteral("www"))),
             QStringLiteral("--pid-file"), m_world->path(QStringLiteral("pid")),
             QStringLiteral("--health-url"), QStringLiteral("http://127.0.0.1:%1/healthz").arg(port),
             QStringLiteral("--database-url"), url, QStringLiteral("--watch-seconds"), QStringLiteral("0")});
    QVERIFY2(added.code == 0, added.told().constData());
    const CliRun up = run({QStringLiteral("service"), QStringLiteral("start"), QStringLiteral("vault"),
                           QStringLiteral("--yes")});
    QVERIFY2(up.code == 0, up.told().constData());
}

void TestAgentfsBackups::cleanup()
{
    if (m_world)
        run({QStringLiteral("service"), QStringLiteral("stop"), QStringLiteral("vault"),
             QStringLiteral("--yes")});
    m_world.reset();
    m_database.reset();
    for (const QString &name : ownDatabases())
        m_server->run("DROP DATABASE " + name.toUtf8() + " WITH (FORCE)");
}

QString TestAgentfsBackups::backup()
{
    const CliRun made = run({QStringLiteral("backup"), QStringLiteral("create"), QStringLiteral("vault"),
                             QStringLiteral("--yes")});
    if (made.code != 0)
        qWarning("%s", made.told().constData());
    return m_world->newest({QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("vault")},
                           QStringLiteral("id"));
}

QString TestAgentfsBackups::folderOf(const QString &id)
{
    const QJsonArray list =
        m_world->json({QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("vault")})
            .json.array();
    for (const QJsonValue &value : list)
        if (value[QLatin1String("id")].toString() == id)
            return value[QLatin1String("folder")].toString();
    return {};
}

QVariant TestAgentfsBackups::count(const QByteArray &table, const QString &database) const
{
    return m_server->value("SELECT count(*) FROM public." + table,
                           database.isEmpty() ? m_database->name() : database);
}

QStringList TestAgentfsBackups::ownDatabases() const
{
    QStringList names;
    for (const QList<QVariant> &row :
         m_server->run("SELECT datname::text FROM pg_database WHERE datname ~ '_(ph|old)_[0-9a-f]{8}$'").rows)
        names << row.first().toString();
    return names;
}

void TestAgentfsBackups::f01_dumpsInCustomFormatByTheServersOwnVersion()
{
    const QString folder = folderOf(backup());
    const QDir set(folder);
    const QStringList dumps = set.entryList({QStringLiteral("vault_*.dump.zst")});
    QCOMPARE(dumps.size(), 1);
    QProcess unpacking;
    unpacking.start(QStringLiteral("zstd"), {QStringLiteral("-dc"), set.filePath(dumps.first())});
    QVERIFY(unpacking.waitForFinished());
    QVERIFY(unpacking.readAllStandardOutput().startsWith("PGDMP"));
    const QByteArray manifest = readAll(set.filePath(QStringLiteral("manifest.json")));
    QVERIFY2(manifest.contains("\"pg_dump_version\":\"15."), manifest.constData());
    QVERIFY(manifest.contains("\"server_version_num\":15"));
    QVERIFY(manifest.contains("\"packing\":\"zstd\""));
    QCOMPARE(set.entryList({QStringLiteral("*.sql")}).size(), 1);
    const CliRun verified =
        run({QStringLiteral("backup"), QStringLiteral("verify"), QStringLiteral("--from"), folder});
    QVERIFY2(verified.code == 0, verified.told().constData());
}

/// With several sessions at once; everything that is done with a dump is done with its folder too.
void TestAgentfsBackups::f01_dumpsALargeOneAsAFolder()
{
    const CliRun made = run({u"backup"_qs, u"create"_qs, u"vault"_qs, u"--jobs"_qs, u"3"_qs, u"--yes"_qs});
    QVERIFY2(made.code == 0 && made.output.contains("with 3 sessions"), made.told().constData());
    const QStringList list{u"backup"_qs, u"list"_qs, u"vault"_qs};
    const QString id = m_world->newest(list, u"id"_qs);
    const QDir set(folderOf(id));
    const QString dump = set.filePath(set.entryList({u"vault_*.dump.d"_qs}, QDir::Dirs).value(0));
    QVERIFY(QFile::exists(dump + u"/toc.dat"));
    const CliRun whole = run({u"backup"_qs, u"verify"_qs, u"--from"_qs, set.path()});
    QVERIFY2(whole.code == 0, whole.told().constData());

    m_database->run("DELETE FROM public.entries");
    const CliRun restored = run({u"restore"_qs, u"vault"_qs, id, u"--yes"_qs});
    QVERIFY2(restored.code == 0, restored.told().constData());
    QCOMPARE(count("entries").toInt(), 400);

    // The same files are a dump of somebody else where nothing describes them.
    const QString alone = m_world->path(u"alone"_qs);
    QCOMPARE(QProcess::execute(u"/bin/cp"_qs, {u"-r"_qs, dump, alone}), 0);
    const CliRun read = run({u"backup"_qs, u"verify"_qs, u"--from"_qs, alone});
    QVERIFY2(read.code == 0 && read.output.contains("vault"), read.told().constData());
    const QString rows = QDir(alone).entryInfoList({u"*.gz"_qs}, QDir::Files).value(0).filePath();
    writeAll(rows, {});
    const CliRun emptied = run({u"backup"_qs, u"verify"_qs, u"--from"_qs, alone});
    QVERIFY2(emptied.code == 1 && emptied.error.contains("is empty"), emptied.told().constData());
    const CliRun wrong = run({u"backup"_qs, u"create"_qs, u"vault"_qs, u"--jobs"_qs, u"99"_qs, u"--yes"_qs});
    QVERIFY2(wrong.code == 2 && wrong.error.contains("from 1 to 32"), wrong.told().constData());
}

void TestAgentfsBackups::f02_warnsWhatChosenTablesCannotRestore()
{
    const QStringList words{QStringLiteral("backup"), QStringLiteral("create"), QStringLiteral("vault"),
                            QStringLiteral("--tables"),
                            QStringLiteral("tenants,api_keys,entries,entry_versions")};
    // The clocks of the status run from the last whole set.
    const auto lastBackups = [this] {
        const QJsonObject status =
            m_world->json({QStringLiteral("status"), QStringLiteral("vault")}).json.object();
        return QStringList{status.value(QLatin1String("lastBackupAt")).toString(),
                           status.value(QLatin1String("lastVerifiedAt")).toString()};
    };
    const QStringList before = lastBackups();
    const CliRun refused = run(words + QStringList{QStringLiteral("--yes")});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.told().contains("embeddings"), refused.told().constData());
    const CliRun made =
        run(words
            + QStringList{QStringLiteral("--yes"), QStringLiteral("--accept"), QStringLiteral("part-main")});
    QVERIFY2(made.code == 0, made.told().constData());
    const CliRun list = run({QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("vault")});
    QVERIFY2(QRegularExpression(QStringLiteral("4 of \\d+ tables"))
                 .match(QString::fromUtf8(list.output))
                 .hasMatch(),
             list.told().constData());
    QCOMPARE(lastBackups(), before);
    const QString id = m_world->newest(
        {QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("vault")}, QStringLiteral("id"));
    const CliRun inPlace =
        run({QStringLiteral("restore"), QStringLiteral("vault"), id, QStringLiteral("--yes")});
    QCOMPARE(inPlace.code, 3);
    QVERIFY2(inPlace.told().contains("all others would be gone"), inPlace.told().constData());
    QCOMPARE(count("embeddings").toInt(), 100);
}

void TestAgentfsBackups::f03_backsUpWithTheAddressAlone()
{
    const QString url = QString::fromUtf8(m_server->url(QStringLiteral("vault")));
    const CliRun set = run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("vault"),
                            QStringLiteral("--database-url"),
                            url.section(u'@', 0, 0).section(u':', 0, 1) + u'@' + url.section(u'@', 1)});
    QVERIFY2(set.code == 0, set.told().constData());
    const QByteArray line =
        "127.0.0.1:" + QByteArray::number(m_server->port()) + ":*:postgres:" + m_server->password().bytes();
    writeAll(QDir::homePath() + QStringLiteral("/.pgpass"), line + '\n');
    QFile::setPermissions(QDir::homePath() + QStringLiteral("/.pgpass"),
                          QFile::ReadOwner | QFile::WriteOwner);
    const CliRun made = run({QStringLiteral("backup"), QStringLiteral("create"), QStringLiteral("vault"),
                             QStringLiteral("--yes")});
    QFile::remove(QDir::homePath() + QStringLiteral("/.pgpass"));
    QVERIFY2(made.code == 0, made.told().constData());
    QVERIFY(!made.told().contains(m_server->password().bytes()));
    QCOMPARE(m_world->complaint(), QByteArray());
}

void TestAgentfsBackups::f04_refusesAnEmptyOrDamagedDump()
{
    const QString folder = folderOf(backup());
    const QString dump = folder + u'/' + QDir(folder).entryList({QStringLiteral("*.dump.zst")}).value(0);
    const QByteArray whole = readAll(dump);
    QByteArray flipped = whole;
    flipped[whole.size() / 2] = static_cast<char>(flipped.at(whole.size() / 2) ^ 4);
    for (const QByteArray &bad : {QByteArray(), whole.left(whole.size() - 1), whole.left(2000), flipped}) {
        writeAll(dump, bad);
        QVERIFY(
            run({QStringLiteral("backup"), QStringLiteral("verify"), QStringLiteral("--from"), folder}).code
            != 0);
        QVERIFY(
            run({QStringLiteral("restore"), QStringLiteral("vault"), folder, QStringLiteral("--yes")}).code
            != 0);
        const QString alone = m_world->path(QStringLiteral("alone.dump"));
        writeAll(alone, bad);
        if (bad.size() != whole.size())
            QVERIFY(
                run({QStringLiteral("restore"), QStringLiteral("vault"), alone, QStringLiteral("--yes")}).code
                != 0);
    }
    QCOMPARE(ownDatabases(), QStringList());
}

void TestAgentfsBackups::f05_keepsThirtyDaysAndTheLastGoodOne()
{
    const QString id = backup();
    const CliRun nothing = m_world->json({QStringLiteral("backup"), QStringLiteral("prune"),
                                          QStringLiteral("vault"), QStringLiteral("--dry-run")});
    QVERIFY2(nothing.told().contains("nothing"), nothing.told().constData());
    QVERIFY(!folderOf(id).isEmpty());
}

/// What a line of cron has: no keyring, no variables, no terminal.
void TestAgentfsBackups::f06_runsInTheEnvironmentOfCron()
{
    QProcess shell;
    shell.start(QStringLiteral("/usr/bin/env"),
                {QStringLiteral("-i"), QStringLiteral("HOME=") + QDir::homePath(),
                 QStringLiteral("PATH=/usr/bin:/bin"), QStringLiteral("PILOTHOUSE_HOME=") + m_world->home(),
                 QStringLiteral(PILOTHOUSE_CLI), QStringLiteral("run"), QStringLiteral("backup.create"),
                 QStringLiteral("vault"), QStringLiteral("--set"), QStringLiteral("trigger=schedule"),
                 QStringLiteral("--yes")});
    QVERIFY(shell.waitForFinished(60'000));
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    const QJsonObject newest =
        m_world->json({QStringLiteral("backup"), QStringLiteral("list"), QStringLiteral("vault")})
            .json.array()
            .first()
            .toObject();
    QCOMPARE(newest.value(QLatin1String("trigger")).toString(), QStringLiteral("schedule"));
    QCOMPARE(newest.value(QLatin1String("stamp")).toString(), QStringLiteral("verified"));
}

void TestAgentfsBackups::f07_restoresThroughAFreshDatabaseAndPutsBack()
{
    const QString id = backup();
    m_database->run("DELETE FROM public.embeddings; UPDATE public.tenants SET name = 'changed' WHERE id = 1");
    const CliRun shown =
        run({QStringLiteral("restore"), QStringLiteral("vault"), id, QStringLiteral("--dry-run")});
    QVERIFY2(shown.told().contains("pg_restore") && shown.told().contains("RENAME TO"),
             shown.told().constData());
    QCOMPARE(count("embeddings").toInt(), 0);
    const CliRun restored =
        run({QStringLiteral("restore"), QStringLiteral("vault"), id, QStringLiteral("--yes")});
    QVERIFY2(restored.code == 0, restored.told().constData());
    QCOMPARE(count("embeddings").toInt(), 100);
    QCOMPARE(ownDatabases().size(), 1);
    const QString operation =
        m_world->newest({QStringLiteral("undo"), QStringLiteral("list")}, QStringLiteral("operation"));
    const CliRun undone =
        run({QStringLiteral("undo"), QStringLiteral("apply"), operation, QStringLiteral("--yes")});
    QVERIFY2(undone.code == 0, undone.told().constData());
    QCOMPARE(count("embeddings").toInt(), 0);
    QCOMPARE(m_database->value("SELECT name FROM public.tenants WHERE id = 1").toString(),
             QStringLiteral("changed"));
    QCOMPARE(m_world->complaint(), QByteArray());
}

void TestAgentfsBackups::f07_stopsForAMissingExtensionBeforeTheService()
{
    const QString file = m_world->path(QStringLiteral("nightly.dump"));
    m_database->run("CREATE EXTENSION pgcrypto SCHEMA public");
    QCOMPARE(QProcess::execute(Programs + u"pg_dump",
                               {QStringLiteral("-h"), m_server->socketFolder(), QStringLiteral("-p"),
                                QString::number(m_server->port()), QStringLiteral("-U"),
                                QStringLiteral("postgres"), QStringLiteral("-Fc"), QStringLiteral("-Z0"),
                                QStringLiteral("-f"), file, QStringLiteral("vault")}),
             0);
    writeAll(file, readAll(file).replace("pgcrypto", "vectorxx"));
    const QString before = m_world->path(QStringLiteral("pid"));
    const QByteArray pid = readAll(before);
    const CliRun refused =
        run({QStringLiteral("restore"), QStringLiteral("vault"), file, QStringLiteral("--yes")});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.told().contains("lacks the extension vectorxx"), refused.told().constData());
    QCOMPARE(readAll(before), pid);
    QCOMPARE(ownDatabases(), QStringList());
}

void TestAgentfsBackups::f08_restoresIntoANewDatabase()
{
    const QString id = backup();
    m_database->run("DELETE FROM public.embeddings");
    const QStringList words{
        QStringLiteral("restore"), QStringLiteral("vault"),          id,
        QStringLiteral("--into"),  QStringLiteral("vault_restored"), QStringLiteral("--yes")};
    const CliRun made = run(words);
    QVERIFY2(made.code == 0, made.told().constData());
    QCOMPARE(count("embeddings", QStringLiteral("vault_restored")).toInt(), 100);
    QCOMPARE(count("embeddings").toInt(), 0);
    const CliRun again = run(words);
    QVERIFY2(again.code != 0 && again.told().contains("already"), again.told().constData());
    m_server->run("DROP DATABASE vault_restored");
}

void TestAgentfsBackups::f10_provesTheRowsOfEveryTable()
{
    const QString id = backup();
    const QByteArray manifest = readAll(folderOf(id) + QStringLiteral("/manifest.json"));
    for (const char *table : {"tenants", "api_keys", "entries", "entry_versions", "embeddings"}) {
        const QByteArray entry =
            QByteArray("{\"name\":\"public.") + table + "\",\"rows\":" + count(table).toByteArray() + '}';
        QVERIFY2(manifest.contains(entry), entry.constData());
    }
    const CliRun shown =
        m_world->json({QStringLiteral("restore"), QStringLiteral("vault"), id, QStringLiteral("--dry-run")});
    QVERIFY2(shown.output.contains("postgres.expect"), shown.told().constData());
}

void TestAgentfsBackups::f11_holdsTheAssertionsBeforeTheSwap()
{
    m_database->run("DELETE FROM public.entry_versions WHERE id = 400");
    const QString id = backup();
    const qint64 number =
        m_server->value("SELECT oid::int8 FROM pg_database WHERE datname = 'vault'").toLongLong();
    const CliRun refused =
        run({QStringLiteral("restore"), QStringLiteral("vault"), id, QStringLiteral("--yes")});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.told().contains("Every entry has its version"), refused.told().constData());
    QCOMPARE(m_server->value("SELECT oid::int8 FROM pg_database WHERE datname = 'vault'").toLongLong(),
             number);
    QCOMPARE(ownDatabases(), QStringList());
}

void TestAgentfsBackups::f12_answersAfterTheRestore()
{
    const QString id = backup();
    const CliRun restored =
        run({QStringLiteral("restore"), QStringLiteral("vault"), id, QStringLiteral("--yes")});
    QVERIFY2(restored.code == 0, restored.told().constData());
    QFile::remove(m_world->path(QStringLiteral("www/healthz")));
    m_database->run("DELETE FROM public.embeddings");
    const CliRun sick =
        run({QStringLiteral("restore"), QStringLiteral("vault"), id, QStringLiteral("--yes")});
    QCOMPARE(sick.code, 1);
    QCOMPARE(count("embeddings").toInt(), 0); // it was put back: the service did not answer
}

/// A container in no network at all: only what the engine runs in it reaches its server.
void TestAgentfsBackups::f31_worksThroughTheEngineWhereNoPortIsReached()
{
    PILOTHOUSE_REQUIRE_ENGINE();
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_POSTGRES_IMAGE"),
                       "PostgreSQL 15 is not installed");
    const QString name = QStringLiteral("phdoor%1").arg(QCoreApplication::applicationPid());
    const auto docker = [&name](const char *line) {
        return CliWorld::docker(
            words(QString::fromLatin1(line)
                      .replace(u"NAME"_qs, name)
                      .replace(u"IMAGE"_qs, qEnvironmentVariable("PILOTHOUSE_TESTBED_POSTGRES_IMAGE"))));
    };
    const QScopeGuard gone([&docker] { docker("rm -f -v NAME"); });
    docker("run -d --network none --name NAME -e POSTGRES_DB=vault -e POSTGRES_PASSWORD=canary-4d1 "
           "-e PGHOST=/run/postgresql IMAGE");
    const auto sql = [&name](const QByteArray &text) {
        return CliWorld::docker({u"exec"_qs, name, u"psql"_qs, u"-U"_qs, u"postgres"_qs, u"-qAtc"_qs,
                                 QString::fromUtf8(text), u"vault"_qs});
    };
    QTRY_VERIFY_WITH_TIMEOUT(sql("SELECT 5") == "5", 20'000);
    sql(Schema);
    const CliRun set =
        run({u"instance"_qs, u"set"_qs, u"vault"_qs, u"--database-url"_qs,
             u"postgresql://postgres:canary-4d1@127.0.0.1/vault"_qs, u"--database-container"_qs, name});
    QVERIFY2(set.code == 0, set.told().constData());
    const CliRun reached = m_world->json(words(QStringLiteral("database test vault main")));
    QVERIFY2(reached.code == 0
                 && reached.json.object().value(u"address").toString().contains(u"(docker exec)"),
             reached.told().constData());

    const QString id = backup();
    QVERIFY(!id.isEmpty());
    const CliRun plan = run(words(QStringLiteral("restore vault %1 --dry-run").arg(id)));
    QVERIFY2(plan.output.contains("docker exec -i") && plan.output.contains("through the container engine"),
             plan.told().constData());
    sql("DELETE FROM public.embeddings");
    EXPECT_CODE(run(words(QStringLiteral("restore vault %1 --yes").arg(id))), 0);
    QCOMPARE(sql("SELECT count(*) FROM public.embeddings"), QByteArray("100"));
    docker("stop -t 5 NAME");
    const CliRun down = run(words(QStringLiteral("database test vault main")));
    QVERIFY2(down.code != 0 && down.error.contains("does not run"), down.told().constData());
}

} // namespace tst_agentfsbackups

QTEST_GUILESS_MAIN(tst_agentfsbackups::TestAgentfsBackups)
#include "tst_agentfsbackups.moc"
