// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/hostilenames.h"
#include "tests/support/logsamples.h"
#include "tests/support/profiledata.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>

#include <sys/stat.h>

using namespace pilothouse;

namespace tst_servicelogs {

namespace {

constexpr int Lifts = 40;

QByteArray ticketOf(int at)
{
    return "00000000-0000-4000-8000-" + QByteArray::number(at).rightJustified(12, '0');
}

/// Two lines a record, six spaces before the second: what a lift began with, and what it came to.
QByteArray liftRecords()
{
    QByteArray log = "=== Quay ===\n\n";
    for (int at = 0; at < Lifts; ++at) {
        const QByteArray command = at % 2 ? "hoist" : "turn";
        const QByteArray began = "Lift Started: " + command + " box " + QByteArray::number(at)
                                 + " (Ticket: " + ticketOf(at) + ", Driver: " + (at % 4 ? "ada" : "bert")
                                 + ", Code: (null), Took: (null)ms)\n";
        log += "info: Quay.Crane[0]\n      " + began;
        if (at % 10 == 9) {
            log += "fail: Quay.Crane[0]\n      Lift Failed: " + command + " (Ticket: " + ticketOf(at)
                   + ")\n      Quay.WindException: too much wind\n         at Quay.Crane.Lift()\n";
            continue;
        }
        const bool isWrong = at % 10 == 5;
        log += QByteArray(isWrong ? "warn" : "info") + ": Quay.Crane[0]\n      Lift Completed: " + command
               + " box " + QByteArray::number(at) + " (Ticket: " + ticketOf(at)
               + ", Driver: " + (at % 4 ? "ada" : "bert") + ", Code: " + (isWrong ? "1" : "0")
               + ", Took: " + QByteArray::number(at * 100 + 0.5) + "ms)\n";
    }
    return log;
}

/// Requests with a time each, of which every tenth takes long and every twentieth fails.
QByteArray requestRecords()
{
    QByteArray log;
    for (int at = 0; at < 200; ++at) {
        const QByteArray time = QByteArray::number(1795212781458 + at * 1000LL);
        const QByteArray id = "\"reqId\":\"req-" + QByteArray::number(at) + "\"";
        log += "{\"level\":30,\"time\":" + time + "," + id
               + ",\"req\":{\"method\":\"GET\",\"url\":\"/v1/berths?page=" + QByteArray::number(at)
               + "\"},\"msg\":\"incoming request\"}\n";
        const bool isFailed = at % 20 == 19;
        log += "{\"level\":" + QByteArray(isFailed ? "50" : "30") + ",\"time\":" + time + "," + id
               + ",\"res\":{\"statusCode\":" + (isFailed ? "500" : "200")
               + "},\"responseTime\":" + (at % 10 == 9 ? "1500.25" : "12.5")
               + (isFailed ? ",\"msg\":\"request errored\"}\n" : ",\"msg\":\"request completed\"}\n");
    }
    return log + "{\"level\":30,\"time\":1795212981458,\"is_error\":false,\"msg\":\"no error at all\"}\n";
}

/// Requests of a day: one client tries paths that are not there, one is refused again and again.
QByteArray accessRecords()
{
    QByteArray log;
    const auto add = [&log](const QByteArray &client, int minute, const QByteArray &path, int status) {
        log += client + " - - [20/Nov/2026:10:" + QByteArray::number(minute % 60).rightJustified(2, '0')
               + ":00 +0000] \"GET " + path + " HTTP/1.1\" " + QByteArray::number(status)
               + " 120 \"-\" \"Mozilla/5.0\"\n";
    };
    for (int at = 0; at < 300; ++at)
        add("10.0.0." + QByteArray::number(at % 20), at / 5, "/berths/" + QByteArray::number(at % 7), 200);
    for (int at = 0; at < 30; ++at)
        add("203.0.113.9", 30, "/" + QByteArray::number(at) + "/wp-login.php", 404);
    for (int at = 0; at < 40; ++at)
        add("198.51.100.7", 40, "/login", 401);
    return log;
}

QByteArray appRecord(const QByteArray &time, const QByteArray &level, const QByteArray &message)
{
    return time + " +00:00 [" + level
           + "] quay\xC2\xB7"
             "app/Main: "
           + message + "\n";
}

} // namespace

/// The runbooks' log chapters of services that print into containers and files, by the command line alone.
class TestServiceLogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        PILOTHOUSE_REQUIRE_ENGINE();
        m_project = std::make_unique<ComposeWorld>(QStringLiteral("logs.yml"));
        const QDir data(m_project->data());
        writeAll(data.filePath(QStringLiteral("api.log")), requestRecords());
        writeAll(data.filePath(QStringLiteral("audit.log")), liftRecords());
        const QByteArray up = m_project->compose({QStringLiteral("up"), QStringLiteral("-d")});
        QVERIFY2(!up.startsWith("failed"), up.constData());

