// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"
#include "app/demo/demodatabase.h"
#include "core/instances/instancesession.h"
#include "tests/app/cliworld.h"
#include "tests/support/hostilenames.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace pilothouse;

namespace tst_badinput {

using Kind = CliWorld::Kind;

namespace {

#define REQUIRE_ENGINE()                                                                                     \
    PILOTHOUSE_REQUIRE(qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),                                \
                       "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"")

/// Code and text of the run, with what else is wrong with it.
QByteArray harm(const CliRun &run)
{
    return harmsTerminal(run.output + run.error) ? "it harms a terminal: " + run.told().left(2000)
                                                 : QByteArray();
}

} // namespace

/// What a careless or hostile person gives to Pilothouse, and a world that changes under its hands: each is
/// taken as it is or refused with a clear message, and nothing else happens.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void hostileUsersAreListedDeletedAndPutBack();
    void hostileInstancesAreTakenOrRefused();
    void hostileContainersAreRefused();
    void hostileLogLinesAreShownHarmless();
    void userChangedBetweenPreviewAndClickIsRefused_data();
    void userChangedBetweenPreviewAndClickIsRefused();
    void serviceThatWillNotStopIsKilledAndSaidSo();
    void recreatedContainerIsRefusedWithTheOldPlan();
    void recreatedContainerIsSettledAfterAKill();
};

void TestBadInput::hostileUsersAreListedDeletedAndPutBack()
{
    BEGIN_WORLD(world, Kind::Files);
    const QByteArrayList names = hostileNames();
    QVERIFY(names.size() >= 50);
    QStringList keys;
    for (qsizetype at = 0; at < names.size(); ++at) {
        const QByteArray id = "hostile-" + QByteArray::number(at);
        keys << QString::fromLatin1(id);
        world.execute(
            QStringLiteral("portagent"),
            "INSERT INTO users (userId, username, email, passwordHash, containerId, displayName, createdAt,"
            " updatedAt, isActive) SELECT '"
                + id + "', CAST(x'" + names[at].toHex() + "' AS TEXT), '" + id + "@x', 'h', 'c-" + id
                + "', CAST(x'" + names[at].toHex()
                + "' AS TEXT), createdAt, updatedAt, 1 FROM users LIMIT 1");
    }
    const CliRun listed = world.run(words(QStringLiteral("users list svc")));
    QVERIFY2(listed.code == 0 && harm(listed).isEmpty(),
             QByteArray(listed.told().left(500) + harm(listed)).constData());
    QCOMPARE(listed.output.trimmed().count('\n'), 30 + names.size());
    QCOMPARE(world.json(words(QStringLiteral("users list svc"))).json.array().size(), 30 + names.size());
    const QByteArray before = world.content();
    for (const QString &key : std::as_const(keys)) {
        const CliRun shown = world.run(words(QStringLiteral("users show svc ") + key));
        QVERIFY2(shown.code == 0 && harm(shown).isEmpty(),
                 QByteArray(key.toUtf8() + shown.told() + harm(shown)).constData());
        const CliRun gone =
            world.run(words(QStringLiteral("users delete svc %1 --yes --accept lookalike-name").arg(key)));
        QVERIFY2(gone.code == 0 && harm(gone).isEmpty(),
                 QByteArray(key.toUtf8() + gone.told() + harm(gone)).constData());
    }
    QCOMPARE(world.json(words(QStringLiteral("users list svc"))).json.array().size(), 30);
    for (const char *list : {"journal list", "audit list", "undo list"}) {
        const CliRun told = world.run(words(QLatin1String(list)));
        QVERIFY2(told.code == 0 && harm(told).isEmpty(), harm(told).constData());
    }
    // Each can be put back, in any order.
    const QJsonArray undoable = world.json(words(QStringLiteral("undo list svc"))).json.array();
    QCOMPARE(undoable.size(), names.size());
    for (const QJsonValue &one : undoable) {
        const QString operation = one.toObject().value(QStringLiteral("operation")).toString();
        const CliRun back = world.run(words(QStringLiteral("undo apply %1 --yes").arg(operation)));
        QVERIFY2(back.code == 0 && harm(back).isEmpty(), QByteArray(back.told() + harm(back)).constData());
    }
    QCOMPARE(world.content(), before);
    QVERIFY(!QFile::exists(world.path(QStringLiteral("pilothouse-was-here"))));
}

