// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/drill/drillactions.h"
#include "core/drill/pdftext.h"
#include "core/steps/drillsteps.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/serverworld.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_drill {

namespace {

#define QVERIFY_DRILLED(expression)                                                                          \
    do {                                                                                                     \
        const auto &drilled = (expression);                                                                  \
        QVERIFY_RESULT(drilled);                                                                             \
        QVERIFY2(drilled->outcome == Outcome::Done,                                                          \
                 qPrintable(drilled->failedStep + u' '                                                       \
                            + (drilled->error ? drilled->error->toText() : QString())));                     \
    } while (false)

ServiceProfile withDrill(ServiceProfile profile)
{
    profile.drill.newest = ProfileNewest{
        QStringLiteral("shop"),
        {{QString(), QStringLiteral("SELECT max(id)::text FROM public.orders")}},
        {{QString(), QStringLiteral("SELECT count(*) FROM public.orders WHERE id::text = :marker")}}};
    profile.assertions = {
        {QStringLiteral("customers"), QStringLiteral("Every order has its customer"), QStringLiteral("shop"),
         QString(), QStringLiteral("SELECT count(*) FROM public.orders WHERE note->>'n' = '-1'"), QString()}};
    return profile;
}

/// A shop on a server, with drills.
struct DrillShop : ServerWorld
{
    DrillShop(const QString &root, const DatabaseConnection &connection)
        : ServerWorld(root, connection)
        , book(files, root + QStringLiteral("/state"), secrets, audit, clock)
    {
        session = InstanceSession(session.instance(), withDrill(session.profile()), runtime,
                                  root + QStringLiteral("/state"));
        addDrillSteps(steps, {files, clock, access, engine, http, secrets});
        addDrillActions(catalogue, {tools, engine, secrets});
    }

    Result<DrillReport> report(const QUuid &operation)
    {
        const auto record = journals.read(operation);
        if (!record)
            return tl::unexpected(record.error());
        if (const auto written = book.write(*record, session, steps, {}); !written)
            return tl::unexpected(written.error());
        return history().first().report;
    }
    QList<DrillEntry> history() const
    {
        return drillHistory(files, session.stateFolder(), session.instance().id);
    }
    DrillState state(int daysFromNow = 0) const
    {
        return drillState(files, session, clock.now().addDays(daysFromNow));
    }

    SqliteEngine engine;
    DrillBook book;
};

} // namespace

