// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/processrunner.h"
#include "core/process/spawn.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr qsizetype OutputLimit = qsizetype(64) << 20;
constexpr qsizetype ErrorLimit = 64 << 10;
constexpr int PollMs = 50;
constexpr milliseconds TermGrace{5000};
constexpr milliseconds DrainTime{200}; // for output of a child that left something running with its pipes

struct LocalProcessRunnerText
{
    Q_DECLARE_TR_FUNCTIONS(ProcessRunner)
};

/// A pipe whose reading end does not block; both ends go with it.
class Pipe
{
public:
    Pipe()
    {
        if (pipe2(m_ends, O_CLOEXEC) == 0)
            fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
    }
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    bool isOpen() const { return m_ends[0] >= 0; }
    int readEnd() const { return m_ends[0]; }
    int writeEnd() const { return m_ends[1]; }
    void closeEnd(int which)
    {
        if (m_ends[which] >= 0)
            close(m_ends[which]);
        m_ends[which] = -1;
    }
    /// Hands over what is there; closes itself at the end.
    template <typename Take>
    void drain(Take take)
    {
        char buffer[65536];
        while (isOpen()) {
            const ssize_t count = read(m_ends[0], buffer, sizeof buffer);
            if (count > 0)
                take(buffer, static_cast<qsizetype>(count));
            else if (count == 0 || (errno != EAGAIN && errno != EINTR))
                closeEnd(0);
            else if (errno == EAGAIN)
                return;
        }
    }

private:
    int m_ends[2] = {-1, -1};
};