void TestBadInput::hostileInstancesAreTakenOrRefused()
{
    BEGIN_WORLD(world, Kind::Files);
    const QStringList around =
        QDir(world.path(QStringLiteral("."))).entryList(QDir::AllEntries | QDir::Hidden);
    int taken = 0;
    for (const QByteArray &bytes : hostileNames()) {
        const QString name = QFile::decodeName(bytes);
        if (bytes.contains('\0') || bytes.size() > 4000)
            continue;
        const QStringList add{u"instance"_qs,   u"add"_qs,    u"--profile"_qs, u"portagent"_qs,
                              u"--data-dir"_qs, world.data(), u"--"_qs,        name};
        const CliRun added = world.run(add);
        QVERIFY2(harm(added).isEmpty(), harm(added).constData());
        QVERIFY2(added.code == 0 || !added.error.isEmpty(), added.told().constData());
        if (added.code != 0)
            continue;
        ++taken;
        for (const QStringList &line :
             {QStringList{u"status"_qs, u"--"_qs, name},
              QStringList{u"backup"_qs, u"create"_qs, u"--"_qs, name},
              QStringList{u"backup"_qs, u"list"_qs, u"--"_qs, name},
              QStringList{u"instance"_qs, u"remove"_qs, u"--yes"_qs, u"--"_qs, name}}) {
            const CliRun run = world.run(line);
            QVERIFY2(run.code == 0 && harm(run).isEmpty(),
                     QByteArray(bytes + run.told() + harm(run)).constData());
        }
    }
    qInfo("%d names were taken", taken);
    QCOMPARE(QDir(world.path(QStringLiteral("."))).entryList(QDir::AllEntries | QDir::Hidden), around);
}

void TestBadInput::hostileContainersAreRefused()
{
    REQUIRE_ENGINE();
    BEGIN_WORLD(world, Kind::Files);
    for (const QByteArray &bytes : hostileNames()) {
        if (bytes.contains('\0') || bytes.size() > 4000)
            continue;
        const CliRun added =
            world.run({u"instance"_qs, u"add"_qs, u"box"_qs, u"--profile"_qs, u"portagent"_qs,
                       QStringLiteral("--docker=") + QFile::decodeName(bytes)});
        QVERIFY2(added.code != 0 && !added.error.isEmpty() && harm(added).isEmpty(),
                 QByteArray(bytes + added.told() + harm(added)).constData());
    }
    QCOMPARE(world.json(words(QStringLiteral("instance list"))).json.array().size(), 1);
}

void TestBadInput::hostileLogLinesAreShownHarmless()
{
    BEGIN_WORLD(world, Kind::Files);
    const QStringList logs = QDir(world.data(QStringLiteral("logs"))).entryList(QDir::Files);
    QVERIFY(!logs.isEmpty());
    QFile log(world.data(QStringLiteral("logs/") + logs.first()));
    QVERIFY(log.open(QIODevice::Append));
    for (const QByteArray &name : hostileNames())
        log.write(name + '\n');
    log.close();
    for (const char *line :
         {"logs tail svc", "logs stats svc", "logs search svc touch", "logs search svc was-here"}) {
        const CliRun run = world.run(words(QLatin1String(line)));
        QVERIFY2(run.code == 0 && harm(run).isEmpty(), QByteArray(line + harm(run)).constData());
        const CliRun json = world.json(words(QLatin1String(line)));
        QVERIFY2(json.code == 0 && !json.json.isNull(), line);
    }
    for (const QByteArray &name : hostileNames()) {
        if (name.contains('\0') || name.trimmed().isEmpty())
            continue;
        const CliRun run =
            world.run({u"logs"_qs, u"search"_qs, u"--"_qs, u"svc"_qs, QFile::decodeName(name)});
        QVERIFY2((run.code == 0 || !run.error.isEmpty()) && harm(run).isEmpty(),
                 QByteArray(name + harm(run)).constData());
    }
}

