// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/steps/restoreclearstep.h"
#include "tests/support/shopworld.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_backupcrash {

/// Dies in the middle of removing a folder: its members and the note of their check are gone, the rest is
/// there.
class FileOpsTornInRemoval final : public FileOps
{
public:
    Result<> removeTree(const QString &folder) override
    {
        QFile::remove(folder + QStringLiteral("/checked.json"));
        QDir(folder + QStringLiteral("/members")).removeRecursively();
        return failure(ErrorKind::Internal, QStringLiteral("killed in the middle"), folder);
    }
};

/// Backups and restores that are killed or run out of space: the data is old or new, never something else.
class TestBackupCrash final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ShopWorld> m_world;

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<ShopWorld>(m_dir->path());
        m_world->fill(300);
    }

    void leavesOldOrNewWhenItIsKilled_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("backup") << QStringLiteral("backup.create");
        QTest::newRow("restore in place") << QStringLiteral("in place");
        QTest::newRow("restore by set aside") << QStringLiteral("aside");
    }

    void leavesOldOrNewWhenItIsKilled()
    {
        QFETCH(QString, action);
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const bool isRestore = action != u"backup.create";
        const QJsonObject arguments =
            isRestore ? QJsonObject{{QStringLiteral("backup"), m_world->backups().first().id},
                                    {QStringLiteral("aside"), action == u"aside"}}
                      : QJsonObject();
        const QString name = isRestore ? QStringLiteral("backup.restore") : action;
        int isDone = 0;
        const int most = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 400 : 60;
        for (int event = 0; event < most && isDone < 2; ++event) {
            if (isRestore)
                m_world->change();
            const QString before = m_world->contents();
            const Result<Plan> plan = m_world->catalogue.plan(name, m_world->session, arguments, {});
            QVERIFY_RESULT(plan);
            const bool hasEnded = runAndKill(*plan, event);
            isDone += hasEnded ? 1 : 0;
            for (const BackupRecord &record : m_world->backups())
                QVERIFY_RESULT(BackupStore(m_world->files, m_world->clock)
                                   .verifySet(record.folder, m_dir->filePath(QStringLiteral("s")), {}));
            if (hasEnded)
                continue;
            settle(plan->operation, event, isRestore ? old : before, before);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(isDone > 0, "the sweep reached the end");
    }

    void leavesOldOrNewWhenItIsKilledAtAnyMoment()
    {
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QString id = m_world->backups().first().id;
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const int kills = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 500 : 45;
        for (int i = 0; i < kills; ++i) {
            const bool isBackup = i % 3 == 2;
            m_world->change();
            const QString before = m_world->contents();
            const Result<Plan> plan =
                isBackup ? m_world->catalogue.plan(QStringLiteral("backup.create"), m_world->session, {}, {})
                         : m_world->catalogue.plan(
                             QStringLiteral("backup.restore"), m_world->session,
                             {{QStringLiteral("backup"), id}, {QStringLiteral("aside"), i % 3 == 1}}, {});
            QVERIFY_RESULT(plan);
            const bool hasEnded = runAndKillAfter(*plan, static_cast<useconds_t>(random.bounded(220'000)));
            for (const BackupRecord &record : m_world->backups())
                QVERIFY(record.problem.isEmpty());
            if (!hasEnded)
                settle(plan->operation, static_cast<int>(random.bounded(2)), isBackup ? before : old, before);
            if (QTest::currentTestFailed())
                return;
        }
        // What killed verifications left in the scratch folder goes with the next one.
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        QCOMPARE(QDir(m_dir->filePath(QStringLiteral("state/scratch")))
                     .entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void finishesARestoreThatWasKilledWhileItClearedUp()
    {
        const QString old = m_world->contents();
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        m_world->change();
        const Result<Plan> plan =
            m_world->catalogue.plan(QStringLiteral("backup.restore"), m_world->session,
                                    {{QStringLiteral("backup"), m_world->backups().first().id}}, {});
        QVERIFY_RESULT(plan);
        const auto clear = std::find_if(plan->steps.begin(), plan->steps.end(),
                                        [](const StepCall &call) { return call.id == u"clear"; });
        QVERIFY(clear != plan->steps.end());
        QVERIFY(!runAndKillWhere(*plan, [](const RunEvent &seen) {
            return seen.kind == RunEvent::Kind::StepDone && seen.stepId == u"contents";
        }));
        FileOpsTornInRemoval torn;
        const OperationContext context;
        const StepScope scope{m_world->session, plan->operation, clear->arguments, {}, {}, context};
        QVERIFY(!RestoreClearStep(torn, m_world->clock).effect(scope, {}));
        settle(plan->operation, 1, old, {});
    }

    void survivesFullDisksOfAnySize()
    {
        if (::geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const QString disk = m_dir->filePath(QStringLiteral("disk"));
        QDir().mkpath(disk);
        for (int kilobytes = 64; kilobytes < 700; kilobytes += 48) {
            if (QProcess::execute(QStringLiteral("mount"),
                                  {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                   QStringLiteral("size=%1k").arg(kilobytes), QStringLiteral("none"), disk})
                != 0)
                QSKIP("no small disk can be mounted here");
            Instance instance = shopInstance(m_dir->path());
            instance.backupDir = disk + QStringLiteral("/backups");
            m_world->session = InstanceSession(instance, shopProfile(), m_world->runtime,
                                               m_dir->filePath(QStringLiteral("state")));
            Result<Plan> plan =
                m_world->catalogue.plan(QStringLiteral("backup.create"), m_world->session, {}, {});
            if (plan)
                plan->findings
                    .clear(); // the forecast of space has its own word; here the disk itself says no
            const Result<RunReport> report = plan ? m_world->run(*plan) : tl::unexpected(plan.error());
            const QList<BackupRecord> backups = m_world->backups();
            const bool isDone = report && report->outcome == Outcome::Done;
            const bool isHonest =
                isDone ? backups.size() == 1 && backups.first().problem.isEmpty() : backups.isEmpty();
            const QStringList left =
                isDone ? QStringList()
                       : QDir(instance.backupDir).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
            const bool isNoSpace = isDone || !report || report->error->kind == ErrorKind::NoSpace;
            QProcess::execute(QStringLiteral("umount"), {disk});
            QVERIFY2(isHonest, qPrintable(QString::number(kilobytes)));
            QVERIFY2(isNoSpace, qPrintable(report && report->error ? report->error->toText() : QString()));
            QCOMPARE(left, QStringList());
        }
    }

private:
    /// Runs a plan in a process of its own that is killed at the given event; true where it ended before.
    bool runAndKill(const Plan &plan, int event)
    {
        return runAndKillWhere(plan, [event, count = 0](const RunEvent &seen) mutable {
            const bool isStep =
                seen.kind == RunEvent::Kind::StepStarted || seen.kind == RunEvent::Kind::StepDone;
            return isStep && count++ == event;
        });
    }

    bool runAndKillWhere(const Plan &plan, std::function<bool(const RunEvent &)> isThere)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ShopWorld world(m_dir->path());
            const Result<RunReport> report = world.run(plan, [&](const RunEvent &seen) {
                if (isThere(seen))
                    ::kill(::getpid(), SIGKILL);
            });
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    bool runAndKillAfter(const Plan &plan, useconds_t microseconds)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ShopWorld world(m_dir->path());
            const Result<RunReport> report = world.run(plan);
            ::_exit(report && report->outcome == Outcome::Done ? 0 : 3);
        }
        ::usleep(microseconds);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    void settle(const QUuid &operation, int event, const QString &fresh, const QString &stale)
    {
        const QString now = m_world->contents();
        const Result<OperationRecord> record = m_world->journals.read(operation);
        if (!record)
            return; // killed before the journal was there
        if (record->outcome == Outcome::Done) {
            // Killed between the journal's last word and the end of the process: nothing is left to settle.
            QCOMPARE(now, fresh);
            return;
        }
        const bool isBack = event % 2 == 0;
        const Result<RunReport> report =
            isBack ? m_world->executor.rollBack(operation, {m_world->session, {}, {}})
                   : m_world->executor.resume(operation, {m_world->session, {}, {}});
        if (!report)
            QFAIL(qPrintable(QStringLiteral("event %1: ").arg(event) + report.error().toText()));
        if (report->outcome != (isBack ? Outcome::PutBack : Outcome::Done))
            QFAIL(qPrintable(QStringLiteral("event %1: %2 %3 %4")
                                 .arg(event)
                                 .arg(outcomeName(report->outcome), report->failedStep,
                                      report->error ? report->error->toText() : QString())));
        QCOMPARE(m_world->contents(), isBack ? stale : fresh);
        QVERIFY2(m_world->leftovers().isEmpty(), qPrintable(m_world->leftovers().join(u'\n')));
    }
};

} // namespace tst_backupcrash

QTEST_GUILESS_MAIN(tst_backupcrash::TestBackupCrash)
#include "tst_backupcrash.moc"
