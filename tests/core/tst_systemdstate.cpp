// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/environmententries.h"
#include "core/runtime/systemdstate.h"
#include "core/runtime/unitenvironment.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_systemdstate {
using namespace std::chrono_literals;

namespace {

UnitFacts factsOf(const QByteArray &shown)
{
    return unitFactsFrom("Id=x.service\nLoadState=loaded\nResult=success\n" + shown);
}

} // namespace

/// What "systemctl show" says, read without a systemd.
class TestSystemdState : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheState_data();
    void tellsTheState();
    void tellsWhyItEnded_data();
    void tellsWhyItEnded();
    void readsSpans_data();
    void readsSpans();
    void takesUnknownCountersForUnknown();
    void readsEnvironmentsAsSystemdDoes_data();
    void readsEnvironmentsAsSystemdDoes();
    void readsEnvironmentFiles();
    void namesEveryEnvironmentFile();
    void acceptsOnlyNamesOfServices_data();
    void acceptsOnlyNamesOfServices();
};

void TestSystemdState::tellsTheState_data()
{
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QString>("state");
    const auto add = [](const char *name, const QByteArray &shown, const char *state) {
        QTest::newRow(name) << shown << QString::fromLatin1(state);
    };
    add("running", "ActiveState=active\nSubState=running\n", "running");
    add("ended well", "ActiveState=active\nSubState=exited\n", "running");
    add("ending", "ActiveState=deactivating\nSubState=stop-sigterm\n", "running");
    add("starting", "ActiveState=activating\nSubState=start\n", "starting");
    add("waits for its next try", "ActiveState=activating\nSubState=auto-restart\n", "restarting");
    add("stopped", "ActiveState=inactive\nSubState=dead\n", "stopped");
    add("failed", "ActiveState=failed\nSubState=failed\nResult=exit-code\n", "stopped");
    add("no such unit", "ActiveState=inactive\nLoadState=not-found\n", "missing");
    add("removed while it runs", "ActiveState=active\nLoadState=not-found\n", "running");
    add("masked", "ActiveState=inactive\nLoadState=masked\n", "stopped");
    add("a word of tomorrow", "ActiveState=dreaming\n", "unknown");
    add("nothing", "", "unknown");
}

void TestSystemdState::tellsTheState()
{
    QFETCH(QByteArray, shown);
    QFETCH(QString, state);
    // Later lines of one property add to it, so the rows replace what factsOf() sets.
    UnitFacts facts = factsOf({});
    const UnitFacts row = unitFactsFrom(shown);
    for (auto it = row.begin(); it != row.end(); ++it)
        facts.insert(it.key(), it.value());
    QCOMPARE(serviceStateName(statusFromUnit(facts).state), state);
}

void TestSystemdState::tellsWhyItEnded_data()
{
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("by itself") << QByteArray("Result=success\nExecMainCode=1\nExecMainStatus=0") << 0
                               << QString();
    QTest::newRow("by our signal") << QByteArray("Result=success\nExecMainCode=2\nExecMainStatus=15") << 143
                                   << QString();
    QTest::newRow("with a code") << QByteArray("Result=exit-code\nExecMainCode=1\nExecMainStatus=3") << 3
                                 << QStringLiteral("code 3");
    QTest::newRow("killed") << QByteArray("Result=signal\nExecMainCode=2\nExecMainStatus=9") << 137
                            << QStringLiteral("137");
    QTest::newRow("no memory") << QByteArray("Result=oom-kill\nExecMainCode=2\nExecMainStatus=9") << 137
                               << QStringLiteral("memory");
    QTest::newRow("too slow") << QByteArray("Result=timeout\nExecMainCode=2\nExecMainStatus=9") << 137
                              << QStringLiteral("time");
    QTest::newRow("too often") << QByteArray("Result=start-limit-hit\nExecMainCode=1\nExecMainStatus=1") << 1
                               << QStringLiteral("too often");
}

void TestSystemdState::tellsWhyItEnded()
{
    QFETCH(QByteArray, shown);
    QFETCH(int, code);
    QFETCH(QString, says);
    const ServiceStatus status =
        statusFromUnit(unitFactsFrom("Id=x.service\nLoadState=loaded\nActiveState=failed\n" + shown));
    QCOMPARE(status.exitCode, std::optional<int>(code));
    QVERIFY2(says.isEmpty() ? status.reason.isEmpty() : status.reason.contains(says),
             qPrintable(status.reason));
}

