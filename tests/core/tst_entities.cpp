// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/entities/entities.h"
#include "core/actions/entities/entityviews.h"
#include "core/actions/users/users.h"
#include "core/database/rowcodec.h"
#include "core/postgres/postgresrows.h"
#include "core/profile/profilestore.h"
#include "core/runtime/filesruntime.h"
#include "core/steps/postgreschangerows.h"
#include "tests/support/faultyproxy.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/planrig.h"
#include "tests/support/postgresserver.h"
#include "tests/support/tenantdata.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace pilothouse;

namespace tst_entities {

namespace {

const QString North = QStringLiteral("00000000-0000-4000-8000-000000000001");
const QString FailedJob = QStringLiteral("10000000-0000-4000-8000-000000000003");

/// Every row of every table that a change could touch, in one text.
constexpr char Everything[] = "SELECT md5(coalesce(string_agg(t, '|' ORDER BY t), '')) FROM ("
                              "SELECT 'k' || k::text AS t FROM public.api_keys k UNION ALL SELECT 'q' || "
                              "q::text FROM public.quota_usage q "
                              "UNION ALL SELECT 'j' || j::text FROM public.embedding_jobs j) AS rows";

} // namespace

/// Tenants, keys, quota and jobs on a real server: what the profile says of them, and what its actions do.
class TestEntities : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = PostgresServer::ofTestbed();
        PILOTHOUSE_REQUIRE_POSTGRES(m_server);
        m_profiles = std::make_unique<ProfileStore>(ProfileStore::load({}));
    }

    void init() { begin(TenantShape::Plain); }
    void cleanup()
    {
        m_session.reset();
        m_rig.reset();
        m_database.reset();
    }

    void tellsTheTwoShapesApart()
    {
        QCOMPARE(DataReader(*m_session, engines(), {}).layout(u"main"_qs).value(), u"plain"_qs);
        QVERIFY(!listed(u"tenant"_qs).first().values.contains(u"tier"_qs));
        begin(TenantShape::Tiers);
        QCOMPARE(DataReader(*m_session, engines(), {}).layout(u"main"_qs).value(), u"tiers"_qs);
        QCOMPARE(listed(u"tenant"_qs).first().values.value(u"tier"_qs).toString(), u"free"_qs);
        m_database->run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        QCOMPARE(DataReader(*m_session, engines(), {}).layout(u"main"_qs).value(), QString());
        QVERIFY(!listEntities(*m_session, engines(), u"tenant"_qs, {}));
    }

    void listsTenantsWithKeysAndTodaysUse()
    {
        const QList<EntityRow> rows = listed(u"tenant"_qs);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].label, u"north"_qs);
        QCOMPARE(rows[0].key, North);
        QCOMPARE(rows[0].values.value(u"keys"_qs).toLongLong(), 2);
        QCOMPARE(rows[0].values.value(u"writes"_qs).toLongLong(), 4800); // not the 5000 of an earlier day
        QVERIFY(rows[0].values.value(u"created_at"_qs).toDateTime().isValid());
        QCOMPARE(rows[1].label, QStringLiteral("sÜd \"quoted\""));
    }

    void remindsOfOldKeysByTheThreshold()
    {
        const QList<EntityRow> rows = listed(u"api-key"_qs);
        QStringList due;
        for (const EntityRow &row : rows) {
            if (row.values.value(u"due"_qs).toBool())
                due << row.key;
        }
        QCOMPARE(due, QStringList(u"agfs_live_old"_qs));
        const auto views = entityViews(*m_session, engines(), u"api-key"_qs, {});
        QVERIFY_RESULT(views);
        QCOMPARE(views->findings.size(), 1);
        QCOMPARE(views->findings[0].count, 1);
    }

    void revokesAKeyAndGivesItBackExactly()
    {
        const QByteArray before = everything();
        const auto plan = planned(
            {{u"entity"_qs, u"api-key"_qs}, {u"action"_qs, u"revoke"_qs}, {u"key"_qs, u"crawler"_qs}});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->severity, Severity::Disruptive);
        const QByteArray kept = QJsonDocument(toJson(*plan)).toJson();
        QVERIFY2(!kept.contains("hash-of-a-secret"),
                 kept.constData()); // an update keeps no secret that it leaves alone
        const QUuid done = ran(*plan);
        QCOMPARE(count("SELECT count(*) FROM public.api_keys WHERE revoked_at > now() - interval '1 minute'"),
                 1);
        QVERIFY(!planned(
            {{u"entity"_qs, u"api-key"_qs}, {u"action"_qs, u"revoke"_qs}, {u"key"_qs, u"crawler"_qs}}));
        ran(*undone(done));
        QCOMPARE(everything(), before);
    }

    void undoRefusesWhatHasChangedSince()
    {
        const QUuid done = ran(
            *planned({{u"entity"_qs, u"quota"_qs}, {u"action"_qs, u"reset-writes"_qs}, {u"key"_qs, North}}));
        m_database->run("UPDATE public.quota_usage SET writes = 1 WHERE writes = 0");
        const auto back = undone(done);
        QVERIFY(!back);
        QCOMPARE(back.error().kind, ErrorKind::Refused);
        QVERIFY2(back.error().detail.contains(North), qPrintable(back.error().detail));
    }

    void resetsTodaysWritesOnlyWithAReason()
    {
        const auto plan = planned(
            {{u"entity"_qs, u"quota"_qs}, {u"action"_qs, u"reset-writes"_qs}, {u"key"_qs, u"north"_qs}});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->notes, QStringList(u"writes: 4800 → 0"_qs));
        QCOMPARE(plan->parameters.value(u"changes"_qs).toArray().first().toString(), u"writes: 4800 → 0"_qs);
        Approval approval;
        QVERIFY(!Executor::missingApproval(*plan, approval, false).isEmpty());
        approval.reason = u"ticket 7"_qs;
        QVERIFY(Executor::missingApproval(*plan, approval, false).isEmpty());
        ran(*plan);
        QCOMPARE(
            count(
                "SELECT writes FROM public.quota_usage WHERE day <> '2026-01-01' ORDER BY tenant_id LIMIT 1"),
            0);
        QCOMPARE(count("SELECT writes FROM public.quota_usage WHERE day = '2026-01-01'"), 5000);
    }

    void requeuesFailedAndOrphanedJobsAndNoOthers_data()
    {
        QTest::addColumn<bool>("isNewer");
        QTest::newRow("older version") << false;
        QTest::newRow("newer version") << true;
    }
    void requeuesFailedAndOrphanedJobsAndNoOthers()
    {
        QFETCH(bool, isNewer);
        begin(isNewer ? TenantShape::Tiers : TenantShape::Plain);
        const QByteArray before = everything();
        const auto plan = planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"requeue-all"_qs}});
        QVERIFY_RESULT(plan);
        QVERIFY2(plan->notes.contains(u"status: failed → queued (1 row(s))"_qs)
                     && plan->notes.contains(u"status: running → queued (1 row(s))"_qs),
                 qPrintable(plan->notes.join(u'\n')));
        const QUuid done = ran(*plan);
        QCOMPARE(count("SELECT count(*) FROM public.embedding_jobs WHERE status = 'queued' AND attempts = 0"),
                 3);
        QCOMPARE(count("SELECT count(*) FROM public.embedding_jobs WHERE status = 'running'"), 1);
        QCOMPARE(count("SELECT count(*) FROM public.embedding_jobs WHERE status = 'failed'"), 1);
        ran(*undone(done));
        QCOMPARE(everything(), before);
    }

    void settlesJobsThatFailedAtTheCheckThoughTheyAreDone()
    {
        const auto views = entityViews(*m_session, engines(), u"job"_qs, {});
        QVERIFY_RESULT(views);
        QStringList found;
        for (const EntityFinding &finding : views->findings)
            found << finding.id + u' ' + QString::number(finding.count);
        QCOMPARE(found, (QStringList{u"failed 1"_qs, u"orphaned 1"_qs, u"forbidden-status 1"_qs}));
        QCOMPARE(views->summaries.size(), 2);
        QCOMPARE(views->summaries[0].rows.size(), 4);
        ran(*planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"settle-all"_qs}}));
        QCOMPARE(count("SELECT count(*) FROM public.embedding_jobs WHERE status = 'succeeded'"), 2);
        QVERIFY(!planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"settle-all"_qs}}));
    }

    void changesNothingWhereARowChangesAfterThePlan()
    {
        const auto plan = planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"requeue-all"_qs}});
        QVERIFY_RESULT(plan);
        m_database->run("UPDATE public.embedding_jobs SET attempts = 2 WHERE path = '/notes/4'");
        const QByteArray before = everything();
        const auto report = m_rig->run(*plan, *m_session);
        QVERIFY(!report || report->outcome == Outcome::PutBack);
        QCOMPARE(everything(), before);
    }

    void rollsBackWhereATriggerWritesMore()
    {
        m_database->run(
            "CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN NEW.attempts := 9; RETURN NEW; END $$; CREATE TRIGGER touch BEFORE UPDATE ON "
            "public.embedding_jobs FOR EACH ROW EXECUTE FUNCTION public.touch()");
        const QByteArray before = everything();
        const auto report = m_rig->run(
            *planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"requeue"_qs}, {u"key"_qs, FailedJob}}),
            *m_session);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(everything(), before);
    }

    void keepsEveryTypeExactlyThereAndBack()
    {
        m_database->run("CREATE TYPE public.mood AS ENUM ('sad', 'ok');"
                        "CREATE TABLE public.all_types (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "
                        "j jsonb, o json, "
                        "t timestamptz, p timestamp, u uuid, n numeric(30, 10), r real, d double precision, "
                        "b bytea, m public.mood, "
                        "a text[], v public.vector, i interval, x \"char\", w varchar(7), e boolean, "
                        "g integer GENERATED ALWAYS AS (1 + 1) STORED, \"odd \"\" name\" text);"
                        "INSERT INTO public.all_types (j, o, t, p, u, n, r, d, b, m, a, v, i, x, w, e, \"odd "
                        "\"\" name\") VALUES "
                        "('{\"b\": 1.10, \"a\": [null, \"ü\"]}', '{\"z\":  1, \"z\": 2}', '2026-11-20 "
                        "22:00:00.123456+05', "
                        "'2026-11-20 22:00:00.000001', '00000000-0000-4000-8000-000000000009', "
                        "12345678901234567890.0123456789, "
                        "0.1, 1e-300, '\\x00ff', 'ok', '{\"a,b\",NULL,\"{\"}', '{0.1,2}', '1 mon 2 days', "
                        "'q', '  x', true, "
                        "E'\\\\ \\n :name $1')");
        PostgresLimits limits;
        limits.isReadOnly = false;
        PostgresConnection connection = m_database->open(limits);
        const QByteArray whole = "SELECT a::text FROM public.all_types a";
        const QString before = m_database->value(whole).toString();
        RowChange gone;
        gone.table = u"public.all_types"_qs;
        gone.key = {{u"id"_qs, u"1"_qs}};
        gone.kind = RowChange::Kind::Delete;
        const auto found = PostgresRowEditor(connection).read({gone}, {});
        QVERIFY_RESULT(found);
        QVERIFY_RESULT(PostgresRowEditor(connection).change(*found, {}));
        QCOMPARE(count("SELECT count(*) FROM public.all_types"), 0);
        // Through the journal's form and back.
        const auto stored = rowChangeFromJson(toJson(found->first()));
        QVERIFY_RESULT(stored);
        QVERIFY_RESULT(PostgresRowEditor(connection).change({inverseOf(*stored)}, {}));
        QCOMPARE(m_database->value(whole).toString(), before);
    }

    void assertsThatEntriesHaveTheirVersion()
    {
        auto results = checkAssertions(*m_session, engines(), {}, {});
        QVERIFY_RESULT(results);
        QCOMPARE(results->size(), 4);
        for (const AssertionResult &one : *results)
            QVERIFY2(!one.error && one.wrong == 0, qPrintable(one.id));
        m_database->run(
            "ALTER TABLE public.entries DROP CONSTRAINT entries_latest_version_id_fkey; "
            "UPDATE public.entries SET latest_version_id = gen_random_uuid() WHERE path = '/notes/1'");
        results = checkAssertions(*m_session, engines(), {}, {});
        QVERIFY_RESULT(results);
        QCOMPARE(results->first().wrong, 1);
        QCOMPARE(results->first().item, u"F11"_qs);
    }

    void isWholeOrNotThereWhereverItIsKilled()
    {
        m_database->run(
            "INSERT INTO public.entry_versions (id, tenant_id, agent_id, path, content_hash) "
            "SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'a', '/many/' || n, '' "
            "FROM generate_series(1, 2000) n; INSERT INTO public.embedding_jobs (version_id, tenant_id, "
            "agent_id, path, status, last_error) SELECT id, tenant_id, agent_id, path, 'failed', 'x' FROM "
            "public.entry_versions WHERE path LIKE '/many/%'");
        const QByteArray before = everything();
        QElapsedTimer timer;
        const auto first = planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"requeue-all"_qs}});
        QVERIFY_RESULT(first);
        timer.start();
        const QUuid untroubled = ran(*first);
        const int length = static_cast<int>(timer.elapsed());
        ran(*undone(untroubled));
        QCOMPARE(everything(), before);
        const int parts = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 50 : 3;
        int whole = 0;
        int untouched = 0;
        for (int milliseconds = 0; milliseconds <= 2 * length; milliseconds += length / parts + 1) {
            const auto plan = planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"requeue-all"_qs}});
            QVERIFY_RESULT(plan);
            const pid_t child = ::fork();
            if (child == 0) {
                static_cast<void>(m_rig->run(*plan, *m_session));
                ::_exit(0);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            // The server ends what the dead client left open.
            QTRY_COMPARE(
                count("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pilothouse' AND "
                      "state <> 'idle' AND pid <> pg_backend_pid() AND "
                      "datname = current_database()"),
                0);
            const qint64 queued = count(
                "SELECT count(*) FROM public.embedding_jobs WHERE path LIKE '/many/%' AND status = 'queued'");
            QVERIFY2(queued == 0 || queued == 2000, qPrintable(QString::number(queued)));
            ++(queued == 0 ? untouched : whole);
            const auto record = m_rig->journals.read(plan->operation);
            if (!record) { // it did not come to its journal
                QCOMPARE(everything(), before);
                continue;
            }
            if (record->outcome != Outcome::Done) {
                const auto back = m_rig->executor.rollBack(plan->operation, {*m_session, {}, {}});
                QVERIFY_RESULT(back);
                QCOMPARE(back->outcome, Outcome::PutBack);
            } else {
                ran(*undone(plan->operation));
            }
            QCOMPARE(everything(), before);
        }
        qInfo("killed within %d ms: %d before the change, %d after it", length, untouched, whole);
        QVERIFY(untouched > 0);
    }

    void isWholeOrNotThereWhereverTheConnectionIsCut()
    {
        FaultyProxy proxy(m_server->port());
        Instance through = m_session->instance();
        DatabaseConnection &connection = through.connections[u"main"_qs];
        connection = m_database->networkConnection();
        connection.port = proxy.port();
        QVERIFY_RESULT(m_secrets.write(u"store/main"_qs, m_server->password(), {}));
        const InstanceSession cut(through, m_session->profile(), std::make_shared<FilesRuntime>(QString()),
                                  m_folder->path());
        const QByteArray before = everything();
        int cuts = 0;
        int whole = 0;
        for (qint64 bytes = 500; whole < 3; bytes += 293) {
            const auto plan = planned({{u"entity"_qs, u"job"_qs}, {u"action"_qs, u"requeue-all"_qs}});
            QVERIFY_RESULT(plan);
            proxy.cutAfter(bytes);
            const auto report = m_rig->run(*plan, cut);
            proxy.cutAfter(-1);
            const qint64 queued = count("SELECT count(*) FROM public.embedding_jobs WHERE status = 'queued'");
            QVERIFY2(queued == 1 || queued == 3, qPrintable(QString::number(queued)));
            const bool isDone = report && report->outcome == Outcome::Done;
            ++(isDone ? whole : cuts);
            if (isDone)
                ran(*undone(plan->operation));
            else if (report && report->outcome != Outcome::PutBack)
                QVERIFY_RESULT(m_rig->executor.rollBack(plan->operation, {*m_session, {}, {}}));
            QCOMPARE(everything(), before);
            QVERIFY2(cuts < 200, "it never runs through");
        }
        qInfo("cut at %d places", cuts);
        QVERIFY(cuts > 5);
    }

