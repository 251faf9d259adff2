// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/executor.h"
#include "core/runtime/serviceruntime.h"
#include "tests/support/planworld.h"

#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_executorcrash {

namespace {

using Fault = FaultyFileOps::Fault;

/// In memory where that can be: what dies here is the process, not the machine, so the disk adds nothing but
/// time.
QString folderTemplate()
{
    const QFileInfo memory(u"/dev/shm"_qs);
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/pilothouse-XXXXXX"_qs;
}

/// Runs a function in a child process. True where the child was killed, false where it came to its end.
template <typename Work>
bool diesIn(Work work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

void fillData(const PlanWorld &world)
{
    writeAll(world.data(u"live.db"_qs), "old live");
    writeAll(world.data(u"live.db-wal"_qs), "old wal");
    writeAll(world.data(u"settings"_qs), "key=old\n");
    writeAll(world.data(u"folder/inside"_qs), "inside");
    writeAll(world.data(u"source"_qs), "new live");
}

/// Every word about files that can be put back, and a new file in the place of one that was set aside.
QList<StepCall> changes(const PlanWorld &world)
{
    const auto path = [&world](const QString &name) { return QJsonValue(world.data(name)); };
    return {
        {u"stage"_qs,
         u"file.copy"_qs,
         {{u"from"_qs, path(u"source"_qs)}, {u"to"_qs, path(u"deep/er/staged"_qs)}}},
        {u"aside"_qs, u"file.remove"_qs, {{u"path"_qs, path(u"live.db"_qs)}}},
        {u"wal"_qs, u"file.remove"_qs, {{u"path"_qs, path(u"live.db-wal"_qs)}}},
        {u"shm"_qs, u"file.remove"_qs, {{u"path"_qs, path(u"live.db-shm"_qs)}}},
        {u"swap"_qs,
         u"file.copy"_qs,
         {{u"from"_qs, u"{output:stage.path}"_qs}, {u"to"_qs, path(u"live.db"_qs)}}},
        {u"mode"_qs, u"file.set-mode"_qs, {{u"path"_qs, path(u"live.db"_qs)}, {u"mode"_qs, u"0640"_qs}}},
        {u"config"_qs,
         u"file.write"_qs,
         {{u"path"_qs, path(u"settings"_qs)}, {u"text"_qs, u"key=new\n"_qs}, {u"mode"_qs, u"0604"_qs}}},
        {u"fresh"_qs, u"file.write"_qs, {{u"path"_qs, path(u"fresh"_qs)}, {u"text"_qs, u"fresh"_qs}}},
        {u"folder"_qs, u"file.remove"_qs, {{u"path"_qs, path(u"folder"_qs)}}},
    };
}

/// How many effects a whole run has, the old state and the new one.
struct Measure
{
    int effects = 0;
    QStringList oldState;
    QStringList newState;
};

Measure measured()
{
    QTemporaryDir folder(folderTemplate());
    PlanWorld world(folder.path());
    fillData(world);
    Measure measure;
    measure.oldState = world.snapshot();
    world.files.arm(Fault::None, 0);
    const auto report = world.run(world.plan(changes(world)));
    measure.effects = world.files.effects();
    if (!report || report->outcome != Outcome::Done)
        qFatal("the plan does not run: %s",
               report ? qPrintable(report->error->toText()) : qPrintable(report.error().toText()));
    measure.newState = world.snapshot();
    return measure;
}

} // namespace

class TestExecutorCrash : public QObject
{
    Q_OBJECT

private:
    Measure m_measure;
    int m_crashes = 0;

    static QList<Fault> faults() { return {Fault::KillBefore, Fault::KillInside, Fault::KillAfter}; }

    /// One operation that is killed at an effect. Null where that was before anything was written down.
    QUuid crashed(const QString &folder, Fault fault, int point)
    {
        PlanWorld world(folder);
        fillData(world);
        const Plan plan = world.plan(changes(world));
        const bool hasDied = diesIn([&] {
            PlanWorld child(folder);
            child.files.arm(fault, point);
            const auto report = child.run(plan);
            Q_UNUSED(report)
        });
        if (!hasDied)
            qFatal("the child was not killed at %d", point);
        ++m_crashes;
        const auto unfinished = world.journals.unfinished();
        return unfinished.isEmpty() ? QUuid() : unfinished.first().plan.operation;
    }

