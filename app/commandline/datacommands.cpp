// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/datacommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/console.h"
#include "core/base/foreigntext.h"
#include "core/base/units.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

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

/// For people each row is one of a table: every column stands below "row", so that none is taken for a member
/// of ours of the same name.
void showRows(Output &output, const QJsonObject &page)
{
    QStringList names;
    QStringList columns;
    for (const QJsonValue &name : page.value(QLatin1String("columns")).toArray()) {
        names << visibleLine(name.toString()).replace(u'/', QChar(0x2215));
        columns << QStringLiteral("row/") + names.last();
    }
    QJsonArray rows;
    for (const QJsonValue &cells : page.value(QLatin1String("rows")).toArray()) {
        QJsonObject row;
        for (qsizetype at = 0; at < names.size(); ++at) {
            const QJsonValue cell = cells.toArray().at(at);
            const QJsonValue bytes = cell.toObject().value(QLatin1String("blobBytes"));
            row.insert(names[at], bytes.isUndefined() ? cell : formatBytes(bytes.toInteger()));
        }
        rows << QJsonObject{{QStringLiteral("row"), row}};
    }
    output.value(rows, columns);
    if (rows.isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The table has no rows.")));
    if (page.value(QLatin1String("hasMore")).toBool())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "There are more rows than these.")));
}

int listRows(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    const QJsonObject wanted{{QStringLiteral("database"), arguments.at(1)},
                             {QStringLiteral("table"), arguments.at(2)}};
    const auto page = session ? context.console.query(QStringLiteral("databases.rows"), **session, wanted,
                                                      context.operation)
                              : Result<QJsonValue>(tl::unexpected(session.error()));
    if (!page) {
        context.output.error(page.error());
        return exitCodeOf(page.error());
    }
    if (context.output.isJson())
        context.output.value(*page);
    else
        showRows(context.output, page->toObject());
    return ExitCode::Done;
}

QMap<QString, QString> ofDatabase()
{
    return {{QStringLiteral("DB"), QStringLiteral("database")}};
}

QList<Command> databaseReads()
{
    using Kind = Command::Kind;
    const QString db = QStringLiteral("DB");
    return {
        entry(Kind::Query, QStringLiteral("database list"), QStringLiteral("databases.list"),
              QT_TRANSLATE_NOOP("CommandLine", "The databases with sizes, journal mode and layout."),
              {spec(),
               {},
               {QStringLiteral("id"), QStringLiteral("exists"), QStringLiteral("bytes"),
                QStringLiteral("journalMode"), QStringLiteral("layout"), QStringLiteral("path")}}),
        entry(Kind::Query, QStringLiteral("database tables"), QStringLiteral("databases.tables"),
              QT_TRANSLATE_NOOP("CommandLine", "The tables of a database with their row counts."),
              {spec({db}),
               ofDatabase(),
               {QStringLiteral("name"), QStringLiteral("rows"), QStringLiteral("isEstimate"),
                QStringLiteral("columns")}}),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("database rows"),
                       QT_TRANSLATE_NOOP("CommandLine", "Rows of a table, read-only."),
                       spec({db, QStringLiteral("TABLE")}), listRows)),
        entry(Kind::Query, QStringLiteral("database check"), QStringLiteral("databases.check"),
              QT_TRANSLATE_NOOP("CommandLine", "Integrity and foreign keys, each a verdict of its own."),
              {spec({db}, {}, {QStringLiteral("kind=")}),
               {{db, QStringLiteral("database")}, {QStringLiteral("kind"), QStringLiteral("kind")}},
               {QStringLiteral("database"), QStringLiteral("name"), QStringLiteral("verdict"),
                QStringLiteral("problems")}}),
    };
}

