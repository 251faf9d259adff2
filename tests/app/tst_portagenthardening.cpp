// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/lock.h"
#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>

#include <sys/stat.h>

using namespace pilothouse;

namespace tst_portagenthardening {
using Kind = CliWorld::Kind;

namespace {

uint modeOf(const QString &path)
{
    struct stat facts;
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 07777U : 0;
}

void setMode(const QString &path, uint mode)
{
    if (::chmod(QFile::encodeName(path).constData(), mode) != 0)
        qWarning("the mode of %s stays", qPrintable(path));
}

QJsonObject rowOf(const QJsonArray &rows, const QString &key, const QString &value)
{
    for (const QJsonValue &row : rows) {
        if (row.toObject().value(key).toString() == value)
            return row.toObject();
    }
    return {};
}

QJsonObject findingOf(const CliRun &run, const QString &start)
{
    for (const QJsonValue &row : run.json.object().value(QStringLiteral("findings")).toArray()) {
        if (row.toObject().value(QStringLiteral("id")).toString().startsWith(start))
            return row.toObject();
    }
    return {};
}

} // namespace

/// Hardening and configuration of a running Portagent, by an operator with nothing but the command line.
class TestPortagentHardening : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        if (m_world && !QTest::currentTestFailed()) {
            const QByteArray complaint = m_world->complaint();
            m_world.reset();
            QVERIFY2(complaint.isEmpty(), complaint.constData());
        }
        m_world.reset();
    }

    void p31_setsWhatIsTooOpenAndPutsItBack()
    {
        QVERIFY(begin(Kind::Files));
        const QString database = m_world->database(u"portagent"_qs);
        const QString secrets = m_world->data(u".env"_qs);
        writeAll(secrets, "JWT_SECRET=x\n");
        setMode(m_world->data(), 0755);
        setMode(database, 0644);
        setMode(secrets, 0644);
        setMode(m_world->data(u"logs/portagent.log"_qs), 04664);

        const QJsonArray rows = run({u"permissions"_qs, u"audit"_qs, u"svc"_qs}).json.array();
        QCOMPARE(rowOf(rows, u"path"_qs, database).value(u"wantedMode"_qs).toString(), u"600"_qs);
        QCOMPARE(rowOf(rows, u"path"_qs, m_world->data()).value(u"wantedMode"_qs).toString(), u"700"_qs);
        QCOMPARE(rowOf(rows, u"path"_qs, secrets).value(u"wantedMode"_qs).toString(), u"600"_qs);
        QCOMPARE(rowOf(rows, u"id"_qs, u"set-id"_qs).value(u"wantedMode"_qs).toString(), u"640"_qs);

        QCOMPARE(maintenance(u"permissions"_qs), u"warning"_qs);
        QCOMPARE(maintenance(u"logs"_qs), u"good"_qs);
        const CliRun fixed = m_world->run({u"permissions"_qs, u"fix"_qs, u"svc"_qs, u"--yes"_qs});
        QVERIFY2(fixed.code == 0, fixed.told().constData());
        QCOMPARE(modeOf(database), 0600U);
        QCOMPARE(modeOf(m_world->data()), 0700U);
        QCOMPARE(modeOf(secrets), 0600U);
        QCOMPARE(modeOf(m_world->data(u"logs/portagent.log"_qs)), 0640U);
        QVERIFY(rowOf(run({u"permissions"_qs, u"audit"_qs, u"svc"_qs}).json.array(), u"id"_qs, u"mode"_qs)
                    .isEmpty());

        QCOMPARE(maintenance(u"permissions"_qs), u"good"_qs);
        setMode(secrets, 0400); // somebody was stricter since then: that stays
        undo();
        QCOMPARE(modeOf(database), 0644U);
        QCOMPARE(modeOf(m_world->data()), 0755U);
        QCOMPARE(modeOf(m_world->data(u"logs/portagent.log"_qs)), 04664U);
        QCOMPARE(modeOf(secrets), 0400U);
    }

    void p31_namesAForeignOwner()
    {
        PILOTHOUSE_REQUIRE(::geteuid() == 0, "only root can give files away");
        QVERIFY(begin(Kind::Files));
        const QString database = m_world->database(u"agentx"_qs);
        QCOMPARE(::chown(QFile::encodeName(database).constData(), 4711, 4711), 0);
        setMode(database, 04644);
        const QJsonArray rows = run({u"permissions"_qs, u"audit"_qs, u"svc"_qs}).json.array();
        QCOMPARE(rowOf(rows, u"id"_qs, u"owner"_qs).value(u"path"_qs).toString(), database);
        // Nothing of somebody else's is ever root's with its set-id bit.
        const QStringList words{u"permissions"_qs, u"fix"_qs, u"svc"_qs};
        const CliRun planned = run(words + QStringList{u"--dry-run"_qs});
        QCOMPARE(stepsOn(planned, database), (QStringList{u"file.set-mode"_qs, u"file.set-owner"_qs}));
        QCOMPARE(m_world->run(words + QStringList{u"--yes"_qs}).code, 0);
        QCOMPARE(modeOf(database), 0600U);
        struct stat facts;
        QCOMPARE(::stat(QFile::encodeName(database).constData(), &facts), 0);
        QCOMPARE(facts.st_uid, ::geteuid());
        const CliRun back = run({u"undo"_qs, u"apply"_qs, newestUndo(), u"--dry-run"_qs});
        QCOMPARE(stepsOn(back, database), (QStringList{u"file.set-owner"_qs, u"file.set-mode"_qs}));
        undo();
        QCOMPARE(::stat(QFile::encodeName(database).constData(), &facts), 0);
        QCOMPARE(facts.st_uid, 4711U);
        QCOMPARE(modeOf(database), 04644U);
    }

    void p32_saysWhereAProcessListens()
    {
        QVERIFY(begin(Kind::Process));
        const CliRun check = run({u"exposure"_qs, u"check"_qs, u"svc"_qs});
        QVERIFY2(check.code == 0, check.told().constData());
        QVERIFY2(!check.json.object().value(u"isOpen"_qs).toBool(true), check.told().constData());
        QVERIFY2(findingOf(check, u"port.127.0.0.1"_qs).value(u"verdict"_qs).toString() == u"holds"_qs,
                 check.told().constData());
    }

    void p32_findsAPortThatIsOpenToAll()
    {
        QVERIFY(begin(Kind::Docker));
        CliRun check = run({u"exposure"_qs, u"check"_qs, u"svc"_qs});
        QVERIFY2(check.code == 0 && !check.json.object().value(u"isOpen"_qs).toBool(true),
                 check.told().constData());
        QVERIFY(!findingOf(check, u"network."_qs).isEmpty());
        const QString open = m_world->container() + u"-open"_qs;
        CliWorld::docker({u"create"_qs, u"--name"_qs, open, u"--privileged"_qs, u"--publish"_qs,
                          u"0.0.0.0::5200"_qs, u"--volume"_qs, m_world->data() + u":/home/node/.agentx"_qs,
                          u"--volume"_qs, u"/etc:/mnt/etc"_qs,
                          qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE")});
        const CliRun added = m_world->run(
            {u"instance"_qs, u"add"_qs, u"open"_qs, u"--profile"_qs, u"portagent"_qs, u"--docker"_qs, open});
        check = run({u"exposure"_qs, u"check"_qs, u"open"_qs});
        CliWorld::docker({u"rm"_qs, u"--force"_qs, open});
        QVERIFY2(added.code == 0, added.told().constData());
        QVERIFY2(check.code == 0, check.told().constData());
        QVERIFY(check.json.object().value(u"isOpen"_qs).toBool());
        for (const char *id : {"port.5200/tcp", "privileged", "mount./mnt/etc"})
            QVERIFY2(findingOf(check, QLatin1String(id)).value(u"verdict"_qs).toString() == u"inTheWay"_qs,
                     check.told().constData());
        QVERIFY(check.json.object().value(u"snippet"_qs).toString().contains(u"privileged: false"_qs));
    }

    void p33_changesTheLimitsOfARunningContainer()
    {
        QVERIFY(begin(Kind::Docker));
        const QString startedAt = m_world->startedAt();
        const CliRun set = m_world->run({u"limits"_qs, u"set"_qs, u"svc"_qs, u"--memory"_qs, u"512M"_qs,
                                         u"--cpus"_qs, u"0.5"_qs, u"--yes"_qs});
        QVERIFY2(set.code == 0, set.told().constData());
        QCOMPARE(limits(), (QList<qint64>{512 << 20, 500'000'000}));
        QCOMPARE(m_world->startedAt(), startedAt);
        QCOMPARE(m_world
                     ->run({u"limits"_qs, u"set"_qs, u"svc"_qs, u"--preset"_qs, u"light"_qs, u"--memory"_qs,
                            u"1G"_qs, u"--yes"_qs})
                     .code,
                 0);
        QCOMPARE(limits(), (QList<qint64>{1 << 30, 500'000'000}));
        undo();
        QCOMPARE(limits(), (QList<qint64>{512 << 20, 500'000'000}));
        QCOMPARE(m_world->startedAt(), startedAt);
        undo(true);
        const QJsonObject shown = run({u"limits"_qs, u"show"_qs, u"svc"_qs}).json.object();
        QCOMPARE(shown.value(u"memoryBytes"_qs).toInteger(-1), 0);
        QCOMPARE(shown.value(u"cpus"_qs).toDouble(-1), 0.0);
        const QList<qint64> before = limits();
        const CliRun refused =
            m_world->run({u"limits"_qs, u"set"_qs, u"svc"_qs, u"--memory"_qs, u"1M"_qs, u"--yes"_qs});
        QVERIFY2(refused.code == 3 && refused.told().contains("6 MiB"), refused.told().constData());
        QCOMPARE(limits(), before);
        QCOMPARE(m_world->run({u"limits"_qs, u"set"_qs, u"svc"_qs, u"--memory"_qs, u"much"_qs}).code, 2);
        QCOMPARE(m_world->startedAt(), startedAt);
    }

    void p22_showsUseBesideTheLimits()
    {
        QVERIFY(begin(Kind::Docker));
        QCOMPARE(
            m_world->run({u"limits"_qs, u"set"_qs, u"svc"_qs, u"--preset"_qs, u"light"_qs, u"--yes"_qs}).code,
            0);
        const QJsonObject shown = run({u"limits"_qs, u"show"_qs, u"svc"_qs}).json.object();
        QCOMPARE(shown.value(u"memoryBytes"_qs).toInteger(), qint64(512) << 20);
        QVERIFY(shown.value(u"memoryUsed"_qs).toInteger() > 0);
        QVERIFY(shown.value(u"memoryPeak"_qs).toInteger() >= shown.value(u"memoryUsed"_qs).toInteger());
        QCOMPARE(shown.value(u"presets"_qs).toArray().size(), 2);
        QVERIFY(shown.value(u"snippet"_qs).toString().contains(u"memory: 512M"_qs));
    }

    void p33_changesTheLimitsOfAllReplicas()
    {
        QVERIFY(begin(Kind::Compose));
        QCOMPARE(m_world
                     ->run({u"instance"_qs, u"add"_qs, u"workers"_qs, u"--profile"_qs, u"portagent"_qs,
                            u"--compose"_qs, m_world->compose().project() + u"/worker"_qs, u"--data-dir"_qs,
                            m_world->data()})
                     .code,
                 0);
        const QStringList workers = m_world->compose().containers(u"worker"_qs);
        QCOMPARE(workers.size(), 2);
        CliWorld::docker({u"update"_qs, u"--memory"_qs, u"256m"_qs, u"--memory-swap"_qs, u"512m"_qs,
                          workers.first()}); // one of them differs
        const CliRun set = m_world->run({u"limits"_qs, u"set"_qs, u"workers"_qs, u"--memory"_qs, u"128M"_qs,
                                         u"--cpus"_qs, u"0.5"_qs, u"--yes"_qs});
        QVERIFY2(set.code == 0, set.told().constData());
        QVERIFY2(set.told().contains("worker_1") && set.told().contains("worker_2"), set.told().constData());
        QCOMPARE(limitsOf(workers), "134217728 500000000\n134217728 500000000");
        const QJsonObject shown = run({u"limits"_qs, u"show"_qs, u"workers"_qs}).json.object();
        QCOMPARE(shown.value(u"memoryBytes"_qs).toInteger(), qint64(128) << 20);
        QVERIFY(shown.value(u"definedBy"_qs).toString().contains(m_world->compose().project()));
        QVERIFY(shown.value(u"memoryUsed"_qs).toInteger() > 0); // P22
        const CliRun undone = m_world->run(
            {u"undo"_qs, u"apply"_qs,
             m_world->newest({u"undo"_qs, u"list"_qs, u"workers"_qs}, u"operation"_qs), u"--yes"_qs});
        QVERIFY2(undone.code == 0, undone.told().constData());
        // The engine cannot take a limit away: none becomes all that the machine has.
        const QList<QByteArray> after = limitsOf(workers).split('\n');
        QVERIFY(after.first().startsWith("268435456 "));
        QVERIFY2(after.last().split(' ').first().toLongLong() > (qint64(1) << 29), after.last().constData());
    }

    void p32_looksAtTheContainersOfAService()
    {
        QVERIFY(begin(Kind::Compose));
        const CliRun check = run({u"exposure"_qs, u"check"_qs, u"svc"_qs});
        QVERIFY2(check.code == 0 && !findingOf(check, u"port.5200/tcp"_qs).isEmpty(),
                 check.told().constData());
        QCOMPARE(findingOf(check, u"privileged"_qs).value(u"verdict"_qs).toString(), u"holds"_qs);
    }

    void p11_showsTheDriverOfAService()
    {
        QVERIFY(begin(Kind::Compose));
        const CliRun settings = run({u"logs"_qs, u"settings"_qs, u"svc"_qs});
        QCOMPARE(settings.json.object().value(u"driver"_qs).toObject().value(u"name"_qs).toString(),
                 u"json-file"_qs);
    }

    void p11_warnsOfAConsoleLogWithoutEnd()
    {
        QVERIFY(begin(Kind::Docker));
        const CliRun settings = run({u"logs"_qs, u"settings"_qs, u"svc"_qs});
        QVERIFY2(settings.code == 0, settings.told().constData());
        QCOMPARE(settings.json.object().value(u"driver"_qs).toObject().value(u"name"_qs).toString(),
                 u"json-file"_qs);
        QCOMPARE(findingOf(settings, u"driver"_qs).value(u"verdict"_qs).toString(), u"inTheWay"_qs);
        QVERIFY(
            findingOf(settings, u"driver"_qs).value(u"advice"_qs).toString().contains(u"logs driver svc"_qs));
    }

    void p11_checksTheRotationOfTheRealFiles()
    {
        QVERIFY(begin(Kind::Files));
        CliRun settings = run({u"logs"_qs, u"settings"_qs, u"svc"_qs});
        QVERIFY2(findingOf(settings, u"file.file"_qs).value(u"verdict"_qs).toString() == u"holds"_qs,
                 settings.told().constData());
        QCOMPARE(settings.json.object().value(u"mostBytes"_qs).toInteger(), qint64(8) * 10'485'760);
        QFile log(m_world->data(u"logs/portagent.log"_qs));
        QVERIFY(log.resize(14'000'000));
        settings = run({u"logs"_qs, u"settings"_qs, u"svc"_qs});
        QCOMPARE(findingOf(settings, u"file.file"_qs).value(u"verdict"_qs).toString(), u"inTheWay"_qs);
    }

    void p10_changesTheLevelAndPutsItBackByHand()
    {
        QVERIFY(begin(Kind::Process));
        QCOMPARE(level(), u"info"_qs);
        const CliRun set = m_world->run(
            {u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--minutes"_qs, u"30"_qs, u"--yes"_qs});
        QVERIFY2(set.code == 0, set.told().constData());
        QCOMPARE(level(), u"debug"_qs);
        QCOMPARE(ofRunningService(), u"debug"_qs);
        QCOMPARE(run({u"revert"_qs, u"list"_qs}).json.array().size(), 1);
        undo();
        QCOMPARE(level(), u"info"_qs);
        QVERIFY(ofRunningService() != u"debug"_qs);
        QVERIFY(run({u"revert"_qs, u"list"_qs}).json.array().isEmpty());
        QCOMPARE(m_world->run({u"logs"_qs, u"level"_qs, u"svc"_qs, u"loud"_qs, u"--yes"_qs}).code, 2);
    }

    void p10_tellsNothingOfOtherVariables()
    {
        QVERIFY(begin(Kind::Process));
        const auto file = [this] {
            QFile kept(m_world->home() + u"/given/"_qs
                       + run({u"instance"_qs, u"show"_qs, u"svc"_qs}).json.object().value(u"id"_qs).toString()
                       + u"/variables"_qs);
            return kept.open(QIODevice::ReadOnly) ? kept.readAll() : QByteArray();
        };
        QFile added(m_world->path(u"pid.env"_qs));
        QVERIFY(added.open(QIODevice::WriteOnly));
        added.write("JWT_SECRET=\"foreign-canary\"\n");
        added.close();
        QVERIFY(added.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const QStringList words{u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs};
        const CliRun plan = m_world->run(words + QStringList{u"--dry-run"_qs});
        QVERIFY2(plan.output.contains("LOG_LEVEL") && !plan.told().contains("canary"),
                 plan.told().constData());
        const CliRun set = m_world->run(words + QStringList{u"--yes"_qs});
        QVERIFY2(set.code == 0 && !set.told().contains("canary"), set.told().constData());
        QVERIFY(file().contains("foreign-canary") && file().contains("LOG_LEVEL"));
        QVERIFY(!added.exists()); // taken over from where an earlier version kept it
        const QString operation = m_world->newest({u"undo"_qs, u"list"_qs, u"svc"_qs}, u"operation"_qs);
        const CliRun back = m_world->run({u"undo"_qs, u"apply"_qs, operation, u"--yes"_qs});
        QVERIFY2(back.code == 0 && !back.told().contains("canary"), back.told().constData());
        QVERIFY(file().contains("foreign-canary") && !file().contains("LOG_LEVEL"));
        QDirIterator kept(m_world->home(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (kept.hasNext()) {
            QFile one(kept.next());
            QVERIFY(one.open(QIODevice::ReadOnly));
            if (one.fileName().contains(u"/given/"_qs))
                continue; // what the service is given
            QVERIFY2(!one.readAll().contains("foreign-canary"), qPrintable(one.fileName()));
        }
    }

    void p10_goesBackByItselfOnALockedInstanceToo()
    {
        QVERIFY(begin(Kind::Process));
        QCOMPARE(
            m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, u"production"_qs}).code,
            0);
        QCOMPARE(m_world->run({u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--yes"_qs}).code, 3);
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
        const CliRun set = m_world->run(
            {u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--minutes"_qs, u"0.1"_qs, u"--yes"_qs});
        QVERIFY2(set.code == 0, set.told().constData());
        QCOMPARE(m_world->run({u"lock"_qs, u"lock"_qs, u"svc"_qs}).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(run({u"revert"_qs, u"list"_qs}).json.array().isEmpty(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(level(), u"info"_qs, 30'000);
        const QJsonObject last = run({u"journal"_qs, u"list"_qs, u"svc"_qs}).json.array().first().toObject();
        QCOMPARE(last.value(u"action"_qs).toString(), u"logs.level"_qs);
        QTRY_COMPARE(run({u"journal"_qs, u"list"_qs, u"svc"_qs})
                         .json.array()
                         .first()
                         .toObject()
                         .value(u"outcome"_qs)
                         .toString(),
                     u"done"_qs);
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
    }

    void p10_goesBackOnceNothingElseHoldsTheInstance()
    {
        QVERIFY(begin(Kind::Process));
        const CliRun set = m_world->run(
            {u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--minutes"_qs, u"0.2"_qs, u"--yes"_qs});
        QVERIFY2(set.code == 0, set.told().constData());
        auto held =
            LeasedLock::take(m_world->data(u".pilothouse.lock"_qs),
                             leaseOfThisProcess(QUuid::createUuid(), QDateTime::currentDateTimeUtc()));
        QVERIFY_RESULT(held);
        const QString operation = m_world->newest({u"revert"_qs, u"list"_qs}, u"operation"_qs);
        QVERIFY(!operation.isEmpty());
        const auto waiter = m_world->started({u"revert"_qs, u"wait"_qs, operation});
        waiter->setReadChannel(QProcess::StandardError);
        QVERIFY2(waiter->waitForReadyRead(30'000), "it should say that something holds the instance");
        QVERIFY(!waiter->waitForFinished(500));
        QCOMPARE(level(), u"debug"_qs);
        held->reset();
        QVERIFY(waiter->waitForFinished(60'000));
        QTRY_VERIFY_WITH_TIMEOUT(run({u"revert"_qs, u"list"_qs}).json.array().isEmpty(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(level(), u"info"_qs, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(isAtRest(), 30'000);
    }

    void p10_stopsWaitingForAnInstanceThatIsHeld()
    {
        QVERIFY(begin(Kind::Process));
        QCOMPARE(m_world
                     ->run({u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--minutes"_qs, u"0.2"_qs,
                            u"--yes"_qs})
                     .code,
                 0);
        const auto held =
            LeasedLock::take(m_world->data(u".pilothouse.lock"_qs),
                             leaseOfThisProcess(QUuid::createUuid(), QDateTime::currentDateTimeUtc()));
        QVERIFY_RESULT(held);
        const QString operation = m_world->newest({u"revert"_qs, u"list"_qs}, u"operation"_qs);
        const auto cancelled = m_world->started({u"revert"_qs, u"wait"_qs, operation});
        const auto waiting = m_world->started({u"revert"_qs, u"wait"_qs, operation});
        for (QProcess *process : {cancelled.get(), waiting.get()}) {
            process->setReadChannel(QProcess::StandardError);
            QVERIFY(process->waitForReadyRead(30'000));
        }
        cancelled->terminate();
        QVERIFY(cancelled->waitForFinished(10'000));
        QCOMPARE(cancelled->exitCode(), 4);
        // It is left as it is: nobody has anything to wait for any more.
        const CliRun refused = m_world->run({u"instance"_qs, u"remove"_qs, u"svc"_qs});
        QVERIFY2(refused.code == 3 && refused.error.contains("LOG_LEVEL=debug")
                     && refused.error.contains(QByteArray("undo apply " + operation.toUtf8()))
                     && refused.error.contains(QByteArray("revert cancel " + operation.toUtf8())),
                 refused.told().constData());
        QCOMPARE(m_world->run({u"revert"_qs, u"cancel"_qs, operation}).code, 0);
        QVERIFY(waiting->waitForFinished(60'000));
        QCOMPARE(waiting->exitCode(), 0);
        QCOMPARE(level(), u"debug"_qs);
        QCOMPARE(m_world->run({u"revert"_qs, u"cancel"_qs, operation}).code, 1);
        QVERIFY(run({u"audit"_qs, u"list"_qs}).output.contains("revert.cancel"));
    }

    void p10_saysWhereItCannot()
    {
        QVERIFY(begin(Kind::Files));
        const CliRun refused = m_world->run({u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--yes"_qs});
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.error.contains("cannot add a variable"), refused.told().constData());
    }

private:
    bool begin(Kind kind)
    {
        if ((kind == Kind::Docker || kind == Kind::Compose)
            && !qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"))
            qWarning("This needs the testbed: tests/testbed/testbed up");
        m_world = std::make_unique<CliWorld>(kind);
        const QByteArray begun = m_world->begin();
        if (!begun.isEmpty())
            qWarning("%s", begun.constData());
        return begun.isEmpty();
    }

    CliRun run(const QStringList &words) { return m_world->json(words); }

    void undo(bool isOldest = false)
    {
        const QJsonArray rows = run({u"undo"_qs, u"list"_qs, u"svc"_qs}).json.array();
        const QJsonObject row = (isOldest ? rows.last() : rows.first()).toObject();
        const CliRun undone =
            m_world->run({u"undo"_qs, u"apply"_qs, row.value(u"operation"_qs).toString(), u"--yes"_qs});
        QVERIFY2(undone.code == 0, undone.told().constData());
    }

    QString newestUndo() { return m_world->newest({u"undo"_qs, u"list"_qs, u"svc"_qs}, u"operation"_qs); }

    /// The words that a shown plan has for one path, in their order.
    static QStringList stepsOn(const CliRun &shown, const QString &path)
    {
        QStringList words;
        for (const QJsonValue &value :
             shown.json.object().value(u"plan"_qs).toObject().value(u"steps"_qs).toArray()) {
            const QJsonObject call = value.toObject();
            if (call.value(u"arguments"_qs).toObject().value(u"path"_qs).toString() == path)
                words << call.value(u"step"_qs).toString();
        }
        return words;
    }

    /// How a row of what there is to maintain stands.
    QString maintenance(const QString &id)
    {
        const QJsonArray rows = run({u"maintenance"_qs, u"list"_qs, u"svc"_qs}).json.array();
        return rowOf(rows, u"id"_qs, id).value(u"state"_qs).toString();
    }

    /// Whether the newest operation has ended well.
    bool isAtRest()
    {
        return m_world->newest({u"journal"_qs, u"list"_qs, u"svc"_qs}, u"outcome"_qs) == u"done"_qs;
    }

    QString level()
    {
        return run({u"logs"_qs, u"settings"_qs, u"svc"_qs})
            .json.object()
            .value(u"level"_qs)
            .toObject()
            .value(u"value"_qs)
            .toString();
    }

    QString ofRunningService()
    {
        const QJsonArray rows = run({u"service"_qs, u"environment"_qs, u"svc"_qs}).json.array();
        return rowOf(rows, u"key"_qs, u"LOG_LEVEL"_qs).value(u"value"_qs).toString();
    }

    static QByteArray limitsOf(const QStringList &containers)
    {
        return CliWorld::docker(
            QStringList{u"inspect"_qs, u"--format"_qs, u"{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}"_qs}
            + containers);
    }

    /// Memory and billionths of a core, as the engine itself says it.
    QList<qint64> limits() const
    {
        const QByteArray shown =
            CliWorld::docker({u"inspect"_qs, u"--format"_qs,
                              u"{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}"_qs, m_world->container()});
        return {shown.split(' ').value(0).toLongLong(), shown.split(' ').value(1).toLongLong()};
    }

    std::unique_ptr<CliWorld> m_world;
};

} // namespace tst_portagenthardening

QTEST_GUILESS_MAIN(tst_portagenthardening::TestPortagentHardening)

#include "tst_portagenthardening.moc"
