// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the command line says where nothing is to be done, where something was mistyped, and where things
// are not what a glance would take them for.

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QRegularExpression>

using namespace pilothouse;

namespace tst_operatorwords {

using Kind = CliWorld::Kind;

namespace {

#define EXPECT(run, wantedCode, text)                                                                        \
    do {                                                                                                     \
        const CliRun got = run;                                                                              \
        QVERIFY2(got.code == (wantedCode), got.told().constData());                                          \
        QVERIFY2(got.told().contains(text), got.told().constData());                                         \
    } while (false)

qsizetype linesIn(const QByteArray &text)
{
    return text.trimmed().split('\n').size();
}

} // namespace

/// One operator, two worlds: a folder of files and a process.
class TestOperatorWords : public QObject
{
    Q_OBJECT
private slots:
    void cleanupTestCase()
    {
        for (const auto &[kind, world] : m_worlds) {
            const QByteArray complaint = world->complaint();
            QVERIFY2(complaint.isEmpty(), complaint.constData());
        }
        m_worlds.clear();
    }

    void listsTheMomentsOfUsers()
    {
        QVERIFY(begin(Kind::Files));
        const CliRun run = go("users list svc");
        QCOMPARE(run.code, 0);
        QVERIFY2(run.output.contains("ENABLED") && run.output.contains("CREATED ")
                     && run.output.contains("CHANGED") && !run.output.contains("ISENABLED"),
                 run.told().constData());
        static const QRegularExpression Moment(
            QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        QVERIFY2(Moment.match(QString::fromUtf8(run.output)).hasMatch(), run.told().constData());
        QVERIFY(m_world->json(words(QStringLiteral("users list svc"))).json.array().size() > 10);
    }

    void saysWhichForeignKeysWereNotChecked()
    {
        QVERIFY(begin(Kind::Files));
        QCOMPARE(go("database verify svc").code, 0);
        // One of its databases declares no foreign key: no check of them ever runs.
        QStringList states;
        for (const QJsonValue &one :
             m_world->json(words(QStringLiteral("maintenance list svc"))).json.array()) {
            if (one.toObject().value(u"id").toString() == u"foreign-keys-none")
                states << one.toObject().value(u"state").toString();
        }
        QCOMPARE(states, QStringList{QStringLiteral("notRun")});
        EXPECT(go("maintenance list svc"), 0, "not run");
    }

    void saysThatAServiceRunsAlready()
    {
        QVERIFY(begin(Kind::Process));
        const QString before = m_world->startedAt();
        const int operations = journals();
        EXPECT(go("service start svc --yes"), 0, "svc is running already; nothing was done.");
        QVERIFY(!go("service start svc --yes").told().contains("done  "));
        QCOMPARE(m_world->startedAt(), before);
        QCOMPARE(journals(), operations);
        const CliRun json = m_world->json(words(QStringLiteral("service start svc")));
        QCOMPARE(json.code, 0);
        QVERIFY(!json.json.object().value(u"nothingToDo").toString().isEmpty());
    }

    void endsNoDemoWhereNoneIs()
    {
        QVERIFY(begin(Kind::Files));
        const QString folder = m_world->path(QStringLiteral("nowhere"));
        const CliRun run = m_world->run(words(QStringLiteral("demo stop --dir ")) + QStringList{folder});
        QVERIFY2(run.code != 0 && run.told().contains("There is no demo there"), run.told().constData());
        QVERIFY(!QDir(folder).exists());
    }

    void givesWordsForTheAudit()
    {
        QVERIFY(begin(Kind::Files));
        EXPECT(go("audit verify"), 0, "The audit is whole");
        const CliRun run = go("audit verify");
        QVERIFY2(!run.told().contains("firstBroken") && !run.told().contains("-1"), run.told().constData());
        QVERIFY(m_world->json(words(QStringLiteral("audit verify"))).json.object().contains(u"firstBroken"));
    }

    void namesTheDatabasesThereAre()
    {
        QVERIFY(begin(Kind::Files));
        const CliRun run = go("database tables svc wrongname");
        QVERIFY2(run.code != 0 && run.told().contains("It has: ") && run.told().contains("agentx"),
                 run.told().constData());
    }

    void disablesAndSaysWhatStays()
    {
        QVERIFY(begin(Kind::Files));
        QString user;
        for (const QJsonValue &one : m_world->json(words(QStringLiteral("users list svc"))).json.array()) {
            if (one.toObject().value(u"isEnabled").toBool())
                user = one.toObject().value(u"key").toString();
        }
        const auto act = [&](const char *word) {
            return m_world->run({QStringLiteral("users"), QLatin1String(word), QStringLiteral("svc"), user});
        };
        EXPECT(act("disable"), 0, "up to seven days");
        EXPECT(act("disable"), 0, "is disabled already; nothing was done.");
        QCOMPARE(act("enable").code, 0);
    }

    void asksNoInventedAddress()
    {
        QVERIFY(begin(Kind::Files));
        const QString folder = m_world->path(QStringLiteral("copy/data"));
        QVERIFY(QDir().mkpath(folder));
        for (const QFileInfo &file : QDir(m_world->data(QStringLiteral("data"))).entryInfoList(QDir::Files))
            QVERIFY(QFile::copy(file.filePath(), folder + u'/' + file.fileName()));
        const QStringList add = words(QStringLiteral("instance add fi --profile portagent --data-dir"));
        QCOMPARE(m_world->run(add + QStringList{m_world->path(QStringLiteral("copy"))}).code, 0);
        const CliRun run = go("status fi");
        QVERIFY2(!run.told().contains("5200") && !run.told().contains("down"), run.told().constData());
        QCOMPARE(go("instance remove fi").code, 0);
    }

    void saysThatAServiceIsStoppedUntilItIsStarted()
    {
        QVERIFY(begin(Kind::Process));
        const CliRun plan = go("service stop svc --dry-run");
        QVERIFY2(plan.output.contains("without service until it is started"), plan.told().constData());
        QVERIFY(!plan.output.contains("without service for 0"));
        QCOMPARE(go("service stop svc --yes").code, 0);
        EXPECT(go("service stop svc"), 0, "svc is stopped already; nothing was done.");
        const QJsonObject status = m_world->json(words(QStringLiteral("status svc"))).json.object();
        QVERIFY2(status.value(u"reason").toString().startsWith(u"Stopped on purpose"),
                 qPrintable(status.value(u"reason").toString()));
        QVERIFY(!status.value(u"stoppedAt").toString().isEmpty());
        QVERIFY(!status.value(u"stoppedBy").toString().isEmpty());
        EXPECT(go("status svc"), 0, "svc: not checked, Stopped on purpose");
        QCOMPARE(go("service start svc --yes").code, 0);
        QCOMPARE(m_world->state(), QStringLiteral("healthy"));
    }

    void saysOnceThatThereIsNothingToDo_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("prune") << QStringLiteral("backup prune svc");
        QTest::newRow("tidy") << QStringLiteral("run backup.tidy svc");
        QTest::newRow("permissions") << QStringLiteral("permissions fix svc");
    }

