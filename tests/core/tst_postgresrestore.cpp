// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/actor.h"
#include "core/backup/backupstore.h"
#include "core/backup/digest.h"
#include "core/backup/restoresource.h"
#include "core/postgres/databaselock.h"
#include "core/postgres/dumpstream.h"
#include "core/steps/postgresword.h"
#include "core/steps/serverlock.h"
#include "tests/support/faultyproxy.h"
#include "tests/support/serverworld.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace pilothouse;

namespace tst_postgresrestore {

namespace {

const QString Live = QStringLiteral("shop");
const QString PgDump = QStringLiteral("/usr/lib/postgresql/15/bin/pg_dump");

#define QVERIFY_DONE(expression)                                                                             \
    do {                                                                                                     \
        const auto &ran = (expression);                                                                      \
        QVERIFY_RESULT(ran);                                                                                 \
        QVERIFY2(ran->outcome == Outcome::Done,                                                              \
                 qPrintable(ran->failedStep + u' ' + (ran->error ? ran->error->toText() : QString())));      \
    } while (false)

} // namespace

/// Restores of databases on a server: into a fresh one, proved there, and a change of names.
class TestPostgresRestore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = PostgresServer::own("wal_level = replica");
        PILOTHOUSE_REQUIRE(m_server, "PostgreSQL 15 is not installed");
        m_server->run("CREATE ROLE clerk LOGIN PASSWORD 'clerk'");
        m_server->run("CREATE ROLE owner1 LOGIN CREATEDB PASSWORD 'owner1'");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<PostgresDatabase>(*m_server, Live);
        ServerWorld::fill(*m_database, 200);
        m_world = std::make_unique<ServerWorld>(m_folder->path(), m_database->connection());
    }

    void cleanup()
    {
        m_world.reset();
        m_database.reset();
        for (const QString &name : ownDatabases())
            m_server->run("DROP DATABASE \"" + name.toUtf8() + "\" WITH (FORCE)");
    }

    void restoresAndPutsBackAsOftenAsWanted()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        const auto plan = restorePlan(backup);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->severity, Severity::Destructive);
        QVERIFY2(plan->losses.join(u'\n').contains(QStringLiteral("7 rows of public.orders")),
                 qPrintable(plan->losses.join(u'\n')));
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(contents(), old);
        QCOMPARE(m_world->backups().first().proven.state, BackupStamp::State::Reached);
        QVERIFY(m_world->runtime->isUp());
        QUuid last = plan->operation;
        for (int i = 0; i < 3; ++i) {
            const auto undone = m_world->undo(last);
            QVERIFY_DONE(undone);
            last = undone->operation;
            QCOMPARE(contents(), i % 2 == 0 ? changed : old);
        }
        QCOMPARE(ownDatabases().size(), 1);
    }

    /// DESIGN.md 2: owner, rights, settings, limit and comment are the live one's, whatever the dump says.
    void givesTheNewDatabaseWhatTheOldOneWas()
    {
        m_server->run("ALTER DATABASE shop OWNER TO owner1");
        m_server->run("ALTER DATABASE shop CONNECTION LIMIT 33");
        m_server->run("ALTER DATABASE shop SET search_path = \"$user\", 'odd; name', public");
        m_server->run("ALTER DATABASE shop SET work_mem = '12MB'");
        m_server->run("ALTER ROLE clerk IN DATABASE shop SET statement_timeout = '9s'");
        m_server->run("COMMENT ON DATABASE shop IS 'it''s the shop'");
        m_server->run("REVOKE ALL ON DATABASE shop FROM PUBLIC");
        m_server->run("GRANT CONNECT ON DATABASE shop TO clerk WITH GRANT OPTION");
        const QString before = traits();
        const BackupRecord backup = m_world->backup();
        const QVariant oid = m_server->value("SELECT oid FROM pg_database WHERE datname = 'shop'");
        const auto report = restore(backup);
        QVERIFY_DONE(report);
        QCOMPARE(traits(), before);
        QVERIFY(m_server->value("SELECT oid FROM pg_database WHERE datname = 'shop'") != oid);
        const QString kept = ownDatabases().value(0);
        QVERIFY(kept.startsWith(QStringLiteral("shop_old_")));
        QVERIFY_DONE(m_world->undo(report->operation));
        QCOMPARE(traits(), before);
        QCOMPARE(m_server->value("SELECT oid FROM pg_database WHERE datname = 'shop'"), oid);
    }

    void bringsBackADatabaseThatIsGone()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        m_server->run("DROP DATABASE shop");
        QVERIFY_DONE(restore(backup));
        QCOMPARE(contents(), old);
    }

    void restoresBesideTheLiveOne()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        const QJsonObject into{{QStringLiteral("backup"), backup.id},
                               {QStringLiteral("into"), QStringLiteral("shop two")}};
        const auto plan = m_world->plan(QStringLiteral("backup.restore"), into);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->severity, Severity::Reversible);
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(contents(), changed);
        QCOMPARE(ServerWorld::contents(*m_server, QStringLiteral("shop two")), old);
        const auto again = m_world->plan(QStringLiteral("backup.restore"), into);
        QVERIFY(!again && again.error().kind == ErrorKind::BadInput);
        m_server->run("DROP DATABASE \"shop two\"");
    }

    void bringsBackEveryKindOfRow()
    {
        m_database->run("CREATE TABLE public.kinds(id bigserial, text text, bytes bytea, twice bigint "
                        "GENERATED ALWAYS AS (id * 2) STORED)");
        m_database->run(
            "INSERT INTO public.kinds(text, bytes) VALUES ('\\.', NULL), (NULL, ''), (E'\\n\\\\.\\n', "
            "'\\x0a'), (E'a\\tb\\r\\\\', decode(repeat('0a5c2e', 900000), 'hex')), ('\u00e4\u20ac', NULL)");
        m_database->run("CREATE TABLE public.large AS SELECT i AS id, repeat(md5(i::text), 8) AS text FROM "
                        "generate_series(1, 30000) i");
        m_database->run("ALTER TABLE public.large ADD PRIMARY KEY (id)");
        m_database->run("CREATE TABLE public.\"no.\nrows\"(a int)");
        m_database->run("CREATE MATERIALIZED VIEW public.sums AS SELECT count(*) FROM public.large");
        const QByteArray question =
            "SELECT (SELECT md5(string_agg(k::text, ',' ORDER BY id)) FROM public.kinds k) || (SELECT "
            "md5(string_agg(l::text, ',' ORDER BY id)) FROM public.large l) || (SELECT s::text FROM "
            "public.sums s) || (SELECT last_value FROM public.kinds_id_seq) || (SELECT count(*) FROM "
            "public.\"no.\nrows\")";
        const QString old = m_server->value(question, Live).toString();
        const BackupRecord backup = m_world->backup();
        m_database->run("DROP TABLE public.kinds; DROP TABLE public.large CASCADE");
        QVERIFY_DONE(restore(backup));
        QCOMPARE(m_server->value(question, Live).toString(), old);
    }

    /// They are nothing that COPY could take.
    void bringsBackLargeObjects()
    {
        const QByteArray question = "SELECT md5(lo_get(4711))";
        m_database->run("SELECT lo_from_bytea(4711, decode(repeat('0a5c2e', 9000), 'hex'))");
        const QString old = m_server->value(question, Live).toString();
        const BackupRecord backup = m_world->backup();
        m_database->run("SELECT lo_unlink(4711)");
        QVERIFY_DONE(restore(backup));
        QCOMPARE(m_server->value(question, Live).toString(), old);
    }

    void findsThatAnArchiveIsCut()
    {
        const QString file = m_folder->filePath(QStringLiteral("whole.dump"));
        QCOMPARE(
            QProcess::execute(PgDump, {QStringLiteral("-h"), m_server->socketFolder(), QStringLiteral("-p"),
                                       QString::number(m_server->port()), QStringLiteral("-U"),
                                       QStringLiteral("postgres"), QStringLiteral("-Fc"),
                                       QStringLiteral("-Z0"), QStringLiteral("-f"), file, Live}),
            0);
        const auto read = [](const QString &path) -> Result<qint64> {
            auto stream = DumpStream::open(path);
            if (!stream)
                return failure(stream.error());
            qint64 bytes = 0;
            while (true) {
                const auto rows = stream->next();
                if (!rows)
                    return failure(rows.error());
                if (rows->entry == 0)
                    return bytes;
                bytes += rows->rows.size();
            }
        };
        const QByteArray whole = readAll(file);
        const auto bytes = read(file);
        QVERIFY_RESULT(bytes);
        QVERIFY(*bytes > 1000);
        const QString cut = m_folder->filePath(QStringLiteral("cut.dump"));
        for (qsizetype keep = whole.size() - 1; keep > 0; keep -= 1 + keep / 60) {
            writeAll(cut, whole.left(keep));
            const auto part = read(cut);
            QVERIFY2(!part && part.error().kind == ErrorKind::BadData, QByteArray::number(keep).constData());
        }
    }

    /// Sets of older versions hold the archive as pg_dump deflated it.
    void restoresASetWhoseDumpIsNotPacked()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        QFile::remove(backup.archive);
        QCOMPARE(
            QProcess::execute(PgDump, {QStringLiteral("-h"), m_server->socketFolder(), QStringLiteral("-p"),
                                       QString::number(m_server->port()), QStringLiteral("-U"),
                                       QStringLiteral("postgres"), QStringLiteral("-Fc"),
                                       QStringLiteral("-Z1"), QStringLiteral("-f"), backup.archive, Live}),
            0);
        rewrite(backup, [&](DumpFacts &facts) { facts.packing.clear(); });
        change();
        QVERIFY_DONE(restore(backup));
        QCOMPARE(contents(), old);
    }

    void restoresADumpThatSomebodyElseMade_data()
    {
        QTest::addColumn<QString>("packing");
        QTest::newRow("bare") << QStringLiteral("cat");
        QTest::newRow("zstd") << QStringLiteral("zstd -q");
    }
    void restoresADumpThatSomebodyElseMade()
    {
        QFETCH(QString, packing);
        const QString old = contents();
        const QString file = m_folder->filePath(QStringLiteral("nightly.dump"));
        const QString line = QStringLiteral("%1 -h %2 -p %3 -U postgres -Fc %4 | %5 > %6")
                                 .arg(PgDump, m_server->socketFolder())
                                 .arg(m_server->port())
                                 .arg(Live, packing, file);
        QCOMPARE(QProcess::execute(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line}), 0);
        change();
        const auto plan = m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), file}});
        QVERIFY_RESULT(plan);
        QVERIFY(plan->consentIds().contains(QStringLiteral("untrusted-dump")));
        QVERIFY(plan->consentIds().contains(QStringLiteral("backup-unverified")));
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(contents(), old);
        for (const qint64 keep :
             {qint64(3), qint64(40), QFileInfo(file).size() / 2, QFileInfo(file).size() - 9}) {
            writeAll(m_folder->filePath(QStringLiteral("cut.dump")), readAll(file).left(keep));
            const auto cut =
                m_world->plan(QStringLiteral("backup.restore"),
                              {{QStringLiteral("backup"), m_folder->filePath(QStringLiteral("cut.dump"))}});
            QVERIFY2(!cut && cut.error().kind == ErrorKind::BadData, QByteArray::number(keep).constData());
        }
    }

    /// With several sessions, each with tables of its own, in place, back again and beside.
    void restoresAFolder()
    {
        const QString old = contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create"), {{QStringLiteral("jobs"), 2}}));
        const BackupRecord backup = m_world->backups().first();
        QVERIFY(backup.archive.endsWith(u".dump.d"));
        change();
        const QString changed = contents();
        const auto restored = restore(backup);
        QVERIFY_DONE(restored);
        QCOMPARE(contents(), old);
        QVERIFY_DONE(m_world->undo(restored->operation));
        QCOMPARE(contents(), changed);
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.restore"),
                                  {{QStringLiteral("backup"), backup.archive},
                                   {QStringLiteral("into"), QStringLiteral("shop_beside")}}));
        QCOMPARE(ServerWorld::contents(*m_server, QStringLiteral("shop_beside")), old);
        m_server->run("DROP DATABASE shop_beside");
    }

    /// By its folder, or by the file in it that a dialog can choose.
    void restoresAFolderThatSomebodyElseMade_data()
    {
        QTest::addColumn<QString>("packing");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("deflated") << u"-Z6"_qs << QString();
        QTest::newRow("bare, by its contents") << u"-Z0"_qs << u"/toc.dat"_qs;
    }
    void restoresAFolderThatSomebodyElseMade()
    {
        QFETCH(QString, packing);
        QFETCH(QString, chosen);
        const QString old = contents();
        const QString folder = m_folder->filePath(QStringLiteral("nightly"));
        QCOMPARE(dumpByHand(folder, Live, {u"-Fd"_qs, packing}), 0);
        change();
        const auto look = [&] {
            return m_world->plan(QStringLiteral("backup.restore"),
                                 {{QStringLiteral("file"), QString(folder + chosen)}});
        };
        const auto plan = look();
        QVERIFY_RESULT(plan);
        QVERIFY(plan->consentIds().contains(QStringLiteral("untrusted-dump")));
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(contents(), old);
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
            const QByteArray whole = readAll(file.filePath());
            for (const qsizetype keep : {qsizetype(0), whole.size() - 1}) {
                writeAll(file.filePath(), whole.left(keep));
                const auto cut = look();
                const QByteArray which = file.fileName().toUtf8() + ' ' + QByteArray::number(keep);
                QVERIFY2(!cut && cut.error().kind == ErrorKind::BadData, which.constData());
            }
            QFile::remove(file.filePath());
            QVERIFY2(!look(), qPrintable(file.fileName()));
            writeAll(file.filePath(), whole);
        }
        QVERIFY(QDir(folder).mkdir(QStringLiteral("strange")));
        const auto strange = look();
        QVERIFY(!strange && strange.error().kind == ErrorKind::BadData);
    }

    /// What was looked at is what is restored.
    void refusesAFolderThatHasChangedSinceItWasPlanned()
    {
        const QString folder = m_folder->filePath(QStringLiteral("nightly"));
        QCOMPARE(dumpByHand(folder, Live, {u"-Fd"_qs}), 0);
        const auto plan = m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("file"), folder}});
        QVERIFY_RESULT(plan);
        const QString rows = QDir(folder).entryInfoList({u"*.gz"_qs}, QDir::Files).first().filePath();
        writeAll(rows, readAll(rows) + 'x');
        const QString before = contents();
        const auto report = m_world->run(*plan);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(contents(), before);
    }

    /// Whatever the server lacks is found before the service is touched.
    void stopsInThePreflight_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"extension", "role", "tablespace", "sessions"})
            QTest::addRow("%s", kind) << QString::fromLatin1(kind);
    }
    void stopsInThePreflight()
    {
        QFETCH(QString, kind);
        if (kind == u"role") {
            m_server->run("CREATE ROLE gone");
            m_database->run("ALTER TABLE public.customers OWNER TO gone");
        }
        const BackupRecord backup = m_world->backup();
        if (kind == u"role") {
            m_database->run("ALTER TABLE public.customers OWNER TO postgres");
            m_server->run("DROP ROLE gone");
        }
        if (kind == u"extension")
            rewrite(backup, [](DumpFacts &facts) { facts.extensions << QStringLiteral("vector 0.5.1"); });
        if (kind == u"tablespace")
            rewrite(backup, [](DumpFacts &facts) { facts.tablespaces << QStringLiteral("fast"); });
        PostgresConnection visitor = m_database->open();
        const auto plan = restorePlan(backup);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->hasBlocker(), kind != u"sessions");
        const QString said = findings(*plan);
        if (kind == u"extension")
            QVERIFY2(said.contains(QStringLiteral("vector")), qPrintable(said));
        if (kind == u"role")
            QVERIFY2(said.contains(QStringLiteral("gone")), qPrintable(said));
        QVERIFY(m_world->runtime->isUp());
        QVERIFY(ownDatabases().isEmpty());
    }

    /// A dump by hand, with further words for pg_dump.
    int dumpByHand(const QString &file, const QString &database, const QStringList &more = {}) const
    {
        return QProcess::execute(PgDump, QStringList{u"-h"_qs, m_server->socketFolder(), u"-p"_qs,
                                                     QString::number(m_server->port()), u"-U"_qs,
                                                     u"postgres"_qs, u"-f"_qs, file}
                                             + more + QStringList{database});
    }

    void asksBeforeADumpOfAnotherDatabaseTakesItsPlace()
    {
        const PostgresDatabase other(*m_server, QStringLiteral("library"));
        other.run("CREATE TABLE public.books(id int)");
        const QString file = m_folder->filePath(QStringLiteral("library.dump"));
        QCOMPARE(dumpByHand(file, QStringLiteral("library"), {u"-Fc"_qs}), 0);
        const auto plan = m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), file}});
        QVERIFY_RESULT(plan);
        QVERIFY2(plan->consentIds().contains(u"other-tables"_qs)
                     && findings(*plan).contains(u"made of another database, library"_qs),
                 qPrintable(findings(*plan)));
        QCOMPARE(dumpByHand(file, Live, {u"-Fc"_qs, u"-T"_qs, u"public.orders"_qs}), 0);
        const auto part = m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), file}});
        QVERIFY_RESULT(part);
        QVERIFY2(findings(*part).contains(u"lacks 1 table(s) that shop has: public.orders."_qs),
                 qPrintable(findings(*part)));
        QCOMPARE(dumpByHand(file, Live, {u"-Fc"_qs}), 0);
        const auto same = m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), file}});
        QVERIFY_RESULT(same);
        QVERIFY2(!same->consentIds().contains(u"other-tables"_qs), qPrintable(findings(*same)));
    }

    /// The file of a copy is of today, whatever it holds.
    void knowsTheAgeOfADumpFromItsHead()
    {
        const QString file = m_folder->filePath(QStringLiteral("foreign.dump"));
        const QDateTime before = QDateTime::currentDateTimeUtc();
        QCOMPARE(dumpByHand(file, Live, {u"-Fc"_qs}), 0);
        QFile touched(file);
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(touched.setFileTime(QDateTime(QDate(2020, 2, 2), QTime(2, 2)), QFile::FileModificationTime));
        touched.close();
        const auto source =
            openRestoreSource(file, m_world->session, m_world->files, m_world->clock, OperationContext());
        QVERIFY_RESULT(source);
        QVERIFY2(qAbs(source->manifest.created.secsTo(before)) < 20,
                 qPrintable(source->manifest.created.toString(Qt::ISODate)));
    }

    void saysWhatToDoWithOtherFormsOfADump_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("said");
        QTest::newRow("tar") << u"-Ft"_qs << u"tar format"_qs;
        QTest::newRow("text") << u"-Fp"_qs << u"SQL text"_qs;
    }

    void saysWhatToDoWithOtherFormsOfADump()
    {
        QFETCH(QString, format);
        QFETCH(QString, said);
        const QString file = m_folder->filePath(u"other"_qs + format);
        QCOMPARE(dumpByHand(file, Live, {format}), 0);
        const auto plan = m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), file}});
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::BadData);
        QVERIFY2(plan.error().message.contains(said) && plan.error().advice.contains(u"--format=custom"),
                 qPrintable(plan.error().toText()));
    }

    void refusesADumpWithAnExtensionThatTheServerCannotMake()
    {
        const QString file = m_folder->filePath(QStringLiteral("foreign.dump"));
        // A dump of a real extension, of which the server then knows nothing.
        m_database->run("CREATE EXTENSION pgcrypto SCHEMA public");
        QCOMPARE(
            QProcess::execute(PgDump, {QStringLiteral("-h"), m_server->socketFolder(), QStringLiteral("-p"),
                                       QString::number(m_server->port()), QStringLiteral("-U"),
                                       QStringLiteral("postgres"), QStringLiteral("-Fc"),
                                       QStringLiteral("-Z0"), QStringLiteral("-f"), file, Live}),
            0);
        writeAll(file, readAll(file).replace("pgcrypto", "pgnotyet"));
        const auto plan = m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), file}});
        QVERIFY_RESULT(plan);
        QVERIFY2(plan->hasBlocker() && findings(*plan).contains(QStringLiteral("pgnotyet")),
                 qPrintable(findings(*plan)));
    }

    void needsNoSuperuser()
    {
        m_server->run("ALTER DATABASE shop OWNER TO owner1");
        m_database->run("GRANT ALL ON SCHEMA public TO owner1");
        for (const char *table : {"customers", "orders", "\"odd \"\"name.\u00e9\""})
            m_database->run(QByteArray("ALTER TABLE public.") + table + " OWNER TO owner1");
        m_database->run("ALTER VIEW public.big OWNER TO owner1");
        DatabaseConnection connection = m_database->networkConnection();
        connection.user = QStringLiteral("owner1");
        m_world = std::make_unique<ServerWorld>(m_folder->path(), connection);
        QVERIFY_RESULT(
            m_world->secrets.write(QStringLiteral("shop-1/shop"), Secret(QByteArray("owner1")), {}));
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        QVERIFY_DONE(restore(backup));
        QCOMPARE(contents(), old);
        QCOMPARE(
            m_database->value("SELECT tableowner::text FROM pg_tables WHERE tablename = 'orders'").toString(),
            QStringLiteral("owner1"));
    }

    /// RELIABILITY.md 0.3: what --clean would have left or doubled cannot be, the old database is not
    /// touched.
    void leavesNothingOfTheNewerStateBehind()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        m_database->run("CREATE TABLE public.newer(a int); CREATE TABLE public.refers(c int REFERENCES "
                        "public.customers(id))");
        QVERIFY_DONE(restore(backup));
        QCOMPARE(contents(), old);
    }

    void putsBackWhatFailsHalfWay_data()
    {
        QTest::addColumn<QString>("step");
        for (const char *step :
             {"create-shop", "restore-shop", "expect-shop", "stop", "swap-shop", "contents", "start"})
            QTest::addRow("%s", step) << QString::fromLatin1(step);
    }
    void putsBackWhatFailsHalfWay()
    {
        QFETCH(QString, step);
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        auto plan = restorePlan(backup);
        QVERIFY_RESULT(plan);
        OperationContext context;
        const auto report = m_world->run(
            *plan,
            [&](const RunEvent &event) {
                if (event.kind == RunEvent::Kind::StepDone && event.stepId == step)
                    context.cancel();
            },
            context);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(contents(), changed);
        QVERIFY(m_world->runtime->isUp());
        QCOMPARE(ownDatabases(), QStringList());
        QVERIFY(m_database->open().isOpen());
    }

    void isOldOrNewWhereverItIsKilled()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        int event = 0;
        for (bool isOver = false; !isOver; ++event) {
            const auto plan = restorePlan(backup);
            QVERIFY_RESULT(plan);
            isOver = runAndKill(*plan, [&event, count = 0](const RunEvent &seen) mutable {
                const bool isStep =
                    seen.kind == RunEvent::Kind::StepStarted || seen.kind == RunEvent::Kind::StepDone;
                return isStep && count++ == event;
            });
            const QString now = contents();
            QVERIFY2(now == old || now == changed, QByteArray::number(event).constData());
            if (!isOver)
                settle(plan->operation, event % 2 == 0, old, changed);
            if (QTest::currentTestFailed())
                return;
            if (contents() == old)
                QVERIFY_DONE(m_world->undo(plan->operation));
            QCOMPARE(contents(), changed);
        }
        QVERIFY2(event > 20, QByteArray::number(event).constData());
    }

    void putsBackWhatWasFilledInPart()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        for (const bool isBack : {true, false}) {
            const auto plan = restorePlan(backup);
            QVERIFY_RESULT(plan);
            QVERIFY(!runAndKill(*plan, [](const RunEvent &seen) {
                return seen.kind == RunEvent::Kind::StepProgress && seen.stepId == u"restore-shop";
            }));
            // Whoever is not killed so soon leaves some of the tables.
            m_server->run("CREATE TABLE public.some_of_them (id integer)",
                          PostgresWord::scratchDatabase(Live, plan->operation));
            settle(plan->operation, isBack, old, changed);
        }
    }

    void isOldOrNewWheneverItIsKilled()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        QElapsedTimer timer;
        timer.start();
        const auto first = restore(backup);
        QVERIFY_DONE(first);
        QVERIFY_DONE(m_world->undo(first->operation));
        const int whole = static_cast<int>(timer.elapsed());
        QRandomGenerator random(20261121);
        const int kills = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 200 : 6;
        for (int i = 0; i < kills; ++i) {
            const auto plan = restorePlan(backup);
            QVERIFY_RESULT(plan);
            const bool isOver = runAndKillAfter(*plan, random.bounded(whole));
            const QString now = contents();
            QVERIFY2(now == old || now == changed, QByteArray::number(i).constData());
            if (!isOver)
                settle(plan->operation, i % 2 == 0, old, changed);
            if (QTest::currentTestFailed())
                return;
            if (contents() == old)
                QVERIFY_DONE(m_world->undo(plan->operation));
        }
    }

    /// Two machines, each with a state folder of its own: what one does the other is told, and may not.
    void refusesWhatAnotherMachineIsDoing()
    {
        const QTemporaryDir folder;
        ServerWorld other(folder.path(), m_database->connection());
        const BackupRecord theirs = other.backup();
        const BackupRecord backup = m_world->backup();
        change();
        const auto plan = restorePlan(backup);
        QVERIFY_RESULT(plan);
        std::optional<Error> refusal;
        std::optional<Error> dumpRefusal;
        const auto report = m_world->run(*plan, [&](const RunEvent &event) {
            if (event.kind != RunEvent::Kind::StepDone || refusal)
                return;
            const auto meanwhile =
                other.run(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), theirs.id}});
            const auto dumped = other.run(QStringLiteral("backup.create"));
            QVERIFY(!meanwhile && !dumped);
            refusal = meanwhile.error();
            dumpRefusal = dumped.error();
        });
        QVERIFY_DONE(report);
        QVERIFY(refusal && dumpRefusal);
        QCOMPARE(refusal->kind, ErrorKind::Locked);
        QCOMPARE(dumpRefusal->kind, ErrorKind::Locked);
        const QString id = plan->operation.toString(QUuid::WithoutBraces).left(8);
        QVERIFY2(refusal->message.contains(osUser() + u'@') && refusal->message.contains(id),
                 qPrintable(refusal->toText()));
        QCOMPARE(other.backups().size(), 1);
        const auto after =
            other.run(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), theirs.id}});
        QVERIFY_DONE(after);
    }

    void letsTwoMachinesCopyAtOnce()
    {
        const QTemporaryDir folder;
        ServerWorld other(folder.path(), m_database->connection());
        bool isBeside = false;
        const auto report = m_world->run(QStringLiteral("backup.create"), {}, [&](const RunEvent &event) {
            if (event.kind != RunEvent::Kind::StepDone || isBeside)
                return;
            other.backup();
            isBeside = true;
            const auto refused = other.run(QStringLiteral("backup.restore"),
                                           {{QStringLiteral("backup"), other.backups().first().id}});
            QVERIFY(!refused && refused.error().kind == ErrorKind::Locked);
        });
        QVERIFY_DONE(report);
        QVERIFY(isBeside);
    }

    /// A session of the lock that is lost is asked for again; where somebody was quicker, all is put back.
    void holdsItsDatabaseAfterALostSession()
    {
        const QString end = QStringLiteral(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name ~ '^pilothouse "
            "[0-9a-f]{8} '");
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        int lost = 0;
        QVERIFY_DONE(m_world->run(*restorePlan(backup), [&](const RunEvent &event) {
            if (event.kind == RunEvent::Kind::StepDone && lost++ == 0)
                QCOMPARE(m_server->run(end.toUtf8()).rows.size(), 1);
        }));
        change();
        const QString again = contents();
        std::optional<DatabaseLock> thief;
        const auto report = m_world->run(*restorePlan(backup), [&](const RunEvent &event) {
            if (event.kind != RunEvent::Kind::StepDone || thief)
                return;
            m_server->run(end.toUtf8());
            auto taken = DatabaseLock::take(
                std::move(*PostgresConnection::open(m_server->connection(), {}, {}, {})),
                {Live, false, QUuid::createUuid(), QStringLiteral("eve@elsewhere"), m_world->clock.now()},
                {});
            QVERIFY_RESULT(taken);
            thief.emplace(std::move(*taken));
        });
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QVERIFY2(report->error && report->error->message.contains(u"eve@elsewhere"),
                 qPrintable(report->error->toText()));
        QCOMPARE(contents(), again);
        QVERIFY(m_world->runtime->isUp());
    }

    /// A role that is let into the live database alone holds its lock there, another one in "postgres".
    void seesWhoHoldsItInAnotherDatabase_data()
    {
        QTest::addColumn<bool>("isFirstShared");
        QTest::addColumn<bool>("isSecondShared");
        QTest::newRow("two changes") << false << false;
        QTest::newRow("a change and a copy") << false << true;
        QTest::newRow("a copy and a change") << true << false;
        QTest::newRow("two copies") << true << true;
    }
    void seesWhoHoldsItInAnotherDatabase()
    {
        QFETCH(bool, isFirstShared);
        QFETCH(bool, isSecondShared);
        const auto take = [this](const QString &in, bool isShared, const QString &who) {
            return DatabaseLock::take(
                std::move(*PostgresConnection::open(m_server->connection(in), {}, {}, {})),
                {Live, isShared, QUuid::createUuid(), who, m_world->clock.now()}, {});
        };
        const QString postgres = QStringLiteral("postgres");
        for (const auto &[one, two] : {std::pair{postgres, Live}, std::pair{Live, postgres}}) {
            auto first = take(one, isFirstShared, QStringLiteral("ada@here"));
            QVERIFY_RESULT(first);
            const auto second = take(two, isSecondShared, QStringLiteral("eve@there"));
            QCOMPARE(second.has_value(), isFirstShared && isSecondShared);
            if (!second)
                QVERIFY2(second.error().message.contains(u"ada@here"), qPrintable(second.error().toText()));
            QVERIFY(first->isHeld());
        }
        const auto after = take(Live, false, QStringLiteral("eve@there"));
        QVERIFY_RESULT(after);
    }

    /// What is done may be what brings the server back; that nobody is kept away is said.
    void saysThatASilentServerIsNotLocked()
    {
        DatabaseConnection nowhere = m_server->connection(Live);
        nowhere.host = m_folder->path();
        const QTemporaryDir folder;
        ServerWorld silent(folder.path(), nowhere);
        Plan plan = *m_world->plan(QStringLiteral("backup.create"));
        const auto lock =
            serverLockFor(plan, silent.session, silent.steps, silent.access, silent.clock.now());
        QVERIFY(lock);
        QVERIFY_RESULT(lock->confirm({}));
        QVERIFY2(lock->notHeld().contains(u"server of shop does not answer"), qPrintable(lock->notHeld()));
        const auto held =
            serverLockFor(plan, m_world->session, m_world->steps, m_world->access, m_world->clock.now());
        QVERIFY_RESULT(held->confirm({}));
        QCOMPARE(held->notHeld(), QString());
    }

    void letsGoOfItsDatabaseWhenItIsKilled()
    {
        const QTemporaryDir folder;
        ServerWorld other(folder.path(), m_database->connection());
        const BackupRecord backup = m_world->backup();
        const auto plan = restorePlan(backup);
        QVERIFY_RESULT(plan);
        QVERIFY(
            !runAndKill(*plan, [](const RunEvent &event) { return event.kind == RunEvent::Kind::StepDone; }));
        other.backup();
        settle(plan->operation, true, contents(), contents());
    }

    /// RELIABILITY.md G23: an application that reconnects all the time, and a name that is never missing.
    void swapsUnderAnApplicationThatReconnects()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        std::atomic_bool isOver = false;
        std::atomic_int served = 0;
        std::atomic_int missing = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 3; ++i)
            clients.emplace_back([&] {
                while (!isOver) {
                    auto session = PostgresConnection::open(m_database->connection(), {}, {}, {});
                    // Who looked the name up before the swap and waited for it is told so by the server
                    // (InitPostgres); that is not a name which is missing.
                    if (!session && session.error().kind == ErrorKind::NotFound
                        && !session.error().detail.contains(u"just been dropped or renamed"_qs))
                        ++missing;
                    while (session && !isOver
                           && session->value({"SELECT count(*) FROM public.orders", {}}, {}))
                        ++served;
                }
            });
        QElapsedTimer timer;
        timer.start();
        const auto report = restore(backup);
        const qint64 took = timer.elapsed();
        isOver = true;
        for (std::thread &client : clients)
            client.join();
        QVERIFY_DONE(report);
        QVERIFY2(took < 15'000, QByteArray::number(took).constData());
        QVERIFY(served > 0);
        QCOMPARE(missing.load(), 0);
        QCOMPARE(contents(), old);
    }

    void namesWhatIsLeftWhereTheServerDies()
    {
        const QString old = contents();
        const BackupRecord backup = m_world->backup();
        change();
        const QString changed = contents();
        const auto plan = restorePlan(backup);
        QVERIFY_RESULT(plan);
        const auto report = m_world->run(*plan, [&](const RunEvent &event) {
            if (event.kind == RunEvent::Kind::StepStarted && event.stepId == u"expect-shop")
                m_server->stop(SIGQUIT);
        });
        m_server->start();
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::NeedsOperator);
        QVERIFY2(report->keptFiles.join(u' ').contains(PostgresWord::scratchDatabase(Live, plan->operation)),
                 qPrintable(report->keptFiles.join(u' ')));
        QCOMPARE(contents(), changed);
        const auto back = m_world->executor.rollBack(plan->operation, {m_world->session, {}, {}});
        QVERIFY_RESULT(back);
        QCOMPARE(back->outcome, Outcome::PutBack);
        QCOMPARE(contents(), changed);
        QCOMPARE(ownDatabases(), QStringList());
        Q_UNUSED(old)
    }

    /// G12 and G22 through a proxy that cuts every connection after so many bytes of the server.
    void survivesAConnectionThatIsCutAnywhere()
    {
        const BackupRecord good = m_world->backup();
        change();
        const QString changed = contents();
        FaultyProxy proxy(m_server->port());
        DatabaseConnection connection = m_database->networkConnection();
        connection.port = proxy.port();
        ServerWorld world(m_folder->path(), connection);
        QVERIFY_RESULT(world.secrets.write(QStringLiteral("shop-1/shop"), m_server->password(), {}));
        QRandomGenerator random(7);
        const int cuts = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 200 : 8;
        for (int i = 0; i < cuts; ++i) {
            proxy.cutAfter(-1);
            const bool isBackup = i % 2 == 0;
            const auto plan = isBackup ? world.plan(QStringLiteral("backup.create"))
                                       : world.plan(QStringLiteral("backup.restore"),
                                                    {{QStringLiteral("backup"), good.id}});
            QVERIFY_RESULT(plan);
            proxy.cutAfter(random.bounded(isBackup ? 150'000 : 9'000));
            const auto report = world.run(*plan);
            proxy.cutAfter(-1);
            QVERIFY_RESULT(report);
            if (report->outcome == Outcome::NeedsOperator) {
                const auto back = world.executor.rollBack(plan->operation, {world.session, {}, {}});
                QVERIFY_RESULT(back);
                QCOMPARE(back->outcome, Outcome::PutBack);
            }
            if (!isBackup && report->outcome == Outcome::Done)
                QVERIFY_DONE(world.undo(plan->operation));
            QCOMPARE(contents(), changed);
            for (const BackupRecord &backup : world.backups())
                QVERIFY2(backup.problem.isEmpty() && backup.verified.state == BackupStamp::State::Reached,
                         qPrintable(backup.problem));
            for (const QString &name : ownDatabases())
                QVERIFY2(!name.contains(QStringLiteral("_ph_")), qPrintable(name));
        }
    }

    void removesTheOldDatabaseWhenItsTimeIsOver()
    {
        const BackupRecord backup = m_world->backup();
        QVERIFY_DONE(restore(backup));
        QCOMPARE(ownDatabases().size(), 1);
        const auto early = m_world->plan(QStringLiteral("backup.tidy"));
        QVERIFY_RESULT(early);
        QVERIFY(!early->idleReason().isEmpty());
        ManualClock later(QDateTime::currentDateTimeUtc().addDays(15));
        const BackupTools tools{m_world->files, later, m_world->journals, QStringLiteral("0.1.0"),
                                &m_world->access};
        const auto plan = planTidy(tools, m_world->session);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->severity, Severity::Irreversible);
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(ownDatabases(), QStringList());
        QVERIFY(!contents().isEmpty());
    }

    void neverDropsALiveDatabase()
    {
        Plan plan = newPlan(m_world->session, QStringLiteral("backup.tidy"));
        plan.severity = Severity::Irreversible;
        for (const QString &name : {Live, QStringLiteral("postgres")}) {
            plan.operation = QUuid::createUuid();
            plan.steps = {
                {QStringLiteral("drop"),
                 QStringLiteral("postgres.drop-database"),
                 {{QStringLiteral("database"), Live}, {QStringLiteral("names"), QJsonArray{name}}}}};
            const auto report = m_world->run(plan);
            QVERIFY_RESULT(report);
            QVERIFY(report->error && report->error->kind == ErrorKind::Refused);
        }
        QVERIFY(!contents().isEmpty());
    }

    void cleanupTestCase() { m_server.reset(); }

