// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_lock {

/// The lock and the ladder of a production instance, as the command line meets them.
class TestLock : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
        const QByteArray begun = m_world->begin();
        QVERIFY2(begun.isEmpty(), begun.constData());
        QCOMPARE(
            m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, u"production"_qs}).code,
            0);
        const CliRun users = m_world->json({u"users"_qs, u"list"_qs, u"svc"_qs});
        QVERIFY2(users.code == 0, users.told().constData());
        const QJsonValue rows = users.json.isArray() ? QJsonValue(users.json.array())
                                                     : users.json.object().value(QStringLiteral("rows"));
        m_user = rows.toArray().first().toObject().value(QStringLiteral("key")).toString();
        QVERIFY(!m_user.isEmpty());
    }

    void productionIsReadOnlyUntilItIsUnlocked()
    {
        const QByteArray before = m_world->content();
        CliRun refused = m_world->run({u"users"_qs, u"disable"_qs, u"svc"_qs, m_user});
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.error.contains("lock unlock svc"), refused.told().constData());
        QCOMPARE(m_world->content(), before);
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs, u"--minutes"_qs, u"5"_qs}).code, 0);
        QCOMPARE(m_world->run({u"users"_qs, u"disable"_qs, u"svc"_qs, m_user}).code, 0);
        QVERIFY(m_world->content() != before);
        QCOMPARE(m_world->run({u"lock"_qs, u"lock"_qs, u"svc"_qs}).code, 0);
        QCOMPARE(m_world->run({u"users"_qs, u"enable"_qs, u"svc"_qs, m_user}).code, 3);
        QCOMPARE(m_world
                     ->run({u"undo"_qs, u"apply"_qs,
                            m_world->newest({u"undo"_qs, u"list"_qs, u"svc"_qs}, u"operation"_qs)})
                     .code,
                 3);
    }

    void plansAndBackupsNeedNoUnlocking()
    {
        QCOMPARE(m_world->run({u"users"_qs, u"delete"_qs, u"svc"_qs, m_user, u"--dry-run"_qs}).code, 0);
        QCOMPARE(m_world->run({u"backup"_qs, u"create"_qs, u"svc"_qs}).code, 0);
        const QString backup = m_world->newest({u"backup"_qs, u"list"_qs, u"svc"_qs}, u"id"_qs);
        QCOMPARE(m_world->run({u"backup"_qs, u"verify"_qs, u"svc"_qs, backup}).code, 0);
        QCOMPARE(m_world->run({u"restore"_qs, u"svc"_qs, backup, u"--dry-run"_qs}).code, 0);
    }

    void whatDestroysOnProductionWantsNameAndReason()
    {
        QCOMPARE(m_world->run({u"backup"_qs, u"create"_qs, u"svc"_qs}).code, 0);
        const QString backup = m_world->newest({u"backup"_qs, u"list"_qs, u"svc"_qs}, u"id"_qs);
        m_world->execute(u"portagent"_qs, "UPDATE users SET username = username || 'x'");
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
        QCOMPARE(m_world->run({u"restore"_qs, u"svc"_qs, backup, u"--yes"_qs}).code, 3);
        QCOMPARE(m_world
                     ->run({u"restore"_qs, u"svc"_qs, backup, u"--yes"_qs, u"--confirm"_qs, u"svc2"_qs,
                            u"--reason"_qs, u"x"_qs})
                     .code,
                 3);
        const CliRun done = m_world->run({u"restore"_qs, u"svc"_qs, backup, u"--yes"_qs, u"--confirm"_qs,
                                          u"svc"_qs, u"--reason"_qs, u"ticket 7"_qs});
        QVERIFY2(done.code == 0, done.told().constData());
        const CliRun audit = m_world->run({u"audit"_qs, u"export"_qs});
        QVERIFY(audit.output.contains("ticket 7") && audit.output.contains("lock.unlock"));
    }

    void theGuardCannotBeTakenOffWhileItIsLocked()
    {
        QCOMPARE(
            m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, u"development"_qs}).code,
            3);
        QCOMPARE(m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, u"prod"_qs}).code,
                 2);
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
        QCOMPARE(
            m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, u"development"_qs}).code,
            0);
        QCOMPARE(m_world->run({u"users"_qs, u"disable"_qs, u"svc"_qs, m_user}).code, 0);
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 2);
    }

    void refusesDryRunWhereThereIsNoPlan()
    {
        m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs});
        const QByteArray before = m_world->run({u"instance"_qs, u"list"_qs, u"--json"_qs}).output;
        for (const char *line :
             {"instance remove svc", "instance set svc --group a", "lock lock svc", "lock unlock svc",
              "instance add other --data-dir /tmp", "demo stop", "schedule prune svc",
              "backup create svc --trigger schedule", "journal resume 0", "revert wait 0"}) {
            const QStringList words = QString::fromLatin1(line).split(u' ');
            const CliRun refused = m_world->run(words + QStringList{u"--dry-run"_qs});
            QVERIFY2(refused.code == 2, QByteArray(line).append(refused.told()).constData());
            QVERIFY2(refused.error.contains("no plan to show"), refused.told().constData());
        }
        QCOMPARE(m_world->run({u"instance"_qs, u"list"_qs, u"--json"_qs, u"--dry-run"_qs}).output, before);
        const CliRun lock = m_world->json({u"lock"_qs, u"show"_qs, u"svc"_qs});
        QVERIFY2(!lock.output.contains("\"isLocked\": true"), lock.told().constData());
        QCOMPARE(m_world->run({u"run"_qs, u"backup.create"_qs, u"svc"_qs, u"--dry-run"_qs}).code, 0);
    }

    void whatIsKnownOfALockedOneStays()
    {
        const QString folder = m_world->path(u"elsewhere"_qs);
        const QList<QStringList> changes{
            {u"--backup-dir"_qs, folder},     {u"--second-backup-dir"_qs, QString(folder + u"-2"_qs)},
            {u"--watch-seconds"_qs, u"1"_qs}, {u"--safety-days"_qs, u"1"_qs},
            {u"--group"_qs, u"a"_qs},         {u"--environment"_qs, u"staging"_qs}};
        const QByteArray before = m_world->run({u"instance"_qs, u"list"_qs, u"--json"_qs}).output;
        QList<QStringList> all{{u"instance"_qs, u"remove"_qs, u"svc"_qs}};
        for (const QStringList &change : changes)
            all << QStringList{u"instance"_qs, u"set"_qs, u"svc"_qs} + change;
        for (const QStringList &words : all) {
            const CliRun refused = m_world->run(words);
            QVERIFY2(refused.code == 3, refused.told().constData());
            QVERIFY2(refused.error.contains("lock unlock svc"), refused.told().constData());
        }
        QCOMPARE(m_world->run({u"instance"_qs, u"list"_qs, u"--json"_qs}).output, before);
        QCOMPARE(
            m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, u"production"_qs}).code,
            0);
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
        for (const QStringList &words : all.mid(1) + all.mid(0, 1)) {
            const CliRun done = m_world->run(words);
            QVERIFY2(done.code == 0, done.told().constData());
        }
        QVERIFY(m_world->run({u"audit"_qs, u"export"_qs}).output.contains("instance.remove"));
    }

    void anUnlockEndsWithItsEnvironment()
    {
        const auto isLocked = [this] {
            return m_world->json({u"lock"_qs, u"show"_qs, u"svc"_qs}).output.contains("\"isLocked\": true");
        };
        const auto become = [this](const QString &environment) {
            return m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, environment})
                .code;
        };
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
        QCOMPARE(m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--group"_qs, u"a"_qs}).code, 0);
        QVERIFY(!isLocked());
        QCOMPARE(become(u"development"_qs), 0);
        QCOMPARE(become(u"production"_qs), 0);
        QVERIFY(isLocked());
        QCOMPARE(m_world->run({u"users"_qs, u"disable"_qs, u"svc"_qs, m_user}).code, 3);
    }

    void saysWhichOptionsAreMissing()
    {
        QCOMPARE(m_world->run({u"backup"_qs, u"create"_qs, u"svc"_qs}).code, 0);
        const QString backup = m_world->newest({u"backup"_qs, u"list"_qs, u"svc"_qs}, u"id"_qs);
        m_world->execute(u"portagent"_qs, "UPDATE users SET username = username || 'x'");
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
        const QStringList restore{u"restore"_qs, u"svc"_qs, backup};
        const auto said = [&](const QStringList &options) {
            const CliRun refused = m_world->run(restore + options);
            return refused.code == 3 ? refused.output : refused.told();
        };
        QVERIFY(said({}).contains("add: --yes --confirm svc --reason TEXT\n"));
        QVERIFY(said({u"--yes"_qs}).contains("add: --confirm svc --reason TEXT\n"));
        const QByteArray wrong = said({u"--yes"_qs, u"--confirm"_qs, u"svc2"_qs, u"--reason"_qs, u"x"_qs});
        QVERIFY2(wrong.contains("add: --confirm svc\n"), wrong.constData());
        QVERIFY2(wrong.contains("“svc2” is not the name of the instance."), wrong.constData());
        QVERIFY(!said({}).contains("is not the name"));
        QCOMPARE(m_world->json(restore).json.object().value(u"options"_qs).toArray().size(), 3);
        QCOMPARE(
            m_world->run({u"instance"_qs, u"set"_qs, u"svc"_qs, u"--environment"_qs, u"staging"_qs}).code, 0);
        QVERIFY(said({}).contains("add: --yes\n"));
    }

    void aPlanShowsTheLockThatIsInItsWay()
    {
        const QStringList words{u"users"_qs, u"disable"_qs, u"svc"_qs, m_user, u"--dry-run"_qs};
        const CliRun locked = m_world->run(words);
        QCOMPARE(locked.code, 0);
        QVERIFY2(locked.output.contains("[in the way] It is production and locked"),
                 locked.told().constData());
        QVERIFY2(locked.output.contains("lock unlock svc"), locked.told().constData());
        const CliRun refused = m_world->run(words.first(words.size() - 1)); // without --dry-run
        QCOMPARE(refused.code, 3);
        QVERIFY2(!refused.told().contains("run it again"), refused.told().constData());
        QVERIFY(!m_world->run({u"backup"_qs, u"create"_qs, u"svc"_qs, u"--dry-run"_qs})
                     .output.contains("locked"));
        QCOMPARE(m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs}).code, 0);
        QVERIFY(!m_world->run(words).output.contains("locked"));
    }

    void refusesMinutesThatAreNone()
    {
        for (const char *minutes : {"0", "-3", "ten", "100000"})
            QCOMPARE(
                m_world->run({u"lock"_qs, u"unlock"_qs, u"svc"_qs, u"--minutes"_qs, QLatin1String(minutes)})
                    .code,
                2);
        QCOMPARE(m_world->run({u"users"_qs, u"disable"_qs, u"svc"_qs, m_user}).code, 3);
    }

private:
    std::unique_ptr<CliWorld> m_world;
    QString m_user;
};

} // namespace tst_lock

QTEST_GUILESS_MAIN(tst_lock::TestLock)
#include "tst_lock.moc"
