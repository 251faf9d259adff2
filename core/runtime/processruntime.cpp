// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/processruntime.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/files/memoryfolder.h"
#include "core/process/processrunner.h"
#include "core/runtime/addedvariables.h"
#include "core/runtime/environmententries.h"
#include "core/runtime/processstatistics.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds PollInterval{50};
constexpr milliseconds StartTime{10000};
constexpr milliseconds KillTime{5000};
constexpr qint64 ClockSlackMs = 2000; // the machine's start time is known to the second
constexpr qint64 OutputTail = 2000;
constexpr qsizetype MostKept = 60'000; // of a file of ours

QString tailOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - OutputTail));
    return visibleText(redacted(QString::fromUtf8(file.readAll()).trimmed()));
}

bool isGone(const ProcessFacts &process)
{
    const auto now = processFacts(process.pid);
    return !now || now->startTicks != process.startTicks || !now->isAlive();
}

/// Waits until the process is gone; false when the time was up first.
bool waitUntilGone(const ProcessFacts &process, milliseconds time, const OperationContext &context)
{
    const auto deadline = steady_clock::now() + time;
    while (!isGone(process)) {
        if (steady_clock::now() >= deadline || context.isCancelled())
            return false;
        std::this_thread::sleep_for(PollInterval);
    }
    return true;
}

Result<VariableMap> variablesOf(const GivenFile &file)
{
    return file.read().map(
        [](const std::optional<QByteArray> &text) { return text ? variablesIn(*text) : VariableMap(); });
}

} // namespace

ProcessRuntime::ProcessRuntime(RuntimeSettings settings, QString dataFolder, milliseconds stopTime,
                               QString givenFolder)
    : m_settings(std::move(settings))
    , m_dataFolder(std::move(dataFolder))
    , m_stopTime(stopTime)
    , m_givenFolder(std::move(givenFolder))
{
}

QString ProcessRuntime::outputFile() const
{
    return m_settings.pidFile + QStringLiteral(".out");
}

GivenFile ProcessRuntime::givenVariables() const
{
    return {m_givenFolder + QStringLiteral("/variables"), m_settings.pidFile + QStringLiteral(".env")};
}

GivenFile ProcessRuntime::givenSecrets() const
{
    return {m_givenFolder + QStringLiteral("/secrets"), m_settings.pidFile + QStringLiteral(".secrets")};
}

GivenFile ProcessRuntime::keptVariables() const
{
    const QByteArray name = QCryptographicHash::hash(m_givenFolder.toUtf8(), QCryptographicHash::Sha256);
    return {QStringLiteral("%1/pilothouse-kept-%2/%3")
                .arg(memoryRoot())
                .arg(::getuid())
                .arg(QString::fromLatin1(name.toHex().left(32))),
            {}};
}

GivenFile ProcessRuntime::givenNames() const
{
    return {keptVariables().path() + QStringLiteral("-names"), {}};
}

/// Whoever started the service by hand gave it variables that are nowhere else. One that cannot be read is
/// stopped all the same; another user's are not taken over, which would be our program with their LD_PRELOAD.
void ProcessRuntime::keepVariables(qint64 pid) const
{
    QFile file(QStringLiteral("/proc/%1/environ").arg(pid));
    if (QFileInfo(file).ownerId() != ::geteuid() || !file.open(QIODevice::ReadOnly))
        return;
    const auto names = givenNames().read();
    const QList<QByteArray> given = names ? names->value_or(QByteArray()).split('\n') : QList<QByteArray>();
    QByteArray kept;
    for (const QByteArray &entry : file.readAll().split('\0')) {
        const QByteArray name = entry.left(entry.indexOf('='));
        const bool isShells = name == "_" || name == "PWD" || name == "OLDPWD" || name == "SHLVL";
        if (!name.isEmpty() && !isShells && !given.contains(name))
            kept += entry + '\0';
    }
    if (kept.size() > MostKept || !keptVariables().write(kept))
        qWarning("the variables of the service could not be kept for its next start");
}

/// Nothing where somebody has started the service since by other means: that start knew better.
QByteArray ProcessRuntime::readKept() const
{
    const GivenFile file = keptVariables();
    const auto kept = file.read();
    QFile pidFile(m_settings.pidFile);
    bool isNumber = false;
    if (pidFile.open(QIODevice::ReadOnly))
        static_cast<void>(pidFile.read(32).trimmed().toLongLong(&isNumber));
    const bool isOlder =
        isNumber && QFileInfo(pidFile).lastModified() > QFileInfo(file.path()).lastModified();
    return kept && !isOlder ? kept->value_or(QByteArray()) : QByteArray();
}