void TestBadInput::userChangedBetweenPreviewAndClickIsRefused_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("another name") << QByteArray(
        "UPDATE users SET displayName = 'another' WHERE userId = '%1'");
    QTest::newRow("gone") << QByteArray("DELETE FROM users WHERE userId = '%1'");
    QTest::newRow("another container")
        << QByteArray("UPDATE users SET containerId = 'other' WHERE userId = '%1'");
}

void TestBadInput::userChangedBetweenPreviewAndClickIsRefused()
{
    QFETCH(QByteArray, change);
    BEGIN_WORLD(world, Kind::Files);
    const QString user = world.newest(words(QStringLiteral("users list svc")), QStringLiteral("key"));
    const auto console = Console::open({world.home()});
    QVERIFY_RESULT(console);
    const auto session = (*console)->session(QStringLiteral("svc"));
    QVERIFY_RESULT(session);
    for (const char *action : {"users.delete", "users.disable"}) {
        const auto plan = (*console)->catalogue().plan(QLatin1String(action), **session,
                                                       {{QStringLiteral("user"), user}}, OperationContext());
        QVERIFY_RESULT(plan);
        world.execute(QStringLiteral("portagent"), QByteArray(change).replace("%1", user.toUtf8()));
        const QByteArray changed = world.content();
        Approval approval;
        approval.isConfirmed = true;
        const auto report = (*console)->executor().run(*plan, approval, {**session, {}, OperationContext()});
        const QString told = !report         ? report.error().toText()
                             : report->error ? report->error->toText()
                                             : QStringLiteral("it was done");
        QVERIFY2(told.contains(u"not as it was when this was planned"),
                 qPrintable(QLatin1String(action) + told));
        QVERIFY2(!report || report->outcome == Outcome::PutBack, qPrintable(told));
        QCOMPARE(world.content(), changed);
        if (change.startsWith("DELETE"))
            break;
        change.replace("'another'", "'a third one'").replace("'other'", "'a third'");
        // The fresh preview is of what is there now, and can be run.
        QVERIFY_RESULT((*console)->catalogue().plan(QLatin1String(action), **session,
                                                    {{QStringLiteral("user"), user}}, OperationContext()));
    }
}