    static void compareState(const QStringList &actual, const QStringList &expected, int point)
    {
        QVERIFY2(actual == expected, qPrintable(u"at %1:\n%2\nexpected:\n%3"_qs.arg(point).arg(
                                         actual.join(u'\n'), expected.join(u'\n'))));
    }

    /// Kills the recovery as well, at one effect after the other, until it gets through.
    static Outcome recovered(const QString &folder, const QUuid &operation, bool isBack, int firstKill)
    {
        for (int kill = firstKill;; kill += 7) {
            const bool hasDied = diesIn([&] {
                PlanWorld world(folder);
                world.files.arm(Fault::KillBefore, kill);
                const auto report =
                    isBack ? world.executor.rollBack(operation, {world.session, {}, world.context})
                           : world.executor.resume(operation, {world.session, {}, world.context});
                Q_UNUSED(report)
            });
            if (!hasDied)
                break;
        }
        PlanWorld world(folder);
        return world.journals.read(operation).value().outcome;
    }

private slots:
    void initTestCase() { m_measure = measured(); }

    void aKilledRunCanBeResumedOrRolledBack()
    {
        for (int point = 1; point <= m_measure.effects; ++point) {
            for (const Fault fault : faults()) {
                for (const bool isBack : {false, true}) {
                    QTemporaryDir folder(folderTemplate());
                    const QUuid operation = crashed(folder.path(), fault, point);
                    PlanWorld world(folder.path());
                    if (operation.isNull()) {
                        // Before the journal was there or after it was closed.
                        const QStringList state = world.snapshot();
                        QVERIFY2(state == m_measure.oldState || state == m_measure.newState,
                                 qPrintable(QString::number(point)));
                        continue;
                    }
                    const auto report =
                        isBack ? world.executor.rollBack(operation, {world.session, {}, world.context})
                               : world.executor.resume(operation, {world.session, {}, world.context});
                    QVERIFY_RESULT(report);
                    QVERIFY2(report->outcome == (isBack ? Outcome::PutBack : Outcome::Done),
                             qPrintable(u"%1: %2"_qs.arg(point).arg(report->error ? report->error->toText()
                                                                                  : QString())));
                    compareState(world.snapshot(), isBack ? m_measure.oldState : m_measure.newState, point);
                    QVERIFY(world.journals.unfinished().isEmpty());
                    QVERIFY2(world.audit.verify()->isIntact, qPrintable(QString::number(point)));
                }
            }
        }
        qInfo("%d crashes over %d effects", m_crashes, m_measure.effects);
        QVERIFY(m_crashes > 300);
    }

    void aRecoveryThatIsKilledAgainAndAgainGetsThere()
    {
        const int stride = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 1 : 4;
        for (int point = 6; point <= m_measure.effects; point += stride) {
            for (const bool isBack : {false, true}) {
                QTemporaryDir folder(folderTemplate());
                const QUuid operation = crashed(folder.path(), Fault::KillAfter, point);
                if (operation.isNull())
                    continue;
                const Outcome outcome = recovered(folder.path(), operation, isBack, 3 + point % 5);
                QCOMPARE(outcome, isBack ? Outcome::PutBack : Outcome::Done);
                compareState(PlanWorld(folder.path()).snapshot(),
                             isBack ? m_measure.oldState : m_measure.newState, point);
            }
        }
    }

    /// G07 and G08 in small: every single effect fails once.
    void anEffectThatFailsPutsEverythingBack()
    {
        for (const int errorNumber : {ENOSPC, EIO}) {
            for (int point = 1; point <= m_measure.effects; ++point) {
                QTemporaryDir folder(folderTemplate());
                PlanWorld world(folder.path());
                fillData(world);
                world.files.arm(Fault::Fail, point, errorNumber);
                const auto report = world.run(world.plan(changes(world)));
                const bool isDone = report && report->outcome == Outcome::Done;
                QVERIFY2(!report || isDone || report->outcome == Outcome::PutBack,
                         qPrintable(QString::number(point)));
                compareState(world.snapshot(), isDone ? m_measure.newState : m_measure.oldState, point);
            }
        }
    }
};

} // namespace tst_executorcrash

QTEST_GUILESS_MAIN(tst_executorcrash::TestExecutorCrash)
#include "tst_executorcrash.moc"