    void saysOnceThatThereIsNothingToDo()
    {
        QFETCH(QString, command);
        QVERIFY(begin(Kind::Files));
        QCOMPARE(go("backup create svc").code, 0);
        (void)m_world->run(words(command + QStringLiteral(" --yes --confirm svc --reason test")));
        const CliRun run = m_world->run(words(command));
        QVERIFY2(run.code == 0 && linesIn(run.told().mid(2)) == 1, run.told().constData());
        QVERIFY2(run.output.startsWith("There is nothing to "), run.told().constData());
        QCOMPARE(m_world->run(words(command + QStringLiteral(" --dry-run"))).code, 0);
    }

    void tellsWhereEarlierBackupsLie()
    {
        QVERIFY(begin(Kind::Files));
        QCOMPARE(go("backup create svc").code, 0);
        const qsizetype sets = m_world->json(words(QStringLiteral("backup list svc"))).json.array().size();
        const QString former = instance().value(u"backupFolder").toString();
        const QString moved = m_world->path(QStringLiteral("moved"));
        EXPECT(set("--backup-dir", moved), 0, "formerBackupDirs");
        const CliRun list = go("backup list svc");
        QVERIFY2(list.output.contains(QStringLiteral("%1 more backup").arg(sets).toUtf8())
                     && list.output.contains(former.toUtf8()),
                 list.told().constData());
        QCOMPARE(m_world->json(words(QStringLiteral("backup list svc"))).json.array().size(), 0);
        QCOMPARE(set("--backup-dir", former).code, 0);
        const CliRun back = go("backup list svc");
        QVERIFY2(!back.output.contains("more backup"), back.told().constData());
    }

