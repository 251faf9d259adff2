// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/backupclock.h"
#include "core/schedule/cronfields.h"
#include "core/schedule/crontable.h"
#include "core/schedule/schedulejob.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_schedule {

namespace {

QDateTime at(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate);
}

Schedule daily()
{
    Schedule schedule;
    schedule.instance = QStringLiteral("shop");
    schedule.program = QStringLiteral("/usr/bin/pilothouse-cli");
    schedule.stateFolder = QStringLiteral("/home/me/50% $HOME \"x\"");
    schedule.installedAt = at("2026-03-01T12:00:00Z");
    return schedule;
}

} // namespace

/// Times, cron tables and the clock of missed runs.
class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    void findsWhenCronIsDue_data();
    void findsWhenCronIsDue();
    void refusesTimesThatCannotBe_data();
    void refusesTimesThatCannotBe();
    void readsWhatItWrites();
    void keepsEveryOtherByteOfATable();
    void changesItsOwnLineInPlace();
    void comesOnTheFirstOfAQuarter();
    void runsADrillUnderANameOfItsOwn();
    void refusesToDisableALineThatIsGone();
    void countsMissedRuns_data();
    void countsMissedRuns();
    void quotesForUnitsAndCron();
};

void TestSchedule::findsWhenCronIsDue_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("next"); // after Friday, 2026-03-06 10:30, local time
    QTest::newRow("daily") << "0 2 * * *"
                           << "2026-03-07T02:00:00";
    QTest::newRow("later today") << "45 10 * * *"
                                 << "2026-03-06T10:45:00";
    QTest::newRow("not this very minute") << "30 10 * * *"
                                          << "2026-03-07T10:30:00";
    QTest::newRow("steps") << "*/20 * * * *"
                           << "2026-03-06T10:40:00";
    QTest::newRow("weekdays by name") << "0 2 * * mon-fri"
                                      << "2026-03-09T02:00:00";
    QTest::newRow("seven is Sunday") << "0 2 * * 7"
                                     << "2026-03-08T02:00:00";
    QTest::newRow("either day") << "0 2 15 * 1"
                                << "2026-03-09T02:00:00";
    QTest::newRow("month") << "0 0 29 2 *"
                           << "2028-02-29T00:00:00";
    QTest::newRow("short form") << "@weekly"
                                << "2026-03-08T00:00:00";
    QTest::newRow("list") << "5,35 8-9,23 * * *"
                          << "2026-03-06T23:05:00";
}

void TestSchedule::findsWhenCronIsDue()
{
    QFETCH(QString, fields);
    QFETCH(QString, next);
    const auto parsed = CronFields::parse(fields);
    QVERIFY_RESULT(parsed);
    QCOMPARE(parsed->next(at("2026-03-06T10:30:00")).toString(Qt::ISODate), next);
}

