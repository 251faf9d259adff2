// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/fingerprint.h"
#include "core/instances/instancestore.h"
#include "core/instances/sessionfactory.h"
#include "core/profile/profilestore.h"
#include "core/settings/statestore.h"
#include "tests/support/profiledata.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_instances {

class TestInstances : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<StateStore>(m_dir->filePath(QStringLiteral("state.db")));
        QVERIFY_RESULT(m_state->open());
        m_runtime = std::make_shared<ScriptedRuntime>();
    }

    void jsonComesBackAsItWas()
    {
        Instance instance = example();
        instance.id = QUuid::createUuid();
        instance.group = QStringLiteral("EU shop");
        instance.environment = Environment::Staging;
        RuntimeSettings &runtime = instance.runtime;
        runtime.kind = QStringLiteral("process");
        runtime.command = {QStringLiteral("/bin/x"), QStringLiteral("a b")};
        runtime.pidFile = QStringLiteral("/run/x.pid");
        runtime.workingDirectory = QStringLiteral("/srv");
        runtime.project = QStringLiteral("shop");
        runtime.service = QStringLiteral("web");
        runtime.composeFiles = QStringList{QStringLiteral("/srv/docker-compose.yml")};
        runtime.unit = QStringLiteral("web.service");
        runtime.isUserUnit = true;
        instance.secondBackupDir = QStringLiteral("/mnt/b");
        instance.archiveFormat = QStringLiteral("tar.zst");
        instance.safetyDays = 3;
        instance.addedAt = QDateTime(QDate(2026, 11, 20), QTime(22, 0, 1, 5), Qt::UTC);
        QCOMPARE(instanceFromJson(toJson(instance)), instance);
    }

    void keepsInstances()
    {
        const InstanceStore store(*m_state);
        auto added = store.add(example());
        QVERIFY_RESULT(added);
        QVERIFY(!added->id.isNull());
        QCOMPARE(*store.find(QStringLiteral("prod-1")), *added);
        const auto again = store.add(example());
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Refused);
        added->name = QStringLiteral("prod-2");
        QVERIFY_RESULT(store.update(*added));
        const auto missing = store.find(QStringLiteral("prod-1"));
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY(missing.error().advice.contains(QLatin1String("prod-2")));
        QVERIFY_RESULT(store.remove(added->id));
        QVERIFY(store.list()->isEmpty());
        QCOMPARE(store.update(*added).error().kind, ErrorKind::NotFound);
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *key, const char *value, const char *subject) {
            QTest::newRow(qPrintable(QLatin1String(key) + u'=' + QLatin1String(value)))
                << QString::fromLatin1(key) << QString::fromLatin1(value) << QString::fromLatin1(subject);
        };
        row("name", "", "Name");
        row("name", "../x", "Name");
        row("name", "-rf", "Name");
        row("name", "a\n", "Name");
        row("profile", "", "Profile");
        row("dataDir", "", "Data folder");
        row("dataDir", "srv/data", "Data folder");
        row("dataDir", "/srv/../etc", "Data folder");
        row("backupDir", "b", "Backup folder");
        row("healthUrl", "file:///etc/passwd", "Health address");
        row("healthUrl", "http://u:p@host/", "Health address");
        row("archiveFormat", "zip", "Archive format");
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, subject);
        QJsonObject json = toJson(example());
        QVERIFY_RESULT(checkInstance(instanceFromJson(json)));
        json.insert(key, value);
        const auto checked = checkInstance(instanceFromJson(json));
        QVERIFY(!checked);
        QCOMPARE(checked.error().subject, subject);
    }

    void sessionResolvesPaths()
    {
        const auto session = makeSession();
        QVERIFY_RESULT(session);
        const InstanceSession &live = **session;
        QCOMPARE(live.database(QStringLiteral("agentx"))->path,
                 m_dir->filePath(QStringLiteral("live/data/agentx.db")));
        QCOMPARE(live.database(QStringLiteral("agentx"))->fileName, QStringLiteral("agentx.db"));
        QVERIFY(!live.database(QStringLiteral("nothing")));
        QCOMPARE(*live.pathOf(QStringLiteral("containers/x")),
                 m_dir->filePath(QStringLiteral("live/containers/x")));
        for (const char *bad : {"", "/etc", "..", "a/../../b"})
            QVERIFY(!live.pathOf(QLatin1String(bad)));
        QCOMPARE(live.backupFolder(), QStringLiteral("/state/backups/prod-1"));
        QCOMPARE(live.safetyFolder(), QStringLiteral("/state/backups/prod-1/safety"));
        QCOMPARE(live.healthUrl(), QStringLiteral("http://127.0.0.1:5200/health"));
    }

    void factoryNamesTheMissingProfile()
    {
        Instance instance = example();
        instance.profile = QStringLiteral("nothing");
        const ProfileStore profiles = ProfileStore::load({});
        const SessionFactory factory(
            profiles,
            [](const auto &, const auto &, const auto &,
               const auto &) -> Result<std::shared_ptr<ServiceRuntime>> {
                return failure(ErrorKind::Unreachable, QStringLiteral("no engine"));
            },
            QStringLiteral("/state"));
        QCOMPARE(factory.make(instance).error().kind, ErrorKind::NotFound);
        const auto unreachable = factory.make(example());
        QCOMPARE(unreachable.error().kind, ErrorKind::Unreachable);
        QCOMPARE(unreachable.error().subject, QStringLiteral("prod-1"));
    }

    void fingerprintFollowsIdentityOnly()
    {
        makeKeyValueData(m_dir->filePath(QStringLiteral("live")));
        m_runtime->statusAnswer->state = ServiceState::Running;
        m_runtime->statusAnswer->identity = QStringLiteral("c1");
        m_runtime->mountsAnswer =
            QList<MountEntry>{{QStringLiteral("bind"), QStringLiteral("/a"), QStringLiteral("/b"), false}};
        const auto session = makeSession();
        QVERIFY_RESULT(session);
        const auto now = [&] { return fingerprintOf(**session, {}).value(); };
        const QByteArray first = now();
        QCOMPARE(first.size(), 32);
        runSql(m_dir->filePath(QStringLiteral("live/data/portagent.db")), "DELETE FROM users");
        m_runtime->statusAnswer->state = ServiceState::Stopped;
        m_runtime->statusAnswer->pid = 77;
        QCOMPARE(now(), first);
        m_runtime->statusAnswer->identity = QStringLiteral("c2");
        QVERIFY(now() != first);
        m_runtime->statusAnswer->identity = QStringLiteral("c1");
        (*m_runtime->mountsAnswer)[0].source = QStringLiteral("/other");
        QVERIFY(now() != first);
        (*m_runtime->mountsAnswer)[0].source = QStringLiteral("/a");
        QCOMPARE(now(), first);
        QVERIFY(QFile::rename(m_dir->filePath(QStringLiteral("live/data/agentx.db")),
                              m_dir->filePath(QStringLiteral("live/data/old.db"))));
        QVERIFY(QFile::copy(m_dir->filePath(QStringLiteral("live/data/old.db")),
                            m_dir->filePath(QStringLiteral("live/data/agentx.db"))));
        QVERIFY(now() != first);
        m_runtime->statusAnswer = failure(ErrorKind::Unreachable, QStringLiteral("gone"));
        QCOMPARE(fingerprintOf(**session, {}).error().kind, ErrorKind::Unreachable);
    }

private:
    Instance example() const
    {
        Instance instance;
        instance.name = QStringLiteral("prod-1");
        instance.profile = QStringLiteral("portagent");
        instance.dataDir = m_dir->filePath(QStringLiteral("live"));
        return instance;
    }

    Result<std::shared_ptr<InstanceSession>> makeSession()
    {
        const ProfileStore profiles = ProfileStore::load({});
        return SessionFactory(
                   profiles,
                   [this](const auto &, const auto &, const auto &, const auto &) {
                       return Result<std::shared_ptr<ServiceRuntime>>(m_runtime);
                   },
                   QStringLiteral("/state"))
            .make(example());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<StateStore> m_state;
    std::shared_ptr<ScriptedRuntime> m_runtime;
};

} // namespace tst_instances

QTEST_GUILESS_MAIN(tst_instances::TestInstances)
#include "tst_instances.moc"
