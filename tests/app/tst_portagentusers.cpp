// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/cliworld.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace pilothouse;

namespace tst_portagentusers {

/// Runbook S0, User Management: what it does with sqlite3, by the command line.
class TestPortagentUsers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
        const QByteArray begun = m_world->begin();
        QVERIFY2(begun.isEmpty(), begun.constData());
    }

    void p28_listsUsersWithDecodedTimes()
    {
        const CliRun run = m_world->json({u"users"_qs, u"list"_qs, u"svc"_qs});
        QVERIFY2(run.code == 0, run.told().constData());
        const QJsonObject first = run.json.array().first().toObject();
        QVERIFY(!first.value(u"label"_qs).toString().isEmpty());
        const QString created = first.value(u"values"_qs).toObject().value(u"createdAt"_qs).toString();
        QVERIFY2(QDateTime::fromString(created, Qt::ISODateWithMs).isValid(), run.told().constData());
    }

    void p29_disablesAtOnceAndPutsBack()
    {
        const QString user = someUser();
        const QByteArray before = m_world->content();
        QCOMPARE(m_world->run({u"users"_qs, u"disable"_qs, u"svc"_qs, user}).code, 0);
        QVERIFY(m_world->content() != before);
        const QString operation = m_world->newest({u"undo"_qs, u"list"_qs, u"svc"_qs}, u"operation"_qs);
        QCOMPARE(m_world->run({u"undo"_qs, u"apply"_qs, operation}).code, 0);
        QCOMPARE(m_world->content(), before);
    }

    void p30_deletesWithEverythingOwnedAndPutsBack()
    {
        const QString user = someUser();
        const QByteArray before = m_world->content();
        QCOMPARE(m_world->run({u"users"_qs, u"delete"_qs, u"svc"_qs, user}).code, 3); // shows its plan
        QCOMPARE(m_world->content(), before);
        QCOMPARE(m_world->run({u"users"_qs, u"delete"_qs, u"svc"_qs, user, u"--yes"_qs}).code, 0);
        const QString operation = m_world->newest({u"undo"_qs, u"list"_qs, u"svc"_qs}, u"operation"_qs);
        QCOMPARE(m_world->run({u"undo"_qs, u"apply"_qs, operation, u"--yes"_qs}).code, 0);
        QCOMPARE(m_world->content(), before);
    }

    void p30_findsAndCleansOrphans()
    {
        const auto known = orphans().size(); // the demo has some of its own
        // What a refused registration leaves, an hour ago and just now; and a folder of nobody.
        addContainer(u"ghost-1"_qs, QDateTime::currentMSecsSinceEpoch() - 7'200'000);
        addContainer(u"ghost-2"_qs, QDateTime::currentMSecsSinceEpoch());
        const QByteArray before = m_world->content();
        const QJsonArray found = orphans();
        QCOMPARE(found.size(), known + 1);
        QVERIFY(std::any_of(found.begin(), found.end(), [](const QJsonValue &one) {
            return one.toObject().value(u"value"_qs).toString() == u"ghost-1"_qs;
        }));
        QCOMPARE(m_world->run({u"users"_qs, u"clean-orphans"_qs, u"svc"_qs}).code, 3);
        QCOMPARE(m_world->content(), before);
        const CliRun refused = m_world->run(
            {u"users"_qs, u"clean-orphans"_qs, u"svc"_qs, u"--only"_qs, u"ghost-2"_qs, u"--yes"_qs});
        QVERIFY2(refused.code != 0, refused.told().constData());
        const CliRun done = m_world->run({u"users"_qs, u"clean-orphans"_qs, u"svc"_qs, u"--yes"_qs});
        QVERIFY2(done.code == 0, done.told().constData());
        QCOMPARE(orphans().size(), 0);
        const QString operation = m_world->newest({u"undo"_qs, u"list"_qs, u"svc"_qs}, u"operation"_qs);
        const CliRun undone = m_world->run({u"undo"_qs, u"apply"_qs, operation, u"--yes"_qs});
        QVERIFY2(undone.code == 0, undone.told().constData());
        QCOMPARE(m_world->content(), before);
    }

    void p30_keepingTheDataLeavesAnOrphanThatIsSeen()
    {
        const qsizetype known = orphans().size() + young();
        QCOMPARE(
            m_world->run({u"users"_qs, u"delete"_qs, u"svc"_qs, someUser(), u"--keep-data"_qs, u"--yes"_qs})
                .code,
            0);
        // Their folder was made just now, so it may count as too young.
        QCOMPARE(orphans().size() + young(), known + 1);
    }

private:
    QString someUser()
    {
        const CliRun users = m_world->json({u"users"_qs, u"list"_qs, u"svc"_qs});
        return users.json.array().first().toObject().value(u"key"_qs).toString();
    }

    QJsonArray orphans()
    {
        return m_world->json({u"users"_qs, u"orphans"_qs, u"svc"_qs})
            .json.object()
            .value(u"orphans"_qs)
            .toArray();
    }

    int young()
    {
        return m_world->json({u"users"_qs, u"orphans"_qs, u"svc"_qs})
            .json.object()
            .value(u"young"_qs)
            .toInt();
    }

    void addContainer(const QString &id, qint64 createdAt)
    {
        const QString json = u"{\"containerId\":\"%1\",\"createdAt\":%2}"_qs.arg(id).arg(createdAt);
        m_world->execute(
            u"agentx"_qs,
            u"INSERT INTO kv_storage VALUES ('containers:%1', '%2', 1, 1)"_qs.arg(id, json).toUtf8());
    }

    std::unique_ptr<CliWorld> m_world;
};

} // namespace tst_portagentusers

QTEST_GUILESS_MAIN(tst_portagentusers::TestPortagentUsers)
#include "tst_portagentusers.moc"
