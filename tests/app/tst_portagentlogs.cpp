// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QFile>

using namespace pilothouse;

namespace tst_portagentlogs {

using Kind = CliWorld::Kind;

/// Runbook S0, View Logs and Log Analysis, by the command line.
class TestPortagentLogs : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase()
    {
        const QByteArray complaint = m_worlds.end();
        QVERIFY2(complaint.isEmpty(), complaint.constData());
    }

    void p12_tailsAndFollowsTheContainersLog()
    {
        QVERIFY(begin(Kind::Docker));
        QString lines;
        for (int at = 0; at < 120; ++at)
            lines += QStringLiteral("06:00:00.000 INF portagent\u00B7server/Http line %1\n").arg(at);
        sayInContainer(lines);
        QTRY_VERIFY_WITH_TIMEOUT(text("logs tail svc --source console").contains("line 119"), 5000);
        const CliRun tail =
            m_world->json(words(QStringLiteral("logs tail svc --source console --count 100")));
        QCOMPARE(tail.json.array().size(), 100);
        QCOMPARE(tail.json.array().last().toObject().value(u"message").toString(), u"line 119"_qs);
        QVERIFY(!text("logs tail svc --source console --since 1h").isEmpty());

        const auto follower = m_world->started(words(QStringLiteral("logs follow svc --source console")));
        QByteArray seen;
        const auto hears = [&](const char *what) {
            follower->waitForReadyRead(50);
            seen += follower->readAllStandardOutput();
            return seen.contains(what);
        };
        QTRY_VERIFY_WITH_TIMEOUT(hears("line 119"), 5000);
        sayInContainer(QStringLiteral("06:00:01.000 INF portagent\u00B7server/Http said later\n"));
        QTRY_VERIFY_WITH_TIMEOUT(hears("said later"), 5000);
        follower->terminate();
        QVERIFY(follower->waitForFinished(5000));
    }

    void p13_followsTheLogFile()
    {
        QVERIFY(begin(Kind::Files));
        addLine("2026-11-21 06:00:00.000", "INF", "before the follower");
        QVERIFY(text("logs tail svc").contains("before the follower"));
        const auto follower = m_world->started(words(QStringLiteral("logs follow svc")));
        QByteArray seen;
        const auto hears = [&](const char *what) {
            follower->waitForReadyRead(50);
            seen += follower->readAllStandardOutput();
            return seen.contains(what);
        };
        QTRY_VERIFY_WITH_TIMEOUT(hears("before the follower"), 5000);
        addLine("2026-11-21 06:00:01.000", "INF", "after it");
        addLine("2026-11-21 06:00:02.000", "INF", "the last");
        QTRY_VERIFY_WITH_TIMEOUT(hears("after it"), 5000);
        follower->terminate();
        QVERIFY(follower->waitForFinished(5000));
    }

    void p15_findsTheLogins()
    {
        QVERIFY(begin(Kind::Files));
        for (int at = 0; at < 7; ++at)
            addLine("2026-11-21 06:00:00.000", "INF", "POST /api/auth/login 200");
        addLine("2026-11-21 06:00:00.000", "INF", "GET /api/auth/login 404");
        const CliRun found = m_world->json(
            {u"logs"_qs, u"search"_qs, u"svc"_qs, u"POST /api/auth/login"_qs, u"--count"_qs, u"1000"_qs});
        QCOMPARE(found.json.object().value(u"records").toArray().size(), 7);
        QCOMPARE(found.json.object().value(u"hits").toInt(), 7);
        QCOMPARE(
            m_world->run({u"logs"_qs, u"search"_qs, u"svc"_qs, u"POST /api/auth/login"_qs, u"--total"_qs})
                .output.trimmed(),
            QByteArray("7"));
        const CliRun counted = m_world->json({u"logs"_qs, u"stats"_qs, u"svc"_qs, u"--filter"_qs,
                                              u"\"POST /api/auth/login\""_qs, u"--by"_qs, u"component"_qs});
        QCOMPARE(counted.json.object().value(u"groups").toArray().first().toObject().value(u"count").toInt(),
                 7);
    }

