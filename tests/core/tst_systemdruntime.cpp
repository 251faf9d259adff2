// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/systemdruntime.h"
#include "tests/support/systemdhost.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

using namespace pilothouse;
using namespace std::chrono_literals;

namespace {

const QString Unit = QStringLiteral("ph-test.service");
const QByteArray Sleeper = "ExecStart=/bin/sleep 1000\n";

SystemdRuntime runtime(const QString &unit = Unit, bool isUserUnit = false)
{
    RuntimeSettings settings;
    settings.kind = QStringLiteral("systemd");
    settings.unit = unit;
    settings.isUserUnit = isUserUnit;
    return SystemdRuntime(settings);
}

bool ignoresTerm(qint64 pid)
{
    const QByteArray status = readAll(QStringLiteral("/proc/%1/status").arg(pid));
    const qsizetype at = status.indexOf("SigIgn:\t");
    return at > 0 && (status.mid(at + 8, 16).toULongLong(nullptr, 16) & 0x4000) != 0;
}

QByteArray systemctl(const QStringList &words)
{
    return hostSays(QStringList{QStringLiteral("systemctl")} + words);
}

} // namespace

/// Units of a real systemd, in the testbed's host.
class TestSystemdRuntime : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { PILOTHOUSE_REQUIRE_SYSTEMD(); }
    void startsAndStops();
    void tellsWhyAUnitDied();
    void killsWhatDoesNotStopInItsGrace();
    void waitsAsLongAsTheUnitMayTake();
    void fenceHoldsAgainstEverythingThatStartsUnits();
    void fenceLeavesHowTheUnitIsStoppedAsItIs();
    void leavesTheFenceOfAnotherOperation();
    void countsRestarts();
    void namesWhatTriggersIt();
    void showsTheEnvironmentWithoutSecrets();
    void measuresTheUnit();
    void tellsUnitsThatAreNotThereOrMasked();
    void refusesWithoutAskingForAPassword();
    void controlsUnitsOfAUsersManager();
    void asUser();

private:
    OperationContext m_context;
};

void TestSystemdRuntime::startsAndStops()
{
    const HostUnit unit(Unit, Sleeper + "TimeoutStopSec=20\n");
    SystemdRuntime service = runtime();
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QVERIFY_RESULT(service.start(m_context));
    const auto status = service.status(m_context);
    QVERIFY_RESULT(status);
    QCOMPARE(status->state, ServiceState::Running);
    QVERIFY(status->pid > 1);
    QVERIFY(std::abs(status->startedAt.secsTo(QDateTime::currentDateTimeUtc())) <= 5);
    QCOMPARE(status->definition, QStringLiteral("/etc/systemd/system/") + Unit);
    QVERIFY_RESULT(service.start(m_context));
    QCOMPARE(service.status(m_context)->identity, status->identity);
    const auto stopped = service.stop(0ms, m_context);
    QVERIFY_RESULT(stopped);
    QVERIFY(stopped->wasRunning && !stopped->wasKilled);
    // systemd may have forgotten it: it unloads a unit that ended well and that nothing refers to.
    QCOMPARE(stopped->exitCode.value_or(143), 143);
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QVERIFY(!service.stop(0ms, m_context)->wasRunning);
}

void TestSystemdRuntime::tellsWhyAUnitDied()
{
    const HostUnit unit(
        Unit, "Type=notify\nExecStart=/bin/sh -c 'echo it cannot find PASSWORD=canary-9; exit 3'\n");
    SystemdRuntime service = runtime();
    const auto started = service.start(m_context);
    QVERIFY(!started);
    QVERIFY2(started.error().detail.contains(u"it cannot find"), qPrintable(started.error().toText()));
    QVERIFY(!started.error().toText().contains(u"canary-9"));
    const auto status = service.status(m_context);
    QVERIFY_RESULT(status);
    QCOMPARE(status->state, ServiceState::Stopped);
    QCOMPARE(status->exitCode, std::optional<int>(3));
}

