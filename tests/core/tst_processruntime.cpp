// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fileops.h"
#include "core/runtime/filesruntime.h"
#include "core/runtime/processruntime.h"
#include "core/runtime/secretplace.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_processruntime {
using namespace std::chrono_literals;

namespace {

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestProcessRuntime : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void startsAndStops();
    void startsOnlyOnce();
    void killsWhatDoesNotStop();
    void tellsWhyAServiceDied();
    void recognisesStalePidFiles();
    void survivesHostilePidFiles_data();
    void survivesHostilePidFiles();
    void measuresTheServiceWithItsChildren();
    void holdsNoSecretOfTheEnvironment();
    void printsItsCommands();
    void isFencedBecauseNothingStartsIt();
    void plainFilesCannotBeControlled();
    void keepsWhatItGivesInTheStateFolder();
    void takesOverWhatAnEarlierVersionKept();
    void trustsNoFileThatOthersCouldHaveWritten_data();
    void trustsNoFileThatOthersCouldHaveWritten();
    void aFileOfItsOwnWinsOverTheOldPlace();
    void keepsTheVariablesOfAStartByHand();
    void keepsNothingThatALaterStartByHandKnowsBetter();

private:
    static void lay(const QString &path, const QByteArray &content, int mode)
    {
        QDir().mkpath(QFileInfo(path).path());
        writeAll(path, content);
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)), 0);
    }
    QString valueOf(ProcessRuntime &service, const char *key)
    {
        for (const EnvironmentEntry &entry :
             service.environment(m_context).value_or(QList<EnvironmentEntry>()))
            if (entry.key == word(key))
                return entry.value;
        return {};
    }
    ProcessRuntime runtime(const QStringList &words)
    {
        RuntimeSettings settings;
        settings.kind = word("process");
        settings.command = QStringList{QStringLiteral(CHATTERBOX)} + words;
        settings.pidFile = pidFile();
        return {settings, m_folder->path(), 2s, m_folder->filePath(word("state/given"))};
    }
    std::unique_ptr<QProcess> startedByHand(const QString &greeting) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(word("GREETING"), greeting);
        environment.insert(word("LEVEL"), word("from the shell"));
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(CHATTERBOX), service());
        for (int round = 0; round < 200 && QFileInfo(pidFile()).size() == 0; ++round)
            QTest::qWait(10);
        return process;
    }
    /// As the service itself has it, secrets too.
    QByteArray environmentOf(ProcessRuntime &service)
    {
        QFile file(QStringLiteral("/proc/%1/environ").arg(service.status(m_context)->pid));
        return file.open(QIODevice::ReadOnly) ? '\0' + file.readAll() : QByteArray();
    }
    QString pidFile() const { return m_folder->filePath(word("service.pid")); }
    QStringList service() const { return {word("pidfile"), pidFile(), word("sleep"), word("60000")}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    OperationContext m_context;
};

void TestProcessRuntime::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestProcessRuntime::cleanup()
{
    (void)runtime(service()).stop(100ms, m_context);
}

void TestProcessRuntime::startsAndStops()
{
    ProcessRuntime service = runtime(this->service());
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QVERIFY_RESULT(service.start(m_context));
    const auto status = service.status(m_context);
    QVERIFY_RESULT(status);
    QCOMPARE(status->state, ServiceState::Running);
    QVERIFY(std::abs(status->startedAt.secsTo(QDateTime::currentDateTimeUtc())) <= 3);
    QVERIFY(status->identity.startsWith(QString::number(status->pid)));
    const auto outcome = service.stop(0ms, m_context);
    QVERIFY_RESULT(outcome);
    QVERIFY(outcome->wasRunning && !outcome->wasKilled);
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
    QVERIFY(!service.stop(0ms, m_context)->wasRunning);
}

void TestProcessRuntime::startsOnlyOnce()
{
    ProcessRuntime service = runtime(this->service());
    QVERIFY_RESULT(service.start(m_context));
    const QString identity = service.status(m_context)->identity;
    QVERIFY_RESULT(service.start(m_context));
    QCOMPARE(service.status(m_context)->identity, identity);
}

