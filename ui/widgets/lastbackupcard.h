// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/backuprecord.h"
#include "core/domain/instancesnapshot.h"
#include "ui/widgets/card.h"

#include <optional>

namespace pilothouse {

class BackupStory;
class EmptyState;

/// The newest backup that counts with its three stamps, or that there is none.
class LastBackupCard final : public Card
{
    Q_OBJECT

public:
    explicit LastBackupCard(QWidget *parent = nullptr);

    /// `problem`: why a newer backup does not count; empty where there is none.
    void setBackup(const std::optional<BackupRecord> &backup, const QString &problem, const QDateTime &now);
    /// The line about the schedule; nothing: there is none.
    void setSchedule(const std::optional<ScheduleReading> &schedule, const QDateTime &now);

    /// The line about drills, as a look at the instance saw them.
    void setDrill(const InstanceSnapshot &snapshot, const QDateTime &now);

signals:
    void backupAsked();
    void allAsked();

private:
    BackupStory *m_story;
    Label *m_problem;
    Label *m_schedule;
    Label *m_drill;
    EmptyState *m_empty;
    Button *m_all;
};

} // namespace pilothouse