void TestSystemdRuntime::killsWhatDoesNotStopInItsGrace()
{
    const HostUnit unit(Unit, "ExecStart=/bin/sh -c 'trap \"\" TERM; while :; do sleep 1; done'\n"
                              "TimeoutStopSec=100\nKillMode=mixed\n");
    SystemdRuntime service = runtime();
    QVERIFY_RESULT(service.start(m_context));
    QTRY_VERIFY(ignoresTerm(service.status(m_context)->pid));
    QElapsedTimer timer;
    timer.start();
    const auto stopped = service.stop(300ms, m_context);
    QVERIFY_RESULT(stopped);
    QVERIFY(stopped->wasKilled);
    QCOMPARE(stopped->exitCode, std::optional<int>(137));
    QVERIFY(timer.elapsed() < 15000);
}

void TestSystemdRuntime::waitsAsLongAsTheUnitMayTake()
{
    const HostUnit unit(Unit, "ExecStart=/bin/sh -c 'trap \"\" TERM; while :; do sleep 1; done'\n"
                              "TimeoutStopSec=2\nKillMode=mixed\n");
    SystemdRuntime service = runtime();
    QVERIFY_RESULT(service.start(m_context));
    QTRY_VERIFY(ignoresTerm(service.status(m_context)->pid));
    const auto stopped = service.stop(0ms, m_context);
    QVERIFY_RESULT(stopped);
    QVERIFY(stopped->wasKilled);
    QVERIFY(service.status(m_context)->reason.contains(u"time"));
}

void TestSystemdRuntime::fenceHoldsAgainstEverythingThatStartsUnits()
{
    const HostUnit unit(Unit, Sleeper + "Restart=always\nRestartSec=100ms\n");
    const HostUnit other(QStringLiteral("ph-other.service"), Sleeper, "Wants=" + Unit.toUtf8() + "\n");
    writeAll(QStringLiteral("/run/systemd/system/ph-test.timer"),
             "[Timer]\nOnActiveSec=100ms\nAccuracySec=1ms\nUnit=" + Unit.toUtf8() + "\n");
    systemctl({QStringLiteral("daemon-reload")});
    SystemdRuntime service = runtime();
    QVERIFY_RESULT(service.start(m_context));
    const auto before = service.fenceState(m_context);
    QVERIFY_RESULT(before);
    QVERIFY_RESULT(service.fence(m_context));
    QVERIFY(*service.isFenced(m_context));
    QCOMPARE(service.status(m_context)->state, ServiceState::Running);

    // Restart=always brings it back after a kill, but not through a fence.
    const QByteArray pid = QByteArray::number(service.status(m_context)->pid);
    hostSays({QStringLiteral("kill"), QStringLiteral("-KILL"), QString::fromLatin1(pid)});
    QTRY_COMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QVERIFY(systemctl({QStringLiteral("restart"), Unit}).startsWith("failed"));
    systemctl({QStringLiteral("start"), QStringLiteral("ph-other.service")});
    systemctl({QStringLiteral("start"), QStringLiteral("ph-test.timer")});
    QTRY_COMPARE(hostSays({QStringLiteral("systemctl"), QStringLiteral("show"), QStringLiteral("--value"),
                           QStringLiteral("--property=LastTriggerUSec"), QStringLiteral("ph-test.timer")})
                     .isEmpty(),
                 false);
    systemctl({QStringLiteral("daemon-reload")});
    QVERIFY(systemctl({QStringLiteral("start"), Unit}).startsWith("failed"));
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QVERIFY(service.status(m_context)->reason.contains(u"Pilothouse"));

    // Pilothouse itself goes through: a plan that is put back starts first and opens the fence then.
    QVERIFY_RESULT(service.start(m_context));
    QVERIFY(*service.isFenced(m_context));
    QVERIFY_RESULT(service.stop(0ms, m_context));
    QVERIFY(systemctl({QStringLiteral("start"), Unit}).startsWith("failed"));

    systemctl({QStringLiteral("stop"), QStringLiteral("ph-test.timer")});
    QVERIFY_RESULT(service.unfence(*before, m_context));
    QVERIFY_RESULT(service.unfence(*before, m_context));
    QVERIFY(!*service.isFenced(m_context));
    QVERIFY(!QFileInfo::exists(QFileInfo(service.fenceFile()).path()));
    QCOMPARE(*service.fenceState(m_context), *before);
    QVERIFY_RESULT(service.start(m_context));
    QFile::remove(QStringLiteral("/run/systemd/system/ph-test.timer"));
}

