// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logexport.h"
#include "core/audit/auditlog.h"
#include "core/base/clock.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/profile/profileloader.h"
#include "tests/support/profiledata.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_logstatistics {

/// What is counted and asked of logs of many kinds, and what is kept of them, with the profile of an invented
/// service.
class TestLogStatistics : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<InstanceSession> m_session;
    FileOps m_files;
    SystemClock m_clock;
    LogActions m_actions{{}};

    QJsonObject stats(QJsonObject arguments)
    {
        const auto value = m_actions.stats(*m_session, arguments, {});
        return value ? value->toObject() : QJsonObject{{QStringLiteral("error"), value.error().toText()}};
    }
    static QJsonObject row(const QJsonObject &object, const char *list, int at = 0)
    {
        return object.value(QLatin1String(list)).toArray().at(at).toObject();
    }
    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    Result<EvidenceSet> exported(const QJsonObject &arguments, const QString &folder)
    {
        AuditLog audit(m_files, path("audit"), m_clock);
        return LogExport({}, m_files, audit, m_clock)
            .run(*m_session, arguments, folder, QStringLiteral("command line"), {});
    }
    QStringList problemsOf(const QString &folder) const
    {
        const auto check = checkEvidence(m_files, folder, {});
        return check ? check->problems : QStringList{check.error().toText()};
    }

