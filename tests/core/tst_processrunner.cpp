// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/processrunner.h"
#include "core/process/toollocator.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

#include <csignal>
#include <thread>

using namespace pilothouse;

namespace tst_processrunner {
using namespace std::chrono_literals;

namespace {

CommandLine chatterbox(const QStringList &arguments)
{
    return {QStringLiteral(CHATTERBOX), arguments, {}, {}};
}

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestProcessRunner : public QObject
{
    Q_OBJECT

private slots:
    void quotesWordsForAShell_data();
    void quotesWordsForAShell();
    void showsNoEnvironment();
    void returnsOutputAndExitCode();
    void tellsASignalAsShellsDo();
    void capturesMuchOutput();
    void capsOutput();
    void keepsTheEndOfErrors();
    void givesAMinimalEnvironmentAndAPrivateFolder();
    void failsForMissingPrograms();
    void neverLooksInTheWorkingDirectory();
    void endsAtItsDeadline();
    void endsWhenCancelled();
    void killsWhatIgnoresTerm();
    void doesNotWaitForABackgroundChild();
    void leaksNoDescriptorsOrZombies();
    void startsDetachedPrograms();
    void reportsADetachedStartThatFails();

private:
    LocalProcessRunner m_runner;
    OperationContext m_context;
};

void TestProcessRunner::quotesWordsForAShell_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << word("/usr/bin/x-1.2_a=b:c,d%e@f") << word("/usr/bin/x-1.2_a=b:c,d%e@f");
    QTest::newRow("empty") << QString() << word("''");
    QTest::newRow("space") << word("a b") << word("'a b'");
    QTest::newRow("quote") << word("it's") << word("'it'\\''s'");
    QTest::newRow("dollar") << word("$(id)") << word("'$(id)'");
    QTest::newRow("newline") << word("a\nb") << word("'a\nb'");
    QTest::newRow("letters of others") << QStringLiteral("ä") << QStringLiteral("'ä'");
    QTest::newRow("home") << word("~") << word("'~'");
}

void TestProcessRunner::quotesWordsForAShell()
{
    QFETCH(QString, raw);
    QFETCH(QString, quoted);
    QCOMPARE(shellQuoted(raw), quoted);
    const auto echoed = m_runner.run(
        {word("/bin/sh"), {word("-c"), word("printf %s ") + shellQuoted(raw)}, {}, {}}, 5s, m_context);
    QVERIFY_RESULT(echoed);
    QCOMPARE(QString::fromUtf8(echoed->standardOutput), raw);
}

void TestProcessRunner::showsNoEnvironment()
{
    CommandLine command{
        word("pg_dump"), {word("-d"), word("my db")}, {{word("PGPASSFILE"), word("/secret")}}, {}};
    QCOMPARE(command.toDisplayString(), word("pg_dump -d 'my db'"));
}

void TestProcessRunner::returnsOutputAndExitCode()
{
    const auto output = m_runner.run(
        chatterbox({word("say"), word("hello"), word("err"), word("3"), word("exit"), word("7")}), 5s,
        m_context);
    QVERIFY_RESULT(output);
    QCOMPARE(output->standardOutput, QByteArray("hello\n"));
    QCOMPARE(output->standardError, QByteArray("xxx"));
    QCOMPARE(output->exitCode, 7);
}

void TestProcessRunner::tellsASignalAsShellsDo()
{
    const auto output = m_runner.run(chatterbox({word("crash")}), 5s, m_context);
    QVERIFY_RESULT(output);
    QCOMPARE(output->exitCode, 128 + SIGABRT);
}

void TestProcessRunner::capturesMuchOutput()
{
    const auto output =
        m_runner.run(chatterbox({word("out"), word("3000000"), word("err"), word("3000")}), 10s, m_context);
    QVERIFY_RESULT(output);
    QCOMPARE(output->standardOutput.size(), 3000000);
    QVERIFY(!output->isTruncated);
}

void TestProcessRunner::capsOutput()
{
    const auto output =
        m_runner.run(chatterbox({word("out"), word("70000000"), word("exit"), word("3")}), 30s, m_context);
    QVERIFY_RESULT(output);
    QCOMPARE(output->standardOutput.size(), qsizetype(64) << 20);
    QVERIFY(output->isTruncated);
    QCOMPARE(output->exitCode, 3);
}

void TestProcessRunner::keepsTheEndOfErrors()
{
    const auto output = m_runner.run(
        {word("/bin/sh"), {word("-c"), word("head -c 200000 /dev/zero >&2; printf end >&2")}, {}, {}}, 10s,
        m_context);
    QVERIFY_RESULT(output);
    QCOMPARE(output->standardError.size(), 64 << 10);
    QVERIFY(output->standardError.endsWith("end"));
}

void TestProcessRunner::givesAMinimalEnvironmentAndAPrivateFolder()
{
    qputenv("PGPASSWORD", "secret");
    qputenv("LD_LIBRARY_PATH", "/tmp");
    QFile held(QStringLiteral("/dev/null"));
    QVERIFY(held.open(QIODevice::ReadOnly));
    CommandLine command = chatterbox({word("facts")});
    command.environment.insert(word("PGHOST"), word("/run/pg"));
    const auto output = m_runner.run(command, 5s, m_context);
    qunsetenv("PGPASSWORD");
    qunsetenv("LD_LIBRARY_PATH");
    QVERIFY_RESULT(output);
    const QByteArray facts = '\n' + output->standardOutput;
    QVERIFY(facts.contains("\nLC_ALL=C\n"));
    QVERIFY(facts.contains("\nPGHOST=/run/pg\n"));
    QVERIFY(!facts.contains("PGPASSWORD") && !facts.contains("LD_LIBRARY_PATH"));
    QVERIFY(facts.contains("\nfd=0\nfd=1\nfd=2\nown-group=1"));
    QVERIFY(!facts.contains(QByteArray("\ncwd=" + QDir::currentPath().toLocal8Bit() + "\n")));
}

void TestProcessRunner::failsForMissingPrograms()
{
    QCOMPARE(m_runner.run({word("no-such-tool"), {}, {}, {}}, 1s, m_context).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(m_runner.run({word("/no/such/tool"), {}, {}, {}}, 1s, m_context).error().kind,
             ErrorKind::NotFound);
    QTemporaryDir folder;
    writeAll(folder.filePath(word("data")), "#!/bin/sh\n");
    QCOMPARE(m_runner.run({folder.filePath(word("data")), {}, {}, {}}, 1s, m_context).error().kind,
             ErrorKind::Refused);
    CommandLine command = chatterbox({});
    command.workingDirectory = word("/no/such/folder");
    QCOMPARE(m_runner.run(command, 1s, m_context).error().kind, ErrorKind::NotFound);
}

void TestProcessRunner::neverLooksInTheWorkingDirectory()
{
    QTemporaryDir folder;
    const QString tool = folder.filePath(word("mytool"));
    writeAll(tool, "#!/bin/sh\n");
    QFile::setPermissions(tool, QFile::ReadOwner | QFile::ExeOwner);
    const QString before = QDir::currentPath();
    QDir::setCurrent(folder.path());
    const auto bare = ToolLocator().find(word("mytool"));
    const auto relative = ToolLocator({word("."), QString()}).find(word("mytool"));
    const auto run = m_runner.run({word("./mytool"), {}, {}, {}}, 1s, m_context);
    QDir::setCurrent(before);
    QCOMPARE(bare.error().kind, ErrorKind::NotFound);
    QVERIFY(!relative);
    QCOMPARE(run.error().kind, ErrorKind::BadInput);
    QCOMPARE(ToolLocator({folder.path()}).find(word("mytool")).value(), tool);
    QCOMPARE(ToolLocator().find(word("../sh")).error().kind, ErrorKind::BadInput);
}

void TestProcessRunner::endsAtItsDeadline()
{
    QElapsedTimer timer;
    timer.start();
    const auto output = m_runner.run(chatterbox({word("sleep"), word("30000")}), 300ms, m_context);
    QCOMPARE(output.error().kind, ErrorKind::TimedOut);
    QVERIFY(timer.elapsed() < 1500);
}

void TestProcessRunner::endsWhenCancelled()
{
    OperationContext context;
    QElapsedTimer timer;
    timer.start();
    std::thread canceller([&] {
        std::this_thread::sleep_for(100ms);
        context.cancel();
    });
    const auto output = m_runner.run(chatterbox({word("sleep"), word("30000")}), 60s, context);
    canceller.join();
    QCOMPARE(output.error().kind, ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 1500);
}

void TestProcessRunner::killsWhatIgnoresTerm()
{
    QElapsedTimer timer;
    timer.start();
    const auto output = m_runner.run(
        chatterbox({word("ignore-term"), word("fork"), word("60000"), word("sleep"), word("60000")}), 200ms,
        m_context);
    QCOMPARE(output.error().kind, ErrorKind::TimedOut);
    QVERIFY(timer.elapsed() > 5000 && timer.elapsed() < 6500);
}

void TestProcessRunner::doesNotWaitForABackgroundChild()
{
    QElapsedTimer timer;
    timer.start();
    const auto output =
        m_runner.run({word("/bin/sh"), {word("-c"), word("sleep 3 & echo done")}, {}, {}}, 10s, m_context);
    QVERIFY_RESULT(output);
    QCOMPARE(output->standardOutput, QByteArray("done\n"));
    QVERIFY(timer.elapsed() < 1500);
}

void TestProcessRunner::leaksNoDescriptorsOrZombies()
{
    const auto descriptors = [] {
        return QDir(word("/proc/self/fd"))
            .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
            .size();
    };
    QVERIFY_RESULT(m_runner.run(chatterbox({}), 5s, m_context));
    const auto before = descriptors();
    for (int i = 0; i < 50; ++i) {
        (void)m_runner.run(chatterbox({word("exit"), word("1")}), 5s, m_context);
        (void)m_runner.run({word("/no/such"), {}, {}, {}}, 5s, m_context);
    }
    QCOMPARE(descriptors(), before);
    QVERIFY(readAll(word("/proc/self/task/%1/children").arg(getpid())).trimmed().isEmpty());
}

void TestProcessRunner::startsDetachedPrograms()
{
    QTemporaryDir folder;
    const QString log = folder.filePath(word("out.log"));
    CommandLine command = chatterbox({word("facts"), word("sleep"), word("30000")});
    command.workingDirectory = folder.path();
    const auto pid = m_runner.startDetached(command, log);
    QVERIFY_RESULT(pid);
    QTRY_VERIFY(readAll(log).contains("own-session=1"));
    const QByteArray facts = readAll(log);
    QVERIFY(facts.contains("fd=0\nfd=1\nfd=2\nown-group=0"));
    QVERIFY(facts.contains(QByteArray("cwd=" + folder.path().toLocal8Bit())));
    QVERIFY(!readAll(word("/proc/self/task/%1/children").arg(getpid())).contains(QByteArray::number(*pid)));
    QCOMPARE(kill(static_cast<pid_t>(*pid), SIGKILL), 0);
}

void TestProcessRunner::reportsADetachedStartThatFails()
{
    QTemporaryDir folder;
    const QString tool = folder.filePath(word("broken"));
    writeAll(tool, "\x7f"
                   "ELFbroken");
    QFile::setPermissions(tool, QFile::ReadOwner | QFile::ExeOwner);
    const auto pid = m_runner.startDetached({tool, {}, {}, folder.path()}, {});
    QVERIFY(!pid);
    QCOMPARE(pid.error().subject, tool);
    QVERIFY(!m_runner.startDetached(chatterbox({}), folder.filePath(word("no/such/folder/log"))));
}

} // namespace tst_processrunner

QTEST_GUILESS_MAIN(tst_processrunner::TestProcessRunner)
#include "tst_processrunner.moc"
