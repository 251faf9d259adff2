// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/schedule/scheduleplans.h"

namespace pilothouse {

/// What the plans about schedules have in common; holds what each part of one needs.
class SchedulePlanner
{
public:
    SchedulePlanner(const ScheduleTools &tools, const InstanceSession &session,
                    const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
    {
    }

    /// The one that there is now.
    [[nodiscard]] Result<std::optional<Schedule>> current(ScheduledWork work = ScheduledWork::Backup) const;
    static bool isOwnCron(const ScheduleTime &time);
    [[nodiscard]] Result<ScheduleKind> chooseKind(const QString &wanted, bool isOwnCron) const;
    [[nodiscard]] Result<Schedule> schedule(const ScheduleTime &time, ScheduleKind kind,
                                            ScheduledWork work = ScheduledWork::Backup) const;
    void addNotes(Plan &plan, const Schedule &schedule) const;
    void addRunnerFindings(Plan &plan, const Schedule &schedule, bool enablesLinger) const;
    /// What a drill would want to know each time is answered once; what would stop it stops the schedule.
    [[nodiscard]] Result<> addDrill(Plan &plan, Schedule &schedule) const;
    /// A schedule that removes backups later is agreed to now, as if all of them were removed now.
    [[nodiscard]] Result<> addRetention(Plan &plan, Schedule &schedule) const;
    void addOthers(Plan &plan, const QList<FoundJob> &jobs) const;

private:
    const ScheduleTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
};

/// Adds something that a plan finds.
void addScheduleFinding(Plan &plan, const char *id, FindingKind kind, const QString &text,
                        const QString &advice = {});

} // namespace pilothouse
