// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/profiledata.h"
#include "tests/support/testsupport.h"

#include <QDir>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_logretention {

namespace {

/// Where a driver sends lines to: a socket of this machine.
class SyslogListener
{
public:
    SyslogListener()
        : m_socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof m_address;
        auto *address = reinterpret_cast<sockaddr *>(&m_address);
        m_isReady = ::bind(m_socket, address, length) == 0 && ::getsockname(m_socket, address, &length) == 0;
    }
    ~SyslogListener() { ::close(m_socket); }
    SyslogListener(const SyslogListener &) = delete;
    SyslogListener &operator=(const SyslogListener &) = delete;

    bool isReady() const { return m_isReady; }
    QString address() const { return u"udp://127.0.0.1:%1"_qs.arg(ntohs(m_address.sin_port)); }
    /// Waits a moment for more; all that came until now.
    QByteArray heard()
    {
        pollfd waiting{m_socket, POLLIN, 0};
        while (::poll(&waiting, 1, 20) > 0) {
            QByteArray datagram(8192, Qt::Uninitialized);
            const ssize_t bytes = ::recv(m_socket, datagram.data(), static_cast<size_t>(datagram.size()), 0);
            m_heard += datagram.first(std::max<ssize_t>(0, bytes));
        }
        return m_heard;
    }

private:
    int m_socket;
    sockaddr_in m_address{};
    bool m_isReady = false;
    QByteArray m_heard;
};

} // namespace

