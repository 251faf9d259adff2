// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/systemdruntime.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/files/fileops.h"
#include "core/process/processrunner.h"
#include "core/runtime/environmententries.h"
#include "core/runtime/processstatistics.h"
#include "core/runtime/unitenvironment.h"

#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds CallTime{20000};
constexpr milliseconds UnitPollInterval{100};
constexpr milliseconds StopMargin{15000}; // systemd itself kills when the unit's own time is up
constexpr milliseconds LongestStart{900000};
constexpr qint64 LargestEnvironmentFile = 1 << 20;
constexpr int KilledUnitCode = 128 + SIGKILL;

Error unitError(ErrorKind kind, const QString &subject, const QString &message, const QString &advice = {},
                const QString &detail = {})
{
    return {kind, subject, message, advice, detail};
}

QString harmless(const QByteArray &text)
{
    return visibleText(redacted(QString::fromUtf8(text).trimmed()));
}

ErrorKind kindOf(const QString &said)
{
    if (said.contains(QLatin1String("authentication required"))
        || said.contains(QLatin1String("Access denied")) || said.contains(QLatin1String("Permission denied")))
        return ErrorKind::Refused;
    if (said.contains(QLatin1String("Failed to connect"))
        || said.contains(QLatin1String("booted with systemd")))
        return ErrorKind::Unreachable;
    return said.contains(QLatin1String("not found")) || said.contains(QLatin1String("not loaded"))
               ? ErrorKind::NotFound
               : ErrorKind::Refused;
}

bool isEnded(ServiceState state)
{
    return state == ServiceState::Stopped || state == ServiceState::Missing;
}

} // namespace

SystemdRuntime::SystemdRuntime(const RuntimeSettings &settings)
    : m_unit(checkedUnitName(settings.unit))
    , m_isUserUnit(settings.isUserUnit)
{
}

CommandLine SystemdRuntime::command(const QStringList &words) const
{
    CommandLine line;
    line.program = QStringLiteral("systemctl");
    if (m_isUserUnit) {
        line.arguments << QStringLiteral("--user");
        if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
            line.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"),
                                    QStringLiteral("/run/user/%1").arg(getuid()));
    }
    line.arguments << QStringLiteral("--no-ask-password") << QStringLiteral("--no-pager") << words;
    return line;
}

Result<QByteArray> SystemdRuntime::call(const QStringList &words, milliseconds timeout,
                                        const OperationContext &context) const
{
    auto ran = LocalProcessRunner().run(command(words), timeout, context);
    if (!ran)
        return failure(withSubject(ran.error(), m_unit));
    if (ran->exitCode == 0)
        return ran->standardOutput;
    const QString said = harmless(ran->standardError);
    const ErrorKind kind = kindOf(said);
    if (kind == ErrorKind::Unreachable)
        return failure(
            unitError(kind, m_unit, tr("systemd cannot be asked here."),
                      tr("Run Pilothouse on the machine where the unit is, outside of containers."), said));
    return failure(unitError(kind, m_unit, tr("systemd refused: systemctl %1.").arg(words.value(0)),
                             kind == ErrorKind::Refused ? tr(
                                 "Read the unit's journal; for a unit of the machine run Pilothouse as root.")
                                                        : QString(),
                             said));
}

Result<UnitFacts> SystemdRuntime::facts(const OperationContext &context) const
{
    return call({QStringLiteral("show"), QStringLiteral("--timestamp=unix"),
                 QStringLiteral("--property=") + unitProperties().join(u','), QStringLiteral("--"), m_unit},
                CallTime, context)
        .map(unitFactsFrom);
}

bool SystemdRuntime::holdsFence(const UnitFacts &facts) const
{
    return facts.value(QStringLiteral("DropInPaths")).split(u' ').contains(fenceFile());
}

Result<ServiceStatus> SystemdRuntime::status(const OperationContext &context)
{
    const auto seen = facts(context);
    if (!seen)
        return failure(seen.error());
    ServiceStatus status = statusFromUnit(*seen);
    if (status.state == ServiceState::Stopped && holdsFence(*seen))
        status.reason = tr("Pilothouse keeps it from being started.");
    return status;
}

