// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/servicecommands.h"

#include "app/commandline/planrun.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>

namespace pilothouse {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

const QString Name = QStringLiteral("NAME");

Command entry(Command::Kind kind, const QString &words, const QString &target, const char *help,
              ArgumentSpec spec, QMap<QString, QString> argumentOf = {}, QStringList columns = {})
{
    Command command;
    command.kind = kind;
    command.group = words.section(u' ', 0, 0);
    command.verb = words.section(u' ', 1, 1);
    command.target = target;
    command.help = translated(help);
    command.spec = std::move(spec);
    command.argumentOf = std::move(argumentOf);
    command.columns = std::move(columns);
    return command;
}

ArgumentSpec spec(QStringList more = {}, QStringList optional = {}, QStringList options = {})
{
    return {QStringList{Name} + more, std::move(optional), std::move(options)};
}

int verifyFrom(CommandContext &context, const Arguments &arguments)
{
    const QString folder =
        QDir::cleanPath(QDir::current().absoluteFilePath(arguments.value(QStringLiteral("from"))));
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

int showStatusOf(CommandContext &context, const QString &name)
{
    const auto session = context.console.session(name);
    const auto value = session
                           ? context.console.query(QStringLiteral("status"), **session, {}, context.operation)
                           : Result<QJsonValue>(tl::unexpected(session.error()));
    if (!value) {
        context.output.error(value.error());
        return exitCodeOf(value.error());
    }
    if (!context.output.isJson())
        context.output.line(QStringLiteral("%1: %2, %3\n")
                                .arg(name,
                                     spelledOut(value->toObject().value(QLatin1String("state")).toString()),
                                     value->toObject().value(QLatin1String("reason")).toString()));
    context.output.value(*value);
    return ExitCode::Done;
}

/// One instance in full, or one line for each.
int showStatus(CommandContext &context, const Arguments &arguments)
{
    if (!arguments.at(0).isEmpty())
        return showStatusOf(context, arguments.at(0));
    const auto instances = context.console.instances().list();
    if (!instances) {
        context.output.error(instances.error());
        return exitCodeOf(instances.error());
    }
    QJsonArray rows;
    for (const Instance &instance : *instances) {
        const auto session = context.console.session(instance.name);
        const auto value =
            session ? context.console.query(QStringLiteral("status"), **session, {}, context.operation)
                    : Result<QJsonValue>(tl::unexpected(session.error()));
        rows << (value ? value->toObject()
                       : QJsonObject{{QStringLiteral("instance"), instance.name},
                                     {QStringLiteral("state"), QStringLiteral("unknown")},
                                     {QStringLiteral("reason"), value.error().message}});
    }
    context.output.value(rows,
                         {QStringLiteral("instance"), QStringLiteral("state"), QStringLiteral("reason")});
    return ExitCode::Done;
}

/// The columns that every list of users has, and the moments that the profile knows of them.
int listUsers(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    const auto users =
        session ? context.console.query(QStringLiteral("users.list"), **session, {}, context.operation)
                : Result<QJsonValue>(tl::unexpected(session.error()));
    if (!users) {
        context.output.error(users.error());
        return exitCodeOf(users.error());
    }
    QStringList columns{QStringLiteral("key"), QStringLiteral("label"), QStringLiteral("detail"),
                        QStringLiteral("isEnabled")};
    const ProfileEntity *entity = (*session)->profile().entity(QStringLiteral("user"));
    for (const ProfileColumn &column : entity ? entity->columns : QList<ProfileColumn>()) {
        if (!column.isHidden && column.type.startsWith(u"time"))
            columns << QStringLiteral("values/") + column.id;
    }
    context.output.value(*users, columns);
    return ExitCode::Done;
}

/// Where backups lie that the list does not show: a script reads only the list.
void noteFormerBackups(CommandContext &context, const QJsonArray &former)
{
    for (const QJsonValue &one : former) {
        const QJsonObject place = one.toObject();
        const QString folder = place.value(QLatin1String("folder")).toString();
        const QString sentence =
            QCoreApplication::translate("CommandLine",
                                        "%n more backup(s) lie(s) in the former folder %1; restore takes the "
                                        "path of a set there.",
                                        nullptr, place.value(QLatin1String("backups")).toInt())
                .arg(folder);
        context.output.isJson() ? context.output.usage(sentence) : context.output.line(sentence);
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
    context.output.value(*backups,
                         {QStringLiteral("id"), QStringLiteral("takenAt"), QStringLiteral("bytes"),
                          QStringLiteral("stamp"), QStringLiteral("trigger"), QStringLiteral("problem")});
    noteFormerBackups(context, former->toArray());
    return ExitCode::Done;
}

Command own(const QString &words, const char *help, ArgumentSpec argumentSpec,
            std::function<int(CommandContext &, const Arguments &)> run)
{
    Command command = entry(Command::Kind::Own, words, {}, help, std::move(argumentSpec));
    command.run = std::move(run);
    return command;
}

QList<Command> stateCommands()
{
    using Kind = Command::Kind;
    return {
        entry(Kind::Query, QStringLiteral("instance show"), QStringLiteral("instance.show"),
              QT_TRANSLATE_NOOP("CommandLine", "One instance."), spec()),
        entry(
            Kind::Query, QStringLiteral("instance probe"), QStringLiteral("instance.probe"),
            QT_TRANSLATE_NOOP("CommandLine", "What really is there, and where it differs from the profile."),
            spec(), {},
            {QStringLiteral("verdict"), QStringLiteral("title"), QStringLiteral("text"),
             QStringLiteral("advice")}),
        withEffect(
            Command::Effect::Looks,
            own(QStringLiteral("status"),
                QT_TRANSLATE_NOOP("CommandLine",
                                  "State, health, use, sizes and disk of an instance; the states of all."),
                {{}, {Name}, {}}, showStatus)),
        entry(Kind::Action, QStringLiteral("service start"), QStringLiteral("service.start"),
              QT_TRANSLATE_NOOP("CommandLine", "Start the service."), spec()),
        entry(Kind::Action, QStringLiteral("service stop"), QStringLiteral("service.stop"),
              QT_TRANSLATE_NOOP("CommandLine", "Stop the service."), spec()),
        entry(Kind::Action, QStringLiteral("service restart"), QStringLiteral("service.restart"),
              QT_TRANSLATE_NOOP("CommandLine", "Restart the service."), spec()),
        entry(Kind::Query, QStringLiteral("service environment"), QStringLiteral("service.environment"),
              QT_TRANSLATE_NOOP("CommandLine", "The running service's environment; secrets are masked."),
              spec(), {}, {QStringLiteral("key"), QStringLiteral("value")}),
        entry(Kind::Query, QStringLiteral("service sockets"), QStringLiteral("service.sockets"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Ports that the service listens on, and its connections counted."),
              spec(), {},
              {QStringLiteral("state"), QStringLiteral("port"), QStringLiteral("local"),
               QStringLiteral("count"), QStringLiteral("remotes")}),
        entry(Kind::Query, QStringLiteral("service history"), QStringLiteral("service.history"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Starts, restarts and ends for want of memory that were seen in two days."),
              spec(), {}, {QStringLiteral("at"), QStringLiteral("what"), QStringLiteral("count")}),
        entry(Kind::Query, QStringLiteral("service mounts"), QStringLiteral("service.mounts"),
              QT_TRANSLATE_NOOP("CommandLine", "The container's mounts, read-only or read-write."), spec(),
              {},
              {QStringLiteral("kind"), QStringLiteral("source"), QStringLiteral("target"),
               QStringLiteral("isReadOnly")}),
    };
}

QList<Command> composeCommands()
{
    using Kind = Command::Kind;
    const ArgumentSpec ofService = spec({}, {}, {QStringLiteral("service=")});
    const QMap<QString, QString> service{{QStringLiteral("service"), QStringLiteral("service")}};
    return {
        entry(Kind::Query, QStringLiteral("compose services"), QStringLiteral("compose.services"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "The services of the compose project in the order they start in."),
              spec(), {},
              {QStringLiteral("service"), QStringLiteral("running"), QStringLiteral("replicas"),
               QStringLiteral("status"), QStringLiteral("dependsOn")}),
        entry(Kind::Action, QStringLiteral("compose up"), QStringLiteral("compose.up"),
              QT_TRANSLATE_NOOP("CommandLine", "Create and start the project, or one service."), ofService,
              service),
        entry(Kind::Action, QStringLiteral("compose restart"), QStringLiteral("compose.restart"),
              QT_TRANSLATE_NOOP("CommandLine", "Restart the project, or one service."), ofService, service),
        entry(Kind::Action, QStringLiteral("compose recreate"), QStringLiteral("compose.recreate"),
              QT_TRANSLATE_NOOP("CommandLine", "Replace the containers of the project, or of one service."),
              ofService, service),
        entry(Kind::Action, QStringLiteral("compose down"), QStringLiteral("compose.down"),
              QT_TRANSLATE_NOOP("CommandLine", "Stop and remove the project, or one service; volumes stay."),
              ofService, service),
    };
}

QList<Command> dataCommands()
{
    using Kind = Command::Kind;
    const QString db = QStringLiteral("DB");
    const QString user = QStringLiteral("USER");
    const QMap<QString, QString> ofDatabase{{db, QStringLiteral("database")}};
    const QMap<QString, QString> ofUser{{user, QStringLiteral("user")},
                                        {QStringLiteral("keep-data"), QStringLiteral("keepData")}};
    return {
        entry(Kind::Query, QStringLiteral("database list"), QStringLiteral("databases.list"),
              QT_TRANSLATE_NOOP("CommandLine", "The databases with sizes, journal mode and layout."), spec(),
              {},
              {QStringLiteral("id"), QStringLiteral("exists"), QStringLiteral("bytes"),
               QStringLiteral("journalMode"), QStringLiteral("layout"), QStringLiteral("path")}),
        entry(Kind::Query, QStringLiteral("database tables"), QStringLiteral("databases.tables"),
              QT_TRANSLATE_NOOP("CommandLine", "The tables of a database with their row counts."), spec({db}),
              ofDatabase,
              {QStringLiteral("name"), QStringLiteral("rows"), QStringLiteral("isEstimate"),
               QStringLiteral("columns")}),
        entry(Kind::Query, QStringLiteral("database rows"), QStringLiteral("databases.rows"),
              QT_TRANSLATE_NOOP("CommandLine", "Rows of a table, read-only."),
              spec({db, QStringLiteral("TABLE")}),
              {{db, QStringLiteral("database")}, {QStringLiteral("TABLE"), QStringLiteral("table")}}),
        entry(Kind::Query, QStringLiteral("database check"), QStringLiteral("databases.check"),
              QT_TRANSLATE_NOOP("CommandLine", "Integrity and foreign keys, each a verdict of its own."),
              spec({db}, {}, {QStringLiteral("kind=")}),
              {{db, QStringLiteral("database")}, {QStringLiteral("kind"), QStringLiteral("kind")}},
              {QStringLiteral("database"), QStringLiteral("name"), QStringLiteral("verdict"),
               QStringLiteral("problems")}),
        entry(
            Kind::Action, QStringLiteral("database vacuum"), QStringLiteral("database.vacuum"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Give free pages back; shows the gain and the space first. Stops the service."),
            {{Name}, {db}, {}}, ofDatabase),
        entry(
            Kind::Action, QStringLiteral("database analyze"), QStringLiteral("database.analyze"),
            QT_TRANSLATE_NOOP("CommandLine", "Make the query planner's statistics anew. Stops the service."),
            {{Name}, {db}, {}}, ofDatabase),
        entry(Kind::Action, QStringLiteral("database verify"), QStringLiteral("database.check"),
              QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Check structure and foreign keys in full and keep the verdicts; fails on any."),
              {{Name}, {db}, {}}, ofDatabase),
        entry(Kind::Query, QStringLiteral("database checks"), QStringLiteral("databases.checks"),
              QT_TRANSLATE_NOOP("CommandLine", "The verdicts that were kept, newest first."),
              {{Name}, {db}, {}}, ofDatabase,
              {QStringLiteral("at"), QStringLiteral("database"), QStringLiteral("name"),
               QStringLiteral("verdict"), QStringLiteral("milliseconds"), QStringLiteral("problems")}),
        entry(
            Kind::Action, QStringLiteral("database recover"), QStringLiteral("database.recover"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Salvage a damaged database into a new file, with a report; never touches it."),
            spec({db}), ofDatabase),
        entry(Kind::Query, QStringLiteral("maintenance list"), QStringLiteral("maintenance.list"),
              QT_TRANSLATE_NOOP("CommandLine", "What needs maintenance, each with what it rests on."), spec(),
              {},
              {QStringLiteral("group"), QStringLiteral("state"), QStringLiteral("sentence"),
               QStringLiteral("evidence")}),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("users list"), QT_TRANSLATE_NOOP("CommandLine", "The users."), spec(),
                       listUsers)),
        entry(Kind::Query, QStringLiteral("users show"), QStringLiteral("users.show"),
              QT_TRANSLATE_NOOP("CommandLine", "One user, by id or name."), spec({user}), ofUser),
        entry(Kind::Query, QStringLiteral("users owned"), QStringLiteral("users.owned"),
              QT_TRANSLATE_NOOP("CommandLine", "Everything a user owns, in every database and on disk."),
              spec({user}), ofUser,
              {QStringLiteral("title"), QStringLiteral("database"), QStringLiteral("table"),
               QStringLiteral("rows")}),
        entry(Kind::Action, QStringLiteral("users disable"), QStringLiteral("users.disable"),
              QT_TRANSLATE_NOOP("CommandLine", "Disable a user; at once, with undo."), spec({user}), ofUser),
        entry(Kind::Action, QStringLiteral("users enable"), QStringLiteral("users.enable"),
              QT_TRANSLATE_NOOP("CommandLine", "Enable a user; at once, with undo."), spec({user}), ofUser),
        entry(Kind::Action, QStringLiteral("users delete"), QStringLiteral("users.delete"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Delete a user with everything they own, or keep the data; with undo."),
              spec({user}, {}, {QStringLiteral("keep-data")}), ofUser),
        entry(Kind::Action, QStringLiteral("users end-sessions"), QStringLiteral("sessions.end"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "End all sessions: a new secret and a restart; everybody signs in again."),
              spec()),
        entry(Kind::Query, QStringLiteral("users orphans"), QStringLiteral("users.orphans"),
              QT_TRANSLATE_NOOP("CommandLine", "Data that belongs to no account."), spec()),
        entry(Kind::Action, QStringLiteral("users clean-orphans"), QStringLiteral("users.clean-orphans"),
              QT_TRANSLATE_NOOP("CommandLine", "Delete data that belongs to no account; with undo."),
              spec({}, {}, {QStringLiteral("only=")}), {{QStringLiteral("only"), QStringLiteral("only")}}),
    };
}

Command verifyFromCommand()
{
    Command command = withEffect(
        Command::Effect::Looks,
        own(QStringLiteral("backup verify"),
            QT_TRANSLATE_NOOP("CommandLine", "Verify a set from its folder alone, without an instance."),
            {{}, {}, {QStringLiteral("from=")}}, verifyFrom));
    command.form = QStringLiteral("--from");
    return command;
}

QList<Command> backupCommands()
{
    using Kind = Command::Kind;
    const QString backup = QStringLiteral("BACKUP");
    const QMap<QString, QString> ofBackup{{backup, QStringLiteral("backup")}};
    return {
        entry(Kind::Action, QStringLiteral("backup create"), QStringLiteral("backup.create"),
              QT_TRANSLATE_NOOP("CommandLine", "Back up all databases and files as one verified set."),
              spec({}, {}, {QStringLiteral("offline")}),
              {{QStringLiteral("offline"), QStringLiteral("offline")}}),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("backup list"),
                       QT_TRANSLATE_NOOP("CommandLine", "The history, newest first, with its three stamps."),
                       spec(), listBackups)),
        verifyFromCommand(),
        entry(Kind::Action, QStringLiteral("backup verify"), QStringLiteral("backup.verify"),
              QT_TRANSLATE_NOOP("CommandLine", "Verify a set from its files and stamp it."), spec({backup}),
              ofBackup),
        entry(
            Kind::Action, QStringLiteral("backup prune"), QStringLiteral("backup.prune"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Remove what retention no longer keeps; shows first which go and which stay."),
            spec()),
        entry(Kind::Action, QStringLiteral("backup pin"), QStringLiteral("backup.pin"),
              QT_TRANSLATE_NOOP("CommandLine", "Keep a set whatever retention says."), spec({backup}),
              ofBackup),
        entry(Kind::Action, QStringLiteral("backup unpin"), QStringLiteral("backup.unpin"),
              QT_TRANSLATE_NOOP("CommandLine", "Let retention decide about a set again."), spec({backup}),
              ofBackup),
        entry(Kind::Action, QStringLiteral("restore"), QStringLiteral("backup.restore"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Restore from the history or from any file, into place or side by side."),
              spec({backup}, {},
                   {QStringLiteral("databases="), QStringLiteral("into="), QStringLiteral("aside")}),
              {{backup, QStringLiteral("backup")},
               {QStringLiteral("databases"), QStringLiteral("databases")},
               {QStringLiteral("into"), QStringLiteral("into")},
               {QStringLiteral("aside"), QStringLiteral("aside")}}),
    };
}

} // namespace

QList<Command> serviceCommands()
{
    return stateCommands() + composeCommands() + dataCommands() + backupCommands();
}

} // namespace pilothouse