void TestSystemdRuntime::fenceLeavesHowTheUnitIsStoppedAsItIs()
{
    const QString mark = QStringLiteral("/tmp/ph-execstop");
    QFile::remove(mark);
    const HostUnit unit(Unit, Sleeper + "ExecStop=/bin/touch " + mark.toUtf8() + "\nTimeoutStopSec=300\n");
    SystemdRuntime service = runtime();
    QVERIFY_RESULT(service.start(m_context));
    QVERIFY_RESULT(service.fence(m_context));
    QCOMPARE(unit.property("TimeoutStopUSec"), QByteArray("5min"));
    QVERIFY_RESULT(service.stop(0ms, m_context));
    QVERIFY(QFileInfo::exists(mark));
}

void TestSystemdRuntime::leavesTheFenceOfAnotherOperation()
{
    const HostUnit unit(Unit, Sleeper);
    SystemdRuntime service = runtime();
    QVERIFY_RESULT(service.fence(m_context));
    const auto before = service.fenceState(m_context);
    QVERIFY_RESULT(service.fence(m_context));
    QVERIFY_RESULT(service.unfence(*before, m_context));
    QVERIFY(*service.isFenced(m_context));
}

void TestSystemdRuntime::countsRestarts()
{
    const HostUnit unit(Unit, Sleeper + "Restart=on-failure\nRestartSec=50ms\n");
    SystemdRuntime service = runtime();
    QVERIFY_RESULT(service.start(m_context));
    const auto first = service.status(m_context);
    systemctl({QStringLiteral("kill"), QStringLiteral("--signal=KILL"), Unit});
    QTRY_COMPARE(service.status(m_context)->restartCount, 1);
    QTRY_COMPARE(service.status(m_context)->state, ServiceState::Running);
    QVERIFY(service.status(m_context)->identity != first->identity);
    QCOMPARE(service.status(m_context)->restartPolicy, QStringLiteral("on-failure"));
}

void TestSystemdRuntime::namesWhatTriggersIt()
{
    const HostUnit unit(Unit, Sleeper);
    writeAll(QStringLiteral("/run/systemd/system/ph-test.timer"), "[Timer]\nOnCalendar=daily\n");
    systemctl({QStringLiteral("daemon-reload")});
    systemctl({QStringLiteral("start"), QStringLiteral("ph-test.timer")});
    QCOMPARE(runtime().status(m_context)->triggeredBy, QStringList{QStringLiteral("ph-test.timer")});
    systemctl({QStringLiteral("stop"), QStringLiteral("ph-test.timer")});
    QFile::remove(QStringLiteral("/run/systemd/system/ph-test.timer"));
}

void TestSystemdRuntime::showsTheEnvironmentWithoutSecrets()
{
    const auto entries = runtime(QStringLiteral("portagent")).environment(m_context);
    QVERIFY_RESULT(entries);
    QMap<QString, EnvironmentEntry> byKey;
    for (const EnvironmentEntry &entry : *entries)
        byKey.insert(entry.key, entry);
    QCOMPARE(byKey.value(QStringLiteral("NODE_ENV")).value, QStringLiteral("production"));
    QCOMPARE(byKey.value(QStringLiteral("LOG_LEVEL")).value, QStringLiteral("info"));
    QVERIFY(byKey.value(QStringLiteral("LLM_PROVIDER_KEY")).isSecret);
    QVERIFY(byKey.value(QStringLiteral("LLM_PROVIDER_KEY")).value.isEmpty());
}