Result<ServiceStatistics> SystemdRuntime::statistics(const OperationContext &context)
{
    const auto before = facts(context);
    if (!before)
        return failure(before.error());
    const auto started = steady_clock::now();
    const qint64 pid = statusFromUnit(*before).pid;
    if (pid <= 0)
        return failure(unitError(ErrorKind::NotFound, m_unit, tr("The unit does not run.")));
    auto statistics = processStatistics(pid, context);
    if (!statistics)
        return statistics;
    const auto after = facts(context);
    if (!after)
        return failure(after.error());
    const double elapsed = std::chrono::duration<double>(steady_clock::now() - started).count();
    const UnitCounters first = countersFromUnit(*before);
    const UnitCounters second = countersFromUnit(*after);
    if (first.cpuNanoseconds >= 0 && second.cpuNanoseconds >= first.cpuNanoseconds)
        statistics->cpuPercent =
            static_cast<double>(second.cpuNanoseconds - first.cpuNanoseconds) / 1e7 / elapsed;
    if (second.memoryBytes >= 0)
        statistics->memoryBytes = second.memoryBytes;
    statistics->memoryLimit = second.memoryLimit;
    if (second.blockRead >= 0 && second.blockWritten >= 0) {
        statistics->blockRead = second.blockRead;
        statistics->blockWritten = second.blockWritten;
    }
    return statistics;
}

std::optional<QList<QByteArray>> SystemdRuntime::definedEnvironment(const UnitFacts &facts) const
{
    QList<QByteArray> lines = unitWords(facts.value(QStringLiteral("Environment")).toUtf8());
    for (const auto &[path, isOptional] : environmentFilesFromUnit(facts)) {
        const auto content = FileOps().read(path, LargestEnvironmentFile);
        if (content)
            lines << environmentFileLines(*content);
        else if (!(isOptional && content.error().kind == ErrorKind::NotFound))
            return std::nullopt;
    }
    QMap<QByteArray, QByteArray> last; // a file wins over the unit, a later file over an earlier one
    for (const QByteArray &line : std::as_const(lines))
        last.insert(line.left(line.indexOf('=')), line);
    return last.values();
}

Result<QList<EnvironmentEntry>> SystemdRuntime::environment(const OperationContext &context)
{
    return environmentLines(context).map(environmentEntries);
}

Result<QList<QByteArray>> SystemdRuntime::environmentLines(const OperationContext &context) const
{
    const auto seen = facts(context);
    if (!seen)
        return failure(seen.error());
    if (const auto defined = definedEnvironment(*seen))
        return *defined;
    QFile running(QStringLiteral("/proc/%1/environ").arg(statusFromUnit(*seen).pid));
    if (running.open(QIODevice::ReadOnly))
        return running.readAll().split('\0');
    return failure(unitError(ErrorKind::Refused, m_unit,
                             tr("This user may not read the environment files of the unit."),
                             tr("Run Pilothouse as root, or as a user who may read them.")));
}

Result<QList<MountEntry>> SystemdRuntime::mounts(const OperationContext &)
{
    return QList<MountEntry>();
}

Result<> SystemdRuntime::waitUntilEnded(std::optional<milliseconds> limit,
                                        const OperationContext &context) const
{
    const auto started = steady_clock::now();
    while (true) {
        const auto seen = facts(context);
        if (!seen)
            return failure(seen.error());
        if (isEnded(statusFromUnit(*seen).state))
            return {};
        if (limit && steady_clock::now() - started > *limit)
            return failure(unitError(ErrorKind::TimedOut, m_unit, tr("The unit did not end in time.")));
        if (context.isCancelled())
            return failure(
                unitError(ErrorKind::Cancelled, m_unit,
                          tr("Waiting was cancelled; the unit was asked to end and may still do so.")));
        std::this_thread::sleep_for(UnitPollInterval);
    }
}

