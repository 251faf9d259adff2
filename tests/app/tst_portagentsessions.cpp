// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpclient.h"
#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>

using namespace pilothouse;

namespace tst_portagentsessions {
using Kind = CliWorld::Kind;

namespace {

const QByteArray OperatorsSecret = "the-operators-own-9f2c";

QByteArray inspected(const QString &container, const QString &format)
{
    return CliWorld::docker({u"inspect"_qs, u"--format"_qs, format, container});
}

/// The value of JWT_SECRET that a container was made with.
QByteArray secretOf(const QString &container)
{
    for (const QByteArray &line :
         inspected(container, u"{{range .Config.Env}}{{println .}}{{end}}"_qs).split('\n'))
        if (line.startsWith("JWT_SECRET="))
            return line.mid(11);
    return {};
}

HttpResponse answered(const QString &address, const QByteArray &body, const QByteArray &token = {})
{
    HttpRequest request;
    request.url = QUrl(address);
    request.method = body.isEmpty() ? "GET" : "POST";
    request.body = body;
    if (!token.isEmpty())
        request.headers << qMakePair(QByteArray("Authorization"), "Bearer " + token);
    return HttpClient().send(request, OperationContext()).value_or(HttpResponse());
}

} // namespace

/// The fix for tokens that live on: every sign-in ends, on every runtime, and no secret is told.
class TestPortagentSessions : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        if (m_world && !QTest::currentTestFailed()) {
            const QByteArray complaint = m_world->complaint();
            m_world.reset();
            QVERIFY2(complaint.isEmpty(), complaint.constData());
        }
        m_world.reset();
    }

    void p29_restartsAProcessThatMakesItsOwnSecret()
    {
        QVERIFY(begin(Kind::Process));
        const QByteArray token = signIn();
        QVERIFY(!token.isEmpty());
        QCOMPARE(statusWith(token), 200);
        QCOMPARE(m_world->run({u"users"_qs, u"end-sessions"_qs, u"svc"_qs}).code, 3); // shows its plan
        QCOMPARE(statusWith(token), 200);
        const CliRun ended = end();
        QVERIFY2(ended.code == 0, ended.told().constData());
        QCOMPARE(statusWith(token), 401);
        QVERIFY(!QFileInfo::exists(secretsFile()));
        const CliRun undoable = m_world->json({u"undo"_qs, u"list"_qs, u"svc"_qs});
        QVERIFY2(!undoable.output.contains("sessions"), undoable.told().constData());
    }

    void p29_givesAProcessANewSecretAndItsOldOneBack()
    {
        QVERIFY(begin(Kind::Process));
        QVERIFY(runThrough("JWT_SECRET=${JWT_SECRET:-" + OperatorsSecret + "}"));
        const QByteArray token = signIn();
        QCOMPARE(m_world->run({u"service"_qs, u"restart"_qs, u"svc"_qs, u"--yes"_qs}).code, 0);
        QCOMPARE(statusWith(token), 200); // a restart alone does not end it
        QCOMPARE(end().code, 0);
        QCOMPARE(statusWith(token), 401);
        const QByteArray later = signIn();
        const QByteArray first = readAll(secretsFile());
        QCOMPARE(end().code, 0);
        QCOMPARE(statusWith(later), 401);
        QVERIFY(readAll(secretsFile()) != first);
        const CliRun planned = m_world->run({u"undo"_qs, u"apply"_qs, newestUndoable(), u"--dry-run"_qs});
        QVERIFY2(planned.output.contains("kept-secrets") && !planned.output.contains("openssl")
                     && !planned.output.contains(first.mid(first.indexOf("JWT_SECRET=") + 11).trimmed()),
                 planned.told().constData());
        QVERIFY(undo()); // of the second: the first new secret is back
        QCOMPARE(readAll(secretsFile()), first);
        QCOMPARE(statusWith(later), 200);
        QCOMPARE(statusWith(token), 401);
        const QByteArray secret = first.mid(first.indexOf("JWT_SECRET=") + 11).trimmed();
        QCOMPARE(secret.size(), 64);
        const QStringList leaks = filesWith(secret);
        QVERIFY2(leaks.isEmpty(), qPrintable(leaks.join(u' ')));
    }

    void p29_forgetsTheSecretWithTheInstance()
    {
        QVERIFY(begin(Kind::Process));
        QVERIFY(runThrough("JWT_SECRET=${JWT_SECRET:-" + OperatorsSecret + "}"));
        QCOMPARE(end().code, 0);
        const QString given = secretsFile();
        const QString kept = m_world->home() + u"/kept-secrets/"_qs + instance().value(u"id"_qs).toString();
        QVERIFY(QFileInfo::exists(given) && QFileInfo::exists(kept));
        QCOMPARE(m_world->run({u"service"_qs, u"stop"_qs, u"svc"_qs, u"--yes"_qs}).code, 0);
        const CliRun removed = m_world->run({u"instance"_qs, u"remove"_qs, u"svc"_qs, u"--yes"_qs});
        QVERIFY2(removed.code == 0 && removed.output.contains("is forgotten"), removed.told().constData());
        QVERIFY(!QFileInfo::exists(given) && !QFileInfo::exists(kept));
    }

    void p29_saysWhenSomethingElseSetsTheSecret()
    {
        QVERIFY(begin(Kind::Process));
        QVERIFY(runThrough("JWT_SECRET=" + OperatorsSecret));
        const QByteArray token = signIn();
        const CliRun failed = end();
        QVERIFY2(failed.code == 1 && failed.told().contains("something else sets it"),
                 failed.told().constData());
        QVERIFY(!QFileInfo::exists(secretsFile())); // put back as it was
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
        QCOMPARE(statusWith(token), 200);
    }

    void p29_endsOldOrNewWhenItIsKilled()
    {
        QVERIFY(begin(Kind::Process));
        QVERIFY(runThrough("JWT_SECRET=${JWT_SECRET:-" + OperatorsSecret + "}"));
        for (int round = 0; round < 8; ++round) {
            const QByteArray token = signIn();
            const QByteArray before = secrets();
            m_world->killed({u"users"_qs, u"end-sessions"_qs, u"svc"_qs, u"--yes"_qs}, 40 * round);
            const QString operation = m_world->newest({u"journal"_qs, u"list"_qs}, u"operation"_qs);
            const bool isBack = round % 2 == 0;
            const CliRun settled =
                m_world->run({u"journal"_qs, isBack ? u"rollback"_qs : u"resume"_qs, operation, u"--yes"_qs});
            const QString outcome = m_world->newest({u"journal"_qs, u"list"_qs}, u"outcome"_qs);
            QVERIFY2(outcome == u"done"_qs || outcome == u"putBack"_qs, settled.told().constData());
            QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
            const bool isOld = secrets() == before;
            QCOMPARE(statusWith(token), isOld ? 200 : 401);
        }
    }

    void p29_saysWhyFilesAloneHaveNoSessions()
    {
        QVERIFY(begin(Kind::Files));
        const CliRun refused = end();
        QVERIFY2(refused.code == 3 && refused.told().contains("does not know how this service is started"),
                 refused.told().constData());
    }

    void p29_makesAContainerAgainWithANewSecret()
    {
        QVERIFY(begin(Kind::Docker));
        const QString name = m_world->container();
        makeWithSecret(name);
        const QByteArray content = m_world->content();
        const CliRun ended = end();
        QVERIFY2(ended.code == 0, ended.told().constData());
        const QByteArray secret = secretOf(name);
        QCOMPARE(secret.size(), 64);
        QCOMPARE(inspected(name, u"{{.HostConfig.RestartPolicy.Name}}"_qs), "always");
        QCOMPARE(m_world->content(), content);
        QVERIFY(filesWith(secret).isEmpty() && filesWith(OperatorsSecret).isEmpty());
        QVERIFY(!ended.told().contains(secret));
        QVERIFY(undo());
        QCOMPARE(secretOf(name), OperatorsSecret);
        QVERIFY(undo());
        QCOMPARE(secretOf(name), secret);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
        removeKept(name);
    }

    void p29_putsBackNothingThatCameLater()
    {
        QVERIFY(begin(Kind::Docker));
        const QString name = m_world->container();
        makeWithSecret(name);
        const auto level = [this](const QString &wanted) {
            return m_world->run(
                {u"logs"_qs, u"level"_qs, u"svc"_qs, wanted, u"--minutes"_qs, u"60"_qs, u"--yes"_qs});
        };
        QCOMPARE(level(u"debug"_qs).code, 0);
        const QString first = newestUndoable();
        QCOMPARE(end().code, 0);
        const QString second = newestUndoable();
        QVERIFY(isRefusedAsOlder(first));
        QVERIFY(undo(second));
        QVERIFY(undo(first)); // an exchange, which can be put back itself as long as nothing came later
        const QString back = newestUndoable();
        const QByteArray secret = secretOf(name);
        QCOMPARE(end().code, 0);
        QVERIFY(secretOf(name) != secret);
        QVERIFY(isRefusedAsOlder(back));
        QVERIFY(undo());
        QCOMPARE(secretOf(name), secret);
        QVERIFY(undo(back));
        QVERIFY(inspected(name, u"{{.Config.Env}}"_qs).contains("LOG_LEVEL=debug"));
        removeKept(name);
    }

    void p29_leavesNoSecretOfAContainerInTheStateFolder()
    {
        QVERIFY(begin(Kind::Docker));
        const QString name = m_world->container();
        makeWithSecret(name);
        const QString image = u"pilothouse-e2e-image:"_qs + name.section(u'-', -1);
        CliWorld::docker({u"commit"_qs, u"--change"_qs, u"LABEL again=1"_qs, name, image});
        const QStringList commands[] = {
            {u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--yes"_qs},
            {u"upgrade"_qs, u"run"_qs, u"svc"_qs, u"--image"_qs, image, u"--accept"_qs, u"other-image"_qs,
             u"--yes"_qs},
            {u"users"_qs, u"end-sessions"_qs, u"svc"_qs, u"--yes"_qs},
        };
        for (const QStringList &words : commands) {
            const QByteArray before = secretOf(name);
            const CliRun run = m_world->run(words);
            QVERIFY2(run.code == 0, run.told().constData());
            for (const QByteArray &secret : {OperatorsSecret, before, secretOf(name)}) {
                const QStringList leaks = filesWith(secret);
                QVERIFY2(leaks.isEmpty(), qPrintable(words.join(u' ') + u": "_qs + leaks.join(u' ')));
                QVERIFY2(!run.told().contains(secret), run.told().constData());
            }
        }
        QVERIFY(undo());
        QVERIFY(filesWith(OperatorsSecret).isEmpty() && filesWith(secretOf(name)).isEmpty());
        removeKept(name);
        CliWorld::docker({u"rm"_qs, u"--force"_qs, name});
        CliWorld::docker({u"rmi"_qs, image});
    }

    void p29_changesTheEnvironmentFileOfAProject()
    {
        QVERIFY(begin(Kind::Compose));
        addToProject("      JWT_SECRET: ${AGENT_SECRET}\n", "AGENT_SECRET=" + OperatorsSecret + "\nLAST=1\n");
        const QString file = projectFile(u".env"_qs);
        const QByteArray text = readAll(file);
        const CliRun ended = end();
        QVERIFY2(ended.code == 0, ended.told().constData());
        const QByteArray secret = secretOf(onlyContainer());
        QCOMPARE(secret.size(), 64);
        QCOMPARE(readAll(file), QByteArray(text).replace(OperatorsSecret, secret));
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
        QVERIFY(filesWith(secret).isEmpty() && filesWith(OperatorsSecret).isEmpty());
        const CliRun planned = m_world->run({u"undo"_qs, u"apply"_qs, newestUndoable(), u"--dry-run"_qs});
        QVERIFY2(planned.output.contains("kept-secrets") && !planned.output.contains("openssl"),
                 planned.told().constData());
        QVERIFY(undo());
        QCOMPARE(readAll(file), text);
        QCOMPARE(secretOf(onlyContainer()), OperatorsSecret);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
    }

    void p29_saysWhyAProjectsOwnFileIsLeftAlone()
    {
        QVERIFY(begin(Kind::Compose));
        addToProject("      JWT_SECRET: " + OperatorsSecret + "\n", {});
        const CliRun refused = end();
        QVERIFY2(refused.code == 3 && refused.told().contains("comes from no environment file"),
                 refused.told().constData());
        QVERIFY(!refused.told().contains(OperatorsSecret));
        QCOMPARE(secretOf(onlyContainer()), OperatorsSecret);
    }

    void p10_changesTheLevelOfAContainerAndBack()
    {
        QVERIFY(begin(Kind::Docker));
        const QString name = m_world->container();
        const QByteArray old = inspected(name, u"{{.Id}}"_qs);
        const CliRun set = m_world->run(
            {u"logs"_qs, u"level"_qs, u"svc"_qs, u"debug"_qs, u"--minutes"_qs, u"0.2"_qs, u"--yes"_qs});
        QVERIFY2(set.code == 0, set.told().constData());
        QVERIFY(inspected(name, u"{{.Id}}"_qs) != old);
        QVERIFY(inspected(name, u"{{.Config.Env}}"_qs).contains("LOG_LEVEL=debug"));
        QTRY_VERIFY_WITH_TIMEOUT(inspected(name, u"{{.Id}}"_qs) == old, 90'000); // by itself
        QTRY_VERIFY_WITH_TIMEOUT(m_world->json({u"revert"_qs, u"list"_qs}).json.array().isEmpty(), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
        removeKept(name);
    }

private:
    bool begin(Kind kind)
    {
        if ((kind == Kind::Docker || kind == Kind::Compose)
            && !qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"))
            qWarning("This needs the testbed: ./dev testbed up");
        m_world = std::make_unique<CliWorld>(kind);
        const QByteArray begun = m_world->begin();
        if (!begun.isEmpty())
            qWarning("%s", begun.constData());
        return begun.isEmpty();
    }

    /// The container again, with a secret that its operator has chosen.
    void makeWithSecret(const QString &name)
    {
        CliWorld::docker({u"rm"_qs, u"--force"_qs, name});
        CliWorld::docker({u"run"_qs, u"--detach"_qs, u"--name"_qs, name, u"--restart"_qs, u"always"_qs,
                          u"--env"_qs, u"JWT_SECRET="_qs + QString::fromLatin1(OperatorsSecret),
                          u"--volume"_qs, m_world->data() + u":/home/node/.agentx"_qs,
                          qEnvironmentVariable("PILOTHOUSE_TESTBED_IMAGE"), u"--rate"_qs, u"0"_qs});
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
    }

    QJsonObject instance() const
    {
        return m_world->json({u"instance"_qs, u"show"_qs, u"svc"_qs}).json.object();
    }

    QString address(const QString &path) const
    {
        return instance().value(u"healthUrl"_qs).toString().replace(u"/health"_qs, path);
    }

    /// The same process through a script that sets a variable.
    bool runThrough(const QByteArray &assignment)
    {
        const QString script = m_world->path(u"service.sh"_qs);
        writeAll(script, "#!/bin/sh\n" + assignment + "\nexport JWT_SECRET\nexec " PILOTHOUSE_DEMO_SERVICE
                             + QByteArray(" \"$@\"\n"));
        QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QString health = instance().value(u"healthUrl"_qs).toString();
        m_world->run({u"service"_qs, u"stop"_qs, u"svc"_qs, u"--yes"_qs});
        m_world->run({u"instance"_qs, u"remove"_qs, u"svc"_qs, u"--yes"_qs});
        const CliRun added = m_world->run(
            {u"instance"_qs, u"add"_qs, u"svc"_qs, u"--profile"_qs, u"portagent"_qs, u"--data-dir"_qs,
             m_world->data(), u"--process"_qs,
             u"%1 --data-dir %2 --port %3 --pid-file %4 --rate 0"_qs.arg(
                 script, m_world->data(), QString::number(QUrl(health).port()), m_world->path(u"pid"_qs)),
             u"--pid-file"_qs, m_world->path(u"pid"_qs), u"--health-url"_qs, health, u"--watch-seconds"_qs,
             u"0"_qs});
        const CliRun up = m_world->run({u"service"_qs, u"start"_qs, u"svc"_qs, u"--yes"_qs});
        if (added.code != 0 || up.code != 0)
            qWarning("%s%s", added.told().constData(), up.told().constData());
        return added.code == 0 && up.code == 0;
    }

    /// A token of somebody who may sign in.
    QByteArray signIn()
    {
        for (const QJsonValue &value : m_world->json({u"users"_qs, u"list"_qs, u"svc"_qs}).json.array()) {
            const QString name =
                value.toObject().value(u"values"_qs).toObject().value(u"username"_qs).toString();
            const QJsonObject body{{u"usernameOrEmail"_qs, name},
                                   {u"password"_qs, QString(name + u"-pass"_qs)}};
            const HttpResponse answer =
                answered(address(u"/api/auth/login"_qs), QJsonDocument(body).toJson());
            if (answer.status == 200)
                return QJsonDocument::fromJson(answer.body).object().value(u"token"_qs).toString().toUtf8();
        }
        return {};
    }

    /// What Pilothouse gives the process; empty: nothing.
    QByteArray secrets() const
    {
        const QString file = secretsFile();
        return QFileInfo::exists(file) ? readAll(file) : QByteArray();
    }

    /// Where it is kept for the process.
    QString secretsFile() const
    {
        return m_world->home() + u"/given/"_qs + instance().value(u"id"_qs).toString() + u"/secrets"_qs;
    }

    int statusWith(const QByteArray &token) const
    {
        return answered(address(u"/agentx/info"_qs), {}, token).status;
    }

    CliRun end() { return m_world->run({u"users"_qs, u"end-sessions"_qs, u"svc"_qs, u"--yes"_qs}); }

    QString newestUndoable() { return m_world->newest({u"undo"_qs, u"list"_qs, u"svc"_qs}, u"operation"_qs); }

    bool isRefusedAsOlder(const QString &operation)
    {
        const CliRun refused = m_world->run({u"undo"_qs, u"apply"_qs, operation, u"--yes"_qs});
        const bool isRefused =
            refused.code == 3 && refused.told().contains("The container was made again since then");
        if (!isRefused)
            qWarning("%s", refused.told().constData());
        return isRefused;
    }

    bool undo() { return undo(newestUndoable()); }

    bool undo(const QString &operation)
    {
        const CliRun undone = m_world->run({u"undo"_qs, u"apply"_qs, operation, u"--yes"_qs});
        if (undone.code != 0)
            qWarning("%s", undone.told().constData());
        return undone.code == 0;
    }

    /// Files of Pilothouse (but the private ones for the service and for undo) that hold a text.
    QStringList filesWith(const QByteArray &text) const
    {
        QStringList found;
        for (const QString &folder : {m_world->home(), m_world->data(u".pilothouse"_qs)}) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext())
                addIfIn(files.next(), text, found);
        }
        return found;
    }

    static void addIfIn(const QString &path, const QByteArray &text, QStringList &found)
    {
        const bool isPrivate = path.contains(u"/kept-secrets/"_qs) || path.contains(u"/given/"_qs);
        if (!isPrivate && readAll(path).contains(text))
            found << path;
    }

    QString onlyContainer() const { return m_world->compose().containers(u"portagent"_qs).value(0); }

    QString projectFile(const QString &name) const { return QFileInfo(m_world->data()).path() + u'/' + name; }

    void addToProject(const QByteArray &environment, const QByteArray &variables)
    {
        const QString file = projectFile(u"docker-compose.yml"_qs);
        const QByteArray line = "      LLM_PROVIDER_KEY: canary-7b1d5e-secret\n";
        writeAll(file, readAll(file).replace(line, QByteArray(line + environment)));
        writeAll(projectFile(u".env"_qs), readAll(projectFile(u".env"_qs)) + variables);
        m_world->compose().compose({u"up"_qs, u"-d"_qs});
        QTRY_COMPARE_WITH_TIMEOUT(m_world->state(), u"healthy"_qs, 20'000);
    }

    static void removeKept(const QString &name)
    {
        for (const QByteArray &kept :
             CliWorld::docker({u"ps"_qs, u"--all"_qs, u"--format"_qs, u"{{.Names}}"_qs}).split('\n'))
            if (QString::fromUtf8(kept).startsWith(name + u"-ph-"_qs))
                CliWorld::docker({u"rm"_qs, u"--force"_qs, QString::fromUtf8(kept)});
    }

    std::unique_ptr<CliWorld> m_world;
};

} // namespace tst_portagentsessions

QTEST_GUILESS_MAIN(tst_portagentsessions::TestPortagentSessions)
#include "tst_portagentsessions.moc"