QList<Command> databaseUpkeep()
{
    using Kind = Command::Kind;
    const ArgumentSpec perhapsOne{{QStringLiteral("NAME")}, {QStringLiteral("DB")}, {}};
    return {
        entry(
            Kind::Action, QStringLiteral("database vacuum"), QStringLiteral("database.vacuum"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Give free pages back; shows the gain and the space first. Stops the service."),
            {perhapsOne, ofDatabase()}),
        entry(
            Kind::Action, QStringLiteral("database analyze"), QStringLiteral("database.analyze"),
            QT_TRANSLATE_NOOP("CommandLine", "Make the query planner's statistics anew. Stops the service."),
            {perhapsOne, ofDatabase()}),
        entry(Kind::Action, QStringLiteral("database verify"), QStringLiteral("database.check"),
              QT_TRANSLATE_NOOP(
                  "CommandLine",
                  "Check structure and foreign keys in full and keep the verdicts; fails on any."),
              {perhapsOne, ofDatabase()}),
        entry(Kind::Query, QStringLiteral("database checks"), QStringLiteral("databases.checks"),
              QT_TRANSLATE_NOOP("CommandLine", "The verdicts that were kept, newest first."),
              {perhapsOne,
               ofDatabase(),
               {QStringLiteral("at"), QStringLiteral("database"), QStringLiteral("name"),
                QStringLiteral("verdict"), QStringLiteral("milliseconds"), QStringLiteral("problems")}}),
        entry(
            Kind::Action, QStringLiteral("database recover"), QStringLiteral("database.recover"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Salvage a damaged database into a new file, with a report; never touches it."),
            {spec({QStringLiteral("DB")}), ofDatabase()}),
        entry(Kind::Query, QStringLiteral("maintenance list"), QStringLiteral("maintenance.list"),
              QT_TRANSLATE_NOOP("CommandLine", "What needs maintenance, each with what it rests on."),
              {spec(),
               {},
               {QStringLiteral("group"), QStringLiteral("state"), QStringLiteral("sentence"),
                QStringLiteral("evidence")}}),
    };
}

QList<Command> userCommands()
{
    using Kind = Command::Kind;
    const QString user = QStringLiteral("USER");
    const QMap<QString, QString> ofUser{{user, QStringLiteral("user")},
                                        {QStringLiteral("keep-data"), QStringLiteral("keepData")}};
    return {
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("users list"), QT_TRANSLATE_NOOP("CommandLine", "The users."), spec(),
                       listUsers)),
        entry(Kind::Query, QStringLiteral("users show"), QStringLiteral("users.show"),
              QT_TRANSLATE_NOOP("CommandLine", "One user, by id or name."), {spec({user}), ofUser}),
        entry(Kind::Query, QStringLiteral("users owned"), QStringLiteral("users.owned"),
              QT_TRANSLATE_NOOP("CommandLine", "Everything a user owns, in every database and on disk."),
              {spec({user}),
               ofUser,
               {QStringLiteral("title"), QStringLiteral("database"), QStringLiteral("table"),
                QStringLiteral("rows")}}),
        entry(Kind::Action, QStringLiteral("users disable"), QStringLiteral("users.disable"),
              QT_TRANSLATE_NOOP("CommandLine", "Disable a user; at once, with undo."),
              {spec({user}), ofUser}),
        entry(Kind::Action, QStringLiteral("users enable"), QStringLiteral("users.enable"),
              QT_TRANSLATE_NOOP("CommandLine", "Enable a user; at once, with undo."), {spec({user}), ofUser}),
        entry(Kind::Action, QStringLiteral("users delete"), QStringLiteral("users.delete"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Delete a user with everything they own, or keep the data; with undo."),
              {spec({user}, {}, {QStringLiteral("keep-data")}), ofUser}),
        entry(Kind::Action, QStringLiteral("users end-sessions"), QStringLiteral("sessions.end"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "End all sessions: a new secret and a restart; everybody signs in again."),
              {spec()}),
        entry(Kind::Query, QStringLiteral("users orphans"), QStringLiteral("users.orphans"),
              QT_TRANSLATE_NOOP("CommandLine", "Data that belongs to no account."), {spec()}),
        entry(Kind::Action, QStringLiteral("users clean-orphans"), QStringLiteral("users.clean-orphans"),
              QT_TRANSLATE_NOOP("CommandLine", "Delete data that belongs to no account; with undo."),
              {spec({}, {}, {QStringLiteral("only=")}), {{QStringLiteral("only"), QStringLiteral("only")}}}),
    };
}

} // namespace

QList<Command> dataCommands()
{
    return databaseReads() + databaseUpkeep() + userCommands();
}

} // namespace pilothouse