private:
    DataEngines engines() const { return {m_rig->engine, m_access.get()}; }

    void begin(TenantShape shape)
    {
        m_session.reset();
        m_rig.reset();
        m_database = std::make_unique<PostgresDatabase>(*m_server);
        m_database->run(tenantDataSql(shape));
        m_folder = std::make_unique<QTemporaryDir>();
        m_access = std::make_unique<PostgresAccess>(m_secrets);
        m_rig = std::make_unique<PlanRig>(m_folder->path());
        addServerRowSteps(m_rig->steps, *m_access);
        addEntityActions(m_rig->catalogue, engines());
        Instance instance;
        instance.id = QUuid::createUuid();
        instance.name = u"store"_qs;
        instance.profile = u"agentfs"_qs;
        instance.connections.insert(u"main"_qs, m_database->connection());
        m_session =
            std::make_unique<InstanceSession>(instance, m_profiles->profile(u"agentfs"_qs).value(),
                                              std::make_shared<FilesRuntime>(QString()), m_folder->path());
    }

    QList<EntityRow> listed(const QString &entity) const
    {
        const auto rows = listEntities(*m_session, engines(), entity, {});
        if (!rows)
            qFatal("%s", qPrintable(rows.error().toText()));
        return *rows;
    }

    Result<Plan> planned(const QJsonObject &arguments) const
    {
        return m_rig->catalogue.plan(u"entities.run"_qs, *m_session, arguments, {});
    }

    QUuid ran(const Plan &plan)
    {
        const auto report = m_rig->run(plan, *m_session);
        if (!report || report->outcome != Outcome::Done)
            qFatal("%s: %s", qPrintable(plan.title),
                   qPrintable(!report         ? report.error().toText()
                              : report->error ? report->error->toText()
                                              : QString()));
        return report->operation;
    }

    Result<Plan> undone(const QUuid &operation) const
    {
        const auto record = m_rig->journals.read(operation);
        if (!record)
            return failure(record.error());
        return m_rig->catalogue.undo(*record, *m_session, {});
    }

    QByteArray everything() const { return m_database->value(Everything).toByteArray(); }
    qint64 count(const QByteArray &sql) const { return m_database->value(sql).toLongLong(); }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemorySecretStore m_secrets;
    std::unique_ptr<PostgresAccess> m_access;
    std::unique_ptr<PlanRig> m_rig;
    std::unique_ptr<InstanceSession> m_session;
};

} // namespace tst_entities

QTEST_GUILESS_MAIN(tst_entities::TestEntities)
#include "tst_entities.moc"