        m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
        QDir(m_world->path(QStringLiteral("."))).mkpath(QStringLiteral("home/config/profiles"));
        QDir(m_world->data()).mkpath(QStringLiteral("logs"));
        writeAll(m_world->home() + u"/config/profiles/quay.json"_qs,
                 testProfile(QStringLiteral("quay.json")));
        for (const auto &[name, how] :
             {std::pair(u"store"_qs, QStringList{u"--compose"_qs, m_project->project() + u"/api"}),
              std::pair(u"yard"_qs, QStringList{u"--data-dir"_qs, m_world->data()})}) {
            const CliRun added =
                m_world->run(QStringList{u"instance"_qs, u"add"_qs, name, u"--profile"_qs, u"quay"_qs} + how);
            QVERIFY2(added.code == 0, added.told().constData());
        }
        QTRY_COMPARE_WITH_TIMEOUT(total("logs stats store --source api"), 401, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(hits("logs search store --source audit wind") > 0, 5000);
    }

    void cleanupTestCase()
    {
        if (!m_world)
            return;
        const QByteArray complaint = m_world->complaint();
        QVERIFY2(complaint.isEmpty(), complaint.constData());
    }

    void f25_findsTheErrorsOfAService()
    {
        // grep -i error counts what says that there is none; the level does not.
        QCOMPARE(hits("logs search store error --source api"), 11);
        QCOMPARE(hits("logs search store --source api --filter level>=error"), 10);
        const QJsonObject failed = object("logs stats store --source api --question failed");
        QCOMPARE(failed.value(u"total").toInt(), 10);
    }

    void f26_listsTheSlowRequests()
    {
        QCOMPARE(hits("logs search store --source api --filter duration>1000ms"), 20);
        const QJsonObject slow = object("logs stats store --source api --question slow");
        QCOMPARE(slow.value(u"total").toInt(), 20);
        QCOMPARE(slow.value(u"largest").toArray().first()[u"number"].toDouble(), 1500.25);
        QVERIFY(text("logs stats store --source api --question slow").contains("1.50 s"));
    }

    void f36_showsThatAServiceEndedAndItsLastWords()
    {
        const QByteArray last = text("logs tail store --source service/crashed");
        QVERIFY2(last.contains("panic no room for cargo") && last.contains("began"), last.constData());
        QCOMPARE(hits("logs search store panic --source service/crashed"), 1);
    }

    void v17_showsTheLastHundredAndAnHour()
    {
        QCOMPARE(array("logs tail store --source api --count 100").size(), 100);
        QVERIFY(array("logs tail store --source audit --since 1h --count 10").size() == 10);
        QCOMPARE(total("logs stats store --source audit --since 1h"),
                 total("logs stats store --source audit"));
        QCOMPARE(total("logs stats store --source audit --until 2001-01-01"), 0);
    }

    void v18_followsOneTicket()
    {
        const QString ticket = QString::fromLatin1(ticketOf(7));
        const QJsonObject found = m_world
                                      ->json({u"logs"_qs, u"search"_qs, u"store"_qs, u"--source"_qs,
                                              u"audit"_qs, u"--filter"_qs, u"trace=" + ticket})
                                      .json.object();
        QCOMPARE(found.value(u"hits").toInt(), 2);
        const QJsonArray records = found.value(u"records").toArray();
        QVERIFY(records.at(0)[u"message"].toString().startsWith(u"Lift Started"));
        QVERIFY(records.at(1)[u"message"].toString().startsWith(u"Lift Completed"));
        QVERIFY2(!records.at(0)[u"time"].toString().isEmpty(), "the engine's time stands in for one");
    }

