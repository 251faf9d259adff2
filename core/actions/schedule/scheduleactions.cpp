// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/schedule/scheduleactions.h"

#include "core/actions/schedule/scheduleplans.h"
#include "core/backup/backupstore.h"
#include "core/base/clock.h"
#include "core/base/redaction.h"
#include "core/drill/drillbook.h"
#include "core/schedule/backupclock.h"
#include "core/schedule/timerunits.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// The names of the actions.
struct ScheduleActionsText
{
    Q_DECLARE_TR_FUNCTIONS(ScheduleActions)
};

Parameter kindParameter()
{
    return {QStringLiteral("kind"),
            ScheduleActionsText::tr("Run by"),
            Parameter::Type::Choice,
            false,
            {QStringLiteral("systemd"), QStringLiteral("cron")}};
}

Parameter workParameter()
{
    return {QStringLiteral("work"),
            ScheduleActionsText::tr("What is done"),
            Parameter::Type::Choice,
            false,
            {QStringLiteral("backup"), QStringLiteral("drill")}};
}

Parameter flag(const char *name, const QString &title)
{
    return {QString::fromLatin1(name), title, Parameter::Type::Flag, false, {}};
}

QList<Parameter> commonParameters()
{
    return {kindParameter(),
            flag("prune", ScheduleActionsText::tr("Remove what retention no longer keeps after each backup")),
            flag("linger", ScheduleActionsText::tr("Let timers run while nobody is logged in"))};
}

Action makeAction(const QString &id, const QString &title, const ScheduleTools &tools)
{
    Action action;
    action.id = id;
    action.title = title;
    action.icon = QStringLiteral("clock");
    action.severity = Severity::Irreversible;
    action.runbookItems = {QStringLiteral("P06"), QStringLiteral("P07"), QStringLiteral("P08")};
    action.undo = [tools](const InstanceSession &session, const OperationRecord &record,
                          const OperationContext &) { return planScheduleUndo(tools, session, record); };
    return action;
}

QJsonArray foundJson(const ScheduleTools &tools, const InstanceSession &session,
                     const OperationContext &context)
{
    QJsonArray list;
    for (const FoundJob &job : findBackupJobs(tools.files, session, context))
        list << redacted(toJson(job));
    return list;
}

QDateTime lastVerified(const ScheduleTools &tools, const InstanceSession &session)
{
    for (const BackupRecord &record : BackupStore(tools.files, tools.clock).list(session.backupFolder()))
        if (record.countsForRetention() && record.verified.state == BackupStamp::State::Reached)
            return record.takenAt;
    return {};
}

QDateTime lastGood(const ScheduleTools &tools, const InstanceSession &session, ScheduledWork work)
{
    return work == ScheduledWork::Drill ? drillState(tools.files, session, tools.clock.now()).lastAt
                                        : lastVerified(tools, session);
}

Result<QJsonValue> show(const ScheduleTools &tools, const InstanceSession &session, ScheduledWork work,
                        const OperationContext &context)
{
    const ScheduleStore store(tools.files, session.stateFolder());
    const auto schedule = store.find(session.instance(), work);
    if (!schedule)
        return tl::unexpected(schedule.error());
    QJsonObject object{{QStringLiteral("instance"), session.instance().name},
                       {QStringLiteral("work"), scheduledWorkName(work)},
                       {QStringLiteral("isInstalled"), schedule->has_value()},
                       {QStringLiteral("isLingering"), isLingering()},
                       {QStringLiteral("log"), store.logFile(session.instance(), work)}};
    if (work == ScheduledWork::Backup) {
        object.insert(QStringLiteral("usual"), session.profile().backup.schedule);
        object.insert(QStringLiteral("found"), foundJson(tools, session, context));
    }
    if (!*schedule)
        return QJsonValue(object);
    const QDateTime now = tools.clock.now();
    ScheduleReading reading = readSchedule(**schedule, store.lastRun(session.instance(), work),
                                           lastGood(tools, session, work), now);
    if (!reading.nextRunAt.isValid())
        reading.nextRunAt = dueTimes((*schedule)->time, (*schedule)->kind, now, 1, context)
                                .value_or(QList<QDateTime>())
                                .value(0);
    const QJsonObject shown = toJson(reading);
    for (auto value = shown.begin(); value != shown.end(); ++value)
        object.insert(value.key(), value.value());
    object.insert(QStringLiteral("program"), (*schedule)->program);
    object.insert(QStringLiteral("adopted"), (*schedule)->adopted);
    return QJsonValue(redacted(object));
}

} // namespace

void addScheduleActions(Catalogue &catalogue, const ScheduleTools &tools)
{
    Action install = makeAction(QStringLiteral("schedule.install"),
                                ScheduleActionsText::tr("Install or change a schedule"), tools);
    install.parameters = commonParameters();
    install.parameters.prepend(
        {QStringLiteral("when"), ScheduleActionsText::tr("When"), Parameter::Type::Text, false, {}});
    install.parameters << workParameter();
    install.plan = [tools](const InstanceSession &session, const QJsonObject &arguments,
                           const OperationContext &context) {
        return planScheduleInstall(tools, session, arguments, context);
    };
    catalogue.add(install);
    Action remove =
        makeAction(QStringLiteral("schedule.remove"), ScheduleActionsText::tr("Remove a schedule"), tools);
    remove.parameters << workParameter();
    remove.plan = [tools](const InstanceSession &session, const QJsonObject &arguments,
                          const OperationContext &) { return planScheduleRemove(tools, session, arguments); };
    catalogue.add(remove);
    Action adopt =
        makeAction(QStringLiteral("schedule.adopt"), ScheduleActionsText::tr("Take over backup jobs"), tools);
    adopt.parameters = commonParameters();
    adopt.parameters.prepend(
        {QStringLiteral("job"), ScheduleActionsText::tr("Only this job"), Parameter::Type::Text, false, {}});
    adopt.plan = [tools](const InstanceSession &session, const QJsonObject &arguments,
                         const OperationContext &context) {
        return planScheduleAdopt(tools, session, arguments, context);
    };
    catalogue.add(adopt);
    catalogue.add(QueryEntry{QStringLiteral("schedule.show"),
                             ScheduleActionsText::tr("Schedule"),
                             {workParameter()},
                             [tools](const InstanceSession &session, const QJsonObject &arguments,
                                     const OperationContext &context) {
                                 const QString work = arguments.value(QStringLiteral("work")).toString();
                                 return show(tools, session, scheduledWorkFromName(work), context);
                             }});
    catalogue.add(QueryEntry{QStringLiteral("schedule.found"),
                             ScheduleActionsText::tr("Backup jobs that others set up"),
                             {},
                             [tools](const InstanceSession &session, const QJsonObject &,
                                     const OperationContext &context) -> Result<QJsonValue> {
                                 return QJsonValue(foundJson(tools, session, context));
                             }});
}

} // namespace pilothouse