void TestProcessRuntime::killsWhatDoesNotStop()
{
    ProcessRuntime service = runtime(QStringList{word("ignore-term")} + this->service());
    QVERIFY_RESULT(service.start(m_context));
    QElapsedTimer timer;
    timer.start();
    const auto outcome = service.stop(300ms, m_context);
    QVERIFY_RESULT(outcome);
    QVERIFY(outcome->wasKilled);
    QCOMPARE(outcome->exitCode.value_or(0), 137);
    QVERIFY(timer.elapsed() >= 300 && timer.elapsed() < 1500);
    QCOMPARE(service.status(m_context)->state, ServiceState::Stopped);
}

void TestProcessRuntime::tellsWhyAServiceDied()
{
    ProcessRuntime service =
        runtime({word("say"), word("PORT 5200 in use, JWT_SECRET=hunter2"), word("exit"), word("1")});
    const auto started = service.start(m_context);
    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::Refused);
    QVERIFY(started.error().detail.contains(word("PORT 5200 in use")));
    QVERIFY(!started.error().detail.contains(word("hunter2")));
}

void TestProcessRuntime::recognisesStalePidFiles()
{
    writeAll(pidFile(), QByteArray::number(getpid()));
    const timespec old[2] = {{1000000000, 0}, {1000000000, 0}};
    QCOMPARE(utimensat(AT_FDCWD, qPrintable(pidFile()), old, 0), 0);
    ProcessRuntime service = runtime(this->service());
    const auto status = service.status(m_context);
    QCOMPARE(status->state, ServiceState::Stopped);
    QVERIFY(status->reason.contains(word("stale")));
    QVERIFY(!service.stop(100ms, m_context)->wasRunning); // and this test lives on
}

void TestProcessRuntime::survivesHostilePidFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *content :
         {"", "0", "-1", "1e3", "99999999999999999999", "4194305", "abc", "../../1", "\n\n"})
        QTest::newRow(content) << QByteArray(content);
    QTest::newRow("zeros") << QByteArray(1000, '\0');
}

void TestProcessRuntime::survivesHostilePidFiles()
{
    QFETCH(QByteArray, content);
    writeAll(pidFile(), content);
    const auto status = runtime(service()).status(m_context);
    QVERIFY_RESULT(status);
    QCOMPARE(status->state, ServiceState::Stopped);
    QVERIFY(!status->reason.isEmpty());
}

