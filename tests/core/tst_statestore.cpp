// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/checkstore.h"
#include "core/settings/settingsstore.h"
#include "core/settings/statelocation.h"
#include "core/settings/statestore.h"
#include "tests/support/profiledata.h"
#include "tests/support/testsupport.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

using namespace pilothouse;

namespace tst_statestore {

class TestStateStore : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<StateStore>(m_dir->filePath(QStringLiteral("state.db")));
        QVERIFY_RESULT(m_store->open());
    }

    void makesAPrivateFileWithEveryMigration()
    {
        QCOMPARE(QFileInfo(m_store->file()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY_RESULT(m_store->open());
        QCOMPARE(selectSql(m_store->file(),
                           QStringLiteral("SELECT max(version), count(*) FROM schema_version"))[0],
                 (QStringList{QString::number(StateStore::currentVersion()),
                              QString::number(StateStore::currentVersion())}));
        QCOMPARE(selectSql(m_store->file(), QStringLiteral("PRAGMA journal_mode"))[0][0],
                 QStringLiteral("wal"));
    }

    void refusesTheFileOfANewerProgram()
    {
        runSql(m_store->file(), "INSERT INTO schema_version VALUES (99, 'x')");
        const auto opened = m_store->open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Refused);
    }

    void refusesWhatIsNoDatabase()
    {
        writeAll(m_dir->filePath(QStringLiteral("other")), QByteArray(4096, 'x'));
        const auto opened = StateStore(m_dir->filePath(QStringLiteral("other"))).open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::BadData);
        QVERIFY(!opened.error().advice.isEmpty());
    }

    void doesNotMakeAFileThatHasGone()
    {
        QVERIFY(QFile::remove(m_store->file()));
        QVERIFY(!SettingsStore(*m_store).setting(QStringLiteral("a")));
        QVERIFY(!QFile::exists(m_store->file()));
    }

    void rollsBackAFailedWrite()
    {
        const auto done = m_store->write([](QSqlDatabase &database) -> Result<> {
            auto inserted =
                StateStore::execute(database, QStringLiteral("INSERT INTO settings VALUES ('a', '1')"));
            return inserted ? failure(ErrorKind::Cancelled, QStringLiteral("changed my mind"))
                            : failure(inserted.error());
        });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
        QVERIFY(selectSql(m_store->file(), QStringLiteral("SELECT * FROM settings")).isEmpty());
    }

    void keepsSettingsOfEveryType()
    {
        const SettingsStore settings(*m_store);
        QVERIFY(settings.setting(QStringLiteral("a"))->isUndefined());
        for (const QJsonValue &value : {QJsonValue(true), QJsonValue(3.5), QJsonValue(QStringLiteral("ü\n")),
                                        QJsonValue(QJsonArray{1, 2}), QJsonValue()}) {
            QVERIFY_RESULT(settings.setSetting(QStringLiteral("a"), value));
            QCOMPARE(*settings.setting(QStringLiteral("a")), value);
        }
        QVERIFY_RESULT(settings.setSetting(QStringLiteral("a"), QJsonValue(QJsonValue::Undefined)));
        QVERIFY(settings.setting(QStringLiteral("a"))->isUndefined());
        QVERIFY_RESULT(settings.setUiState(QStringLiteral("w"), QByteArray("\0\xff", 2)));
        QCOMPARE(*settings.uiState(QStringLiteral("w")), QByteArray("\0\xff", 2));
    }

    void acknowledgementsEnd()
    {
        const SettingsStore settings(*m_store);
        const QDateTime now(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC);
        const Acknowledgement mark{QStringLiteral("i"),
                                   QStringLiteral("disk"),
                                   QStringLiteral("new disk on Monday"),
                                   QStringLiteral("ada"),
                                   now,
                                   now.addSecs(60)};
        QVERIFY_RESULT(settings.acknowledge(mark));
        QCOMPARE(*settings.acknowledgements(QStringLiteral("i"), now), QList<Acknowledgement>{mark});
        QVERIFY(settings.acknowledgements(QStringLiteral("i"), now.addSecs(60))->isEmpty());
        QVERIFY_RESULT(settings.withdraw(QStringLiteral("i"), QStringLiteral("disk")));
        QVERIFY(settings.acknowledgements(QStringLiteral("i"), now)->isEmpty());
    }

    void keepsTheNewestChecks()
    {
        const CheckStore checks(*m_store);
        const QUuid instance = QUuid::createUuid();
        DatabaseCheck check{
            QStringLiteral("agentx"), QStringLiteral("quick_check"), CheckVerdict::Passed, {}, {}, 4};
        for (int i = 0; i < 60; ++i) {
            check.at = QDateTime(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC).addSecs(i);
            QVERIFY_RESULT(checks.add(instance, check));
        }
        check.name = QStringLiteral("foreign_key_check");
        check.verdict = CheckVerdict::Failed;
        QVERIFY_RESULT(checks.add(instance, check));
        const auto latest = checks.latest(instance);
        QVERIFY_RESULT(latest);
        QCOMPARE(latest->size(), 2);
        QCOMPARE(latest->at(0), check);
        QCOMPARE(checks.history(instance, QStringLiteral("agentx"), 100)->size(), 51);
    }

    void manyThreadsWriteAtOnce()
    {
        std::vector<std::unique_ptr<QThread>> threads;
        std::atomic<int> failures = 0;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back(QThread::create([this, t, &failures] {
                for (int i = 0; i < 25; ++i) {
                    const QString name = QStringLiteral("%1-%2").arg(t).arg(i);
                    failures += SettingsStore(*m_store).setSetting(name, i).has_value() ? 0 : 1;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(60000));
        QCOMPARE(failures.load(), 0);
        QCOMPARE(selectSql(m_store->file(), QStringLiteral("SELECT count(*) FROM settings"))[0][0],
                 QStringLiteral("100"));
    }

    void locationPrefersTheOptionThenTheVariable()
    {
        QProcessEnvironment environment;
        QVERIFY(!StateLocation::resolve({}, environment));
        environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/ada"));
        QCOMPARE(StateLocation::resolve({}, environment)->dataFolder,
                 QStringLiteral("/home/ada/.local/share/pilothouse"));
        QCOMPARE(StateLocation::resolve({}, environment)->configFolder,
                 QStringLiteral("/home/ada/.config/pilothouse"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), QStringLiteral("/x/data"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), QStringLiteral("relative"));
        QCOMPARE(StateLocation::resolve({}, environment)->dataFolder, QStringLiteral("/x/data/pilothouse"));
        QCOMPARE(StateLocation::resolve({}, environment)->configFolder,
                 QStringLiteral("/home/ada/.config/pilothouse"));
        environment.insert(QStringLiteral("PILOTHOUSE_HOME"), QStringLiteral("/srv/ph/"));
        QCOMPARE(StateLocation::resolve({}, environment)->database(), QStringLiteral("/srv/ph/state.db"));
        QCOMPARE(StateLocation::resolve(QStringLiteral("/opt/ph"), environment)->profilesFolder(),
                 QStringLiteral("/opt/ph/config/profiles"));
    }

    void locationIsPrivate()
    {
        const auto location = StateLocation::resolve(m_dir->filePath(QStringLiteral("a/b")), {});
        QVERIFY_RESULT(location);
        QVERIFY_RESULT(location->prepare());
        QVERIFY_RESULT(location->prepare());
        QCOMPARE(QFileInfo(location->dataFolder).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
                 QFile::Permissions());
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<StateStore> m_store;
};

} // namespace tst_statestore

QTEST_GUILESS_MAIN(tst_statestore::TestStateStore)
#include "tst_statestore.moc"
