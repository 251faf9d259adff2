// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/keychainsecretstore.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>

using namespace pilothouse;

/// Without PILOTHOUSE_KEYRING_TEST: what needs no keyring, and itself once more inside a session bus of its
/// own with a real gnome-keyring, where the variable is set.
class TestSecretStore : public QObject
{
    Q_OBJECT
private slots:
    void referencesCarryTheInstance()
    {
        QVERIFY_RESULT(SecretStore::checkReference(QStringLiteral("prod-1/database")));
        for (const char *bad : {"", "database", "/database", "prod-1/", "a/b/c", "a b/c", "a/b\n", "-a/b"})
            QVERIFY2(!SecretStore::checkReference(QLatin1String(bad)), bad);
    }

    void readAllStopsAtTheFirstMissing()
    {
        MemorySecretStore store;
        QVERIFY_RESULT(store.write(QStringLiteral("a/b"), Secret(QByteArray("one")), {}));
        const auto bag = store.readAll({QStringLiteral("a/b")}, {});
        QVERIFY_RESULT(bag);
        QCOMPARE(bag->at(QStringLiteral("a/b")).bytes(), QByteArray("one"));
        QCOMPARE(store.readAll({QStringLiteral("a/b"), QStringLiteral("a/c")}, {}).error().kind,
                 ErrorKind::NotFound);
    }

    void worksInARealKeyring() { runInside("insideTheKeyring", true); }
    void waitsForNoFrozenKeyring() { runInside("insideAFrozenKeyring", true); }
    void saysThatTheKeyringIsLocked() { runInside("insideALockedKeyring", false); }

    void saysThatThereIsNoKeyring()
    {
        if (qEnvironmentVariableIsSet("PILOTHOUSE_KEYRING_TEST"))
            QSKIP("this is the run inside");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        KeychainSecretStore store(QStringLiteral("pilothouse-test"));
        QElapsedTimer timer;
        timer.start();
        const auto secret = store.read(QStringLiteral("prod-1/database"), {});
        QVERIFY(!secret);
        QVERIFY2(secret.error().kind == ErrorKind::Unreachable || secret.error().kind == ErrorKind::TimedOut,
                 qPrintable(secret.error().toText()));
        QVERIFY(!secret.error().advice.isEmpty());
        QVERIFY(timer.elapsed() < 8000);
    }

    void insideAFrozenKeyring()
    {
        if (!qEnvironmentVariableIsSet("PILOTHOUSE_KEYRING_TEST"))
            return;
        const auto keyring = static_cast<pid_t>(qEnvironmentVariableIntValue("PILOTHOUSE_KEYRING_PID"));
        QVERIFY(keyring > 1);
        auto store = std::make_unique<KeychainSecretStore>(QStringLiteral("pilothouse-test"));
        const QString reference = QStringLiteral("prod-1/database");
        QTRY_VERIFY_WITH_TIMEOUT(store->write(reference, Secret(QByteArray("kept")), {}).has_value(), 20000);
        ::kill(keyring, SIGSTOP);
        QElapsedTimer timer;
        timer.start();
        const auto secret = store->read(reference, {});
        const qint64 took = timer.elapsed();
        ::kill(keyring, SIGCONT);
        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, ErrorKind::TimedOut);
        QVERIFY(!secret.error().advice.isEmpty() && took < 8000);
        QTRY_VERIFY_WITH_TIMEOUT(store->read(reference, {}).has_value(), 20000);
    }

    void insideALockedKeyring()
    {
        if (!qEnvironmentVariableIsSet("PILOTHOUSE_KEYRING_TEST"))
            return;
        KeychainSecretStore store(QStringLiteral("pilothouse-test"));
        QElapsedTimer timer;
        timer.start();
        // Nobody is there to unlock it, and nothing is stored anywhere else meanwhile.
        const auto written = store.write(QStringLiteral("prod-1/database"), Secret(QByteArray("secret")), {});
        QVERIFY(!written);
        QVERIFY2(written.error().kind != ErrorKind::NotFound && !written.error().advice.isEmpty(),
                 qPrintable(written.error().toText()));
        QVERIFY(timer.elapsed() < 8000);
        const auto secret = store.read(QStringLiteral("prod-1/database"), {});
        QVERIFY(!secret && !secret.error().advice.isEmpty());
    }

    void insideTheKeyring()
    {
        // The body of worksInARealKeyring, which starts this program again inside a keyring of its own.
        if (!qEnvironmentVariableIsSet("PILOTHOUSE_KEYRING_TEST"))
            return;
        KeychainSecretStore store(QStringLiteral("pilothouse-test"));
        const QString reference = QStringLiteral("prod-1/database");
        QTRY_COMPARE_WITH_TIMEOUT(store.read(reference, {}).error().kind, ErrorKind::NotFound, 20000);
        const QByteArray bytes("p\xc3\xa4ss\0word\n", 12);
        QVERIFY_RESULT(store.write(reference, Secret(QByteArray(bytes)), {}));
        QCOMPARE(store.read(reference, {}).value().bytes(), bytes);
        QCOMPARE(store.read(QStringLiteral("prod-2/database"), {}).error().kind, ErrorKind::NotFound);
        QVERIFY_RESULT(store.write(reference, Secret(QByteArray("second")), {}));
        std::vector<std::unique_ptr<QThread>> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&] {
                const auto secret = store.read(reference, {});
                good += secret && secret->bytes() == "second" ? 1 : 0;
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(20000));
        QCOMPARE(good.load(), 4);
        QVERIFY_RESULT(store.remove(reference, {}));
        QVERIFY_RESULT(store.remove(reference, {}));
        const auto gone = store.read(reference, {});
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
        QCOMPARE(gone.error().subject, reference);
    }

private:
    /// Starts this program again in a session with a keyring of its own, for one slot.
    static void runInside(const char *slot, bool isUnlocked)
    {
        if (qEnvironmentVariableIsSet("PILOTHOUSE_KEYRING_TEST"))
            QSKIP("this is the run inside");
        const QString bus = QStandardPaths::findExecutable(QStringLiteral("dbus-run-session"));
        PILOTHOUSE_REQUIRE(
            !bus.isEmpty()
                && !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty(),
            "dbus-run-session or gnome-keyring-daemon is not installed");
        QTemporaryDir home;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PILOTHOUSE_KEYRING_TEST"), QStringLiteral("1"));
        for (const char *folder :
             {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QLatin1String(folder), home.path());
        const QString daemon =
            isUnlocked ? QStringLiteral("printf pass | gnome-keyring-daemon --foreground --unlock ")
                       : QStringLiteral("gnome-keyring-daemon --foreground ");
        QProcess inside;
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start(bus,
                     {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                      daemon
                          + QStringLiteral("--components=secrets >/dev/null 2>&1 & PILOTHOUSE_KEYRING_PID=$! "
                                           "\"$0\" \"$1\"; code=$?; kill $!; exit $code"),
                      QCoreApplication::applicationFilePath(), QLatin1String(slot)});
        QVERIFY(inside.waitForFinished(60000));
        const QByteArray output = inside.readAll();
        QVERIFY2(inside.exitCode() == 0
                     && output.contains(QByteArray(QByteArray("PASS   : TestSecretStore::") + slot)),
                 output.constData());
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
