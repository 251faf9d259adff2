// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace pilothouse;

namespace {

/// What a program prints, without the newline at its end; its errors where it fails.
QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return u"failed: " + QString::fromUtf8(process.readAllStandardError()) + process.errorString();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QString docker(const QStringList &arguments)
{
    return outputOf(QStringLiteral("docker"), arguments);
}

} // namespace

/// What other tests build on: the testbed's Docker Engine, its image of the demo service, its keyring, its
/// display.
class TestbedTest : public QObject
{
    Q_OBJECT

private slots:
    void containerBecomesHealthyAndEndsCleanly();
    void keyringHasAnUnlockedDefaultCollection();
    void displayAnswers();
};

void TestbedTest::containerBecomesHealthyAndEndsCleanly()
{
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),
                       "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"");
    QTemporaryDir data;
    QFile::setPermissions(data.path(), QFile::Permissions(0x7777));
    const QString name = QStringLiteral("pilothouse-tst-testbed-%1").arg(QCoreApplication::applicationPid());
    const QString started =
        docker({QStringLiteral("run"), QStringLiteral("--detach"), QStringLiteral("--name"), name,
                QStringLiteral("--publish"), QStringLiteral("127.0.0.1::5200"), QStringLiteral("--volume"),
                data.path() + u":/home/node/.agentx", qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE")});
    QVERIFY2(!started.startsWith(u"failed"), qPrintable(started));
    const auto inspect = [&name](const QString &format) {
        return docker({QStringLiteral("inspect"), QStringLiteral("--format"), format, name});
    };
    QTRY_COMPARE_WITH_TIMEOUT(inspect(QStringLiteral("{{.State.Health.Status}}")), QStringLiteral("healthy"),
                              30'000);
    QCOMPARE(inspect(QStringLiteral("{{.Config.User}}")), QStringLiteral("1000:1000"));
    QVERIFY(docker({QStringLiteral("port"), name, QStringLiteral("5200")}).startsWith(u"127.0.0.1:"));
    for (const char *file : {"portagent.db", "agentx.db", "queue.db"})
        QVERIFY(QFile::exists(data.filePath(QStringLiteral("data/") + QLatin1String(file))));
    QVERIFY(!docker({QStringLiteral("stop"), name}).startsWith(u"failed"));
    QCOMPARE(inspect(QStringLiteral("{{.State.ExitCode}}")), QStringLiteral("0"));
    QVERIFY(!docker({QStringLiteral("rm"), QStringLiteral("--force"), name}).startsWith(u"failed"));
}

void TestbedTest::keyringHasAnUnlockedDefaultCollection()
{
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED"), "no keyring: run ./dev testbed up");
    const QString service = QStringLiteral("--dest=org.freedesktop.secrets");
    const QString call = QStringLiteral("--print-reply=literal");
    const QString alias = outputOf(
        QStringLiteral("dbus-send"),
        {QStringLiteral("--session"), call, service, QStringLiteral("/org/freedesktop/secrets"),
         QStringLiteral("org.freedesktop.Secret.Service.ReadAlias"), QStringLiteral("string:default")});
    QVERIFY2(alias.startsWith(u"/org/freedesktop/secrets/collection/"), qPrintable(alias));
    const QString locked =
        outputOf(QStringLiteral("dbus-send"), {QStringLiteral("--session"), call, service, alias,
                                               QStringLiteral("org.freedesktop.DBus.Properties.Get"),
                                               QStringLiteral("string:org.freedesktop.Secret.Collection"),
                                               QStringLiteral("string:Locked")});
    QVERIFY2(locked.endsWith(u"false"), qPrintable(locked));
}

void TestbedTest::displayAnswers()
{
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED"), "no X server: run ./dev testbed up");
    const QString display = qEnvironmentVariable("DISPLAY");
    QVERIFY(display.startsWith(u':'));
    QVERIFY(QFileInfo::exists(u"/tmp/.X11-unix/X" + display.mid(1)));
}

QTEST_GUILESS_MAIN(TestbedTest)
#include "tst_testbed.moc"
