// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/database/databaseactions.h"

#include "core/actions/backup/backupplans.h"
#include "core/actions/database/databaseplans.h"
#include "core/settings/checkstore.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr int ShownChecks = 100;

/// The names of the actions.
struct DatabaseActionsText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseActions)
};

Parameter databaseParameter(bool isRequired)
{
    return {QStringLiteral("database"),
            DatabaseActionsText::tr("Database"),
            Parameter::Type::Database,
            isRequired,
            {}};
}

Action actionOf(const char *id, const QString &title, const char *icon, Severity severity, bool wantsOne)
{
    Action action;
    action.id = QLatin1String(id);
    action.title = title;
    action.icon = QLatin1String(icon);
    action.severity = severity;
    action.parameters = {databaseParameter(wantsOne)};
    return action;
}

Action maintainAction(const DatabaseTools &tools, const QString &kind, const QString &title)
{
    const QByteArray id = "database." + kind.toLatin1();
    Action action = actionOf(id.constData(), title, "arrows-collapse", Severity::Disruptive, false);
    action.plan = [tools, kind](const InstanceSession &session, const QJsonObject &arguments,
                                const OperationContext &context) {
        return planMaintain(tools, session, kind, arguments, context);
    };
    action.undo = [tools](const InstanceSession &session, const OperationRecord &record,
                          const OperationContext &context) {
        return planRestoreUndo(tools.backups, session, record, context);
    };
    return action;
}

Result<QJsonValue> historyOf(const CheckStore &checks, const InstanceSession &session,
                             const QJsonObject &arguments)
{
    const auto databases = wantedDatabases(session, arguments);
    if (!databases)
        return failure(databases.error());
    QJsonArray list;
    for (const DatabaseReference &database : *databases) {
        const auto history = checks.history(session.instance().id, database.id, ShownChecks);
        if (!history)
            return failure(history.error());
        for (const DatabaseCheck &check : *history) {
            if (check.name != replacedNote()) // a mark for ourselves, not a verdict
                list << toJson(check);
        }
    }
    return list;
}

} // namespace

void addDatabaseActions(Catalogue &catalogue, const DatabaseTools &tools)
{
    Action vacuum = maintainAction(tools, QStringLiteral("vacuum"),
                                   DatabaseActionsText::tr("Free the empty pages (VACUUM)"));
    vacuum.runbookItems = {QStringLiteral("P25")};
    catalogue.add(vacuum);
    catalogue.add(maintainAction(tools, QStringLiteral("analyze"),
                                 DatabaseActionsText::tr("Make the planner's statistics anew (ANALYZE)")));
    Action check = actionOf("database.check", DatabaseActionsText::tr("Check databases"), "clipboard-check",
                            Severity::Reversible, false);
    check.runbookItems = {QStringLiteral("P26")};
    check.plan = planCheck;
    catalogue.add(check);
    Action recover = actionOf("database.recover", DatabaseActionsText::tr("Salvage a damaged database"),
                              "tools", Severity::Disruptive, true);
    recover.runbookItems = {QStringLiteral("P35")};
    recover.plan = [tools](const InstanceSession &session, const QJsonObject &arguments,
                           const OperationContext &context) {
        return planRecover(tools, session, arguments, context);
    };
    catalogue.add(recover);
    catalogue.add(QueryEntry{
        QStringLiteral("databases.checks"),
        DatabaseActionsText::tr("Kept verdicts, newest first"),
        {databaseParameter(false)},
        [tools](const InstanceSession &session, const QJsonObject &arguments, const OperationContext &) {
            return historyOf(tools.checks, session, arguments);
        }});
}

} // namespace pilothouse
