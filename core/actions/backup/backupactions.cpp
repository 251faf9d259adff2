// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupactions.h"

#include "core/actions/backup/backupplans.h"
#include "core/backup/backupstore.h"
#include "core/base/units.h"
#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// The names of the actions.
struct BackupActionsText
{
    Q_DECLARE_TR_FUNCTIONS(BackupActions)
};

using Arguments = QJsonObject;

Parameter parameter(const char *name, const QString &title, Parameter::Type type, bool isRequired = false)
{
    return {QString::fromLatin1(name), title, type, isRequired, {}};
}

Parameter backupParameter(bool isRequired)
{
    return parameter("backup", BackupActionsText::tr("Backup"), Parameter::Type::Backup, isRequired);
}

Action createAction(const BackupTools &tools)
{
    Action action;
    action.id = QStringLiteral("backup.create");
    action.title = BackupActionsText::tr("Back up now");
    action.icon = QStringLiteral("backup");
    action.severity = Severity::Disruptive;
    action.parameters = {
        parameter("offline", BackupActionsText::tr("Stop the service for the copy"), Parameter::Type::Flag),
        parameter(
            "tables",
            BackupActionsText::tr("Only these tables of a database on a server, with commas between them"),
            Parameter::Type::Text),
        parameter(
            "jobs",
            BackupActionsText::tr("Sessions that dump a database on a server at once, into a folder; 1: "
                                  "one file"),
            Parameter::Type::Number),
        parameter("trigger", BackupActionsText::tr("Why"), Parameter::Type::Text)};
    action.plan = [tools](const InstanceSession &session, const Arguments &arguments,
                          const OperationContext &context) {
        return planBackup(tools, session, arguments, context);
    };
    return action;
}

Action verifyAction(const BackupTools &tools)
{
    Action action;
    action.id = QStringLiteral("backup.verify");
    action.title = BackupActionsText::tr("Verify a backup");
    action.icon = QStringLiteral("verify");
    action.parameters = {backupParameter(true)};
    action.plan = [tools](const InstanceSession &session, const Arguments &arguments,
                          const OperationContext &) { return planVerify(tools, session, arguments); };
    return action;
}

Action pinAction(const BackupTools &tools, bool isPinned)
{
    Action action;
    action.id = isPinned ? QStringLiteral("backup.pin") : QStringLiteral("backup.unpin");
    action.title = isPinned ? BackupActionsText::tr("Pin a backup") : BackupActionsText::tr("Unpin a backup");
    action.icon = QStringLiteral("pin");
    action.parameters = {backupParameter(true)};
    action.plan = [tools, isPinned](const InstanceSession &session, const Arguments &arguments,
                                    const OperationContext &) {
        return planPin(tools, session, arguments.value(QStringLiteral("backup")).toString(), isPinned);
    };
    action.undo = [tools, isPinned](const InstanceSession &session, const OperationRecord &record,
                                    const OperationContext &) {
        return planPin(tools, session, record.plan.parameters.value(QStringLiteral("backup")).toString(),
                       !isPinned);
    };
    return action;
}

Action removingAction(const QString &id, const QString &title, const Planner &planner)
{
    Action action;
    action.id = id;
    action.title = title;
    action.icon = QStringLiteral("delete");
    action.severity = Severity::Irreversible;
    action.plan = planner;
    return action;
}

Action restoreAction(const BackupTools &tools)
{
    Action action;
    action.id = QStringLiteral("backup.restore");
    action.title = BackupActionsText::tr("Restore");
    action.icon = QStringLiteral("restore");
    action.severity = Severity::Destructive;
    action.parameters = {
        backupParameter(false), parameter("file", BackupActionsText::tr("File"), Parameter::Type::Path),
        parameter("databases", BackupActionsText::tr("Only these databases, with commas between them"),
                  Parameter::Type::Text),
        parameter("into", BackupActionsText::tr("Beside the data, into this new folder or database"),
                  Parameter::Type::Text),
        parameter("aside", BackupActionsText::tr("Set the live files aside instead of writing into them"),
                  Parameter::Type::Flag)};
    action.plan = [tools](const InstanceSession &session, const Arguments &arguments,
                          const OperationContext &context) {
        return planRestore(tools, session, arguments, context);
    };
    action.undo = [tools](const InstanceSession &session, const OperationRecord &record,
                          const OperationContext &context) {
        return planRestoreUndo(tools, session, record, context);
    };
    return action;
}