void TestProcessRuntime::measuresTheServiceWithItsChildren()
{
    ProcessRuntime service = runtime({word("pidfile"), pidFile(), word("fork"), word("60000"), word("burn"),
                                      word("20000"), word("sleep"), word("60000")});
    QVERIFY_RESULT(service.start(m_context));
    const auto statistics = service.statistics(m_context);
    QVERIFY_RESULT(statistics);
    QVERIFY2(statistics->cpuPercent > 20 && statistics->cpuPercent < 230,
             qPrintable(QString::number(statistics->cpuPercent)));
    QVERIFY(statistics->memoryBytes > 500'000);
    const qint64 pid = service.status(m_context)->pid;
    QTRY_COMPARE(processTree(pid).size(), 2);
    QVERIFY_RESULT(service.stop(500ms, m_context));
    QVERIFY(!service.statistics(m_context));
}

void TestProcessRuntime::holdsNoSecretOfTheEnvironment()
{
    qputenv("HOME", "/home/service");
    ProcessRuntime service = runtime(this->service());
    QVERIFY_RESULT(service.start(m_context));
    const auto entries = service.environment(m_context);
    QVERIFY_RESULT(entries);
    QVERIFY(entries->contains(EnvironmentEntry{word("HOME"), word("/home/service"), false}));
    QVERIFY(std::none_of(entries->begin(), entries->end(),
                         [](const EnvironmentEntry &e) { return e.isSecret && !e.value.isEmpty(); }));
}

void TestProcessRuntime::printsItsCommands()
{
    const ProcessRuntime service = runtime({word("say"), word("it's")});
    QCOMPARE(service.stopCommand(), word("kill -TERM \"$(cat %1)\"").arg(pidFile()));
    QVERIFY(service.startCommand().startsWith(word("cd %1 && setsid --fork %2 say 'it'\\''s' >> ")
                                                  .arg(m_folder->path(), QStringLiteral(CHATTERBOX))));
}

void TestProcessRuntime::isFencedBecauseNothingStartsIt()
{
    ProcessRuntime service = runtime(this->service());
    const auto before = service.fenceState(m_context);
    QVERIFY_RESULT(before);
    QVERIFY_RESULT(service.fence(m_context));
    QVERIFY(service.isFenced(m_context).value());
    QVERIFY_RESULT(service.unfence(*before, m_context));
}

void TestProcessRuntime::plainFilesCannotBeControlled()
{
    FilesRuntime files(m_folder->path());
    QVERIFY(!files.canControl());
    const auto status = files.status(m_context);
    QCOMPARE(status->state, ServiceState::Unknown);
    QVERIFY(!status->reason.isEmpty());
    QCOMPARE(files.stop(0ms, m_context).error().kind, ErrorKind::Refused);
    QCOMPARE(files.start(m_context).error().kind, ErrorKind::Refused);
}

void TestProcessRuntime::keepsWhatItGivesInTheStateFolder()
{
    ProcessRuntime service = runtime(this->service());
    QVERIFY_RESULT(service.setAddedVariables({{word("LOG_LEVEL"), word("debug")}}, m_context));
    SecretPlace place(service, {service.givenSecrets().path(), word("JWT_SECRET")});
    QVERIFY_RESULT(place.setRaw(QByteArray("abc"), m_context));
    for (const char *name : {"variables", "secrets"}) {
        const QString path = m_folder->filePath(word("state/given/") + word(name));
        QCOMPARE(FileOps().facts(path).value().mode, 0600U);
    }
    QCOMPARE(FileOps().facts(m_folder->filePath(word("state/given"))).value().mode, 0700U);
    QVERIFY(!QFileInfo::exists(pidFile() + word(".env")) && !QFileInfo::exists(pidFile() + word(".secrets")));
    QVERIFY_RESULT(service.start(m_context));
    QCOMPARE(valueOf(service, "LOG_LEVEL"), word("debug"));
    QCOMPARE(secretDigestsInEffect(service, word("JWT_SECRET"), m_context).value(),
             QList<QByteArray>{secretDigest(QByteArray("abc"))});
    QVERIFY_RESULT(service.setAddedVariables({}, m_context));
    QVERIFY_RESULT(place.setRaw({}, m_context));
    QVERIFY(QDir(m_folder->filePath(word("state/given"))).isEmpty());
}

void TestProcessRuntime::takesOverWhatAnEarlierVersionKept()
{
    lay(pidFile() + word(".env"), "LOG_LEVEL=\"debug\"\n", 0600);
    lay(pidFile() + word(".secrets"), "JWT_SECRET=abc\n", 0600);
    ProcessRuntime service = runtime(this->service());
    QCOMPARE(service.addedVariables(m_context).value().value(word("LOG_LEVEL")), word("debug"));
    QVERIFY(QFileInfo::exists(pidFile() + word(".env"))); // looking moves nothing
    QVERIFY_RESULT(service.start(m_context));
    QCOMPARE(valueOf(service, "LOG_LEVEL"), word("debug"));
    QVERIFY(!QFileInfo::exists(pidFile() + word(".env")) && !QFileInfo::exists(pidFile() + word(".secrets")));
    QCOMPARE(service.givenSecrets().read().value(), std::optional<QByteArray>("JWT_SECRET=abc\n"));
    // The pid file's folder is gone after the machine has started anew; what was given is not.
    QVERIFY_RESULT(service.stop(1s, m_context));
    QVERIFY_RESULT(service.start(m_context));
    QCOMPARE(secretDigestsInEffect(service, word("JWT_SECRET"), m_context).value(),
             QList<QByteArray>{secretDigest(QByteArray("abc"))});
}

void TestProcessRuntime::trustsNoFileThatOthersCouldHaveWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("owner");
    QTest::addColumn<bool>("isLink");
    for (const char *name : {"state/given/secrets", "service.pid.secrets", "service.pid.env"}) {
        const QByteArray row(name);
        QTest::newRow(QByteArray(row + ", group").constData()) << word(name) << 0620 << -1 << false;
        QTest::newRow(QByteArray(row + ", world").constData()) << word(name) << 0602 << -1 << false;
        QTest::newRow(QByteArray(row + ", owner").constData()) << word(name) << 0600 << 1000 << false;
        QTest::newRow(QByteArray(row + ", link").constData()) << word(name) << 0600 << -1 << true;
    }
}