    void p16_findsErrorsWhateverTheirCase()
    {
        QVERIFY(begin(Kind::Files));
        const int before = hits(QStringLiteral("logs search svc disk-7"));
        addLine("2026-11-21 06:00:00.000", "ERR", "ERROR on disk-7");
        addLine("2026-11-21 06:00:00.000", "INF", "no Error on disk-7");
        QCOMPARE(hits(QStringLiteral("logs search svc disk-7")), before + 2);
        QCOMPARE(hits(QStringLiteral("logs search svc DISK-7")), before + 2);
        QCOMPARE(hits(QStringLiteral("logs search svc DISK-7 --case")), 0);
        QCOMPARE(hits(QStringLiteral("logs search svc isk-7 --word")), 0);
        QCOMPARE(hits(QStringLiteral("logs search svc disk-7 --word")), before + 2);
        // Better than grep: an error is told by its level, not by a word in it.
        QCOMPARE(hits(QStringLiteral("logs search svc disk-7 --level error")), before + 1);
        QCOMPARE(hits(QStringLiteral("logs search svc --filter level>=error disk-7")), before + 1);
        const CliRun wrong = m_world->run(words(QStringLiteral("logs search svc --filter level>=loud")));
        QVERIFY2(wrong.code != 0 && wrong.told().contains("character 8"), wrong.told().constData());
        const QByteArray streamed = text("logs search svc disk-7 --stream");
        QVERIFY2(streamed.contains("[ERR] portagent"), streamed.constData());
        QVERIFY(text("logs stats svc --question errors").contains("server/Http"));
    }

    void p16_keepsAFilterForTheNextTime()
    {
        QVERIFY(begin(Kind::Files));
        addLine("2026-11-21 06:00:00.000", "ERR", "saved-1 on disk");
        addLine("2026-11-21 06:00:00.000", "INF", "saved-1 on disk");
        QVERIFY(text("logs filters svc").contains("level>=error")); // a question of the profile
        const CliRun kept = m_world->run({u"logs"_qs, u"filters"_qs, u"svc"_qs, u"--save"_qs, u"Bad disks"_qs,
                                          u"--filter"_qs, u"level:error saved-1"_qs});
        QVERIFY2(kept.code == 0, kept.told().constData());
        const auto total = [this](const QStringList &more) {
            return m_world
                ->run(QStringList{u"logs"_qs, u"search"_qs, u"svc"_qs, u"--total"_qs, u"--saved"_qs} + more)
                .output.trimmed();
        };
        QCOMPARE(total({u"bad disks"_qs}), QByteArray("1"));
        QCOMPARE(total({u"Bad disks"_qs, u"--filter"_qs, u"nowhere"_qs}), QByteArray("0"));
        const QByteArray last = saved("tail");
        QVERIFY2(last.count("saved-1") == 1 && last.contains("error"), last.constData());
        const QByteArray counted = saved("stats");
        QVERIFY2(counted.contains("1 record") && counted.contains("error 1"), counted.constData());
        const CliRun none = m_world->run({u"logs"_qs, u"tail"_qs, u"svc"_qs, u"--saved"_qs, u"nothing"_qs});
        QVERIFY2(none.code != 0 && none.told().contains("Bad disks"), none.told().constData());
        const CliRun unknown = m_world->run(words(QStringLiteral("logs search svc --saved nothing")));
        QVERIFY2(unknown.code != 0 && unknown.told().contains("Bad disks"), unknown.told().constData());
        QVERIFY(m_world->run({u"logs"_qs, u"filters"_qs, u"svc"_qs, u"--remove"_qs, u"Bad disks"_qs}).code
                == 0);
        QVERIFY(!text("logs filters svc").contains("Bad disks"));
    }