Result<VariableMap> ProcessRuntime::addedVariables(const OperationContext &)
{
    return variablesOf(givenVariables());
}

Result<> ProcessRuntime::setAddedVariables(const VariableMap &variables, const OperationContext &)
{
    if (auto checked = checkVariables(variables); !checked)
        return checked;
    return variables.isEmpty() ? givenVariables().remove() : givenVariables().write(variablesText(variables));
}

QString ProcessRuntime::addedVariablesCommand(const VariableChanges &changes) const
{
    return QStringLiteral("mkdir -p -m 700 %1 && ").arg(shellQuoted(m_givenFolder))
           + changeCommand(givenVariables().path(), changes);
}

/// What the service is started with, moved to where it is kept today.
Result<VariableMap> ProcessRuntime::given() const
{
    VariableMap all;
    for (const QByteArray &entry : readKept().split('\0')) {
        if (const qsizetype at = entry.indexOf('='); at > 0)
            all.insert(QString::fromUtf8(entry.left(at)), QString::fromUtf8(entry.mid(at + 1)));
    }
    QByteArray names;
    for (const GivenFile &file : {givenVariables(), givenSecrets()}) {
        if (auto taken = file.takeOver(); !taken)
            return failure(taken.error());
        const auto variables = variablesOf(file);
        if (!variables)
            return variables;
        for (auto it = variables->begin(); it != variables->end(); ++it)
            names += it.key().toUtf8() + '\n';
        all.insert(*variables);
    }
    if (auto noted = names.isEmpty() ? givenNames().remove() : givenNames().write(names); !noted)
        return failure(noted.error());
    return all;
}

CommandLine ProcessRuntime::command() const
{
    CommandLine line;
    line.program = m_settings.command.value(0);
    line.arguments = m_settings.command.mid(1);
    line.workingDirectory =
        m_settings.workingDirectory.isEmpty() ? m_dataFolder : m_settings.workingDirectory;
    return line;
}

ProcessRuntime::Seen ProcessRuntime::look() const
{
    QFile file(m_settings.pidFile);
    if (!file.open(QIODevice::ReadOnly))
        return {std::nullopt,
                file.exists() ? tr("The pid file cannot be read.") : tr("There is no pid file.")};
    bool isNumber = false;
    const qint64 pid = file.read(32).trimmed().toLongLong(&isNumber);
    if (!isNumber || pid <= 0)
        return {std::nullopt, tr("The pid file holds no process number.")};
    const auto facts = processFacts(pid);
    if (!facts || !facts->isAlive())
        return {std::nullopt, tr("The pid file names process %1, which has ended.").arg(pid)};
    const QDateTime written = QFileInfo(file).lastModified();
    if (facts->startedAt > written.addMSecs(ClockSlackMs))
        return {std::nullopt,
                tr("The pid file is stale: its number %1 belongs to another process now.").arg(pid)};
    return {facts, {}};
}

Result<ProcessFacts> ProcessRuntime::running() const
{
    const Seen seen = look();
    if (!seen.process)
        return failure(withSubject(failure(ErrorKind::NotFound, seen.reason).value(), m_settings.pidFile));
    return *seen.process;
}

Result<ServiceStatus> ProcessRuntime::status(const OperationContext &)
{
    const Seen seen = look();
    ServiceStatus status;
    if (!seen.process) {
        status.state = ServiceState::Stopped;
        status.reason = seen.reason;
        return status;
    }
    status.state = seen.process->state == 'T' ? ServiceState::Paused : ServiceState::Running;
    status.pid = seen.process->pid;
    status.startedAt = seen.process->startedAt;
    status.identity = QStringLiteral("%1:%2").arg(seen.process->pid).arg(seen.process->startTicks);
    return status;
}

Result<ServiceStatistics> ProcessRuntime::statistics(const OperationContext &context)
{
    const auto process = running();
    if (!process)
        return failure(process.error());
    return processStatistics(process->pid, context);
}

Result<QList<EnvironmentEntry>> ProcessRuntime::environment(const OperationContext &)
{
    const auto process = running();
    if (!process)
        return failure(process.error());
    QFile file(QStringLiteral("/proc/%1/environ").arg(process->pid));
    if (!file.open(QIODevice::ReadOnly))
        return failure(withSubject(
            failure(ErrorKind::Refused, tr("This user may not read the environment of the service.")).value(),
            file.fileName()));
    return environmentEntries(file.readAll().split('\0'));
}