void TestProcessRuntime::trustsNoFileThatOthersCouldHaveWritten()
{
    QFETCH(QString, name);
    QFETCH(int, mode);
    QFETCH(int, owner);
    QFETCH(bool, isLink);
    PILOTHOUSE_REQUIRE(::geteuid() == 0, "only root gives a file to another user");
    const QString path = m_folder->filePath(name);
    lay(isLink ? m_folder->filePath(word("elsewhere")) : path, "JWT_SECRET=laid\n", mode);
    QDir().mkpath(QFileInfo(path).path());
    if (isLink)
        QVERIFY(QFile::link(m_folder->filePath(word("elsewhere")), path));
    if (owner >= 0)
        QCOMPARE(::chown(QFile::encodeName(path).constData(), static_cast<uid_t>(owner), 0), 0);
    ProcessRuntime service = runtime(this->service());
    const auto started = service.start(m_context);
    QVERIFY(!started);
    QCOMPARE(started.error().subject, path);
    QVERIFY(!started.error().message.isEmpty() && !started.error().toText().contains(word("laid")));
    QCOMPARE(service.status(m_context).value().state, ServiceState::Stopped);
    QVERIFY(QFileInfo::exists(path)); // it may be what tells who laid it there
}

void TestProcessRuntime::aFileOfItsOwnWinsOverTheOldPlace()
{
    ProcessRuntime service = runtime(this->service());
    QVERIFY_RESULT(service.givenSecrets().write("JWT_SECRET=ours\n"));
    lay(pidFile() + word(".secrets"), "JWT_SECRET=laid\n", 0666);
    QVERIFY_RESULT(service.start(m_context));
    QCOMPARE(secretDigestsInEffect(service, word("JWT_SECRET"), m_context).value(),
             QList<QByteArray>{secretDigest(QByteArray("ours"))});
}

/// What somebody's shell had when it started the service is nowhere but in the process itself.
void TestProcessRuntime::keepsTheVariablesOfAStartByHand()
{
    ProcessRuntime service = runtime(this->service());
    const auto process = startedByHand(word("hello=\n there"));
    QCOMPARE(service.status(m_context)->pid, process->processId());
    VariableMap added{{word("LEVEL"), word("ours")}, {word("EXTRA"), word("1")}};
    QVERIFY_RESULT(service.setAddedVariables(added, m_context));
    QVERIFY_RESULT(service.stop(2000ms, m_context));
    process->waitForFinished(2000);
    const QFileInfo kept(service.keptVariables().path());
    QVERIFY(kept.exists() && (kept.permissions() & QFile::Permissions(0x0077)) == 0);
    QVERIFY(!kept.path().startsWith(m_folder->path()));
    ProcessRuntime later = runtime(this->service()); // as another run of the command line
    QVERIFY_RESULT(later.start(m_context));
    const QByteArray first = environmentOf(later);
    QVERIFY2(first.contains(QByteArray("\0GREETING=hello=\n there\0", 24)), first.constData());
    QVERIFY(first.contains(QByteArray("\0LEVEL=ours\0", 12)));
    QVERIFY(!QFile::exists(kept.filePath()));

    added.remove(word("EXTRA"));
    QVERIFY_RESULT(later.setAddedVariables(added, m_context));
    QVERIFY_RESULT(later.stop(2000ms, m_context));
    QVERIFY_RESULT(later.start(m_context));
    const QByteArray second = environmentOf(later);
    QVERIFY(second.contains(QByteArray("\0GREETING=", 10)) && !second.contains(QByteArray("\0EXTRA=", 7)));
}

void TestProcessRuntime::keepsNothingThatALaterStartByHandKnowsBetter()
{
    ProcessRuntime service = runtime(this->service());
    const auto first = startedByHand(word("old"));
    QVERIFY_RESULT(service.stop(2000ms, m_context));
    first->waitForFinished(2000);
    QFile::remove(pidFile());
    const auto second = startedByHand(word("new"));
    second->kill();
    second->waitForFinished(2000);
    QVERIFY_RESULT(service.start(m_context));
    QVERIFY(!environmentOf(service).contains("GREETING=old"));
}

} // namespace tst_processruntime

QTEST_GUILESS_MAIN(tst_processruntime::TestProcessRuntime)
#include "tst_processruntime.moc"
