// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace pilothouse {

class FileOps;
class InstanceSession;

/// A job that somebody else set up and that backs up an instance: a line of cron, a script in
/// /etc/cron.daily, or a timer.
struct FoundJob
{
    QString id;    ///< short, stable while it stays as it is
    QString kind;  ///< "crontab", "cron file", "cron folder", "user timer" or "system timer"
    QString place; ///< the file, or the name of the timer; "crontab -l" for this user's table
    QString line;  ///< of cron, as it stands there
    QString when;  ///< the five fields, or the calendar of a timer
    QString command;
    QString script;          ///< the file that was read; empty: the command is all there is
    QStringList differences; ///< what it does worse than a schedule of Pilothouse

    bool operator==(const FoundJob &) const = default;
};

QJsonObject toJson(const FoundJob &job);
FoundJob foundJobFromJson(const QJsonObject &object);

/// Whether a script or command makes backups of an instance.
bool backsUp(const QString &text, const InstanceSession &session);
/// What is known to go wrong with such a script.
QStringList shortcomings(const QString &script, const InstanceSession &session);

/// Every such job on this machine that this user can see. What cannot be read is left out.
QList<FoundJob> findBackupJobs(FileOps &files, const InstanceSession &session,
                               const OperationContext &context);

} // namespace pilothouse