    void refusesAFolderThatCannotHoldBackups()
    {
        QVERIFY(begin(Kind::Files));
        EXPECT(set("--backup-dir", m_world->data(QStringLiteral("backups"))), 2, "lies in the data of svc");
        EXPECT(set("--backup-dir", QStringLiteral("/proc/none/backups")), 2, "cannot be made");
        const QString file = m_world->path(QStringLiteral("plain"));
        QFile plain(file);
        QVERIFY(plain.open(QIODevice::WriteOnly));
        EXPECT(set("--backup-dir", file + QStringLiteral("/below")), 2, "is no folder");
        const QString own = instance().value(u"backupFolder").toString();
        EXPECT(set("--second-backup-dir", own), 2, "goes there already");
        const QString other = m_world->path(QStringLiteral("other"));
        QVERIFY(QDir().mkpath(other));
        QCOMPARE(m_world
                     ->run({u"instance"_qs, u"add"_qs, u"other"_qs, u"--profile"_qs, u"portagent"_qs,
                            u"--data-dir"_qs, other})
                     .code,
                 0);
        EXPECT(set("--backup-dir", other + QStringLiteral("/b")), 2, "lies in the data of other");
        QVERIFY(QFile::link(other, m_world->path(QStringLiteral("linked"))));
        EXPECT(set("--backup-dir", m_world->path(QStringLiteral("linked/b"))), 2,
               "lies in the data of other");
        QCOMPARE(go("instance remove other").code, 0);
        QCOMPARE(instance().value(u"backupFolder").toString(), own);
    }

    void showsTheLineThatWasFound()
    {
        QVERIFY(begin(Kind::Files));
        QFile log(m_world->data(QStringLiteral("logs/portagent.log")));
        QVERIFY(log.open(QIODevice::Append));
        log.write("2026-11-21 06:00:00.000 +00:00 [ERR] portagent/Http: first line of it\n"
                  "    at needle.in.haystack (index.js:7)\n"
                  "2026-11-21 06:00:01.000 +00:00 [INF] portagent/Http: another needle.in.haystack\n");
        log.close();
        const CliRun run = go("logs search svc needle.in.haystack");
        QVERIFY2(run.output.contains("first line of it") && run.output.contains("index.js:7")
                     && run.output.contains("2 hits in 1 source: file"),
                 run.told().constData());
        const QJsonObject json =
            m_world->json(words(QStringLiteral("logs search svc needle.in.haystack"))).json.object();
        QCOMPARE(json.value(u"hits").toInt(), 2);
        const QJsonObject first = json.value(u"records").toArray().first().toObject();
        QVERIFY(first.value(u"hit").toString().contains(u"index.js:7"));
        QCOMPARE(first.value(u"hitLine").toInt(), 1);
        EXPECT(go("logs search svc never-written-there"), 0, "0 hits in 1 source: file");
    }

    void takesTheTimesThatItPrints()
    {
        QVERIFY(begin(Kind::Files));
        QFile log(m_world->data(QStringLiteral("logs/portagent.log")));
        QVERIFY(log.open(QIODevice::Append));
        log.write("2026-11-21 07:00:00.000 +00:00 [INF] portagent/Http: at-seven-exactly\n");
        log.close();
        const CliRun found = m_world->json(words(QStringLiteral("logs search svc at-seven-exactly")));
        const QString time =
            found.json.object().value(u"records").toArray().first().toObject().value(u"time").toString();
        QCOMPARE(time, QStringLiteral("2026-11-21T07:00:00.000Z"));
        qputenv("TZ", "Asia/Tokyo");
        for (const QString &since :
             {time, QStringLiteral("2026-11-21T07:00:00"), QStringLiteral("2026-11-21T09:00:00+02:00")}) {
            const CliRun run = m_world->run(
                {u"logs"_qs, u"search"_qs, u"svc"_qs, u"at-seven-exactly"_qs, u"--since"_qs, since});
            const CliRun later = m_world->run(
                {u"logs"_qs, u"search"_qs, u"svc"_qs, u"at-seven-exactly"_qs, u"--until"_qs, since});
            qunsetenv("TZ");
            QVERIFY2(run.output.contains("1 hit in"), run.told().constData());
            QVERIFY2(later.output.contains("0 hits in"), later.told().constData());
            qputenv("TZ", "Asia/Tokyo");
        }
        qunsetenv("TZ");
        EXPECT(go("help logs tail"), 0, "UTC");
    }