    void p16_keepsTheErrorsAsEvidence()
    {
        QVERIFY(begin(Kind::Files));
        addLine("2026-11-21 06:00:00.000", "ERR", "evidence-1");
        const QString folder = m_world->data(QStringLiteral("../evidence"));
        const QStringList check{u"logs"_qs, u"export"_qs, u"--check"_qs, folder};
        const CliRun made = m_world->run({u"logs"_qs, u"export"_qs, u"svc"_qs, u"--to"_qs, folder,
                                          u"--filter"_qs, u"level>=error evidence-1"_qs});
        QVERIFY2(made.code == 0, made.told().constData());
        QVERIFY(m_world->run(check).code == 0);
        QFile records(folder + u"/file/records.log"_qs);
        QVERIFY(records.open(QIODevice::Append));
        records.write("one more\n");
        records.close();
        const CliRun changed = m_world->run(check);
        QVERIFY2(changed.code == 1 && changed.told().contains("records.log"), changed.told().constData());
    }

    void p17_findsADayAndWhatCameSince()
    {
        QVERIFY(begin(Kind::Files));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QByteArray hourAgo = now.addSecs(-3600).toString(u"yyyy-MM-dd HH:mm:ss.zzz").toLatin1();
        addLine("2025-01-15 08:00:00.000", "INF", "of the day alpha");
        addLine("2025-01-15 12:59:59.999", "INF", "of the day beta");
        addLine("2025-01-16 00:00:00.000", "INF", "of the day after");
        addLine(hourAgo.constData(), "INF", "of the hour");
        const CliRun day = m_world->json(
            words(QStringLiteral("logs tail svc --since 2025-01-15T00:00:00Z --until 2025-01-16T00:00:00Z")));
        QVERIFY2(day.output.contains("of the day alpha") && day.output.contains("of the day beta")
                     && day.json.array().size() == 2,
                 day.told().constData());
        QCOMPARE(hits(QStringLiteral("logs search svc alpha --since 2025-01-15 --until 2025-01-15")), 1);
        QCOMPARE(hits(QStringLiteral("logs search svc alpha --until 2025-01-14")), 0);
        const CliRun filtered = m_world->json({u"logs"_qs, u"search"_qs, u"svc"_qs, u"--filter"_qs,
                                               u"since:2025-01-15T12:00 before:2025-01-16"_qs});
        QCOMPARE(filtered.json.object().value(u"hits").toInt(), 1);
        const QByteArray since = text("logs search svc of.the.[dh] --regex --since 2h");
        QVERIFY2(since.contains("of the hour") && !since.contains("of the day"), since.constData());
    }

private:
    bool begin(CliWorld::Kind kind)
    {
        m_world = m_worlds.begin(kind);
        return m_world != nullptr;
    }

    QByteArray text(const char *line) { return m_world->run(words(QLatin1String(line))).output; }
    int hits(const QString &line)
    {
        return m_world->json(words(line)).json.object().value(u"hits").toInt(-1);
    }

    QByteArray saved(const char *verb)
    {
        return m_world->run({u"logs"_qs, QLatin1String(verb), u"svc"_qs, u"--saved"_qs, u"Bad disks"_qs})
            .output;
    }

    /// Writes to what the container's engine takes for its log.
    void sayInContainer(const QString &lines)
    {
        CliWorld::docker({u"exec"_qs, m_world->container(), u"sh"_qs, u"-c"_qs,
                          u"printf '%s' \"$0\" > /proc/1/fd/1"_qs, lines});
    }

    void addLine(const char *time, const char *level, const char *message)
    {
        QFile log(m_world->data(QStringLiteral("logs/portagent.log")));
        QVERIFY(log.open(QIODevice::Append));
        log.write(QByteArray(time) + " +00:00 [" + level + "] portagent\u00B7server/Http: " + message + "\n");
    }

    CliWorlds m_worlds;
    CliWorld *m_world = nullptr;
};

} // namespace tst_portagentlogs

QTEST_GUILESS_MAIN(tst_portagentlogs::TestPortagentLogs)
#include "tst_portagentlogs.moc"