/// One child from its start to its last byte and its end.
class Child
{
public:
    ~Child()
    {
        if (!m_isReaped && m_pid > 0) {
            kill(-m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
    }

    Result<> start(SpawnInput &input, ProcessEnds ends = {})
    {
        if (!m_output.isOpen() || !m_error.isOpen())
            return systemFailure(
                errno, LocalProcessRunnerText::tr("There are not enough file descriptors to run a program."));
        const bool isOutputGiven = ends.output.isOpen();
        const Result<pid_t> pid =
            spawnGrouped(input, isOutputGiven ? ends.output.descriptor() : m_output.writeEnd(),
                         m_error.writeEnd(), ends.input.descriptor());
        if (isOutputGiven)
            m_output.closeEnd(0);
        if (!pid)
            return failure(pid.error());
        m_pid = *pid;
        m_output.closeEnd(1);
        m_error.closeEnd(1);
        return {};
    }

    /// Waits a moment for output or the end; true when both are there.
    bool advance()
    {
        pollfd entries[2] = {{m_output.readEnd(), POLLIN, 0}, {m_error.readEnd(), POLLIN, 0}};
        poll(entries, 2, PollMs);
        readOutput();
        reap();
        if (!m_isReaped)
            return false;
        const bool isEverythingRead = !m_output.isOpen() && !m_error.isOpen();
        return isEverythingRead || steady_clock::now() - m_reapedAt > DrainTime;
    }

    void signalGroup(int number) const
    {
        if (!m_isReaped)
            kill(-m_pid, number);
    }

    /// Output goes there instead of into the result.
    void setSink(LocalProcessRunner::OnOutput sink) { m_sink = std::move(sink); }
    void setErrorSink(LocalProcessRunner::OnOutput sink) { m_errorSink = std::move(sink); }
    /// True where the sink has had enough.
    bool isEnough() const { return m_isEnough; }

    bool isReaped() const { return m_isReaped; }
    ProcessOutput takeResult() { return std::move(m_result); }

private:
    void readOutput()
    {
        m_output.drain([this](const char *data, qsizetype size) {
            if (m_sink) {
                m_isEnough = m_isEnough || !m_sink(QByteArray(data, size));
                return;
            }
            const qsizetype room = OutputLimit - m_result.standardOutput.size();
            m_result.isTruncated = m_result.isTruncated || size > room;
            m_result.standardOutput.append(data, std::min(size, room));
        });
        m_error.drain([this](const char *data, qsizetype size) {
            if (m_errorSink)
                m_isEnough = m_isEnough || !m_errorSink(QByteArray(data, size));
            m_result.standardError.append(data, size);
            if (m_result.standardError.size() > ErrorLimit)
                m_result.standardError = m_result.standardError.right(ErrorLimit);
        });
    }

    void reap()
    {
        int status = 0;
        if (m_isReaped || waitpid(m_pid, &status, WNOHANG) != m_pid)
            return;
        m_isReaped = true;
        m_reapedAt = steady_clock::now();
        m_result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

    pid_t m_pid = 0;
    Pipe m_output;
    Pipe m_error;
    bool m_isReaped = false;
    steady_clock::time_point m_reapedAt;
    ProcessOutput m_result;
    LocalProcessRunner::OnOutput m_sink;
    LocalProcessRunner::OnOutput m_errorSink;
    bool m_isEnough = false;
};

/// TERM to the whole group, five seconds, then KILL; returns when it is gone.
void endChild(Child &child)
{
    child.signalGroup(SIGTERM);
    const auto killAt = steady_clock::now() + TermGrace;
    while (!child.isReaped() && steady_clock::now() < killAt)
        child.advance();
    child.signalGroup(SIGKILL);
    while (!child.isReaped())
        child.advance();
}

/// Until the child has ended, its sink has had enough of it or somebody cancels.
Result<ProcessOutput> untilEnough(Child &child, const CommandLine &command, const OperationContext &context)
{
    while (!child.advance()) {
        if (child.isReaped() || (!child.isEnough() && !context.isCancelled()))
            continue;
        endChild(child);
        if (!child.isEnough())
            return failure(withSubject(
                failure(ErrorKind::Cancelled, LocalProcessRunnerText::tr("The program was ended.")).value(),
                command.program));
        return ProcessOutput{};
    }
    return child.takeResult();
}

} // namespace

Result<ProcessOutput> LocalProcessRunner::run(const CommandLine &command, milliseconds timeout,
                                              const OperationContext &context)
{
    const QTemporaryDir privateFolder;
    Result<SpawnInput> input = spawnInput(command, privateFolder.path());
    if (!input)
        return failure(input.error());
    if (context.isCancelled())
        return failure(withSubject(
            failure(ErrorKind::Cancelled, LocalProcessRunnerText::tr("The program was not started.")).value(),
            command.program));
    Child child;
    if (auto started = child.start(*input); !started)
        return failure(started.error());
    const auto deadline = steady_clock::now() + timeout;
    while (!child.advance()) {
        if (child.isReaped())
            continue;
        if (context.isCancelled()) {
            endChild(child);
            return failure(withSubject(
                failure(ErrorKind::Cancelled, LocalProcessRunnerText::tr("The program was ended.")).value(),
                command.program));
        }
        if (timeout > milliseconds::zero() && steady_clock::now() > deadline) {
            endChild(child);
            const QString message =
                LocalProcessRunnerText::tr("The program did not end within %1 s and was stopped.")
                    .arg(static_cast<double>(timeout.count()) / 1000);
            return failure(withSubject(failure(ErrorKind::TimedOut, message).value(), command.program));
        }
    }
    return child.takeResult();
}

Result<ProcessOutput> LocalProcessRunner::stream(const CommandLine &command, const OnOutput &onOutput,
                                                 const OperationContext &context, const OnOutput &onError)
{
    const QTemporaryDir privateFolder;
    Result<SpawnInput> input = spawnInput(command, privateFolder.path());
    if (!input)
        return failure(input.error());
    Child child;
    child.setSink(onOutput);
    child.setErrorSink(onError);
    if (auto started = child.start(*input); !started)
        return failure(started.error());
    return untilEnough(child, command, context);
}

Result<ProcessOutput> LocalProcessRunner::runBetween(const CommandLine &command, ProcessEnds ends,
                                                     const OperationContext &context, const OnOutput &onError)
{
    const QTemporaryDir privateFolder;
    Result<SpawnInput> input = spawnInput(command, privateFolder.path());
    if (!input)
        return failure(input.error());
    Child child;
    child.setErrorSink(onError);
    if (auto started = child.start(*input, std::move(ends)); !started)
        return failure(started.error());
    return untilEnough(child, command, context);
}

Result<qint64> LocalProcessRunner::startDetached(const CommandLine &command, const QString &logFile)
{
    Result<SpawnInput> input = spawnInput(command, QStringLiteral("/"));
    if (!input)
        return failure(input.error());
    const QByteArray path = logFile.isEmpty() ? QByteArrayLiteral("/dev/null") : QFile::encodeName(logFile);
    const int output = open(path.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (output < 0)
        return failure(
            withSubject(systemFailure(errno, LocalProcessRunnerText::tr(
                                                 "The file for the program's output could not be opened."))
                            .value(),
                        logFile));
    const Result<pid_t> pid = spawnDetached(*input, output);
    close(output);
    if (!pid)
        return failure(pid.error());
    return static_cast<qint64>(*pid);
}

} // namespace pilothouse
