// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/backupcommands.h"

#include "app/commandline/entries.h"
#include "app/commandline/planrun.h"
#include "app/console.h"
#include "core/backup/foreigndump.h"
#include "core/base/units.h"
#include "core/postgres/dumpfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>

namespace pilothouse {

namespace {

/// A dump that no manifest describes: what it says of itself, after it was read to its end.
int verifyDump(CommandContext &context, const QString &path)
{
    const auto parts = isDumpFolder(path) ? lookAtDumpFolder(path, context.operation) : QList<DumpPart>();
    const auto dump = parts ? readDump(path, context.operation) : failure(parts.error());
    if (!dump) {
        context.output.error(dump.error());
        return exitCodeOf(dump.error());
    }
    QJsonObject value{{QStringLiteral("verified"), true},
                      {QStringLiteral("database"), dump->header.database},
                      {QStringLiteral("server"), dump->header.serverVersion},
                      {QStringLiteral("tables"), dump->tables()}};
    if (dump->header.created.isValid())
        value.insert(QStringLiteral("created"), toIso(dump->header.created.toUTC()));
    if (!parts->isEmpty())
        value.insert(QStringLiteral("members"), static_cast<int>(parts->size()));
    context.output.value(value);
    return ExitCode::Done;
}

int verifyFrom(CommandContext &context, const Arguments &arguments)
{
    const QString folder = dumpFolderOf(
        QDir::cleanPath(QDir::current().absoluteFilePath(arguments.value(QStringLiteral("from")))));
    if (!QFileInfo::exists(folder + QStringLiteral("/manifest.json"))) {
        if (const auto other = otherDumpForm(folder)) {
            context.output.error(*other);
            return exitCodeOf(*other);
        }
        if (isDumpFolder(folder) || isDumpFile(folder))
            return verifyDump(context, folder);
    }
    const auto manifest = context.console.backups().verifySet(
        folder, QStandardPaths::writableLocation(QStandardPaths::TempLocation), context.operation);
    if (!manifest) {
        context.output.error(manifest.error());
        return exitCodeOf(manifest.error());
    }
    context.output.value(
        QJsonObject{{QStringLiteral("verified"), true},
                    {QStringLiteral("id"), manifest->id},
                    {QStringLiteral("instance"), manifest->instance},
                    {QStringLiteral("created"), manifest->created.toString(Qt::ISODate)},
                    {QStringLiteral("members"), static_cast<int>(manifest->members.size())}});
    return ExitCode::Done;
}

/// Where backups lie that the list does not show: a script reads only the list.
void noteFormerBackups(CommandContext &context, const QJsonArray &former)
{
    for (const QJsonValue &one : former) {
        const QJsonObject place = one.toObject();
        const QString folder = place.value(QLatin1String("folder")).toString();
        const int count = place.value(QLatin1String("backups")).toInt();
        const QString sentence =
            QCoreApplication::translate("CommandLine",
                                        "%n more backup(s) lie(s) in the former folder %1; restore takes the "
                                        "path of a set there.",
                                        nullptr, count)
                .arg(folder);
        context.output.isJson() ? context.output.note(sentence) : context.output.line(sentence);
    }
}

int listBackups(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    const auto query = [&](const char *id) {
        return session ? context.console.query(QLatin1String(id), **session, {}, context.operation)
                       : Result<QJsonValue>(tl::unexpected(session.error()));
    };
    const auto backups = query("backup.list");
    const auto former = backups ? query("backup.former") : backups;
    if (!former) {
        context.output.error(former.error());
        return exitCodeOf(former.error());
    }
    context.output.value(*backups, {QStringLiteral("id"), QStringLiteral("takenAt"), QStringLiteral("bytes"),
                                    QStringLiteral("stamp"), QStringLiteral("part"),
                                    QStringLiteral("trigger"), QStringLiteral("problem")});
    noteFormerBackups(context, former->toArray());
    return ExitCode::Done;
}

Command verifyFromCommand()
{
    Command command = withEffect(
        Command::Effect::Looks,
        own(QStringLiteral("backup verify"),
            QT_TRANSLATE_NOOP(
                "CommandLine",
                "Verify a set, or any dump of pg_dump, from its files alone, without an instance."),
            {{}, {}, {QStringLiteral("from=")}}, verifyFrom));
    command.form = QStringLiteral("--from");
    return command;
}

Command restoreCommand()
{
    Command command =
        entry(Command::Kind::Action, QStringLiteral("restore"), QStringLiteral("backup.restore"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Restore from the history or from any file, into place or side by side."),
              {spec({QStringLiteral("BACKUP")}, {},
                    {QStringLiteral("databases="), QStringLiteral("into="), QStringLiteral("aside")}),
               {{QStringLiteral("BACKUP"), QStringLiteral("backup")},
                {QStringLiteral("databases"), QStringLiteral("databases")},
                {QStringLiteral("into"), QStringLiteral("into")},
                {QStringLiteral("aside"), QStringLiteral("aside")}}});
    command.place = QStringLiteral("into");
    return command;
}

} // namespace

QList<Command> backupCommands()
{
    using Kind = Command::Kind;
    const QString backup = QStringLiteral("BACKUP");
    const QMap<QString, QString> ofBackup{{backup, QStringLiteral("backup")}};
    return {
        entry(Kind::Action, QStringLiteral("backup create"), QStringLiteral("backup.create"),
              QT_TRANSLATE_NOOP("CommandLine", "Back up all databases and files as one verified set."),
              {spec({}, {}, {QStringLiteral("offline"), QStringLiteral("tables="), QStringLiteral("jobs=")}),
               {{QStringLiteral("offline"), QStringLiteral("offline")},
                {QStringLiteral("tables"), QStringLiteral("tables")},
                {QStringLiteral("jobs"), QStringLiteral("jobs")}}}),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("backup list"),
                       QT_TRANSLATE_NOOP("CommandLine", "The history, newest first, with its three stamps."),
                       spec(), listBackups)),
        verifyFromCommand(),
        entry(Kind::Action, QStringLiteral("backup verify"), QStringLiteral("backup.verify"),
              QT_TRANSLATE_NOOP("CommandLine", "Verify a set from its files and stamp it."),
              {spec({backup}), ofBackup}),
        entry(
            Kind::Action, QStringLiteral("backup prune"), QStringLiteral("backup.prune"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Remove what retention no longer keeps; shows first which go and which stay."),
            {spec()}),
        entry(Kind::Action, QStringLiteral("backup pin"), QStringLiteral("backup.pin"),
              QT_TRANSLATE_NOOP("CommandLine", "Keep a set whatever retention says."),
              {spec({backup}), ofBackup}),
        entry(Kind::Action, QStringLiteral("backup unpin"), QStringLiteral("backup.unpin"),
              QT_TRANSLATE_NOOP("CommandLine", "Let retention decide about a set again."),
              {spec({backup}), ofBackup}),
        restoreCommand(),
    };
}

} // namespace pilothouse