void TestSchedule::refusesTimesThatCannotBe_data()
{
    QTest::addColumn<QString>("fields");
    for (const char *text :
         {"", "0 2 * *", "60 2 * * *", "0 24 * * *", "0 2 0 * *", "0 2 * 13 *", "0 2 * * 8", "0 2 5-1 * *",
          "*/0 * * * *", "a b c d e", "0 2 * * * *", "-1 2 * * *", "@sometimes"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestSchedule::refusesTimesThatCannotBe()
{
    QFETCH(QString, fields);
    QVERIFY(!CronFields::parse(fields));
}

void TestSchedule::readsWhatItWrites()
{
    for (const char *text : {"hourly", "daily 03:15", "weekly wed 23:00", "monthly 04:00", "quarterly 03:30",
                             "Mon..Fri *-*-* 03:15", "30 1 * * 1-5"}) {
        Schedule schedule = daily();
        const auto time = ScheduleTime::parse(QLatin1String(text));
        QVERIFY_RESULT(time);
        QCOMPARE(time->toText(), QLatin1String(text));
        schedule.time = *time;
        QCOMPARE(*scheduleFromJson(toJson(schedule)), schedule);
    }
    Schedule drill = daily();
    drill.work = ScheduledWork::Drill;
    drill.agreed = QStringList{u"no-marker"_qs};
    QCOMPARE(*scheduleFromJson(toJson(drill)), drill);
    QVERIFY(!ScheduleTime::parse(QStringLiteral("quarterly 25:00")));
    QVERIFY(!ScheduleTime::parse(QStringLiteral("daily 25:00")));
    QVERIFY(!ScheduleTime::parse(QStringLiteral("weekly never")));
    QVERIFY(!ScheduleTime::parse(QStringLiteral("* * * * *\nExecStart=x")));
    QVERIFY(!scheduleFromJson({}));
}

void TestSchedule::keepsEveryOtherByteOfATable()
{
    const QByteArray table = "MAILTO=\"\"\n\t# tab \n0 2 * * * /old/backup.sh  \n\n@daily x\r\n\xff\xfe\n";
    CronEdit edit{QStringLiteral("shop"), true, "0 3 * * * new", {"0 2 * * * /old/backup.sh  "}, {}};
    const auto changed = editedCronTable(table, edit);
    QVERIFY_RESULT(changed);
    QCOMPARE(cronLineOf(*changed, QStringLiteral("shop")), QByteArray("0 3 * * * new"));
    QVERIFY(changed->contains("\n#pilothouse off for shop# 0 2 * * * /old/backup.sh  \n"));
    const auto back = editedCronTable(*changed, {QStringLiteral("shop"), true, {}, {}, edit.disable});
    QVERIFY_RESULT(back);
    QCOMPARE(*back, table);
    QCOMPARE(*editedCronTable(*editedCronTable({}, {QStringLiteral("a"), true, "l", {}, {}}),
                              {QStringLiteral("a"), true, {}, {}, {}}),
             QByteArray());
}

void TestSchedule::changesItsOwnLineInPlace()
{
    QByteArray table = "first\n";
    table = *editedCronTable(table, {QStringLiteral("shop"), true, "one", {}, {}});
    table = *editedCronTable(table, {QStringLiteral("shop-2"), true, "other", {}, {}});
    const QByteArray changed = *editedCronTable(table, {QStringLiteral("shop"), true, "two", {}, {}});
    QCOMPARE(cronLineOf(changed, QStringLiteral("shop")), QByteArray("two"));
    QCOMPARE(cronLineOf(changed, QStringLiteral("shop-2")), QByteArray("other"));
    QCOMPARE(QByteArray(changed).replace("two", "one"), table);
    // Its drills have a line of their own.
    const QByteArray both =
        *editedCronTable(changed, {QStringLiteral("shop"), true, "d", {}, {}, u"drill"_qs});
    QCOMPARE(cronLineOf(both, QStringLiteral("shop")), QByteArray("two"));
    QCOMPARE(cronLineOf(both, QStringLiteral("shop"), u"drill"_qs), QByteArray("d"));
    QCOMPARE(*editedCronTable(both, {QStringLiteral("shop"), true, {}, {}, {}, u"drill"_qs}), changed);
}

void TestSchedule::comesOnTheFirstOfAQuarter()
{
    const auto time = ScheduleTime::parse(QStringLiteral("quarterly 03:00"));
    QVERIFY_RESULT(time);
    const QDateTime from(QDate(2026, 11, 21), QTime(12, 0));
    const auto due = dueTimes(*time, ScheduleKind::Systemd, from, 3, {});
    QVERIFY_RESULT(due);
    QCOMPARE(due->at(0).toLocalTime(), QDateTime(QDate(2027, 1, 1), QTime(3, 0)));
    QCOMPARE(due->at(1).toLocalTime(), QDateTime(QDate(2027, 4, 1), QTime(3, 0)));
    QCOMPARE(due->at(2).toLocalTime(), QDateTime(QDate(2027, 7, 1), QTime(3, 0)));
    QCOMPARE(time->calendar(), QStringLiteral("*-01,04,07,10-01 03:00:00"));
}

void TestSchedule::runsADrillUnderANameOfItsOwn()
{
    Schedule drill = daily();
    drill.work = ScheduledWork::Drill;
    drill.agreed = QStringList{u"no-marker"_qs};
    QCOMPARE(scheduleUnitName(u"shop"_qs, ScheduledWork::Drill), u"pilothouse-drill-shop"_qs);
    const QByteArray line = cronLine(drill, QStringLiteral("/l/x.log"));
    QVERIFY2(line.contains("drill run shop --trigger schedule") && !line.contains("backup create"),
             line.constData());
    const QString rehearsal = rehearsalCommand(drill).toDisplayString();
    QVERIFY2(rehearsal.contains(u"rehearse shop --drill --agreed no-marker"), qPrintable(rehearsal));
}

void TestSchedule::refusesToDisableALineThatIsGone()
{
    const auto refused = editedCronTable("x\n", {QStringLiteral("shop"), false, {}, {"y"}, {}});
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
}

void TestSchedule::countsMissedRuns_data()
{
    QTest::addColumn<QDateTime>("verified");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<int>("missed");
    QTest::newRow("just installed") << QDateTime() << at("2026-03-01T13:00:00Z") << 0;
    QTest::newRow("never ran") << QDateTime() << at("2026-03-04T15:00:00Z") << 3;
    QTest::newRow("in time") << at("2026-03-05T02:00:10Z") << at("2026-03-06T01:00:00Z") << 0;
    QTest::newRow("late, within the grace") << at("2026-03-05T02:00:10Z") << at("2026-03-06T03:59:00Z") << 0;
    QTest::newRow("one") << at("2026-03-05T02:00:10Z") << at("2026-03-06T04:00:11Z") << 1;
    QTest::newRow("older than the schedule") << at("2026-01-01T00:00:00Z") << at("2026-03-01T13:00:00Z") << 0;
    QTest::newRow("clock went back") << at("2026-03-05T02:00:10Z") << at("2026-02-01T00:00:00Z") << 0;
}

void TestSchedule::countsMissedRuns()
{
    QFETCH(QDateTime, verified);
    QFETCH(QDateTime, now);
    QFETCH(int, missed);
    const ScheduleReading reading = readSchedule(daily(), std::nullopt, verified, now);
    QCOMPARE(reading.missed, missed);
    QVERIFY(reading.nextRunAt > now);
}

void TestSchedule::quotesForUnitsAndCron()
{
    const QByteArray unit = serviceUnitText(daily(), QStringLiteral("/l/100%.log"));
    QVERIFY2(unit.contains("\"/home/me/50%% $$HOME \\\"x\\\"\""), unit.constData());
    QVERIFY(unit.contains("append:/l/100%%.log"));
    const QByteArray line = cronLine(daily(), QStringLiteral("/l/100%.log"));
    QVERIFY2(line.contains("'/home/me/50\\% $HOME \"x\"'") && line.contains("/l/100\\%.log"),
             line.constData());
    QVERIFY(!line.contains('\n'));
}

} // namespace tst_schedule

QTEST_GUILESS_MAIN(tst_schedule::TestSchedule)
#include "tst_schedule.moc"