void TestBadInput::serviceThatWillNotStopIsKilledAndSaidSo()
{
    BEGIN_WORLD(world, Kind::Files);
    QFile script(world.path(QStringLiteral("deaf.sh")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("trap '' TERM INT HUP\necho $$ > \"$1\"\nwhile :; do sleep 0.1; done\n");
    script.close();
    const QString pidFile = world.path(QStringLiteral("deaf.pid"));
    const CliRun added =
        world.run({u"instance"_qs, u"add"_qs, u"deaf"_qs, u"--profile"_qs, u"portagent"_qs, u"--data-dir"_qs,
                   world.data(), u"--process"_qs, QStringLiteral("sh %1 %2").arg(script.fileName(), pidFile),
                   u"--pid-file"_qs, pidFile});
    QVERIFY2(added.code == 0, added.told().constData());
    // Started by hand: it never becomes healthy.
    QVERIFY(QProcess::startDetached(u"sh"_qs, {script.fileName(), pidFile}));
    QTRY_VERIFY(QFileInfo(pidFile).size() > 0);
    const CliRun stopped = world.run(words(QStringLiteral("service stop deaf --yes")));
    QVERIFY2(stopped.code == 0 && stopped.told().contains("and was killed"), stopped.told().constData());
    QCOMPARE(world.json(words(QStringLiteral("status deaf")))
                 .json.object()
                 .value(QStringLiteral("state"))
                 .toString(),
             QStringLiteral("notChecked"));
}

void TestBadInput::recreatedContainerIsRefusedWithTheOldPlan()
{
    REQUIRE_ENGINE();
    BEGIN_WORLD(world, Kind::Docker);
    const QString user = world.newest(words(QStringLiteral("users list svc")), QStringLiteral("key"));
    const auto console = Console::open({world.home()});
    QVERIFY_RESULT(console);
    const auto session = (*console)->session(QStringLiteral("svc"));
    QVERIFY_RESULT(session);
    const auto plan = (*console)->catalogue().plan(QStringLiteral("users.delete"), **session,
                                                   {{QStringLiteral("user"), user}}, OperationContext());
    QVERIFY_RESULT(plan);
    const QByteArray before = world.content();
    CliWorld::docker({u"rm"_qs, u"--force"_qs, world.container()});
    CliWorld::docker({u"run"_qs, u"--detach"_qs, u"--name"_qs, world.container(), u"--volume"_qs,
                      world.data() + u":/home/node/.agentx"_qs,
                      qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), u"--rate"_qs, u"0"_qs});
    Approval approval;
    approval.isConfirmed = true;
    const auto report = (*console)->executor().run(*plan, approval, {**session, {}, OperationContext()});
    QVERIFY(!report);
    QVERIFY2(report.error().kind == ErrorKind::Refused && report.error().message.contains(u"has changed"),
             qPrintable(report.error().toText()));
    QCOMPARE(world.content(), before);
    // Planned anew it is done to the container of now.
    const CliRun anew = world.run(words(QStringLiteral("users delete svc %1 --yes").arg(user)));
    QVERIFY2(anew.code == 0, anew.told().constData());
}

void TestBadInput::recreatedContainerIsSettledAfterAKill()
{
    REQUIRE_ENGINE();
    BEGIN_WORLD(world, Kind::Docker);
    QCOMPARE(world.run(words(QStringLiteral("backup create svc"))).code, 0);
    const QString backup = world.newest(words(QStringLiteral("backup list svc")), QStringLiteral("id"));
    const QByteArray newContent = world.content();
    world.execute(QStringLiteral("portagent"), "UPDATE users SET displayName = 'changed'");
    const QByteArray oldContent = world.content();
    int cut = 0;
    for (const int milliseconds : {400, 900, 1400}) {
        if (!world.killed(words(QStringLiteral("restore svc %1 --yes").arg(backup)), milliseconds))
            continue;
        ++cut;
        CliWorld::docker({u"rm"_qs, u"--force"_qs, world.container()});
        CliWorld::docker({u"run"_qs, u"--detach"_qs, u"--name"_qs, world.container(), u"--volume"_qs,
                          world.data() + u":/home/node/.agentx"_qs,
                          qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), u"--rate"_qs, u"0"_qs});
        const QString operation =
            world.newest(words(QStringLiteral("journal list")), QStringLiteral("operation"));
        CliRun settled = world.run(words(QStringLiteral("journal resume ") + operation));
        if (settled.code == 5 || settled.code == 3)
            settled = world.run(words(QStringLiteral("journal rollback ") + operation));
        const QByteArray now = world.content();
        QVERIFY2(now == oldContent || now == newContent, settled.told().constData());
        QCOMPARE(
            CliWorld::docker({u"inspect"_qs, u"--format"_qs, u"{{.State.Running}}"_qs, world.container()}),
            "true");
        world.execute(QStringLiteral("portagent"), "UPDATE users SET displayName = 'changed'");
    }
    QVERIFY(cut > 0);
}

} // namespace tst_badinput

QTEST_GUILESS_MAIN(tst_badinput::TestBadInput)
#include "tst_badinput.moc"
