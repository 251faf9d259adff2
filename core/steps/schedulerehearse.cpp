// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/schedulerehearse.h"

#include "core/audit/actor.h"
#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/process/processrunner.h"
#include "core/schedule/schedulejob.h"
#include "core/schedule/timerunits.h"

namespace pilothouse {

namespace {

constexpr std::chrono::minutes RehearsalTime{5};
constexpr std::chrono::seconds LingerTime{30};

QString said(const ProcessOutput &output)
{
    return visibleText(redacted(QString::fromUtf8(output.standardOutput + output.standardError).trimmed()));
}

} // namespace

StepText ScheduleRehearseStep::describe(const QJsonObject &arguments) const
{
    const auto schedule = scheduleFromJson(arguments.value(QStringLiteral("schedule")).toObject());
    if (!schedule)
        return {tr("Rehearse the scheduled backup"), {}};
    const bool isSystemd = schedule->kind == ScheduleKind::Systemd;
    const QString title = schedule->work == ScheduledWork::Drill
                              ? (isSystemd ? tr("Rehearse the drill as systemd would run it")
                                           : tr("Rehearse the drill as cron would run it"))
                              : (isSystemd ? tr("Rehearse the backup as systemd would run it")
                                           : tr("Rehearse the backup as cron would run it"));
    return {title, inEnvironmentOf(schedule->kind, rehearsalCommand(*schedule), QStringLiteral("/dev/null"))
                       .toDisplayString()};
}

Result<QJsonObject> ScheduleRehearseStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> ScheduleRehearseStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto schedule = scheduleFromJson(scope.arguments.value(QStringLiteral("schedule")).toObject());
    if (!schedule)
        return tl::unexpected(schedule.error());
    const QString file =
        QStringLiteral("%1/schedules/%2.rehearsal")
            .arg(scope.session.stateFolder(), scope.operation.toString(QUuid::WithoutBraces));
    auto ran = LocalProcessRunner().run(inEnvironmentOf(schedule->kind, rehearsalCommand(*schedule), file),
                                        RehearsalTime, scope.context);
    if (const auto content = m_files.read(file)) {
        if (ran)
            ran->standardOutput = *content;
        if (const auto removed = m_files.removeFile(file); !removed)
            qWarning("%s", qPrintable(removed.error().toText()));
    }
    if (!ran)
        return tl::unexpected(ran.error());
    if (ran->exitCode == 0)
        return QJsonObject{{QStringLiteral("said"), said(*ran)}};
    return failure(
        Error{ErrorKind::Refused, schedule->instance,
              schedule->work == ScheduledWork::Drill
                  ? tr("A drill by schedule would fail: what it needs is not there when it runs.")
                  : tr("A backup by schedule would fail: what it needs is not there when it runs."),
              tr("A schedule has neither your session nor its variables. Mend what is named, or give the "
                 "instance what it needs, such as --engine."),
              said(*ran)});
}

Result<Observed> ScheduleRehearseStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::NotDone;
}

Result<> ScheduleRehearseStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

CommandLine LingerEnableStep::command(bool isOn) const
{
    CommandLine line;
    line.program = m_program;
    line.arguments = {QStringLiteral("--no-ask-password"),
                      isOn ? QStringLiteral("enable-linger") : QStringLiteral("disable-linger"), osUser()};
    return line;
}

StepText LingerEnableStep::describe(const QJsonObject &) const
{
    return {tr("Let this user's timers run while nobody is logged in"), command(true).toDisplayString()};
}

Result<QJsonObject> LingerEnableStep::prepare(const StepScope &) const
{
    return QJsonObject{{QStringLiteral("isLingering"), isLingering()}};
}

Result<QJsonObject> LingerEnableStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto ran = LocalProcessRunner().run(command(true), LingerTime, scope.context);
    if (!ran)
        return tl::unexpected(ran.error());
    if (ran->exitCode == 0)
        return QJsonObject();
    return failure(
        Error{ErrorKind::Refused, osUser(), tr("loginctl refused to let timers run on."),
              tr("Ask an administrator to run “%1”, or leave it out.").arg(command(true).toDisplayString()),
              said(*ran)});
}

Result<Observed> LingerEnableStep::observe(const StepScope &, const QJsonObject &) const
{
    return isLingering() ? Observed::Done : Observed::NotDone;
}

Result<> LingerEnableStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    if (before.value(QStringLiteral("isLingering")).toBool() || !isLingering())
        return {};
    const auto ran = LocalProcessRunner().run(command(false), LingerTime, scope.context);
    if (!ran)
        return tl::unexpected(ran.error());
    if (ran->exitCode != 0)
        return failure(ErrorKind::NeedsOperator, tr("loginctl did not end the lingering."),
                       QString::fromUtf8(ran->standardError));
    return {};
}

QString LingerEnableStep::putBackShell(const QJsonObject &, const QJsonObject &before) const
{
    return before.value(QStringLiteral("isLingering")).toBool() ? QString()
                                                                : command(false).toDisplayString();
}

} // namespace pilothouse
