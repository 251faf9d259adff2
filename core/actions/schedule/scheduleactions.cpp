// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/schedule/scheduleactions.h"

#include "core/actions/schedule/scheduleplans.h"
#include "core/backup/backupstore.h"
#include "core/base/clock.h"
#include "core/base/redaction.h"
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

Result<QJsonValue> show(const ScheduleTools &tools, const InstanceSession &session,
                        const OperationContext &context)
{
    const ScheduleStore store(tools.files, session.stateFolder());
    const auto schedule = store.find(session.instance());
    if (!schedule)
        return tl::unexpected(schedule.error());
    QJsonObject object{{QStringLiteral("instance"), session.instance().name},
                       {QStringLiteral("isInstalled"), schedule->has_value()},
                       {QStringLiteral("usual"), session.profile().backup.schedule},
                       {QStringLiteral("isLingering"), isLingering()},
                       {QStringLiteral("log"), store.logFile(session.instance())},
                       {QStringLiteral("found"), foundJson(tools, session, context)}};
    if (!*schedule)
        return QJsonValue(object);
    const QDateTime now = tools.clock.now();
    ScheduleReading reading =
        readSchedule(**schedule, store.lastRun(session.instance()), lastVerified(tools, session), now);
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
                                ScheduleActionsText::tr("Install or change the backup schedule"), tools);
    install.parameters = commonParameters();
    install.parameters.prepend(
        {QStringLiteral("when"), ScheduleActionsText::tr("When"), Parameter::Type::Text, false, {}});
    install.plan = [tools](const InstanceSession &session, const QJsonObject &arguments,
                           const OperationContext &context) {
        return planScheduleInstall(tools, session, arguments, context);
    };
    catalogue.add(install);
    Action remove = makeAction(QStringLiteral("schedule.remove"),
                               ScheduleActionsText::tr("Remove the backup schedule"), tools);
    remove.plan = [tools](const InstanceSession &session, const QJsonObject &, const OperationContext &) {
        return planScheduleRemove(tools, session);
    };
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
    catalogue.add(
        QueryEntry{QStringLiteral("schedule.show"),
                   ScheduleActionsText::tr("Backup schedule"),
                   {},
                   [tools](const InstanceSession &session, const QJsonObject &,
                           const OperationContext &context) { return show(tools, session, context); }});
    catalogue.add(QueryEntry{QStringLiteral("schedule.found"),
                             ScheduleActionsText::tr("Backup jobs that others set up"),
                             {},
                             [tools](const InstanceSession &session, const QJsonObject &,
                                     const OperationContext &context) -> Result<QJsonValue> {
                                 return QJsonValue(foundJson(tools, session, context));
                             }});
}

} // namespace pilothouse