    /// What the runbook wants measured, as far as a log tells: rate, durations, share of errors.
    void v19_measuresRateDurationAndErrors()
    {
        const QJsonObject requests = object("logs stats store --source api --per minute");
        QCOMPARE(requests.value(u"histogram").toArray().first()[u"total"].toInt(), 118);
        QCOMPARE(requests.value(u"requests").toObject().value(u"5xx").toInt(), 10);
        QCOMPARE(requests.value(u"requests").toObject().value(u"2xx").toInt(), 190);
        const QJsonArray commands =
            object("logs stats store --source audit --by command --most duration").value(u"groups").toArray();
        QCOMPARE(commands.size(), 3); // hoist, turn and the banner's lines without one
        for (const QJsonValue &command : commands) {
            if (command[u"value"].toString() == u"turn")
                QCOMPARE(command[u"mean"].toDouble(), 1900.5);
        }
    }

    void v20_readsRecordsOfTwoLines()
    {
        const QJsonArray records = array("logs tail store --source audit --count 1000");
        QCOMPARE(records.size(), 2 + 2 * Lifts); // the banner's lines stand alone
        const QJsonObject last = records.last().toObject();
        QCOMPARE(last.value(u"level").toString(), u"error"_qs);
        QCOMPARE(last.value(u"component").toString(), u"Quay.Crane"_qs);
        QCOMPARE(last.value(u"lines").toArray().size(), 2);
    }

    void v21_findsTheFailedCommands()
    {
        QCOMPARE(hits("logs search store --source audit \"Status: Failed\""),
                 0); // what the runbook greps for
        const QJsonObject failed = object("logs stats store --source audit --question failed");
        QCOMPARE(failed.value(u"total").toInt(), 8); // those that failed, and those with another exit code
        QCOMPARE(hits("logs search store --source audit --filter state=Failed"), 4);
    }

    void v22_countsTheCommandsOfEachUser()
    {
        const QJsonArray users =
            object("logs stats store --source audit --question users").value(u"groups").toArray();
        QMap<QString, int> counts;
        for (const QJsonValue &user : users)
            counts.insert(user[u"value"].toString(), user[u"count"].toInt());
        QCOMPARE(counts.value(u"ada"_qs) + counts.value(u"bert"_qs), 36);
        QCOMPARE(counts.value(u"bert"_qs), 10);
        QCOMPARE(hits("logs search store --source audit --filter \"user=ada state=Completed\""), 26);
    }

    void v23_listsTheLongestCommands()
    {
        const QJsonArray longest =
            object("logs stats store --source audit --most duration --top 3").value(u"largest").toArray();
        QCOMPARE(longest.size(), 3);
        QCOMPARE(longest.at(0)[u"number"].toDouble(), 3800.5); // by number: as text 900.5ms comes first
        QCOMPARE(longest.at(2)[u"number"].toDouble(), 3600.5);
    }

    void v35_asksForCommandsOverAThreshold()
    {
        QCOMPARE(hits("logs search store --source audit --filter duration>3s"), 9);
        QCOMPARE(object("logs stats store --source audit --by command --most duration --slow 3s")
                     .value(u"total")
                     .toInt(),
                 9);
    }

    void v24_saysWhatTheComposeFileNeeds()
    {
        const CliRun run = m_world->run(split("logs driver store --size 10m --files 10 --yes"));
        QVERIFY2(run.code != 0 && run.error.contains("compose.yml"), run.told().constData());
        QVERIFY2(run.error.contains("driver: json-file") && run.error.contains("max-size: \"10m\""),
                 run.told().constData());
    }

    void v42_keepsTheLogsAsADatedSet()
    {
        const QString folder = m_world->path(u"evidence-2026-11-21"_qs);
        const CliRun made = m_world->run(
            {u"logs"_qs, u"export"_qs, u"store"_qs, u"--to"_qs, folder, u"--source"_qs, u"audit"_qs});
        QVERIFY2(made.code == 0, made.told().constData());
        const QByteArray records = readAll(folder + u"/audit/records.log"_qs);
        QCOMPARE(records.count("Lift Started"), Lifts);
        QVERIFY2(records.contains("Z info: Quay.Crane[0]\n      Lift Started"),
                 records.left(300).constData());
        EXPECT_CODE(m_world->run({u"logs"_qs, u"export"_qs, u"--check"_qs, folder}), 0);
    }

    void g11_readsTheFourLogFiles()
    {
        writeFiles();
        const CliRun sources = m_world->run(words(QStringLiteral("logs sources yard")));
        for (const char *name : {"app", "error", "access", "record"})
            QVERIFY2(sources.output.contains(name), sources.told().constData());
        const QJsonObject all = object("logs search yard --source all --filter \"level>=error\"");
        QCOMPARE(all.value(u"sources").toArray().size(), 4);
        QVERIFY(all.value(u"hits").toInt() >= 3);
        QCOMPARE(hits("logs search yard --source access --filter status=404"), 30);
        QCOMPARE(hits("logs search yard --source record --filter state=Failed"), 4);
    }

