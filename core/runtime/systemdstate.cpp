// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/systemdstate.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <csignal>
#include <limits>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;

constexpr int ExitedCode = 1; // CLD_EXITED; everything above it is the end by a signal

struct SystemdRuntimeText
{
    Q_DECLARE_TR_FUNCTIONS(SystemdRuntime)
};

QString fact(const UnitFacts &facts, const char *key)
{
    return facts.value(QLatin1String(key));
}

/// A number of systemd: "[not set]" and the largest one mean that it does not know.
qint64 counter(const UnitFacts &facts, const char *key)
{
    bool isNumber = false;
    const quint64 value = fact(facts, key).toULongLong(&isNumber);
    return isNumber && value <= quint64(std::numeric_limits<qint64>::max()) ? static_cast<qint64>(value) : -1;
}

QDateTime moment(const UnitFacts &facts, const char *key)
{
    const QString text = fact(facts, key);
    const qint64 seconds = text.startsWith(u'@') ? text.mid(1).toLongLong() : 0;
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

ServiceState stateFrom(const UnitFacts &facts)
{
    const QString active = fact(facts, "ActiveState");
    const QString load = fact(facts, "LoadState");
    if (active == QLatin1String("inactive") || active == QLatin1String("failed"))
        return load == QLatin1String("not-found") ? ServiceState::Missing : ServiceState::Stopped;
    if (active == QLatin1String("activating"))
        return fact(facts, "SubState") == QLatin1String("auto-restart") ? ServiceState::Restarting
                                                                        : ServiceState::Starting;
    if (active == QLatin1String("active") || active == QLatin1String("reloading")
        || active == QLatin1String("deactivating") || active == QLatin1String("maintenance"))
        return ServiceState::Running;
    return ServiceState::Unknown;
}

std::optional<int> exitCodeFrom(const UnitFacts &facts)
{
    const int how = fact(facts, "ExecMainCode").toInt();
    if (how == 0)
        return std::nullopt;
    const int status = fact(facts, "ExecMainStatus").toInt();
    return how == ExitedCode ? status : 128 + status;
}

QString stoppedReason(const UnitFacts &facts, const ServiceStatus &status)
{
    const QString result = fact(facts, "Result");
    if (status.isOutOfMemory)
        return SystemdRuntimeText::tr("It was killed because it needed more memory than it may use.");
    if (result == QLatin1String("timeout"))
        return SystemdRuntimeText::tr("It did not start or end within its time and was killed.");
    if (result == QLatin1String("start-limit-hit"))
        return SystemdRuntimeText::tr("It failed too often in a short time; systemd no longer starts it.");
    if (result == QLatin1String("watchdog"))
        return SystemdRuntimeText::tr("It was killed because it gave no sign of life within its time.");
    if (status.exitCode == 128 + SIGKILL)
        return SystemdRuntimeText::tr("It was killed (exit code 137).");
    if (result != QLatin1String("success") && status.exitCode.value_or(0) != 0)
        return SystemdRuntimeText::tr("It ended with exit code %1.").arg(*status.exitCode);
    return result == QLatin1String("success") ? QString()
                                              : SystemdRuntimeText::tr("systemd says: %1.").arg(result);
}

QString reasonFrom(const UnitFacts &facts, const ServiceStatus &status)
{
    const QString load = fact(facts, "LoadState");
    if (status.state == ServiceState::Missing)
        return SystemdRuntimeText::tr("There is no unit “%1”.").arg(fact(facts, "Id"));
    if (status.state == ServiceState::Unknown)
        return SystemdRuntimeText::tr("systemd tells no state that Pilothouse knows.");
    if (load == QLatin1String("masked"))
        return SystemdRuntimeText::tr("The unit is masked: nothing can start it.");
    if (load == QLatin1String("bad-setting") || load == QLatin1String("error"))
        return SystemdRuntimeText::tr("systemd cannot read the file of the unit.");
    if (fact(facts, "ActiveState") == QLatin1String("deactivating"))
        return SystemdRuntimeText::tr("It is ending.");
    if (status.state == ServiceState::Stopped && fact(facts, "AssertResult") == QLatin1String("no")
        && fact(facts, "AssertTimestamp").startsWith(u'@'))
        return SystemdRuntimeText::tr("It was not started: a condition of the unit does not hold.");
    if (status.state != ServiceState::Stopped && status.state != ServiceState::Restarting)
        return {};
    return stoppedReason(facts, status);
}

} // namespace

QStringList unitProperties()
{
    return {QStringLiteral("Id"),
            QStringLiteral("LoadState"),
            QStringLiteral("ActiveState"),
            QStringLiteral("SubState"),
            QStringLiteral("Result"),
            QStringLiteral("ExecMainCode"),
            QStringLiteral("ExecMainStatus"),
            QStringLiteral("NRestarts"),
            QStringLiteral("MainPID"),
            QStringLiteral("ActiveEnterTimestamp"),
            QStringLiteral("InactiveEnterTimestamp"),
            QStringLiteral("AssertResult"),
            QStringLiteral("AssertTimestamp"),
            QStringLiteral("InvocationID"),
            QStringLiteral("Restart"),
            QStringLiteral("TimeoutStartUSec"),
            QStringLiteral("TimeoutStopUSec"),
            QStringLiteral("TriggeredBy"),
            QStringLiteral("FragmentPath"),
            QStringLiteral("DropInPaths"),
            QStringLiteral("Environment"),
            QStringLiteral("EnvironmentFiles"),
            QStringLiteral("MemoryCurrent"),
            QStringLiteral("MemoryMax"),
            QStringLiteral("MemoryPeak"),
            QStringLiteral("CPUQuotaPerSecUSec"),
            QStringLiteral("CPUUsageNSec"),
            QStringLiteral("IOReadBytes"),
            QStringLiteral("IOWriteBytes")};
}