private:
    QString contents() const { return ServerWorld::contents(*m_server, Live); }

    void change() const
    {
        m_database->run("UPDATE public.customers SET name = 'changed' WHERE id = 1");
        m_database->run("INSERT INTO public.orders(customer) SELECT 1 FROM generate_series(1, 7)");
    }

    Result<Plan> restorePlan(const BackupRecord &backup) const
    {
        return m_world->plan(QStringLiteral("backup.restore"), {{QStringLiteral("backup"), backup.id}});
    }

    Result<RunReport> restore(const BackupRecord &backup) const
    {
        const auto plan = restorePlan(backup);
        return plan ? m_world->run(*plan) : tl::unexpected(plan.error());
    }

    QStringList ownDatabases() const
    {
        QStringList names;
        for (const QList<QVariant> &row :
             m_server->run("SELECT datname::text FROM pg_database WHERE datname ~ '_(ph|old)_[0-9a-f]{8}$'")
                 .rows)
            names << row.first().toString();
        return names;
    }

    QString traits() const
    {
        const PostgresRows rows =
            m_server->run("SELECT pg_get_userbyid(datdba)::text, datcollate, datconnlimit::text, "
                          "datallowconn::text, shobj_description(oid, "
                          "'pg_database'), (SELECT string_agg(setrole::regrole || setconfig::text, ',' ORDER "
                          "BY setrole) FROM "
                          "pg_db_role_setting WHERE setdatabase = d.oid), (SELECT string_agg(a::text, ',' "
                          "ORDER BY a::text) FROM "
                          "unnest(datacl) a) FROM pg_database d WHERE datname = 'shop'");
        QStringList all;
        for (const QVariant &value : rows.rows.first())
            all << value.toString();
        return all.join(u'\n');
    }

    static QString findings(const Plan &plan)
    {
        QString all;
        for (const Finding &finding : plan.findings)
            all += finding.id + QStringLiteral(": ") + finding.text + u'\n';
        return all;
    }

    void rewrite(const BackupRecord &backup, const std::function<void(DumpFacts &)> &change)
    {
        const QString path = backup.folder + QStringLiteral("/manifest.json");
        Result<Manifest> manifest = manifestFromJson(readAll(path));
        QVERIFY_RESULT(manifest);
        change(*manifest->databases.first().server);
        for (ManifestMember &member : manifest->members) {
            const QByteArray content = readAll(backup.folder + u'/' + member.path);
            member.bytes = content.size();
            member.sha256 = sha256Of(content);
        }
        writeAll(path, toCanonicalJson(*manifest));
        writeAll(backup.folder + QStringLiteral("/manifest.sha256"),
                 manifestSidecar(toCanonicalJson(*manifest)));
    }

    /// Runs a plan in a process of its own that kills itself at an event; true where it ended before.
    bool runAndKill(const Plan &plan, const std::function<bool(const RunEvent &)> &isTime) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ServerWorld world(m_folder->path(), m_database->connection());
            const auto report = world.run(plan, [&](const RunEvent &event) {
                if (isTime(event))
                    ::kill(::getpid(), SIGKILL);
            });
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    bool runAndKillAfter(const Plan &plan, int milliseconds) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ServerWorld world(m_folder->path(), m_database->connection());
            const auto report = world.run(plan);
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        ::usleep(static_cast<useconds_t>(milliseconds) * 1000);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    void settle(const QUuid &operation, bool isBack, const QString &fresh, const QString &stale)
    {
        const auto record = m_world->journals.read(operation);
        if (!record || record->outcome == Outcome::Done)
            return;
        const auto report = isBack ? m_world->executor.rollBack(operation, {m_world->session, {}, {}})
                                   : m_world->executor.resume(operation, {m_world->session, {}, {}});
        QVERIFY_RESULT(report);
        QVERIFY2(
            report->outcome == (isBack ? Outcome::PutBack : Outcome::Done),
            qPrintable(report->failedStep + u' ' + (report->error ? report->error->toText() : QString())));
        QCOMPARE(contents(), isBack ? stale : fresh);
        for (const QString &name : ownDatabases())
            QVERIFY2(!name.contains(QStringLiteral("_ph_")), qPrintable(name));
        QVERIFY(m_world->runtime->isUp());
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<ServerWorld> m_world;
};

} // namespace tst_postgresrestore

QTEST_GUILESS_MAIN(tst_postgresrestore::TestPostgresRestore)
#include "tst_postgresrestore.moc"