    void g12_readsCompressedRotationsAsOneLog()
    {
        writeFiles();
        const QString path = m_world->data(u"logs/app.log"_qs);
        for (int day = 1; day <= 30; ++day) {
            const QByteArray date = QDate(2026, 11, 20).addDays(-day).toString(Qt::ISODate).toLatin1();
            writeAll(path + u'.' + QString::number(day),
                     appRecord(date + " 10:00:00.000", "INF", "of day " + QByteArray::number(day)));
            if (day > 1)
                pack(path + u'.' + QString::number(day), day % 2 == 0);
        }
        QCOMPARE(hits("logs search yard --source app \"of day\""), 30);
        QCOMPARE(hits("logs search yard --source app \"of day\" --until 2026-10-22"), 2);
        const QJsonArray sources = array("logs sources yard");
        QCOMPARE(sources.at(0)[u"rotations"].toInt(), 30);
        QCOMPARE(array("logs tail yard --source app --count 1000").first()[u"message"].toString(),
                 u"of day 30"_qs);
    }

    void g13_tellsTheLevelsApart()
    {
        writeFiles();
        for (const auto &[level, count] :
             {std::pair("error", 1), std::pair("warning", 2), std::pair("info", 3), std::pair("debug", 4)})
            QCOMPARE(hits(QByteArray("logs search yard --source app part --level ") + level), count);
        const QJsonObject levels =
            object("logs stats yard --source app --filter part").value(u"levels").toObject();
        QCOMPARE(levels.value(u"debug").toInt(), 1);
        QCOMPARE(levels.value(u"error").toInt(), 1);
    }

    void g33_reviewsTheAccessLog()
    {
        writeFiles();
        const QJsonObject review =
            object("logs stats yard --source access --review").value(u"review").toObject();
        QCOMPARE(review.value(u"scanners").toArray().first()[u"client"].toString(), u"203.0.113.9"_qs);
        QCOMPARE(review.value(u"refused").toArray().first()[u"client"].toString(), u"198.51.100.7"_qs);
        QVERIFY(text("logs stats yard --source access --review").contains("203.0.113.9"));
    }

    void g41_losesNothingOfALogThatIsWrittenAndRotated()
    {
        writeFiles();
        const QString path = m_world->data(u"logs/app.log"_qs);
        QVERIFY(QFile::remove(path));
        const auto follower = m_world->started(split("logs follow yard --source app"));
        QByteArray seen;
        const auto hears = [&](const QByteArray &what) {
            follower->waitForReadyRead(20);
            seen += follower->readAllStandardOutput();
            return seen.contains(what);
        };
        constexpr int Lines = 20000;
        QFile log(path);
        for (int at = 0; at < Lines; ++at) {
            if (at % 5000 == 0) { // renamed away, and made anew
                log.close();
                for (int n = at / 5000; n > 0; --n)
                    QFile::rename(n > 1 ? path + u'.' + QString::number(n - 1) : path,
                                  path + u'.' + QString::number(n));
                QVERIFY(log.open(QIODevice::Append));
            }
            const QByteArray filler =
                at % 1000 ? QByteArray(at % 7, '\0') + "\xff\xfe" : QByteArray(300000, 'x');
            log.write(appRecord("2026-11-20 10:00:00.000", "INF",
                                "number <" + QByteArray::number(at) + "> " + filler));
            if (at % 500 == 0) {
                log.flush();
                hears("nothing");
            }
        }
        log.close();
        QTRY_VERIFY_WITH_TIMEOUT(hears("number <" + QByteArray::number(Lines - 1) + ">"), 20000);
        const qint64 memory = peakMemory(follower->processId());
        follower->terminate();
        QVERIFY(follower->waitForFinished(5000));
        QList<int> numbers;
        for (qsizetype at = seen.indexOf("number <"); at >= 0; at = seen.indexOf("number <", at + 1))
            numbers << seen.mid(at + 8, seen.indexOf('>', at) - at - 8).toInt();
        QCOMPARE(numbers.size(), Lines);
        for (int at = 0; at < Lines; ++at)
            QCOMPARE(numbers.at(at), at);
        QVERIFY2(memory > 0 && memory < 200 << 10, QByteArray::number(memory).constData());
    }

