// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/exposure.h"
#include "core/actions/configuration/limits.h"
#include "core/actions/configuration/logsettings.h"
#include "core/actions/configuration/permissions.h"
#include "core/base/memorysize.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/profile/profileloader.h"
#include "core/runtime/addedvariables.h"
#include "core/runtime/procfs.h"
#include "core/runtime/unitenvironment.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"

#include <QProcess>

#include <sys/stat.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_hardening {

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QStringList idsOf(const QList<Finding> &findings)
{
    QStringList ids;
    for (const Finding &finding : findings)
        ids << finding.id;
    return ids;
}

ProbeVerdict verdictOf(const Exposure &exposure, const QString &start)
{
    for (const ProbeFinding &finding : exposure.findings) {
        if (finding.id.startsWith(start))
            return finding.verdict;
    }
    return ProbeVerdict::DoesNotApply;
}

SocketEntry listening(const QString &address)
{
    SocketEntry socket;
    socket.state = QStringLiteral("listen");
    socket.local = address;
    socket.localPort = 5200;
    return socket;
}

} // namespace

/// The pure parts of hardening: sizes, limits, reach, log drivers and added variables.
class TestHardening : public QObject
{
    Q_OBJECT

private slots:
    void readsAmountsOfMemoryAsEnginesDo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("gigabytes") << u"2G"_qs << (qint64(2) << 30);
        QTest::newRow("binary") << u"1.5 GiB"_qs << (qint64(3) << 29);
        QTest::newRow("small letters") << u"512m"_qs << (qint64(512) << 20);
        QTest::newRow("bytes") << u"1073741824"_qs << (qint64(1) << 30);
        QTest::newRow("words") << u"much"_qs << qint64(0);
        QTest::newRow("negative") << u"-1G"_qs << qint64(0);
        QTest::newRow("empty") << QString() << qint64(0);
        QTest::newRow("too much") << u"99999999T"_qs << qint64(0);
    }

    void readsAmountsOfMemoryAsEnginesDo()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(bytesFromText(text).value_or(0), bytes);
        if (bytes > 0)
            QCOMPARE(bytesFromText(limitText(bytes)).value_or(0), bytes);
    }

    void refusesLessMemoryThanIsUsedAndWarnsBelowThePeak()
    {
        LimitsReport report;
        report.use = ServiceStatistics();
        report.use->memoryBytes = 300 << 20;
        report.memoryPeak = 700 << 20;
        QCOMPARE(idsOf(memoryFindings(report, 200 << 20)), QStringList{u"below-use"_qs});
        QCOMPARE(memoryFindings(report, 200 << 20).first().kind, FindingKind::Blocker);
        QCOMPARE(idsOf(memoryFindings(report, 500 << 20)), QStringList{u"below-peak"_qs});
        QCOMPARE(memoryFindings(report, 500 << 20).first().kind, FindingKind::Warning);
        QVERIFY(memoryFindings(report, 800 << 20).isEmpty());
        QVERIFY(memoryFindings(report, 0).isEmpty());
    }

    void asksNoConsentForAnOwnerThatStays()
    {
        PILOTHOUSE_REQUIRE(::geteuid() == 0, "only root can give files away");
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"odd"_qs);
        writeAll(path, "x");
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0060), 0);
        QCOMPARE(::chown(QFile::encodeName(path).constData(), 4711, 1000), 0);
        QCOMPARE(::chown(QFile::encodeName(folder.path()).constData(), 1000, 1000), 0);
        ServiceProfile profile;
        profile.ownerId = 1000;
        profile.groupId = 1000;
        Instance instance;
        instance.name = u"svc"_qs;
        instance.dataDir = folder.path();
        const InstanceSession session(instance, profile, std::make_shared<ScriptedRuntime>(),
                                      folder.filePath(u"state"_qs));
        FileOps files;
        Catalogue catalogue;
        addPermissionActions(catalogue, files);
        const auto planned = [&] { return catalogue.plan(u"permissions.fix"_qs, session, {}, {}); };
        const auto asRoot = planned();
        QCOMPARE(::seteuid(1000), 0);
        const auto asUser = planned();
        QCOMPARE(::seteuid(0), 0);
        QVERIFY_RESULT(asRoot);
        QVERIFY_RESULT(asUser);
        QVERIFY(idsOf(asRoot->findings).contains(u"loses-access"_qs));
        QCOMPARE(idsOf(asUser->findings), QStringList{u"nothing-to-fix"_qs});
        QVERIFY(asUser->hasBlocker());
        QVERIFY(!idsOf(asUser->findings).contains(u"loses-access"_qs));
    }

    void asksTheEngineOnlyForWhatChanges()
    {
        const ResourceLimits none;
        const ResourceLimits half{512 << 20, 0, 0.5};
        QJsonObject request = updateRequest(none, half);
        QCOMPARE(request.value(u"Memory"_qs).toInteger(), qint64(512) << 20);
        QCOMPARE(request.value(u"MemorySwap"_qs).toInteger(), qint64(1) << 30);
        QCOMPARE(request.value(u"NanoCpus"_qs).toInteger(), 500'000'000);
        QVERIFY(updateRequest(half, half).isEmpty());
        request = updateRequest(half, none);
        QCOMPARE(request.value(u"Memory"_qs).toInteger(), machineMemory());
        QCOMPARE(limitsFromInspect({{u"HostConfig"_qs, request}}).memoryBytes, 0);
        QCOMPARE(limitsFromInspect({{u"HostConfig"_qs, request}}).cpus, 0.0);
        const ResourceLimits withSwap{512 << 20, 768 << 20, 0};
        QCOMPARE(updateRequest(withSwap, {1 << 30, 0, 0}).value(u"MemorySwap"_qs).toInteger(), qint64(1280)
                                                                                                   << 20);
    }

    void tellsWhoReachesAPublishedPort()
    {
        const Exposure closed = exposureFromInspect(
            object(
                R"({"NetworkSettings":{"Ports":{"5200/tcp":[{"HostIp":"127.0.0.1","HostPort":"5200"}]}}})"),
            {});
        QCOMPARE(verdictOf(closed, u"port."_qs), ProbeVerdict::Holds);
        QVERIFY(closed.snippet.isEmpty());
        const Exposure open = exposureFromInspect(
            object(
                R"({"Name":"/notes","NetworkSettings":{"Ports":{"5200/tcp":[{"HostIp":"::","HostPort":"80"}]}}})"),
            {});
        QCOMPARE(verdictOf(open, u"port."_qs), ProbeVerdict::InTheWay);
        QVERIFY(open.snippet.contains(u"\"127.0.0.1:80:5200\""_qs));
        QVERIFY(open.snippet.contains(u"  notes:"_qs));
    }

    void tellsNetworksRightsAndMounts()
    {
        const Exposure exposure = exposureFromInspect(
            object(R"({"HostConfig":{"NetworkMode":"host","Privileged":true,"CapAdd":["SYS_ADMIN"]},
                       "Mounts":[{"Type":"bind","Source":"/var/run/docker.sock","Destination":"/s","RW":false},
                                 {"Type":"bind","Source":"/srv/x","Destination":"/data","RW":true}]})"),
            {});
        for (const char *id : {"network.host", "privileged", "mount./s"})
            QCOMPARE(verdictOf(exposure, QLatin1String(id)), ProbeVerdict::InTheWay);
        QCOMPARE(verdictOf(exposure, u"mount./data"_qs), ProbeVerdict::Holds);
        QCOMPARE(verdictOf(exposure, u"capabilities"_qs), ProbeVerdict::ToKnow);
        const QList<QJsonObject> networks{object(R"({"Name":"inner","Internal":true})"),
                                          object(R"({"Name":"bridge"})")};
        const Exposure inside = exposureFromInspect({}, networks);
        QCOMPARE(verdictOf(inside, u"network.inner"_qs), ProbeVerdict::Holds);
        QCOMPARE(verdictOf(inside, u"network.bridge"_qs), ProbeVerdict::ToKnow);
    }

    void tellsWhereAProcessListens()
    {
        const Exposure open =
            exposureFromSockets({listening(u"0.0.0.0"_qs), listening(u"127.0.0.1"_qs)}, u"notes.service"_qs);
        QCOMPARE(verdictOf(open, u"port.0.0.0.0"_qs), ProbeVerdict::InTheWay);
        QCOMPARE(verdictOf(open, u"port.127.0.0.1"_qs), ProbeVerdict::Holds);
        QVERIFY(open.snippet.contains(u"IPAddressDeny=any"_qs));
        QCOMPARE(verdictOf(exposureFromSockets({listening(u"::1"_qs)}, {}), u"port."_qs),
                 ProbeVerdict::Holds);
    }

    void readsTheLogDriver()
    {
        LogDriver driver = logDriverFromInspect(object(
            R"({"HostConfig":{"LogConfig":{"Type":"json-file","Config":{"max-size":"10m","max-file":"7"}}}})"));
        QCOMPARE(driver, (LogDriver{u"json-file"_qs, 10 << 20, 7, -1}));
        driver =
            logDriverFromInspect(object(R"({"HostConfig":{"LogConfig":{"Type":"json-file","Config":{}}}})"));
        QCOMPARE(driver, (LogDriver{u"json-file"_qs, 0, 1, -1}));
        driver =
            logDriverFromInspect(object(R"({"HostConfig":{"LogConfig":{"Type":"local","Config":null}}})"));
        QCOMPARE(driver, (LogDriver{u"local"_qs, 20 << 20, 5, -1}));
    }

    void makesALogConfigOfAWish()
    {
        const QJsonObject json = object(R"({"Type":"json-file","Config":{"labels":"a","max-file":"3"}})");
        const auto limited = wantedLogConfig(json, {{u"size"_qs, u"10M"_qs}, {u"files"_qs, 10}});
        QVERIFY_RESULT(limited);
        QCOMPARE(*limited,
                 object(R"({"Type":"json-file","Config":{"labels":"a","max-file":"10","max-size":"10m"}})"));
        const auto other = wantedLogConfig(
            json, {{u"driver"_qs, u"fluentd"_qs}, {u"options"_qs, u"tag=q, fluentd-async=true"_qs}});
        QVERIFY_RESULT(other);
        QCOMPARE(*other, object(R"({"Type":"fluentd","Config":{"fluentd-async":"true","tag":"q"}})"));
        QCOMPARE(composeLogging(u"api"_qs, *other),
                 u"services:\n  api:\n    logging:\n      driver: fluentd\n      options:\n"
                 "        fluentd-async: \"true\"\n        tag: \"q\"\n"_qs);
        for (const QJsonObject &bad :
             {QJsonObject{}, QJsonObject{{u"driver"_qs, u"splunk"_qs}}, QJsonObject{{u"size"_qs, u"1k"_qs}},
              QJsonObject{{u"files"_qs, 1.5}}, QJsonObject{{u"options"_qs, u"a\nb=c"_qs}},
              QJsonObject{{u"driver"_qs, u"none"_qs}, {u"size"_qs, u"1m"_qs}}}) {
            const auto refused = wantedLogConfig(json, bad);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::BadInput);
        }
    }

    void saysHowFarBackALogWillReach()
    {
        LogDriver driver{u"json-file"_qs, 10 << 20, 10, 10 << 20};
        QVERIFY(driver.daysWhenFull() < 0);
        driver.newest = QDateTime(QDate(2026, 11, 22), QTime(0, 0), Qt::UTC);
        driver.oldest = driver.newest.addDays(-3);
        QCOMPARE(driver.daysWhenFull(), 30.0);
        driver.name = u"syslog"_qs;
        QVERIFY(driver.daysWhenFull() < 0);
    }

    void addedVariablesComeBackAsTheyWere()
    {
        const VariableMap variables{{u"LOG_LEVEL"_qs, u"debug"_qs}, {u"ODD"_qs, u"a \\ \"b\" $c 'd'"_qs}};
        QTemporaryDir folder;
        const QString path = folder.filePath(u"x.env"_qs);
        FileOps files;
        QVERIFY_RESULT(writeVariables(files, path, variables));
        QCOMPARE(readVariables(files, path).value_or(VariableMap()), variables);
        QCOMPARE(files.facts(path)->mode, 0600U);
        QVERIFY(!writeVariables(files, path, {{u"A B"_qs, u"x"_qs}}));
        QVERIFY(!writeVariables(files, path, {{u"A"_qs, u"x\ny"_qs}}));
        QVERIFY_RESULT(writeVariables(files, path, {}));
        QVERIFY(!files.exists(path));
    }

    void aChangeOfVariablesSaysNothingOfTheOthers()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"x y.env"_qs);
        FileOps files;
        const VariableMap before{{u"JWT_SECRET"_qs, u"canary"_qs}, {u"LEVEL"_qs, u"info"_qs}};
        const VariableChanges changes{{u"LEVEL"_qs, u"a 'b' \\"_qs}, {u"GONE"_qs, std::nullopt}};
        QVERIFY_RESULT(writeVariables(files, path, before));
        const QString command = changeCommand(path, changes);
        QVERIFY2(!command.contains(u"canary"_qs), qPrintable(command));
        QCOMPARE(QProcess::execute(u"sh"_qs, {u"-c"_qs, command}), 0);
        QCOMPARE(readVariables(files, path).value_or(VariableMap()), changed(before, changes));
        QCOMPARE(QProcess::execute(u"sh"_qs, {u"-c"_qs, changeCommand(path, {{u"LEVEL"_qs, {}}})}), 0);
        QCOMPARE(readVariables(files, path).value_or(VariableMap()),
                 (VariableMap{{u"JWT_SECRET"_qs, u"canary"_qs}}));
    }

    void aProfileSaysWhichLimitIsWrongAndWhere()
    {
        const QByteArray profile = "{\n\"id\": \"x\", \"title\": \"X\",\n\"limits\": {\"presets\": [\n"
                                   "{\"id\": \"a\", \"title\": \"A\", \"memory\": \"much\"}]}\n}";
        const auto loaded = loadProfile(profile, u"x.json"_qs);
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().toText().contains(u"Line 4"_qs), qPrintable(loaded.error().toText()));
    }
};

} // namespace tst_hardening

QTEST_GUILESS_MAIN(tst_hardening::TestHardening)

#include "tst_hardening.moc"