/// The runbook's chapters on keeping logs: what an engine keeps of a container is shown, checked and changed.
class TestLogRetention : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        PILOTHOUSE_REQUIRE_ENGINE();
        m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
        QDir(m_world->path(QStringLiteral("."))).mkpath(QStringLiteral("home/config/profiles"));
        QDir(m_world->data()).mkpath(QStringLiteral("logs"));
        writeAll(m_world->home() + u"/config/profiles/quay.json"_qs,
                 testProfile(QStringLiteral("quay.json")));
    }

    void cleanup()
    {
        const QString all = QString::fromUtf8(CliWorld::docker(
            {u"ps"_qs, u"--all"_qs, u"--quiet"_qs, u"--filter"_qs, u"label=pilothouse-test="_qs + mark()}));
        for (const QString &container : all.split(u'\n', Qt::SkipEmptyParts))
            CliWorld::docker({u"rm"_qs, u"--force"_qs, u"--volumes"_qs, container});
    }

    void cleanupTestCase()
    {
        if (!m_world)
            return;
        const QByteArray complaint = m_world->complaint();
        QVERIFY2(complaint.isEmpty(), complaint.constData());
    }

    void v24_givesTheEnginesFilesALimitAsAPlan()
    {
        const QString name = begin(u"limited"_qs, {});
        QCOMPARE(driverFinding(u"limited"_qs).value(u"verdict").toString(), u"inTheWay"_qs);
        QVERIFY(driverFinding(u"limited"_qs).value(u"advice").toString().contains(u"--size 10m --files 10"));
        const QStringList change{u"logs"_qs, u"driver"_qs,  u"limited"_qs, u"--size"_qs,
                                 u"10m"_qs,  u"--files"_qs, u"10"_qs};
        const CliRun plan = m_world->run(change + QStringList{u"--dry-run"_qs});
        QVERIFY2(plan.output.contains("--log-opt max-size=10m") && plan.output.contains("daemon.json"),
                 plan.told().constData());
        QCOMPARE(configOf(name), QByteArray(R"({"Type":"json-file","Config":{}})"));
        EXPECT_CODE(m_world->run(change + QStringList{u"--yes"_qs}), 0);
        QCOMPARE(configOf(name),
                 QByteArray(R"({"Type":"json-file","Config":{"max-file":"10","max-size":"10m"}})"));
        const QJsonObject kept = settings(u"limited"_qs).value(u"driver").toObject();
        QCOMPARE(kept.value(u"maxBytes").toInteger(), qint64(10) << 20);
        QCOMPARE(kept.value(u"maxFiles").toInt(), 10);
        QCOMPARE(driverFinding(u"limited"_qs).value(u"verdict").toString(), u"holds"_qs);
        QTRY_VERIFY(m_world->run(words(u"logs tail limited --source api"_qs)).output.contains("hello"));
        const QString operation = m_world->newest({u"undo"_qs, u"list"_qs, u"limited"_qs}, u"operation"_qs);
        EXPECT_CODE(m_world->run({u"undo"_qs, u"apply"_qs, operation, u"--yes"_qs}), 0);
        QCOMPARE(configOf(name), QByteArray(R"({"Type":"json-file","Config":{}})"));
        QCOMPARE(CliWorld::docker({u"inspect"_qs, u"--format"_qs, u"{{.State.Running}}"_qs, name}),
                 QByteArray("true"));
    }

    void v24_refusesWhatCannotBe()
    {
        begin(u"refused"_qs, {});
        for (const char *wish : {"", "--size 1", "--size much", "--files 0", "--files 3", "--driver splunk",
                                 "--driver journald --size 10m", "--options size", "--options a=\u202e"}) {
            const CliRun run = m_world->run(QStringList{u"logs"_qs, u"driver"_qs, u"refused"_qs, u"--yes"_qs}
                                            + QProcess::splitCommand(QString::fromUtf8(wish)));
            const bool isHarmless = QByteArray(wish).startsWith("--options a=");
            QVERIFY2(run.code != 0, wish);
            QVERIFY2(isHarmless || run.code == 2, run.told().constData());
        }
        EXPECT_CODE(m_world->run({u"instance"_qs, u"add"_qs, u"bare"_qs, u"--profile"_qs, u"quay"_qs,
                                  u"--data-dir"_qs, m_world->data()}),
                    0);
        const CliRun bare = m_world->run(words(u"logs driver bare --size 10m --yes"_qs));
        QVERIFY2(bare.code != 0 && bare.error.contains("container"), bare.told().constData());
    }

    void v25_checksWhatIsKeptAgainstTheRunbook()
    {
        begin(u"small"_qs, {u"--log-opt"_qs, u"max-size=1m"_qs, u"--log-opt"_qs, u"max-file=2"_qs});
        const QJsonObject finding = driverFinding(u"small"_qs);
        QCOMPARE(finding.value(u"verdict").toString(), u"toKnow"_qs);
        QVERIFY2(finding.value(u"text").toString().contains(u"10 × 10"),
                 qPrintable(finding.value(u"text").toString()));
        const CliRun shown = m_world->run(words(u"logs settings small"_qs));
        QVERIFY2(shown.output.contains("logs driver small --driver json-file --size 10m --files 10"),
                 shown.told().constData());
        EXPECT_CODE(m_world->run(words(u"logs driver small --size 50m --files 30 --yes"_qs)), 0);
        QCOMPARE(driverFinding(u"small"_qs).value(u"verdict").toString(), u"holds"_qs);
    }

    void v26_sendsTheLogElsewhereAndStillReadsIt()
    {
        SyslogListener listener;
        QVERIFY(listener.isReady());
        begin(u"central"_qs, {});
        QVERIFY(way(u"central"_qs).contains(u"From the file"));
        const QStringList change{u"logs"_qs,
                                 u"driver"_qs,
                                 u"central"_qs,
                                 u"--driver"_qs,
                                 u"syslog"_qs,
                                 u"--options"_qs,
                                 u"tag=quay,syslog-address="_qs + listener.address()};
        EXPECT_CODE(m_world->run(change + QStringList{u"--yes"_qs}), 0);
        QTRY_VERIFY(listener.heard().contains("quay") && listener.heard().contains("hello"));
        QVERIFY2(way(u"central"_qs).contains(u"syslog sends it on"), qPrintable(way(u"central"_qs)));
        QTRY_VERIFY(m_world->run(words(u"logs tail central --source api"_qs)).output.contains("hello"));
        const CliRun fluentd = m_world->run(words(
            u"logs driver central --driver fluentd --options fluentd-address=127.0.0.1:9 --dry-run"_qs));
        QVERIFY2(fluentd.code == 0 && fluentd.output.contains("fluentd-async=true"),
                 fluentd.told().constData());
    }

    void v26_staysAsItWasWhereNobodyAnswers()
    {
        const QString name = begin(u"unheard"_qs, {});
        const QByteArray before = CliWorld::docker({u"inspect"_qs, u"--format"_qs, u"{{.Id}}"_qs, name});
        const CliRun run = m_world->run(
            words(u"logs driver unheard --driver fluentd --options fluentd-address=127.0.0.1:9 --yes"_qs));
        QVERIFY2(run.code != 0, run.told().constData());
        QCOMPARE(CliWorld::docker({u"inspect"_qs, u"--format"_qs, u"{{.Id}}"_qs, name}), before);
        QCOMPARE(CliWorld::docker({u"inspect"_qs, u"--format"_qs, u"{{.State.Running}}"_qs, name}),
                 QByteArray("true"));
    }

    void v26_saysWhichWayEachDriverIsRead()
    {
        begin(u"kept"_qs, {u"--log-driver"_qs, u"local"_qs});
        QVERIFY(way(u"kept"_qs).contains(u"form of its own"));
        QTRY_VERIFY(m_world->run(words(u"logs tail kept --source api"_qs)).output.contains("hello"));
        begin(u"silent"_qs, {u"--log-driver"_qs, u"none"_qs});
        QVERIFY(way(u"silent"_qs).contains(u"Not at all"));
        for (const char *line : {"logs tail silent --source api", "logs search silent x --source api",
                                 "logs stats silent --source api"}) {
            const CliRun run = m_world->run(words(QString::fromLatin1(line)));
            QVERIFY2(run.code == 3 && run.error.contains("log driver none"), run.told().constData());
        }
        begin(u"sent"_qs,
              {u"--log-driver"_qs, u"syslog"_qs, u"--log-opt"_qs, u"syslog-address=udp://127.0.0.1:9"_qs,
               u"--log-opt"_qs, u"cache-disabled=true"_qs});
        QVERIFY(way(u"sent"_qs).contains(u"keeps no copy"));
        const CliRun run = m_world->run(words(u"logs tail sent --source api"_qs));
        QVERIFY2(run.code == 3 && run.error.contains("cache-disabled"), run.told().constData());
    }