Result<StopOutcome> SystemdRuntime::stop(milliseconds grace, const OperationContext &context)
{
    const auto before = facts(context);
    if (!before)
        return failure(before.error());
    StopOutcome outcome;
    outcome.wasRunning = !isEnded(statusFromUnit(*before).state);
    if (!outcome.wasRunning)
        return outcome;
    const auto asked =
        call({QStringLiteral("stop"), QStringLiteral("--no-block"), QStringLiteral("--"), m_unit}, CallTime,
             context);
    if (!asked)
        return failure(asked.error());
    auto limit = stopTimeFromUnit(*before);
    const bool hasGrace = grace > milliseconds::zero();
    if (hasGrace)
        limit = grace;
    else if (limit)
        *limit =
            2 * *limit + StopMargin; // a unit may take its time for ExecStop= and once more for the signal
    auto ended = waitUntilEnded(limit, context);
    if (!ended && ended.error().kind == ErrorKind::TimedOut && hasGrace) {
        const auto killed = call({QStringLiteral("kill"), QStringLiteral("--kill-whom=all"),
                                  QStringLiteral("--signal=KILL"), QStringLiteral("--"), m_unit},
                                 CallTime, context);
        if (!killed)
            return failure(killed.error());
        outcome.wasKilled = true;
        ended = waitUntilEnded(StopMargin, OperationContext());
    }
    if (!ended)
        return failure(ended.error());
    const auto after = facts(context);
    if (!after)
        return failure(after.error());
    outcome.exitCode = statusFromUnit(*after).exitCode;
    outcome.wasKilled = outcome.wasKilled || outcome.exitCode == KilledUnitCode
                        || after->value(QStringLiteral("Result")) == QLatin1String("timeout");
    return outcome;
}

QString SystemdRuntime::lastLines(const OperationContext &context) const
{
    CommandLine line = command({});
    line.program = QStringLiteral("journalctl");
    line.arguments = {
        m_isUserUnit ? QStringLiteral("--user-unit=") + m_unit : QStringLiteral("--unit=") + m_unit,
        QStringLiteral("--lines=10"), QStringLiteral("--output=cat"), QStringLiteral("--no-pager")};
    const auto ran = LocalProcessRunner().run(line, CallTime, context);
    return ran ? harmless(ran->standardOutput.right(4000)) : QString();
}

Result<> SystemdRuntime::start(const OperationContext &context)
{
    const auto seen = facts(context);
    if (!seen)
        return failure(seen.error());
    if (!holdsFence(*seen))
        return startNow(*seen, context);
    FileOps files;
    FileAccess readable;
    readable.mode = 0755;
    auto opened = files.makeFolder(QFileInfo(doorFile()).path(), readable).and_then([&] {
        return files.write(doorFile(), {});
    });
    if (!opened)
        return opened;
    auto started = startNow(*seen, context);
    if (auto closed = files.removeFile(doorFile()); !closed && started)
        return closed;
    return started;
}

Result<> SystemdRuntime::startNow(const UnitFacts &seen, const OperationContext &context) const
{
    const auto own = timeSpan(seen.value(QStringLiteral("TimeoutStartUSec")));
    const milliseconds limit = std::min(own.value_or(LongestStart), LongestStart) + CallTime;
    const auto started = call({QStringLiteral("start"), QStringLiteral("--"), m_unit}, limit, context);
    if (started)
        return {};
    Error error = started.error();
    if (seen.value(QStringLiteral("LoadState")) == QLatin1String("masked"))
        error.advice =
            tr("The unit is masked; run “%1” first.").arg(systemctl(QStringLiteral("unmask ") + m_unit));
    else if (error.kind == ErrorKind::Refused)
        error.detail += u'\n' + lastLines(context);
    return failure(std::move(error));
}

Result<> SystemdRuntime::reload(const OperationContext &context) const
{
    return call({QStringLiteral("daemon-reload")}, CallTime, context).map([](const QByteArray &) {});
}

Result<ProcessOutput> SystemdRuntime::exec(const CommandLine &line, milliseconds timeout,
                                           const OperationContext &context)
{
    return LocalProcessRunner().run(line, timeout, context);
}

QString SystemdRuntime::systemctl(const QString &words) const
{
    return QStringLiteral("systemctl %1%2").arg(m_isUserUnit ? QStringLiteral("--user ") : QString(), words);
}

QString SystemdRuntime::stopCommand() const
{
    return systemctl(QStringLiteral("stop ") + shellQuoted(m_unit));
}

QString SystemdRuntime::startCommand() const
{
    return systemctl(QStringLiteral("start ") + shellQuoted(m_unit));
}

} // namespace pilothouse
