// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/history/logextent.h"
#include "core/logs/scan/logscan.h"
#include "core/logs/statistics/logstatistics.h"
#include "core/profile/logreading.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"

#include <QRegularExpression>

using namespace pilothouse;

namespace tst_realsamples {

namespace {

QString sample(const QString &name)
{
    return qEnvironmentVariable("PILOTHOUSE_SAMPLES") + u'/' + name;
}

ProfileLogFormat standardFormat(const QString &id)
{
    for (const ProfileLogFormat &format : standardLogFormats()) {
        if (format.id == id)
            return format;
    }
    return {};
}

/// As a profile would name the fields of a service that writes down each command in two lines.
ProfileLogFormat commandFormat()
{
    ProfileLogFormat format = standardFormat(QStringLiteral("dotnet-console"));
    format.fields.patterns.prepend(
        QStringLiteral(R"(^ {6}Command execution (?<state>\w+): (?<command>\S+)(?: (?<arguments>.*?))? )"
                       R"(\(CorrelationId: (?<trace>[^,)]+)(?:, User: (?<user>[^,)]*), )"
                       R"(ExitCode: (?:\(null\)|(?<exit>[^,)]*)), )"
                       R"(Duration: (?:(?<duration>[\d.]+ms)|\(null\)ms))?\))"));
    return format;
}

struct Sample
{
    QString file;
    ProfileLogFormat format;

    LogSource source() const
    {
        LogSource source;
        source.id = source.title = QStringLiteral("sample");
        source.kind = QStringLiteral("file");
        source.path = sample(file);
        source.format = format;
        return source;
    }
};

} // namespace

/// Logs of real services, which lie outside the checkout, against counts taken by other tools.
class TestRealSamples : public QObject
{
    Q_OBJECT

