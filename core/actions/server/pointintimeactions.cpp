// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/pointintime.h"
#include "core/files/fileops.h"
#include "core/steps/clusterword.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

struct PointInTimeActionsText
{
    Q_DECLARE_TR_FUNCTIONS(PointInTimePlan)
};

constexpr qint64 BackedUpBytesPerMs = 100'000; // a guess, only shown
constexpr qint64 BackupStartMs = 5000;         // the same

Result<Plan> planBackrestBackup(const PointInTimeTools &tools, const InstanceSession &session,
                                const QJsonObject &arguments, const OperationContext &context)
{
    const auto state = lookAtPointInTime(tools, session, arguments, context);
    auto plan = state ? newServerPlan(session, "pitr.backup", arguments, context)
                      : Result<Plan>(failure(state.error()));
    if (!plan)
        return plan;
    const bool isFirst = !state->state || state->state->backups.isEmpty();
    QString type = arguments.value(QLatin1String("type")).toString();
    if (type.isEmpty())
        type = isFirst ? QStringLiteral("full") : QStringLiteral("incr");
    plan->title =
        PointInTimeActionsText::tr("Back up the server of %1 with pgBackRest (%2)").arg(state->name, type);
    plan->button = PointInTimeActionsText::tr("Back up the server");
    for (const Finding &finding : state->missing)
        if (finding.id != QLatin1String("no-backup"))
            plan->findings << finding;
    plan->estimate.bytes = isFirst ? 0 : state->state->backups.last().bytes;
    plan->estimate.milliseconds = BackupStartMs + plan->estimate.bytes / BackedUpBytesPerMs;
    plan->notes << PointInTimeActionsText::tr(
        "The service goes on. Old backups are removed as the stanza's retention says.");
    QJsonObject backup = clusterArguments(*state);
    plan->steps << StepCall{QStringLiteral("check"), QStringLiteral("backrest.check"), backup};
    backup.insert(QStringLiteral("type"), type);
    plan->steps << StepCall{QStringLiteral("backup"), QStringLiteral("backrest.backup"), backup};
    return plan;
}

Result<Plan> planCopyRemoval(const PointInTimeTools &tools, const InstanceSession &session,
                             const QJsonObject &arguments, const OperationContext &context)
{
    const QString folder = arguments.value(QLatin1String("folder")).toString();
    if (!ClusterWord::isOwnFolder(folder))
        return failure(
            Error{ErrorKind::BadInput,
                  folder,
                  PointInTimeActionsText::tr("%1 is no data directory that Pilothouse has made or kept.")
                      .arg(folder),
                  PointInTimeActionsText::tr("“pitr show” lists those there are."),
                  {}});
    if (!tools.files.exists(folder))
        return failure(ErrorKind::NotFound, PointInTimeActionsText::tr("There is no folder %1.").arg(folder));
    auto plan = newServerPlan(session, "pitr.remove", arguments, context);
    if (!plan)
        return plan;
    const bool isOld = QFileInfo(folder).fileName().contains(QLatin1String("-old-"));
    plan->severity = isOld ? Severity::Irreversible : Severity::Destructive;
    plan->title = PointInTimeActionsText::tr("Remove %1").arg(folder);
    plan->button = PointInTimeActionsText::tr("Remove the data directory");
    plan->losses << (isOld
                         ? PointInTimeActionsText::tr(
                             "The way back to the server as it was before its restore")
                         : PointInTimeActionsText::tr("The restored copy, with all that was changed in it"));
    const QJsonObject place{{QStringLiteral("folder"), folder}};
    plan->steps << StepCall{QStringLiteral("stop"), QStringLiteral("beside.stop"), place}
                << StepCall{QStringLiteral("remove"), QStringLiteral("beside.remove"), place};
    return plan;
}

Parameter choiceOfDatabase()
{
    return {QStringLiteral("database"),
            PointInTimeActionsText::tr("Database"),
            Parameter::Type::Database,
            false,
            {}};
}