private slots:
    void initTestCase()
    {
        const auto profile =
            loadProfile(testProfile(QStringLiteral("harbour.json")), QStringLiteral("harbour"));
        QVERIFY_RESULT(profile);
        Instance instance;
        instance.name = QStringLiteral("one");
        instance.dataDir = m_folder.path();
        m_session = std::make_unique<InstanceSession>(instance, *profile, std::make_shared<ScriptedRuntime>(),
                                                      m_folder.path());
        QByteArray audit;
        QByteArray api;
        QByteArray access;
        for (int at = 0; at < 40; ++at) {
            const QByteArray number = QByteArray::number(at);
            const bool isBad = at % 10 == 3;
            audit += QByteArray(isBad ? "warn" : "info") + ": Harbour.Crane[0]\n      Lift Completed: "
                     + (at % 2 ? "hoist" : "turn") + " box (Ticket: t-" + number
                     + ", Driver: " + (at % 4 ? "ada" : "bo") + ", Code: " + (isBad ? "1" : "0")
                     + ", Took: " + QByteArray::number(at * 50) + ".5ms)\n";
            const QByteArray time = QByteArray::number(1795212000000 + at * 1000);
            api += "{\"level\":30,\"time\":" + time + ",\"reqId\":\"r" + number
                   + "\",\"req\":{\"method\":\"GET\",\"url\":\"/v1/" + (at % 2 ? "get" : "put") + "\"}}\n"
                   + "{\"level\":30,\"time\":" + time + ",\"reqId\":\"r" + number
                   + "\",\"res\":{\"statusCode\":" + (isBad ? "500" : "200")
                   + "},\"responseTime\":" + QByteArray::number(at * 100) + "}\n";
        }
        const auto request = [&access](int minute, const QByteArray &client, const QByteArray &path,
                                       int status) {
            access += client + " - - [20/Nov/2026:22:" + QByteArray::number(minute).rightJustified(2, '0')
                      + ":00 +0000] \"GET " + path + " HTTP/1.1\" " + QByteArray::number(status)
                      + " 10 \"-\" \"agent\"\n";
        };
        for (int at = 0; at < 60; ++at)
            request(at, "10.0.0.1", "/berths", 200);
        for (int at = 0; at < 30; ++at)
            request(17, "10.0.0.2", "/book", 503);
        for (int at = 0; at < 12; ++at)
            request(20 + at, "10.0.0.3", "/login", 401);
        for (const char *path : {"/.env", "/wp-login.php", "/a", "/b", "/c", "/d"})
            request(40, "10.0.0.4", path, 404);
        writeAll(path("logs/audit.log"), audit);
        writeAll(path("logs/api.log"), api);
        writeAll(path("logs/access.log"), access);
    }

    void answersTheQuestionsOfTheProfile()
    {
        const QJsonObject failed = stats({{u"source"_qs, u"audit"_qs}, {u"question"_qs, u"failed"_qs}});
        QCOMPARE(failed.value(u"question").toString(), u"Failed lifts"_qs);
        QCOMPARE(failed.value(u"total").toInt(), 4);
        QCOMPARE(row(failed, "groups").value(u"value").toString(), u"hoist"_qs);
        const QJsonObject users = stats({{u"source"_qs, u"audit"_qs}, {u"question"_qs, u"users"_qs}});
        QCOMPARE(row(users, "groups").value(u"value").toString(), u"ada"_qs);
        QCOMPARE(row(users, "groups").value(u"count").toInt(), 30);
        QCOMPARE(row(users, "groups", 1).value(u"count").toInt(), 10);
        const QJsonObject slow = stats({{u"source"_qs, u"audit"_qs}, {u"question"_qs, u"slow"_qs}});
        QCOMPARE(slow.value(u"total").toInt(), 20); // by number, not by text
        QCOMPARE(row(slow, "largest").value(u"number").toDouble(), 1950.5);
        QCOMPARE(row(slow, "largest", 19).value(u"number").toDouble(), 1000.5);
        const QString none =
            stats({{u"source"_qs, u"audit"_qs}, {u"question"_qs, u"x"_qs}}).value(u"error").toString();
        QVERIFY2(none.contains(u"failed, users, slow"_qs), qPrintable(none));
    }

    void tellsTheEndOfARequestWhereItWent()
    {
        const QJsonObject slow =
            stats({{u"source"_qs, u"api"_qs}, {u"slow"_qs, u"1s"_qs}, {u"by"_qs, u"path"_qs}});
        QCOMPARE(slow.value(u"total").toInt(), 30);
        QCOMPARE(slow.value(u"groupCount").toInt(), 2);
        QCOMPARE(row(slow, "largest").value(u"group").toString(), u"/v1/get"_qs);
        QCOMPARE(row(slow, "largest").value(u"number").toDouble(), 3900.0);
        QCOMPARE(slow.value(u"unit").toString(), u"ms"_qs);
        const QJsonObject failed = stats({{u"source"_qs, u"api"_qs}, {u"question"_qs, u"failed"_qs}});
        QCOMPARE(failed.value(u"total").toInt(), 4);
        const QJsonObject all = stats({{u"source"_qs, u"api"_qs}});
        QCOMPARE(all.value(u"requests").toObject().value(u"2xx").toInt(), 36);
        QCOMPARE(all.value(u"requests").toObject().value(u"5xx").toInt(), 4);
    }

    void countsOverTime()
    {
        const QJsonObject access = stats({{u"source"_qs, u"access"_qs}});
        QCOMPARE(access.value(u"per").toString(), u"minute"_qs);
        const QJsonArray bars = access.value(u"histogram").toArray();
        QCOMPARE(bars.size(), 60);
        QCOMPARE(bars.at(17).toObject().value(u"errors").toInt(), 30);
        QCOMPARE(bars.at(18).toObject().value(u"errors").toInt(), 0);
        QCOMPARE(stats({{u"source"_qs, u"access"_qs}, {u"per"_qs, u"day"_qs}})
                     .value(u"histogram")
                     .toArray()
                     .size(),
                 1);
    }

    void findsWhatIsUnusualAmongRequests()
    {
        const QJsonObject review =
            stats({{u"source"_qs, u"access"_qs}, {u"review"_qs, true}}).value(u"review").toObject();
        QCOMPARE(review.value(u"requests").toInt(), 108);
        QCOMPARE(review.value(u"bursts").toArray().size(), 1);
        QCOMPARE(row(review, "bursts").value(u"from").toString(), u"2026-11-20T22:17:00.000Z"_qs);
        QCOMPARE(row(review, "bursts").value(u"count").toInt(), 30);
        QCOMPARE(review.value(u"scanners").toArray().size(), 1);
        QCOMPARE(row(review, "scanners").value(u"client").toString(), u"10.0.0.4"_qs);
        QCOMPARE(row(review, "scanners").value(u"probes").toInt(), 2);
        QCOMPARE(row(review, "refused").value(u"client").toString(), u"10.0.0.3"_qs);
    }

    void followsATrace()
    {
        const auto found = m_actions.search(
            *m_session, {{u"source"_qs, u"audit,api"_qs}, {u"filter"_qs, u"trace=t-7"_qs}}, {});
        QVERIFY_RESULT(found);
        QCOMPARE(found->toObject().value(u"hits").toInt(), 1);
        QCOMPARE(row(found->toObject(), "records").value(u"fields").toObject().value(u"user").toString(),
                 u"ada"_qs);
    }

    void keepsWholeLogsAsEvidence()
    {
        const QString folder = path("evidence");
        const auto set = exported({}, folder);
        QVERIFY_RESULT(set);
        QCOMPARE(set->manifest.files.size(), 3);
        QCOMPARE(m_files.read(folder + u"/api/api.log"_qs).value_or(QByteArray()),
                 m_files.read(path("logs/api.log")).value_or("x"));
        QCOMPARE(problemsOf(folder), QStringList());
        const auto check = checkEvidence(m_files, folder, {});
        QCOMPARE(check->manifestSha256, set->manifestSha256);
        QCOMPARE(check->manifest.instance, u"one"_qs);
        QVERIFY(!check->manifest.actor.isEmpty() && check->manifest.madeAt.isValid());
        AuditLog audit(m_files, path("audit"), m_clock);
        const auto told = audit.list(u"one"_qs);
        QVERIFY_RESULT(told);
        QVERIFY(told->first().event.detail.contains(QString::fromLatin1(set->manifestSha256.toHex())));
        QCOMPARE(exported({}, folder).error().kind, ErrorKind::Refused); // never over another
    }

    void keepsTheRecordsThatAreAskedFor()
    {
        const QString folder = path("some");
        const auto set = exported(
            {{u"source"_qs, u"audit"_qs}, {u"level"_qs, u"warning"_qs}, {u"filter"_qs, u"hoist"_qs}}, folder);
        QVERIFY_RESULT(set);
        QCOMPARE(set->manifest.files.first().records, 4);
        const QByteArray text = m_files.read(folder + u"/audit/records.log"_qs).value_or(QByteArray());
        QCOMPARE(text.count('\n'), 8); // both lines of each
        QCOMPARE(set->manifest.filter, u"level>=warning (hoist)"_qs);
        QCOMPARE(problemsOf(folder), QStringList());
    }

    void writesDownAFilterThatFindsTheSameAgain()
    {
        const QJsonObject source{{u"source"_qs, u"audit"_qs}};
        QJsonObject asked = source;
        asked.insert(u"level"_qs, u"warning"_qs);
        asked.insert(u"filter"_qs, u"hoist or ada"_qs);
        const auto set = exported(asked, path("either"));
        QVERIFY_RESULT(set);
        QJsonObject again = source;
        again.insert(u"filter"_qs, set->manifest.filter);
        const auto same = exported(again, path("again"));
        QVERIFY_RESULT(same);
        QVERIFY(set->manifest.files.first().records > 0);
        QCOMPARE(same->manifest.files.first().sha256, set->manifest.files.first().sha256);
    }

    void keepsMarkedRecordsWithNotes()
    {
        MarkedRecords marked;
        marked.source.id = u"api"_qs;
        LogRecord record;
        record.time = QDateTime(QDate(2026, 11, 20), QTime(21, 30), Qt::UTC);
        record.firstLine = u"the first"_qs;
        marked.records << record << record;
        marked.notes = {u"look here"_qs, {}};
        AuditLog audit(m_files, path("audit"), m_clock);
        const LogExport maker({}, m_files, audit, m_clock);
        const auto set = maker.runMarked(*m_session, marked, path("marked"), QStringLiteral("window"), {});
        QVERIFY_RESULT(set);
        QCOMPARE(problemsOf(path("marked")), QStringList());
        const auto check = checkEvidence(m_files, path("marked"), {});
        QVERIFY(check->manifest.isOfMarks);
        QCOMPARE(check->manifest.notes, QStringList{u"2026-11-20T21:30:00.000Z: look here"_qs});
        QCOMPARE(check->manifest.files.first().records, 2);
        marked.records.clear();
        QCOMPARE(maker.runMarked(*m_session, marked, path("none"), {}, {}).error().kind, ErrorKind::NotFound);
    }

    void keepsRecordsWithLongLinesWhole()
    {
        const QByteArray line = "crit: Harbour.Long[0]\n      " + QByteArray(100000, 'A') + " xyzzy\n";
        const QByteArray before = m_files.read(path("logs/audit.log")).value_or(QByteArray());
        writeAll(path("logs/audit.log"), before + line);
        const auto set = exported({{u"source"_qs, u"audit"_qs}, {u"filter"_qs, u"xyzzy"_qs}}, path("long"));
        QVERIFY_RESULT(set);
        QCOMPARE(m_files.read(path("long/audit/records.log")).value_or(QByteArray()), line);
        QCOMPARE(set->manifest.files.first().cutRecords, 0);
        writeAll(path("logs/audit.log"), "crit: Harbour.Long[0]\n      " + QByteArray(17 << 20, 'A') + '\n');
        const auto cut =
            exported({{u"source"_qs, u"audit"_qs}, {u"filter"_qs, u"harbour or a"_qs}}, path("cut"));
        const QJsonObject counted = stats({{u"source"_qs, u"audit"_qs}});
        writeAll(path("logs/audit.log"), before);
        QCOMPARE(counted.value(u"cutRecords").toInt(), 1);
        QVERIFY(!stats({{u"source"_qs, u"audit"_qs}}).contains(u"cutRecords"));
        QVERIFY_RESULT(cut);
        const QByteArray manifest = m_files.read(path("cut/manifest.json")).value_or(QByteArray());
        QVERIFY(manifest.contains("\"cutRecords\": 1") && manifest.contains("\"cutAtByte\": 16777216"));
        QCOMPARE(checkEvidence(m_files, path("cut"), {})->manifest.files.first().cutRecords, 1);
        QCOMPARE(problemsOf(path("cut")), QStringList());
    }

    void saysWhatIsNoLog()
    {
        const QString log = path("logs/api.log");
        QVERIFY(QFile::rename(log, path("api.kept")));
        QVERIFY(QDir().mkdir(log));
        const auto set = exported({{u"source"_qs, u"api"_qs}}, path("nolog"));
        QVERIFY(QDir().rmdir(log) && QFile::rename(path("api.kept"), log));
        QVERIFY(!set);
        QVERIFY2(set.error().toText().contains(log) && !set.error().toText().contains(u"Invalid"_qs),
                 qPrintable(set.error().toText()));
    }

    void seesWhatWasChanged()
    {
        const QString folder = path("changed");
        QVERIFY_RESULT(exported({{u"source"_qs, u"api,access"_qs}}, folder));
        QByteArray text = m_files.read(folder + u"/api/api.log"_qs).value_or(QByteArray());
        text[5] = 'X';
        writeAll(folder + u"/api/api.log"_qs, text);
        QVERIFY2(problemsOf(folder).join(u' ').contains(u"api/api.log was changed"_qs),
                 qPrintable(problemsOf(folder).join(u' ')));
        QVERIFY(QFile::remove(folder + u"/access/access.log"_qs));
        writeAll(folder + u"/extra"_qs, "x");
        const QString problems = problemsOf(folder).join(u' ');
        QVERIFY(problems.contains(u"is missing"_qs) && problems.contains(u"extra does not belong"_qs));
        writeAll(folder + u"/manifest.json"_qs, "{}");
        QVERIFY(!checkEvidence(m_files, folder, {}));
    }

    void leavesNothingHalfWritten()
    {
        const QString folder = path("broken");
        QVERIFY(!exported({{u"filter"_qs, u"("_qs}}, folder));
        OperationContext stopped;
        stopped.cancel();
        AuditLog audit(m_files, path("audit"), m_clock);
        QVERIFY(!LogExport({}, m_files, audit, m_clock)
                     .run(*m_session, {{u"filter"_qs, u"a"_qs}}, folder, {}, stopped));
        QVERIFY(!QFile::exists(folder));
        QVERIFY(QDir(m_folder.path()).entryList({u"broken*"_qs}, QDir::AllEntries | QDir::Hidden).isEmpty());
    }
};

} // namespace tst_logstatistics

QTEST_GUILESS_MAIN(tst_logstatistics::TestLogStatistics)
#include "tst_logstatistics.moc"
