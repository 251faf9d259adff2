// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/schedule.h"

#include <optional>

namespace pilothouse {

class FileOps;
struct Instance;

/// How the last run of a schedule ended.
struct ScheduledRun
{
    QDateTime at;
    int code = 0;    ///< exit code of the command line
    QString problem; ///< why it failed; empty where it did not

    bool operator==(const ScheduledRun &) const = default;
};

/// The schedules in <state>/schedules. Blocking; from any thread but the UI's.
class ScheduleStore
{
public:
    ScheduleStore(FileOps &files, const QString &stateFolder);

    QString folder() const { return m_folder; }
    /// The file that a schedule is kept in; it is there exactly while there is a schedule.
    QString file(const Instance &instance, ScheduledWork work = ScheduledWork::Backup) const;
    /// Where the job writes what it said.
    QString logFile(const Instance &instance, ScheduledWork work = ScheduledWork::Backup) const;
    /// Nothing where the instance has none.
    [[nodiscard]] Result<std::optional<Schedule>> find(const Instance &instance,
                                                       ScheduledWork work = ScheduledWork::Backup) const;
    std::optional<ScheduledRun> lastRun(const Instance &instance,
                                        ScheduledWork work = ScheduledWork::Backup) const;
    [[nodiscard]] Result<> noteRun(const Instance &instance, const ScheduledRun &run,
                                   ScheduledWork work = ScheduledWork::Backup);

private:
    QString runFile(const Instance &instance, ScheduledWork work) const;

    FileOps &m_files;
    QString m_folder;
};

} // namespace pilothouse