Result<QList<MountEntry>> ProcessRuntime::mounts(const OperationContext &)
{
    return QList<MountEntry>();
}

Result<StopOutcome> ProcessRuntime::stop(milliseconds grace, const OperationContext &context)
{
    StopOutcome outcome;
    const Seen seen = look();
    if (!seen.process) {
        outcome.wasRunning = false;
        return outcome;
    }
    keepVariables(seen.process->pid);
    const QList<ProcessFacts> tree = processTree(seen.process->pid);
    if (!signalProcess(*seen.process, SIGTERM) && !isGone(*seen.process))
        return failure(withSubject(
            failure(ErrorKind::Refused, tr("This user may not stop process %1.").arg(seen.process->pid))
                .value(),
            m_settings.pidFile, tr("Run Pilothouse as the user of the service.")));
    if (waitUntilGone(*seen.process, grace > milliseconds::zero() ? grace : m_stopTime, context))
        return outcome;
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled,
                       tr("Waiting was cancelled; the service was asked to end and may still do so."));
    for (const ProcessFacts &process : tree)
        signalProcess(process, SIGKILL);
    if (!waitUntilGone(*seen.process, KillTime, OperationContext()))
        return failure(withSubject(
            failure(ErrorKind::NeedsOperator,
                    tr("Process %1 does not end, not even when killed.").arg(seen.process->pid))
                .value(),
            m_settings.pidFile, tr("It may wait for a disk or a network file system that does not answer.")));
    outcome.wasKilled = true;
    outcome.exitCode = 128 + SIGKILL;
    return outcome;
}

Result<> ProcessRuntime::start(const OperationContext &context)
{
    if (look().process)
        return {};
    const auto variables = given();
    if (!variables)
        return failure(variables.error());
    CommandLine line = command();
    line.environment = *variables;
    const auto pid = LocalProcessRunner().startDetached(line, outputFile());
    if (!pid)
        return failure(pid.error());
    const auto isUp = waitUntilUp(*pid, context);
    if (isUp && !keptVariables().remove())
        qWarning("the variables that were kept for the service could not be removed");
    return isUp;
}

Result<> ProcessRuntime::waitUntilUp(qint64 startedPid, const OperationContext &context) const
{
    const auto deadline = steady_clock::now() + StartTime;
    std::optional<steady_clock::time_point> endedAt;
    while (!look().process) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, tr("Waiting was cancelled; the service was started."));
        const auto facts = processFacts(startedPid);
        const auto now = steady_clock::now();
        if (!endedAt && (!facts || !facts->isAlive()))
            endedAt = now;
        if (endedAt
            && now - *endedAt
                   > std::chrono::seconds(1)) // a starter may end before its daemon writes the file
            return diedAtStart();
        if (now > deadline)
            return failure(withSubject(
                failure(ErrorKind::TimedOut, tr("The service was started, but wrote no pid file within %1 s.")
                                                 .arg(StartTime.count() / 1000))
                    .value(),
                m_settings.pidFile, tr("Check that the command writes this very file.")));
        std::this_thread::sleep_for(PollInterval);
    }
    return {};
}

tl::unexpected<Error> ProcessRuntime::diedAtStart() const
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.subject = command().program;
    error.message = tr("The service ended right after its start.");
    error.advice = tr("Read its output in %1.").arg(outputFile());
    error.detail = tailOf(outputFile());
    return failure(std::move(error));
}

Result<QJsonObject> ProcessRuntime::fenceState(const OperationContext &)
{
    return QJsonObject{{QStringLiteral("supervisor"), QStringLiteral("none")}};
}

Result<> ProcessRuntime::fence(const OperationContext &)
{
    return {};
}

Result<bool> ProcessRuntime::isFenced(const OperationContext &)
{
    return true;
}

Result<> ProcessRuntime::unfence(const QJsonObject &, const OperationContext &)
{
    return {};
}

Result<ProcessOutput> ProcessRuntime::exec(const CommandLine &line, milliseconds timeout,
                                           const OperationContext &context)
{
    return LocalProcessRunner().run(line, timeout, context);
}

QString ProcessRuntime::stopCommand() const
{
    return QStringLiteral("kill -TERM \"$(cat %1)\"").arg(shellQuoted(m_settings.pidFile));
}

QString ProcessRuntime::startCommand() const
{
    const CommandLine line = command();
    return QStringLiteral("cd %1 && setsid --fork %2 >> %3 2>&1 < /dev/null")
        .arg(shellQuoted(line.workingDirectory), line.toDisplayString(), shellQuoted(outputFile()));
}

} // namespace pilothouse