    void advisesAVersionWhereThereIsNoContainer()
    {
        QVERIFY(begin(Kind::Process));
        const CliRun run = go("upgrade run svc --image portagent:2");
        QVERIFY2(run.code == 2 && run.told().contains("has no image"), run.told().constData());
        QVERIFY2(!run.told().contains("container or command"), run.told().constData());
    }

    void readsWhatAProcessPrints()
    {
        QVERIFY(begin(Kind::Process));
        const CliRun sources = m_world->json(words(QStringLiteral("logs sources svc")));
        QVERIFY2(sources.output.contains("pid.out") && sources.output.contains("console"),
                 sources.told().constData());
        QFile output(m_world->path(QStringLiteral("pid.out")));
        QVERIFY(output.open(QIODevice::Append));
        output.write("SQLiteError: database disk image is malformed\n");
        output.close();
        EXPECT(go("logs tail svc --source console --json"), 0, "disk image is malformed");
        EXPECT(go("troubleshoot svc P34"), 0, "disk image is malformed");
    }

    void saysWhatWasMistyped_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char *line, const char *text) {
            QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(text);
        };
        add("logs tail svc --count -5", "1 to 10000");
        add("logs tail svc --count abc", "number, not");
        add("logs search svc x --count 0", "1 to 10000");
        add("logs tail svc --count", "--count needs a value");
        add("logs tail svc --cuont 5", "Did you mean --count?");
        add("logs tail svc --since yesterday", "is no time");
        add("logs tail svc --level loud", "is no level");
        add("logs tial svc", "tail");
        add("help P99", "runbook");
        add("help bakcup", "backup");
        add("troubleshoot svc P99", "no such symptom");
        add("backpu list svc", "backup");
        add("svc", "no command");
        add("instance status svc", "status");
        add("database", "wants a verb");
        add("users show svc", "USER is missing");
        add("users show", "NAME is missing");
        add("users show svc one two", "one word too many");
        add("database check svc agentx --kind loud", "integrity");
        add("--json", "A command comes first");
        add("users show svc x --yes=no", "--yes takes no value");
        add("instance set svc --safety-days many", "number");
        add("instance set svc --watch-seconds many", "number");
        add("instance set svc --environment prod", "production");
    }

    void saysWhatWasMistyped()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, text);
        QVERIFY(begin(Kind::Files));
        const CliRun run = m_world->run(words(line));
        QVERIFY2(run.code == 2 && run.told().contains(text), run.told().constData());
        QVERIFY2(linesIn(run.error) <= 2 || line.contains(u"--json"), run.told().constData());
    }

    void helpsWhereverItIsAsked_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"instance show svc --help", "database --help", "status -h", "help users",
                                 "help users list", "-h", "users disable --help"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }

    void helpsWhereverItIsAsked()
    {
        QFETCH(QString, line);
        QVERIFY(begin(Kind::Files));
        EXPECT(m_world->run(words(line)), 0, "Usage: pilothouse-cli");
    }

private:
    /// One world of a kind for all slots: each leaves it as it found it.
    bool begin(Kind kind)
    {
        const auto known = m_worlds.find(kind);
        if (known != m_worlds.end()) {
            m_world = known->second.get();
            return true;
        }
        auto world = std::make_unique<CliWorld>(kind);
        const QByteArray complaint = world->begin();
        if (!complaint.isEmpty())
            qWarning("%s", complaint.constData());
        m_world = world.get();
        m_worlds.emplace(kind, std::move(world));
        return complaint.isEmpty();
    }

    CliRun go(const char *line) { return m_world->run(words(QString::fromLatin1(line))); }

    CliRun set(const char *option, const QString &value)
    {
        return m_world->run({QStringLiteral("instance"), QStringLiteral("set"), QStringLiteral("svc"),
                             QString::fromLatin1(option), value});
    }

    QJsonObject instance() { return m_world->json(words(QStringLiteral("instance show svc"))).json.object(); }

    int journals()
    {
        return static_cast<int>(m_world->json(words(QStringLiteral("journal list svc"))).json.array().size());
    }

    std::map<Kind, std::unique_ptr<CliWorld>> m_worlds;
    CliWorld *m_world = nullptr;
};

} // namespace tst_operatorwords

QTEST_GUILESS_MAIN(tst_operatorwords::TestOperatorWords)
#include "tst_operatorwords.moc"