/// Drills on a real server: what they prove, what they leave, and what they say.
class TestDrill : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = PostgresServer::own();
        PILOTHOUSE_REQUIRE(m_server, "PostgreSQL 15 is not installed");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<PostgresDatabase>(*m_server, QStringLiteral("shop"));
        ServerWorld::fill(*m_database, 60);
        m_shop = std::make_unique<DrillShop>(m_folder->path(), m_database->connection());
    }
    void cleanup()
    {
        m_shop.reset();
        m_database.reset();
    }

    void provesABackupAndLeavesNothingElse()
    {
        const QString before = contents();
        const auto ran = m_shop->run(QStringLiteral("drill.run"));
        QVERIFY_DRILLED(ran);
        QCOMPARE(contents(), before);
        QCOMPARE(scratch(), QStringList());
        QCOMPARE(m_shop->backups().size(), 1);
        QCOMPARE(m_shop->backups().first().proven.state, BackupStamp::State::Reached);
        QCOMPARE(m_shop->backups().first().trigger, QStringLiteral("drill"));
        const auto report = m_shop->report(ran->operation);
        QVERIFY_RESULT(report);
        QVERIFY(report->isPassed && report->isMarkerFound && !report->isMarkerWritten);
        QCOMPARE(report->marker, QStringLiteral("60"));
        QCOMPARE(report->assertions, 1);
        QCOMPARE(report->databases.size(), 1);
        QCOMPARE(report->databases.first().rows.value(QStringLiteral("public.orders")), 60);
        QVERIFY(report->recoveryMilliseconds > 0);
        QCOMPARE(report->lossSeconds, -1); // there was no backup before it
        QCOMPARE(report->manifestSha256.size(), 64);
        QVERIFY(!report->files.isEmpty());
    }

    void writesNoMarkerWhereNothingSaysWhereTheServiceIs()
    {
        ServiceProfile profile = m_shop->session.profile();
        profile.drill.marker =
            ProfileMarker{QStringLiteral("shop"),
                          {QStringLiteral("http://127.0.0.1:3000/put"), {}, 200},
                          {},
                          {{QString(), QStringLiteral("SELECT count(*) FROM public.orders")}}};
        const auto files = std::make_shared<ScriptedRuntime>();
        files->runtimeKind = QStringLiteral("files");
        Instance instance = m_shop->session.instance();
        QVERIFY_RESULT(m_shop->secrets.write(drillKeyReference(instance.name), Secret(QByteArray("k")), {}));
        const auto planned = [&] {
            const InstanceSession session(instance, profile, files, m_shop->session.stateFolder());
            return m_shop->catalogue.plan(QStringLiteral("drill.run"), session, {}, {});
        };
        const auto guessed = planned();
        QVERIFY_RESULT(guessed);
        QVERIFY(guessed->consentIds().contains(QStringLiteral("no-marker")));
        QVERIFY(!QJsonDocument(toJson(*guessed)).toJson().contains("127.0.0.1:3000"));
        instance.healthUrl = QStringLiteral("http://127.0.0.1:3999/health");
        const auto known = planned();
        QVERIFY_RESULT(known);
        QVERIFY(QJsonDocument(toJson(*known)).toJson().contains("http://127.0.0.1:3999/put"));
    }

    void measuresWhatWouldHaveBeenLost()
    {
        m_shop->backup();
        const auto ran = m_shop->run(QStringLiteral("drill.run"));
        QVERIFY_DRILLED(ran);
        const auto report = m_shop->report(ran->operation);
        QVERIFY_RESULT(report);
        QVERIFY(report->lastBackupAt.isValid());
        QVERIFY(report->lossSeconds >= 0 && report->lossSeconds < 60);
    }

    void failsWhereSomethingDoesNotHold()
    {
        m_database->run("UPDATE public.orders SET note = '{\"n\": -1}' WHERE id = 3");
        const auto ran = m_shop->run(QStringLiteral("drill.run"));
        QVERIFY_RESULT(ran);
        QCOMPARE(ran->outcome, Outcome::PutBack);
        QCOMPARE(scratch(), QStringList());
        const auto report = m_shop->report(ran->operation);
        QVERIFY_RESULT(report);
        QVERIFY(!report->isPassed);
        QVERIFY2(report->problem.contains(QStringLiteral("Every order has its customer")),
                 qPrintable(report->problem));
        QVERIFY(m_shop->state().hasFailedSince);
    }

    void isStaleAfterItsDays()
    {
        QVERIFY(m_shop->state().isStale);
        const auto ran = m_shop->run(QStringLiteral("drill.run"));
        QVERIFY_DRILLED(ran);
        QVERIFY_RESULT(m_shop->report(ran->operation));
        QVERIFY(!m_shop->state(89).isStale);
        QVERIFY(m_shop->state(90).isStale);
    }

    void sealsItsReports()
    {
        const auto ran = m_shop->run(QStringLiteral("drill.run"));
        QVERIFY_DRILLED(ran);
        QVERIFY_RESULT(m_shop->report(ran->operation));
        const DrillEntry entry = m_shop->history().first();
        QVERIFY(entry.isSigned);
        for (const QString &ending :
             {QStringLiteral(".md"), QStringLiteral(".pdf"), QStringLiteral(".json")}) {
            const QString file = entry.file + ending;
            const auto good = m_shop->book.check(file, {});
            QVERIFY_RESULT(good);
            QVERIFY(good->holds() && good->isGenuine && good->isInAudit && good->isAuditWhole);
            QByteArray content = readAll(file);
            content[content.size() / 2] = static_cast<char>(content.at(content.size() / 2) ^ 1);
            writeAll(file, content);
            const auto bad = m_shop->book.check(file, {});
            QVERIFY_RESULT(bad);
            QVERIFY(!bad->holds() && !bad->isGenuine && !bad->isInAudit);
        }
    }

    void drawsAPdfOfAnyLength()
    {
        QList<ReportLine> lines{{ReportLine::Kind::Title, {QStringLiteral("Übung (eins) \\ zwei")}}};
        for (int row = 0; row < 300; ++row)
            lines << ReportLine{ReportLine::Kind::Row,
                                {QStringLiteral("Tabelle %1").arg(row), QStringLiteral("3")}};
        const QByteArray pdf = toPdf(lines, QStringLiteral("x"));
        QVERIFY(pdf.startsWith("%PDF-1.4") && pdf.endsWith("%%EOF\n"));
        QVERIFY(pdf.contains("(\xdc"
                             "bung \\(eins\\) \\\\ zwei)"));
        QVERIFY(pdf.count("/Type /Page ") >= 4);
        const qsizetype table = pdf.mid(pdf.lastIndexOf("startxref") + 10).split('\n').first().toLongLong();
        QVERIFY(pdf.mid(table).startsWith("xref\n"));
    }

    /// RELIABILITY.md G25: whenever it is killed, the next start leaves no scratch object.
    void leavesNothingWhereverItIsKilled()
    {
        const QString before = contents();
        int event = 0;
        for (bool isOver = false; !isOver; ++event) {
            const auto plan = m_shop->plan(QStringLiteral("drill.run"));
            QVERIFY_RESULT(plan);
            isOver = runAndKill(*plan, event);
            if (isOver)
                break;
            const auto record = m_shop->journals.read(plan->operation);
            if (record && !record->hasEnded()) {
                const auto back = m_shop->executor.rollBack(plan->operation, {m_shop->session, {}, {}});
                QVERIFY_RESULT(back);
                QVERIFY2(back->outcome == Outcome::PutBack,
                         qPrintable(QString::number(event) + u' ' + back->failedStep + u' '
                                    + (back->error ? back->error->toText() : QString())));
                QVERIFY(!m_shop->report(plan->operation)->isPassed);
            }
            QCOMPARE(scratch(), QStringList());
            QCOMPARE(contents(), before);
        }
        QVERIFY2(event > 20, QByteArray::number(event).constData());
    }

private:
    QString contents() const { return ServerWorld::contents(*m_server, QStringLiteral("shop")); }

    /// Databases and folders of any drill.
    QStringList scratch() const
    {
        QStringList found;
        for (const QList<QVariant> &row :
             m_server->run("SELECT datname::text FROM pg_database WHERE datname ~ '_(ph|old)_'").rows)
            found << row.first().toString();
        for (const QString &name :
             QDir(m_shop->session.backupFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (!BackupStore::isSetName(name) && name != u"safety")
                found << name;
        return found;
    }

    bool runAndKill(const Plan &plan, int wanted) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            DrillShop shop(m_folder->path(), m_database->connection());
            int count = 0;
            const auto report = shop.run(plan, [&](const RunEvent &event) {
                const bool isStep =
                    event.kind == RunEvent::Kind::StepStarted || event.kind == RunEvent::Kind::StepDone;
                if (isStep && count++ == wanted)
                    ::kill(::getpid(), SIGKILL);
            });
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<DrillShop> m_shop;
};

} // namespace tst_drill

QTEST_GUILESS_MAIN(tst_drill::TestDrill)
#include "tst_drill.moc"