QueryEntry listQuery(const BackupTools &tools)
{
    QueryEntry query;
    query.id = QStringLiteral("backup.list");
    query.title = BackupActionsText::tr("Backups");
    query.run = [tools](const InstanceSession &session, const Arguments &,
                        const OperationContext &) -> Result<QJsonValue> {
        QJsonArray list;
        for (const BackupRecord &record : BackupStore(tools.files, tools.clock).list(session.backupFolder()))
            list.append(toJson(record));
        return QJsonValue(list);
    };
    return query;
}

/// Folders that are the instance's no longer, where some of its sets still lie.
QueryEntry formerQuery(const BackupTools &tools)
{
    QueryEntry query;
    query.id = QStringLiteral("backup.former");
    query.title = BackupActionsText::tr("Backups in former folders");
    query.run = [tools](const InstanceSession &session, const Arguments &,
                        const OperationContext &) -> Result<QJsonValue> {
        QJsonArray list;
        for (const QString &folder : session.instance().formerBackupDirs) {
            const QList<BackupRecord> records = BackupStore(tools.files, tools.clock).list(folder);
            if (folder != session.backupFolder() && !records.isEmpty())
                list.append(QJsonObject{{QStringLiteral("folder"), folder},
                                        {QStringLiteral("backups"), records.size()},
                                        {QStringLiteral("newest"), toIso(records.first().takenAt)}});
        }
        return QJsonValue(list);
    };
    return query;
}

QueryEntry showQuery(const BackupTools &tools)
{
    QueryEntry query;
    query.id = QStringLiteral("backup.show");
    query.title = BackupActionsText::tr("One backup");
    query.parameters = {backupParameter(true)};
    query.run = [tools](const InstanceSession &session, const Arguments &arguments,
                        const OperationContext &) -> Result<QJsonValue> {
        const BackupStore store(tools.files, tools.clock);
        const Result<BackupRecord> record =
            store.find(session.backupFolder(), arguments.value(QStringLiteral("backup")).toString());
        if (!record)
            return tl::unexpected(record.error());
        QJsonObject object = toJson(*record);
        if (const Result<Manifest> manifest = store.manifest(record->folder)) {
            QJsonArray members;
            for (const ManifestMember &member : manifest->members)
                members.append(toJson(member));
            QJsonArray databases;
            for (const ManifestDatabase &database : manifest->databases)
                databases.append(toJson(database));
            object.insert(QStringLiteral("members"), members);
            object.insert(QStringLiteral("contents"), databases);
        }
        object.insert(QStringLiteral("copy"), store.copyNote(record->folder));
        return QJsonValue(object);
    };
    return query;
}

} // namespace

void addBackupActions(Catalogue &catalogue, const BackupTools &tools)
{
    catalogue.add(createAction(tools));
    catalogue.add(verifyAction(tools));
    catalogue.add(pinAction(tools, true));
    catalogue.add(pinAction(tools, false));
    catalogue.add(removingAction(QStringLiteral("backup.prune"), BackupActionsText::tr("Remove old backups"),
                                 [tools](const InstanceSession &session, const Arguments &,
                                         const OperationContext &) { return planPrune(tools, session); }));
    catalogue.add(removingAction(QStringLiteral("backup.tidy"),
                                 BackupActionsText::tr("Remove unfinished backups and old safety copies"),
                                 [tools](const InstanceSession &session, const Arguments &,
                                         const OperationContext &) { return planTidy(tools, session); }));
    catalogue.add(restoreAction(tools));
    catalogue.add(listQuery(tools));
    catalogue.add(formerQuery(tools));
    catalogue.add(showQuery(tools));
}

} // namespace pilothouse
