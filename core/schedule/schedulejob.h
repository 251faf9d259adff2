// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/commandline.h"
#include "core/schedule/schedule.h"

namespace pilothouse {

/// The commands that a schedule runs, one after the other while all goes well.
QList<CommandLine> scheduledCommands(const Schedule &schedule);
/// What an installation runs to see whether those commands will find all they need.
CommandLine rehearsalCommand(const Schedule &schedule);

/// The name that its units have: "pilothouse-backup-NAME", "pilothouse-drill-NAME".
QString scheduleUnitName(const QString &instance, ScheduledWork work);
QByteArray serviceUnitText(const Schedule &schedule, const QString &logFile);
QByteArray timerUnitText(const Schedule &schedule);
/// One line for a user's crontab, without its end.
QByteArray cronLine(const Schedule &schedule, const QString &logFile);

/// A command of this user as the runner of such a schedule would run it: by the user's systemd, which adds
/// what it says to `outputFile`, or by a shell with the few variables that cron sets.
CommandLine inEnvironmentOf(ScheduleKind kind, const CommandLine &command, const QString &outputFile);

/// Runs systemctl or another client of this user's systemd: with the place of its bus.
CommandLine userSystemdCommand(const QString &program, const QStringList &arguments);

} // namespace pilothouse