    QList<ScannedRecord> found(const Sample &sample, const QString &filter = {}) const
    {
        QList<ScannedRecord> records;
        const auto wanted = LogFilter::parse(filter);
        const auto scan = LogScan::open({sample.source()});
        if (wanted && scan) {
            const auto done =
                scan->run({*wanted}, [&records](const QList<ScannedRecord> &some) { records += some; }, {});
            if (!done)
                qWarning("%s", qPrintable(done.error().toText()));
        }
        return records;
    }
    QJsonObject counted(const Sample &sample, const QString &filter, const StatisticsWish &wish) const
    {
        const auto reader = LogFieldReader::compile(sample.format);
        LogStatistics statistics(wish);
        for (const ScannedRecord &one : found(sample, filter))
            statistics.add(one, *reader, reader->fields(one.record));
        return statistics.toJson();
    }

private slots:
    void parsesEachLogWhole_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>(
            "begins"); // how a tool that knows nothing of records tells where they begin
        const QString dated = QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]{12} ");
        const QString timed = QStringLiteral("^[0-9:.]{12} [A-Z]{3} ");
        QTest::newRow("file, debug") << u"portagent/logs/portagent.debug.log"_qs << u"logtape"_qs << dated;
        QTest::newRow("file, info") << u"portagent/logs/portagent.info.log"_qs << u"logtape"_qs << dated;
        QTest::newRow("console") << u"portagent/logs/docker-logs.stdout.txt"_qs << u"logtape-console"_qs
                                 << timed;
        QTest::newRow("console, errors")
            << u"portagent/logs/docker-logs.stderr.txt"_qs << u"logtape-console"_qs << timed;
        QTest::newRow("json") << u"agentfs/logs/api.log"_qs << u"pino"_qs << u"^\\{\"level\""_qs;
        QTest::newRow("json, failures")
            << u"agentfs/logs/api-quota-and-db-down.log"_qs << u"pino"_qs << u"^\\{\"level\""_qs;
        QTest::newRow("database") << u"agentfs/logs/db.log"_qs << u"postgresql"_qs
                                  << u"^[0-9]{4}-[0-9-]{5} [0-9:.]{12} UTC"_qs;
        QTest::newRow("two lines") << u"devbuddy/devbuddy.console.DERIVED.log"_qs << u"dotnet-console"_qs
                                   << u"^(info|warn|fail): "_qs;
    }

    void parsesEachLogWhole()
    {
        QFETCH(QString, file);
        QFETCH(QString, format);
        QFETCH(QString, begins);
        const Sample log{file, standardFormat(format)};
        const QByteArray bytes = readAll(sample(file));
        QVERIFY2(!bytes.isEmpty(), qPrintable(sample(file)));
        const QRegularExpression begin(begins, QRegularExpression::MultilineOption);
        QMap<qint64, bool> starts; // by their byte
        for (auto match = begin.globalMatch(QString::fromLatin1(bytes)); match.hasNext();)
            starts.insert(match.next().capturedStart(), true);
        qsizetype begun = 0;
        qint64 last = -1;
        const QList<ScannedRecord> records = found(log);
        for (const ScannedRecord &one : records) {
            const qint64 offset = LogExtent::offsetOf(one.record.number);
            QVERIFY(offset > last && (offset == 0 || bytes.at(offset - 1) == '\n'));
            last = offset;
            QVERIFY(isHarmless(one.record.message));
            if (!starts.contains(offset))
                continue; // a line that stands alone
            ++begun;
            QVERIFY2(one.record.level != LogLevel::Unknown, qPrintable(one.record.message));
        }
        QVERIFY(starts.size() > 0);
        QCOMPARE(begun, starts.size());
        QCOMPARE(LogExtent::offsetOf(records.first().record.number), 0);
    }

    void findsTheFailedCommands()
    {
        const Sample audit{u"devbuddy/devbuddy.console.DERIVED.log"_qs, commandFormat()};
        QCOMPARE(found(audit, u"has:command"_qs).size(), 11);
        QCOMPARE(found(audit, u"has:command (level>=error or exit!=0)"_qs).size(), 6);
        QCOMPARE(found(audit, u"state=Failed"_qs).size(), 3);
        QCOMPARE(found(audit, u"\"Status: Failed\""_qs).size(), 0); // what the runbook greps for
        QCOMPARE(found(audit, u"UnauthorizedAccessException"_qs).size(), 2);
        QCOMPARE(found(audit, u"level>=error"_qs).size(), 3);
        QCOMPARE(found(audit, u"level=warning"_qs).size(), 7);
    }

    void countsCommandsAndFollowsOne()
    {
        const Sample audit{u"devbuddy/devbuddy.console.DERIVED.log"_qs, commandFormat()};
        StatisticsWish wish;
        wish.by = QStringLiteral("user");
        const QJsonArray users =
            counted(audit, u"state=Completed"_qs, wish).value(QLatin1String("groups")).toArray();
        QCOMPARE(users.size(), 1);
        QCOMPARE(users.first()[u"value"].toString(), u"unknown"_qs);
        QCOMPARE(users.first()[u"count"].toInt(), 4);
        wish.by = QStringLiteral("command");
        wish.most = QStringLiteral("duration");
        const QJsonObject slow = counted(audit, u"duration>300ms"_qs, wish);
        QCOMPARE(slow.value(QLatin1String("total")).toInt(), 2);
        const QJsonArray largest = slow.value(QLatin1String("largest")).toArray();
        QCOMPARE(largest.at(0)[u"number"].toDouble(), 5108.2214);
        QCOMPARE(largest.at(1)[u"number"].toDouble(), 352.6471);
        const auto one = found(audit, u"trace=a1b2c3d4-0f6e-4f7b-8f43-1c2d3e4f5a6b"_qs);
        QCOMPARE(one.size(), 2);
        QVERIFY(one.at(1).record.message.contains(u"Completed: rg"));
    }

    void countsRequestsAsOtherToolsDo()
    {
        const Sample api{u"agentfs/logs/api.log"_qs, standardFormat(u"pino"_qs)};
        const QJsonObject requests =
            counted(api, u"has:status"_qs, {}).value(QLatin1String("requests")).toObject();
        QCOMPARE(requests.value(QLatin1String("2xx")).toInt(), 10);
        QCOMPARE(requests.value(QLatin1String("4xx")).toInt(), 4);
        QCOMPARE(requests.value(QLatin1String("5xx")).toInt(), 1);
        QCOMPARE(found(api, u"duration>1ms"_qs).size(), 12);
        const Sample down{u"agentfs/logs/api-quota-and-db-down.log"_qs, standardFormat(u"pino"_qs)};
        QCOMPARE(found(down, u"status=429"_qs).size(), 8);
        QCOMPARE(found(down, u"status>=500"_qs).size(), 1);
    }

    void countsLevelsNotWords()
    {
        const Sample log{u"portagent/logs/portagent.debug.log"_qs, standardFormat(u"logtape"_qs)};
        const QJsonObject levels = counted(log, {}, {}).value(QLatin1String("levels")).toObject();
        QCOMPARE(levels.value(QLatin1String("debug")).toInt(), 702);
        QCOMPARE(levels.value(QLatin1String("info")).toInt(), 164);
        QCOMPARE(levels.size(), 2);
    }
};

} // namespace tst_realsamples

QTEST_GUILESS_MAIN(tst_realsamples::TestRealSamples)
#include "tst_realsamples.moc"