    void g41_survivesAContainerThatFloods()
    {
        const QString name = m_project->project() + u"-flood"_qs;
        CliWorld::docker({u"run"_qs, u"--detach"_qs, u"--name"_qs, name, u"--entrypoint"_qs, u"/bin/sh"_qs,
                          u"--log-opt"_qs, u"max-size=50m"_qs, u"--volume"_qs,
                          m_world->data() + u":/home/node/.agentx"_qs,
                          qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), u"-c"_qs,
                          u"timeout 3 yes 'one more line of a flood'; exec sleep 1000"_qs});
        const CliRun added =
            m_world->run({u"instance"_qs, u"add"_qs, u"flood"_qs, u"--profile"_qs, u"quay"_qs, u"--docker"_qs,
                          name, u"--data-dir"_qs, m_world->data()});
        const auto follower = m_world->started(split("logs follow flood --source api"));
        QElapsedTimer timer;
        qint64 bytes = 0;
        for (timer.start(); timer.elapsed() < 2000;) {
            follower->waitForReadyRead(20);
            bytes += follower->readAllStandardOutput().size();
        }
        const qint64 memory = peakMemory(follower->processId());
        follower->terminate();
        const bool isEnded = follower->waitForFinished(5000);
        CliWorld::docker({u"rm"_qs, u"--force"_qs, name});
        QVERIFY2(added.code == 0, added.told().constData());
        QVERIFY(isEnded);
        QVERIFY(bytes > 100000);
        QVERIFY2(memory > 0 && memory < 200 << 10, QByteArray::number(memory).constData());
    }

    void g42_showsEscapesHarmlessAndWritesNoneRaw()
    {
        QByteArray lines;
        for (const QByteArray &line : hostileLines())
            lines += line + '\n';
        writeFiles();
        writeAll(m_world->data(u"logs/app.log"_qs),
                 appRecord("2026-11-20 10:00:00.000", "INF", "begins") + lines);
        const QString name = m_project->project() + u"-hostile"_qs;
        writeAll(m_project->data() + u"/hostile.log"_qs, lines);
        CliWorld::docker({u"run"_qs, u"--name"_qs, name, u"--entrypoint"_qs, u"/bin/cat"_qs, u"--volume"_qs,
                          m_project->data() + u":/logs:ro"_qs,
                          qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), u"/logs/hostile.log"_qs});
        const CliRun added =
            m_world->run({u"instance"_qs, u"add"_qs, u"hostile"_qs, u"--profile"_qs, u"quay"_qs,
                          u"--docker"_qs, name, u"--data-dir"_qs, m_world->data()});
        const QString folder = m_world->path(u"hostile-evidence"_qs);
        QList<CliRun> runs;
        for (const char *line :
             {"logs tail yard --source app --count 1000", "logs search yard --source app after --stream",
              "logs search yard --source app after", "logs tail hostile --source api --count 1000",
              "logs search hostile --source api after --stream",
              "logs stats hostile --source api --by message"})
            runs << m_world->run(split(line));
        const CliRun kept = m_world->run(
            {u"logs"_qs, u"export"_qs, u"hostile"_qs, u"--to"_qs, folder, u"--source"_qs, u"api"_qs});
        CliWorld::docker({u"rm"_qs, u"--force"_qs, name});
        QVERIFY2(added.code == 0 && kept.code == 0, QByteArray(added.told() + kept.told()).constData());
        for (const CliRun &run : std::as_const(runs)) {
            QVERIFY2(run.code == 0 && !run.output.isEmpty(), run.told().constData());
            QVERIFY2(!harmsTerminal(run.output + run.error), run.told().left(2000).constData());
        }
        QVERIFY(!harmsTerminal(readAll(folder + u"/api/records.log"_qs)));
    }

    void readsOnlyWhatIsALog()
    {
        writeFiles();
        const QString path = m_world->data(u"logs/app.log"_qs);
        QVERIFY(QFile::remove(path));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        for (const char *line : {"logs tail yard --source app", "logs search yard x --source app",
                                 "logs stats yard --source app", "logs follow yard --source app"}) {
            const CliRun run = m_world->run(split(line));
            QVERIFY2(run.code == 1 && run.error.contains("not read as a log"), run.told().constData());
        }
        const CliRun all = m_world->run(split("logs search yard part --source all"));
        QVERIFY2(all.code == 0 && all.told().contains("not read as a log"), all.told().constData());
        QVERIFY(QFile::remove(path));
        QVERIFY(QDir().mkdir(path));
        QVERIFY(m_world->run(split("logs tail yard --source app")).error.contains("not read as a log"));
        QVERIFY(QDir().rmdir(path));
        const QString folder = m_world->data(u"logs"_qs);
        QVERIFY(QDir().rename(folder, folder + u".unmounted"));
        for (const char *line : {"logs tail yard --source app", "logs search yard x --source app",
                                 "logs stats yard --source app"}) {
            const CliRun run = m_world->run(split(line));
            QVERIFY2(run.code == 1 && run.error.contains("is not there"), run.told().constData());
        }
        const auto saysWhatItWaitsFor = [&](const QByteArray &why) {
            const auto follower = m_world->started(split("logs follow yard --source app"));
            QByteArray said;
            const auto hears = [&] {
                follower->waitForReadyRead(20);
                said += follower->readAllStandardError();
                return said.endsWith('\n');
            };
            const bool hasSaid = QTest::qWaitFor(hears, 10000);
            follower->terminate();
            follower->waitForFinished();
            said += follower->readAllStandardError();
            return hasSaid && said.contains(QByteArray(path.toUtf8() + why)) && said.count("Waits for") == 1;
        };
        QVERIFY(saysWhatItWaitsFor(", whose folder is not there"));
        QVERIFY(QDir().rename(folder + u".unmounted", folder));
        QVERIFY(saysWhatItWaitsFor(", which is not there yet"));
    }

    void refusesAndOutlivesBadExpressions()
    {
        writeFiles();
        writeAll(m_world->data(u"logs/app.log"_qs),
                 appRecord("2026-11-20 10:00:00.000", "INF", QByteArray(5000, 'a') + "b"));
        const CliRun wrong = m_world->run(split("logs search yard \"a(b\" --regex --source app"));
        QVERIFY2(wrong.code == 2 && wrong.told().contains("4"), wrong.told().constData());
        const CliRun slow = m_world->run(split("logs search yard \"(a+)+(x+x+)+y\" --regex --source app"));
        QVERIFY2(slow.code == 0, slow.told().constData());
        const CliRun back = m_world->run(split("logs search yard \"(a*)*\\1c\" --regex --source app"));
        QVERIFY2(back.code == 0, back.told().constData());
    }

