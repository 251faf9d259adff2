// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QStandardPaths>
#include <QTcpServer>

using namespace pilothouse;

namespace tst_portagentnpmupgrade {

using Kind = CliWorld::Kind;

namespace {

bool writeFile(const QString &path, const QByteArray &content, bool isProgram = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    file.close();
    return !isProgram
           || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
                                  | QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
}

int runProgram(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.waitForFinished(60000);
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// A file of "npm pack"; made by tar, which is all that npm does.
QString packed(CliWorld &world, const QString &version, const QByteArray &script)
{
    const QString folder = world.path(QStringLiteral("pack-") + version);
    writeFile(folder + QStringLiteral("/package/package.json"),
              "{\"name\": \"@agentxjs/portagent\", \"version\": \"" + version.toUtf8()
                  + "\", \"bin\": {\"portagent\": \"cli.sh\"}}");
    writeFile(folder + QStringLiteral("/package/cli.sh"), "#!/bin/sh\n" + script, true);
    const QString file = world.path(QStringLiteral("portagent-%1.tgz").arg(version));
    runProgram(QStringLiteral("tar"), {QStringLiteral("-czf"), file, QStringLiteral("package")}, folder);
    return file;
}

QByteArray installedVersion(CliWorld &world)
{
    return world.json(words(QStringLiteral("upgrade check svc")))
        .json.object()
        .value(QStringLiteral("version"))
        .toString()
        .toUtf8();
}

/// The service as npm installs it, started as a process.
QByteArray beginPackage(CliWorld &world)
{
    const QByteArray begun = world.begin();
    if (!begun.isEmpty())
        return begun;
    world.run(words(QStringLiteral("instance remove svc --yes")));
    const QString prefix = world.path(QStringLiteral("prefix"));
    const QString first = packed(world, QStringLiteral("1.0.0"), "exec " PILOTHOUSE_DEMO_SERVICE " \"$@\"\n");
    if (runProgram(QStringLiteral("npm"),
                   {QStringLiteral("install"), QStringLiteral("--global"), QStringLiteral("--offline"),
                    QStringLiteral("--prefix"), prefix, first},
                   world.path({}))
        != 0)
        return "npm could not install the first version";
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    const QString port = QString::number(server.serverPort());
    server.close();
    const CliRun added =
        world.run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("svc"),
                   QStringLiteral("--profile"), QStringLiteral("portagent"), QStringLiteral("--data-dir"),
                   world.data(), QStringLiteral("--process"),
                   QStringLiteral("%1/bin/portagent --data-dir %2 --port %3 --pid-file %4 --rate 0")
                       .arg(prefix, world.data(), port, world.path(QStringLiteral("pid"))),
                   QStringLiteral("--pid-file"), world.path(QStringLiteral("pid")),
                   QStringLiteral("--health-url"), QStringLiteral("http://127.0.0.1:%1/health").arg(port),
                   QStringLiteral("--watch-seconds"), QStringLiteral("0")});
    if (added.code != 0)
        return added.told();
    const CliRun up = world.run(words(QStringLiteral("service start svc --yes")));
    return up.code == 0 ? QByteArray() : up.told();
}

} // namespace

/// P39: another npm package for a process, and the way back to the old one with its data.
class TestPortagentNpmUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void p39_upgradesAnNpmPackage();
    void p39_returnsToTheOldPackage();
};

void TestPortagentNpmUpgrade::p39_upgradesAnNpmPackage()
{
    PILOTHOUSE_REQUIRE(!QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty(), "npm is missing");
    CliWorld world(Kind::Files);
    const QByteArray begun = beginPackage(world);
    QVERIFY2(begun.isEmpty(), begun.constData());
    QCOMPARE(installedVersion(world), "1.0.0");
    const QByteArray content = world.content();
    const QString next = packed(world, QStringLiteral("2.0.0"), "exec " PILOTHOUSE_DEMO_SERVICE " \"$@\"\n");
    EXPECT_CODE(world.run({QStringLiteral("upgrade"), QStringLiteral("run"), QStringLiteral("svc"),
                           QStringLiteral("--file"), next, QStringLiteral("--yes")}),
                0);
    QCOMPARE(installedVersion(world), "2.0.0");
    QCOMPARE(world.state(), QStringLiteral("healthy"));
    for (const QByteArray version : {"1.0.0", "2.0.0"}) {
        EXPECT_CODE(world.run({QStringLiteral("undo"), QStringLiteral("apply"),
                               world.newest(words(QStringLiteral("undo list")), QStringLiteral("operation")),
                               QStringLiteral("--yes")}),
                    0);
        QCOMPARE(installedVersion(world), version);
        QCOMPARE(world.content(), content);
    }
    world.run(words(QStringLiteral("service stop svc --yes")));
    END_WORLD(world);
}

void TestPortagentNpmUpgrade::p39_returnsToTheOldPackage()
{
    PILOTHOUSE_REQUIRE(!QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty(), "npm is missing");
    CliWorld world(Kind::Files);
    const QByteArray begun = beginPackage(world);
    QVERIFY2(begun.isEmpty(), begun.constData());
    const QByteArray content = world.content();
    const QString broken =
        packed(world, QStringLiteral("2.0.0"),
               "for f in " + world.data().toUtf8() + "/data/*.db; do echo gone > $f; done; exit 3\n");
    for (const QStringList &what :
         {QStringList{QStringLiteral("--file"), broken}, words(QStringLiteral("--version 9.9.9"))}) {
        const CliRun run = world.run(words(QStringLiteral("upgrade run svc --wait 5 --yes")) + what);
        QVERIFY2(run.code == 1, run.told().constData());
        QCOMPARE(installedVersion(world), "1.0.0");
        QTRY_COMPARE_WITH_TIMEOUT(world.state(), QStringLiteral("healthy"), 20000);
        QCOMPARE(world.content(), content);
    }
    world.run(words(QStringLiteral("service stop svc --yes")));
    END_WORLD(world);
}

} // namespace tst_portagentnpmupgrade

QTEST_GUILESS_MAIN(tst_portagentnpmupgrade::TestPortagentNpmUpgrade)
#include "tst_portagentnpmupgrade.moc"