UnitFacts unitFactsFrom(const QByteArray &shown)
{
    UnitFacts facts;
    for (const QByteArray &line : shown.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0)
            continue;
        QString &value = facts[QString::fromUtf8(line.left(equals))]; // EnvironmentFiles come one a line
        value +=
            (value.isEmpty() ? QString() : QStringLiteral("\n")) + QString::fromUtf8(line.mid(equals + 1));
    }
    return facts;
}

ServiceStatus statusFromUnit(const UnitFacts &facts)
{
    ServiceStatus status;
    status.state = stateFrom(facts);
    status.pid = fact(facts, "MainPID").toLongLong();
    if (status.state == ServiceState::Stopped || status.state == ServiceState::Restarting) {
        status.exitCode = exitCodeFrom(facts);
        status.endedAt = moment(facts, "InactiveEnterTimestamp");
    } else {
        status.startedAt = moment(facts, "ActiveEnterTimestamp");
        status.lastEndedAt = moment(facts, "InactiveEnterTimestamp");
    }
    status.isOutOfMemory = fact(facts, "Result") == QLatin1String("oom-kill");
    status.restartCount = fact(facts, "NRestarts").toInt();
    status.restartPolicy = fact(facts, "Restart");
    status.triggeredBy = fact(facts, "TriggeredBy").split(u' ', Qt::SkipEmptyParts);
    status.definition = fact(facts, "FragmentPath");
    status.identity = fact(facts, "InvocationID");
    status.reason = reasonFrom(facts, status);
    return status;
}

std::optional<milliseconds> timeSpan(const QString &text)
{
    static const QRegularExpression Piece(QStringLiteral("(\\d+(?:\\.\\d+)?)(y|month|w|d|h|min|ms|us|s)?"));
    static const QMap<QString, double> Factors{
        {QStringLiteral("y"), 31557600e3}, {QStringLiteral("month"), 2629800e3},
        {QStringLiteral("w"), 604800e3},   {QStringLiteral("d"), 86400e3},
        {QStringLiteral("h"), 3600e3},     {QStringLiteral("min"), 60e3},
        {QStringLiteral("s"), 1e3},        {QStringLiteral("ms"), 1},
        {QStringLiteral("us"), 1e-3}};
    double sum = 0;
    bool isAny = false;
    auto pieces = Piece.globalMatch(text);
    while (pieces.hasNext()) {
        const QRegularExpressionMatch piece = pieces.next();
        sum += piece.captured(1).toDouble() * Factors.value(piece.captured(2), 1e-3);
        isAny = true;
    }
    if (!isAny)
        return std::nullopt;
    return milliseconds(static_cast<qint64>(std::min(sum, 1e15)));
}

std::optional<milliseconds> stopTimeFromUnit(const UnitFacts &facts)
{
    return timeSpan(fact(facts, "TimeoutStopUSec"));
}

UnitCounters countersFromUnit(const UnitFacts &facts)
{
    UnitCounters counters;
    counters.memoryBytes = counter(facts, "MemoryCurrent");
    counters.memoryLimit = std::max<qint64>(0, counter(facts, "MemoryMax"));
    counters.memoryPeak = counter(facts, "MemoryPeak");
    if (const auto quota = timeSpan(fact(facts, "CPUQuotaPerSecUSec")))
        counters.cpuLimit = static_cast<double>(quota->count()) / 1000;
    counters.cpuNanoseconds = counter(facts, "CPUUsageNSec");
    counters.blockRead = counter(facts, "IOReadBytes");
    counters.blockWritten = counter(facts, "IOWriteBytes");
    return counters;
}

QList<std::pair<QString, bool>> environmentFilesFromUnit(const UnitFacts &facts)
{
    static const QRegularExpression Line(QStringLiteral("\\A(/.*) \\(ignore_errors=(yes|no)\\)\\z"));
    QList<std::pair<QString, bool>> files;
    for (const QString &line : fact(facts, "EnvironmentFiles").split(u'\n')) {
        const QRegularExpressionMatch match = Line.match(line);
        if (match.hasMatch())
            files.append({match.captured(1), match.captured(2) == QLatin1String("yes")});
    }
    return files;
}

QString checkedUnitName(const QString &name)
{
    static const QRegularExpression Allowed(QStringLiteral("\\A[A-Za-z0-9:_@][A-Za-z0-9:_.\\\\@-]*\\z"));
    const QString suffix = QStringLiteral(".service");
    const QString whole = name.endsWith(suffix) ? name : name + suffix;
    return Allowed.match(name).hasMatch() && whole.size() <= 255 ? whole : QString();
}

} // namespace pilothouse