private:
    /// In KiB; -1: it is not there.
    static qint64 peakMemory(qint64 process)
    {
        const QByteArray status = readAll(QStringLiteral("/proc/%1/status").arg(process));
        const qsizetype at = status.indexOf("VmHWM:");
        return at < 0 ? -1 : status.mid(at + 6, status.indexOf(" kB", at) - at - 6).trimmed().toLongLong();
    }

    void writeFiles()
    {
        writeAll(m_world->data(u"logs/app.log"_qs),
                 appRecord("2026-11-20 10:00:00.000", "DBG", "part a")
                     + appRecord("2026-11-20 10:00:01.000", "INF", "part b")
                     + appRecord("2026-11-20 10:00:02.000", "WRN", "part c")
                     + appRecord("2026-11-20 10:00:03.000", "ERR", "part d, error: 'none'"));
        writeAll(m_world->data(u"logs/error.log"_qs), appRecord("2026-11-20 10:00:03.000", "ERR", "part d"));
        writeAll(m_world->data(u"logs/access.log"_qs), accessRecords());
        writeAll(m_world->data(u"logs/audit.log"_qs), liftRecords());
    }

    /// As log rotation does; the plain file goes.
    static void pack(const QString &path, bool isZstd)
    {
        const QStringList zstd{u"-q"_qs, u"--rm"_qs, path};
        QCOMPARE(isZstd ? QProcess::execute(u"zstd"_qs, zstd) : QProcess::execute(u"gzip"_qs, {path}), 0);
    }

    static QStringList split(const QByteArray &line)
    {
        return QProcess::splitCommand(QString::fromLatin1(line));
    }
    QByteArray text(const QByteArray &line) { return m_world->run(split(line)).output; }
    QJsonObject object(const QByteArray &line) { return m_world->json(split(line)).json.object(); }
    QJsonArray array(const QByteArray &line) { return m_world->json(split(line)).json.array(); }
    int total(const QByteArray &line) { return object(line).value(u"total").toInt(-1); }
    int hits(const QByteArray &line) { return object(line).value(u"hits").toInt(-1); }

    std::unique_ptr<ComposeWorld> m_project;
    std::unique_ptr<CliWorld> m_world;
};

} // namespace tst_servicelogs

QTEST_GUILESS_MAIN(tst_servicelogs::TestServiceLogs)
#include "tst_servicelogs.moc"