void TestSystemdRuntime::measuresTheUnit()
{
    const HostUnit unit(Unit, "ExecStart=/bin/sh -c 'while :; do :; done'\n");
    SystemdRuntime service = runtime();
    QVERIFY(!service.statistics(m_context));
    QVERIFY_RESULT(service.start(m_context));
    const auto statistics = service.statistics(m_context);
    QVERIFY_RESULT(statistics);
    QVERIFY2(statistics->cpuPercent > 1 && statistics->cpuPercent < 150,
             qPrintable(QString::number(statistics->cpuPercent)));
    QVERIFY(statistics->memoryBytes > 100'000);
}

void TestSystemdRuntime::tellsUnitsThatAreNotThereOrMasked()
{
    const auto missing = runtime(QStringLiteral("ph-not-there")).status(m_context);
    QVERIFY_RESULT(missing);
    QCOMPARE(missing->state, ServiceState::Missing);
    QVERIFY(missing->reason.contains(u"ph-not-there.service"));
    QCOMPARE(runtime(QStringLiteral("ph-not-there")).start(m_context).error().kind, ErrorKind::NotFound);
    systemctl({QStringLiteral("mask"), QStringLiteral("--runtime"), QStringLiteral("ph-masked.service")});
    SystemdRuntime masked = runtime(QStringLiteral("ph-masked"));
    QVERIFY(masked.status(m_context)->reason.contains(u"masked"));
    QVERIFY(masked.start(m_context).error().advice.contains(u"unmask"));
    systemctl({QStringLiteral("unmask"), QStringLiteral("--runtime"), QStringLiteral("ph-masked.service")});
}

void TestSystemdRuntime::refusesWithoutAskingForAPassword()
{
    const HostUnit unit(Unit, Sleeper);
    const QByteArray said = hostSays({QStringLiteral("setpriv"), QStringLiteral("--reuid=1000"),
                                      QStringLiteral("--regid=1000"), QStringLiteral("--clear-groups"),
                                      QStringLiteral("env"), QStringLiteral("PILOTHOUSE_AS_USER=system"),
                                      QCoreApplication::applicationFilePath(), QStringLiteral("asUser")});
    QVERIFY2(!said.startsWith("failed"), said.constData());
    QCOMPARE(runtime().status(m_context)->state, ServiceState::Stopped);
}

void TestSystemdRuntime::controlsUnitsOfAUsersManager()
{
    QVERIFY(!systemctl({QStringLiteral("start"), QStringLiteral("user@1000.service")}).startsWith("failed"));
    writeAll(QStringLiteral("/home/node/.config/systemd/user/ph-mine.service"), "[Service]\n" + Sleeper);
    hostSays({QStringLiteral("chown"), QStringLiteral("-R"), QStringLiteral("1000:1000"),
              QStringLiteral("/home/node")});
    const QByteArray said =
        hostSays({QStringLiteral("setpriv"), QStringLiteral("--reuid=1000"), QStringLiteral("--regid=1000"),
                  QStringLiteral("--clear-groups"), QStringLiteral("env"), QStringLiteral("HOME=/home/node"),
                  QStringLiteral("XDG_RUNTIME_DIR=/run/user/1000"), QStringLiteral("PILOTHOUSE_AS_USER=user"),
                  QCoreApplication::applicationFilePath(), QStringLiteral("asUser")});
    QVERIFY2(!said.startsWith("failed"), said.constData());
}

/// Run by the two before as another user; nothing on its own.
void TestSystemdRuntime::asUser()
{
    const QByteArray part = qgetenv("PILOTHOUSE_AS_USER");
    if (part == "system") {
        SystemdRuntime service = runtime();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
        QCOMPARE(service.start(m_context).error().kind, ErrorKind::Refused);
        QCOMPARE(service.fence(m_context).error().kind, ErrorKind::Refused);
        QVERIFY(!*service.isFenced(m_context));
        QVERIFY(timer.elapsed() < 10000);
    }
    if (part == "user") {
        SystemdRuntime service = runtime(QStringLiteral("ph-mine"), true);
        QVERIFY_RESULT(service.start(m_context));
        QCOMPARE(service.status(m_context)->state, ServiceState::Running);
        QVERIFY_RESULT(service.fence(m_context));
        QVERIFY_RESULT(service.stop(0ms, m_context));
        QVERIFY(hostSays({QStringLiteral("systemctl"), QStringLiteral("--user"), QStringLiteral("start"),
                          QStringLiteral("ph-mine")})
                    .startsWith("failed"));
        QVERIFY_RESULT(service.unfence({}, m_context));
        QVERIFY_RESULT(service.start(m_context));
        QVERIFY_RESULT(service.stop(0ms, m_context));
    }
}

PILOTHOUSE_SYSTEMD_MAIN(TestSystemdRuntime)
#include "tst_systemdruntime.moc"