Action pitrAction(const char *id, const QString &title, const char *icon, Severity severity,
                  QList<Parameter> parameters)
{
    Action action;
    action.id = QLatin1String(id);
    action.title = title;
    action.icon = QLatin1String(icon);
    action.severity = severity;
    action.parameters = std::move(parameters);
    action.runbookItems = {QStringLiteral("F09")};
    return action;
}

template <typename Function>
Planner plannerOf(const PointInTimeTools &tools, Function function)
{
    return [tools, function](const InstanceSession &session, const QJsonObject &arguments,
                             const OperationContext &context) {
        return function(tools, session, arguments, context);
    };
}

template <typename Function>
UndoPlanner undoOf(const PointInTimeTools &tools, Function function)
{
    return [tools, function](const InstanceSession &session, const OperationRecord &record,
                             const OperationContext &context) {
        return function(tools, session, record, context);
    };
}

} // namespace

void addPointInTime(Catalogue &catalogue, const PointInTimeTools &tools)
{
    using Type = Parameter::Type;
    catalogue.add(QueryEntry{QStringLiteral("pitr.show"),
                             PointInTimeActionsText::tr("How far the server can be taken back in time"),
                             {choiceOfDatabase()},
                             [tools](const InstanceSession &session, const QJsonObject &arguments,
                                     const OperationContext &context) {
                                 return lookAtPointInTime(tools, session, arguments, context)
                                     .map([&tools](const PointInTime &state) {
                                         return QJsonValue(toJson(state, tools.files));
                                     });
                             }});
    Action backup =
        pitrAction("pitr.backup", PointInTimeActionsText::tr("Back up a database server with pgBackRest"),
                   "archive", Severity::Reversible,
                   {choiceOfDatabase(),
                    {QStringLiteral("type"),
                     PointInTimeActionsText::tr("Kind"),
                     Type::Choice,
                     false,
                     {QStringLiteral("full"), QStringLiteral("diff"), QStringLiteral("incr")}}});
    backup.plan = plannerOf(tools, planBackrestBackup);
    catalogue.add(backup);
    Action restore = pitrAction(
        "pitr.restore", PointInTimeActionsText::tr("Restore a database server to a time"),
        "arrow-counterclockwise", Severity::Destructive,
        {{QStringLiteral("time"), PointInTimeActionsText::tr("Time"), Type::Text, true, {}},
         choiceOfDatabase(),
         {QStringLiteral("inPlace"), PointInTimeActionsText::tr("In place"), Type::Flag, false, {}},
         {QStringLiteral("keep"),
          PointInTimeActionsText::tr("Leave the copy running"),
          Type::Flag,
          false,
          {}},
         {QStringLiteral("into"), PointInTimeActionsText::tr("Folder for the copy"), Type::Path, false, {}}});
    restore.plan = plannerOf(tools, planPointInTimeRestore);
    restore.undo = undoOf(tools, planPointInTimeUndo);
    catalogue.add(restore);
    Action remove =
        pitrAction("pitr.remove", PointInTimeActionsText::tr("Remove a data directory of such a restore"),
                   "trash3", Severity::Irreversible,
                   {{QStringLiteral("folder"), PointInTimeActionsText::tr("Folder"), Type::Path, true, {}}});
    remove.plan = plannerOf(tools, planCopyRemoval);
    catalogue.add(remove);
    Action configure = pitrAction(
        "pitr.configure", PointInTimeActionsText::tr("Set up WAL archiving with pgBackRest"), "gear",
        Severity::Disruptive,
        {choiceOfDatabase(),
         {QStringLiteral("stanza"), PointInTimeActionsText::tr("Stanza"), Type::Text, false, {}},
         {QStringLiteral("repository"), PointInTimeActionsText::tr("Repository"), Type::Path, false, {}},
         {QStringLiteral("config"),
          PointInTimeActionsText::tr("Configuration file"),
          Type::Path,
          false,
          {}}});
    configure.plan = plannerOf(tools, planArchiving);
    configure.undo = undoOf(tools, planArchivingUndo);
    catalogue.add(configure);
}

} // namespace pilothouse