private:
    static QString mark() { return QString::number(QCoreApplication::applicationPid()); }

    /// A container that prints a line, as an instance; its name.
    QString begin(const QString &instance, const QStringList &options)
    {
        const QString name = u"pilothouse-retention-%1-%2"_qs.arg(instance, mark());
        CliWorld::docker(
            QStringList{u"run"_qs, u"--detach"_qs, u"--name"_qs, name, u"--label"_qs,
                        u"pilothouse-test="_qs + mark(), u"--network"_qs, u"none"_qs, u"--no-healthcheck"_qs,
                        u"--stop-timeout"_qs, u"1"_qs, u"--volume"_qs, m_world->data() + u":/logs"_qs}
            + options
            + QStringList{u"--entrypoint"_qs, u"/bin/sh"_qs, qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"),
                          u"-c"_qs, u"trap 'exit 0' TERM; echo hello; sleep 1000 & wait"_qs});
        const CliRun added =
            m_world->run({u"instance"_qs, u"add"_qs, instance, u"--profile"_qs, u"quay"_qs, u"--docker"_qs,
                          name, u"--data-dir"_qs, m_world->data(), u"--watch-seconds"_qs, u"0"_qs});
        if (added.code != 0)
            qWarning("%s", added.told().constData());
        return name;
    }

    static QByteArray configOf(const QString &container)
    {
        return CliWorld::docker(
            {u"inspect"_qs, u"--format"_qs, u"{{json .HostConfig.LogConfig}}"_qs, container});
    }
    QJsonObject settings(const QString &instance)
    {
        return m_world->json({u"logs"_qs, u"settings"_qs, instance}).json.object();
    }
    QJsonObject driverFinding(const QString &instance)
    {
        for (const QJsonValue &finding : settings(instance).value(u"findings").toArray()) {
            if (finding[u"id"].toString() == u"driver")
                return finding.toObject();
        }
        return {};
    }
    QString way(const QString &instance)
    {
        for (const QJsonValue &source : m_world->json({u"logs"_qs, u"sources"_qs, instance}).json.array()) {
            if (source[u"id"].toString() == u"api")
                return source[u"way"].toString();
        }
        return {};
    }

    std::unique_ptr<CliWorld> m_world;
};

} // namespace tst_logretention

QTEST_GUILESS_MAIN(tst_logretention::TestLogRetention)
#include "tst_logretention.moc"
