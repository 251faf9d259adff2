// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/revertwaiter.h"

#include "core/process/processrunner.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <unistd.h>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds TimerTime{20};

QString runtimeFolder()
{
    const QString given = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return given.isEmpty() ? QStringLiteral("/run/user/%1").arg(::getuid()) : given;
}

/// What it needs to find the same services and the same state as this program.
QMap<QString, QString> neededEnvironment()
{
    QMap<QString, QString> needed;
    for (const char *name : {"DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "XDG_CONFIG_HOME",
                             "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "PILOTHOUSE_HOME"}) {
        if (qEnvironmentVariableIsSet(name))
            needed.insert(QLatin1String(name), qEnvironmentVariable(name));
    }
    return needed;
}

CommandLine waitCommand(const PendingRevert &revert, const QString &stateFolder)
{
    CommandLine line;
    line.program = QCoreApplication::applicationFilePath();
    line.arguments = {QStringLiteral("revert"), QStringLiteral("wait"),
                      revert.operation.toString(QUuid::WithoutBraces)};
    // A folder of its own was asked for; without one the XDG folders say the same to it.
    if (QFileInfo(stateFolder).fileName() != QLatin1String("pilothouse")
        || qEnvironmentVariableIsSet("PILOTHOUSE_HOME"))
        line.arguments << QStringLiteral("--state-dir") << stateFolder;
    line.environment = neededEnvironment();
    return line;
}

/// A timer of the user's own systemd: it survives this program, and a logout where lingering is on.
bool startTimer(const PendingRevert &revert, const CommandLine &wait)
{
    CommandLine line;
    line.program = QStringLiteral("systemd-run");
    const qint64 seconds = std::max<qint64>(1, QDateTime::currentDateTimeUtc().secsTo(revert.dueAt));
    line.arguments = {QStringLiteral("--user"),
                      QStringLiteral("--collect"),
                      QStringLiteral("--quiet"),
                      QStringLiteral("--unit=pilothouse-revert-")
                          + revert.operation.toString(QUuid::WithoutBraces).left(8) + u'-'
                          + QString::number(QDateTime::currentSecsSinceEpoch()),
                      QStringLiteral("--on-active=%1s").arg(seconds),
                      QStringLiteral("--timer-property=AccuracySec=1s")};
    for (auto variable = wait.environment.begin(); variable != wait.environment.end(); ++variable)
        line.arguments << QStringLiteral("--setenv=%1=%2").arg(variable.key(), variable.value());
    line.arguments << QStringLiteral("--") << wait.program << wait.arguments;
    line.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtimeFolder());
    const auto ran = LocalProcessRunner().run(line, TimerTime, OperationContext());
    return ran && ran->exitCode == 0;
}

} // namespace

RevertWaiter revertWaiter(const QString &stateFolder)
{
    return [stateFolder](const PendingRevert &revert) -> Result<QString> {
        const CommandLine wait = waitCommand(revert, stateFolder);
        if (QFileInfo::exists(runtimeFolder() + QStringLiteral("/systemd/private"))
            && startTimer(revert, wait))
            return QStringLiteral("systemd");
        return LocalProcessRunner().startDetached(wait, {}).map(
            [](qint64) { return QStringLiteral("process"); });
    };
}

} // namespace pilothouse