void TestSystemdState::readsSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("seconds") << QStringLiteral("30s") << qint64(30'000);
    QTest::newRow("mixed") << QStringLiteral("1min 30s") << qint64(90'000);
    QTest::newRow("hours") << QStringLiteral("2h 5min") << qint64(7'500'000);
    QTest::newRow("fractions") << QStringLiteral("1.500s") << qint64(1'500);
    QTest::newRow("milliseconds") << QStringLiteral("250ms") << qint64(250);
    QTest::newRow("bare microseconds") << QStringLiteral("90000000") << qint64(90'000);
    QTest::newRow("zero") << QStringLiteral("0") << qint64(0);
    QTest::newRow("for ever") << QStringLiteral("infinity") << qint64(-1);
    QTest::newRow("nothing") << QString() << qint64(-1);
}

void TestSystemdState::readsSpans()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto span = timeSpan(text);
    QCOMPARE(span ? qint64(span->count()) : qint64(-1), ms);
}

void TestSystemdState::takesUnknownCountersForUnknown()
{
    const UnitCounters none =
        countersFromUnit(unitFactsFrom("MemoryCurrent=[not set]\nCPUUsageNSec=[not "
                                       "set]\nIOReadBytes=18446744073709551615\nMemoryMax=infinity"));
    QCOMPARE(none.memoryBytes, -1);
    QCOMPARE(none.cpuNanoseconds, -1);
    QCOMPARE(none.blockRead, -1);
    QCOMPARE(none.memoryLimit, 0);
    const UnitCounters some = countersFromUnit(unitFactsFrom("MemoryCurrent=4096\nMemoryMax=1048576"));
    QCOMPARE(some.memoryBytes, 4096);
    QCOMPARE(some.memoryLimit, 1048576);
}

void TestSystemdState::readsEnvironmentsAsSystemdDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::newRow("plain") << QByteArray("A=1 B=two") << QList<QByteArray>{"A=1", "B=two"};
    QTest::newRow("quoted") << QByteArray("\"A=a b\" 'C=\"d\"' E=")
                            << QList<QByteArray>{"A=a b", "C=\"d\"", "E="};
    QTest::newRow("escaped") << QByteArray("\"A=x\\\"y\\\\\" B=a\\nb")
                             << QList<QByteArray>{"A=x\"y\\", "B=a\nb"};
    QTest::newRow("nothing") << QByteArray("  ") << QList<QByteArray>{};
    QTest::newRow("cut off") << QByteArray("\"A=1") << QList<QByteArray>{"A=1"};
}

void TestSystemdState::readsEnvironmentsAsSystemdDoes()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, words);
    QCOMPARE(unitWords(text), words);
}

void TestSystemdState::readsEnvironmentFiles()
{
    const QByteArray file =
        "# a comment\n; another\n\nPORT=5200\n  LOG_LEVEL = not one of ours\nLOG_LEVEL=info  \n"
        "TEXT=\"two words\"\nLONG=one \\\ntwo\nLINES=\"a\nb\"\nnonsense\n=nothing\nLAST='x'";
    const QList<QByteArray> lines = environmentFileLines(file);
    QVERIFY(lines.contains("PORT=5200"));
    QVERIFY(lines.contains("LOG_LEVEL=info"));
    QVERIFY(lines.contains("TEXT=two words"));
    QVERIFY(lines.contains("LONG=one two"));
    QVERIFY(lines.contains("LINES=a\nb"));
    QVERIFY(lines.contains("LAST=x"));
    QVERIFY(!lines.contains("nonsense"));
    for (const EnvironmentEntry &entry : environmentEntries({"LLM_PROVIDER_KEY=canary", "PORT=1"}))
        QVERIFY(entry.isSecret ? entry.value.isEmpty() : entry.value == u"1");
}

void TestSystemdState::namesEveryEnvironmentFile()
{
    const auto files = environmentFilesFromUnit(unitFactsFrom(
        "EnvironmentFiles=/etc/a (ignore_errors=no)\nEnvironmentFiles=/etc/b c (ignore_errors=yes)\n"));
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.at(0), std::pair(QStringLiteral("/etc/a"), false));
    QCOMPARE(files.at(1), std::pair(QStringLiteral("/etc/b c"), true));
}

void TestSystemdState::acceptsOnlyNamesOfServices_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("unit");
    QTest::newRow("short") << QStringLiteral("web") << QStringLiteral("web.service");
    QTest::newRow("whole") << QStringLiteral("web.service") << QStringLiteral("web.service");
    QTest::newRow("instance") << QStringLiteral("web@one") << QStringLiteral("web@one.service");
    QTest::newRow("dots") << QStringLiteral("web.app") << QStringLiteral("web.app.service");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("an option") << QStringLiteral("--user") << QString();
    QTest::newRow("a path") << QStringLiteral("../web") << QString();
    QTest::newRow("two words") << QStringLiteral("a b") << QString();
    QTest::newRow("a glob") << QStringLiteral("web*") << QString();
    QTest::newRow("too long") << QString(260, u'a') << QString();
}

void TestSystemdState::acceptsOnlyNamesOfServices()
{
    QFETCH(QString, name);
    QFETCH(QString, unit);
    QCOMPARE(checkedUnitName(name), unit);
}

} // namespace tst_systemdstate

QTEST_GUILESS_MAIN(tst_systemdstate::TestSystemdState)
#include "tst_systemdstate.moc"
