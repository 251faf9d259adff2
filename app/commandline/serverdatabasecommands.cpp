// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/serverdatabasecommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/servertext.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// Prints what a query answered; for people in a table of its own, else as it is.
using Show = std::function<void(Output &, const QJsonValue &)>;

int ask(CommandContext &context, const Arguments &arguments, const char *query, const Show &show)
{
    const auto session = context.console.session(arguments.at(0));
    QJsonObject wanted;
    if (!arguments.at(1).isEmpty())
        wanted.insert(QStringLiteral("database"), arguments.at(1));
    const auto value = session
                           ? context.console.query(QLatin1String(query), **session, wanted, context.operation)
                           : Result<QJsonValue>(failure(session.error()));
    if (!value) {
        context.output.error(value.error());
        // What the server refuses has failed; the gates of Pilothouse are something else.
        const bool isServers = value.error().kind == ErrorKind::Refused;
        return isServers ? ExitCode::Failed : exitCodeOf(value.error());
    }
    if (context.output.isJson())
        context.output.value(*value);
    else
        show(context.output, *value);
    return ExitCode::Done;
}

void showReach(Output &output, const QJsonValue &value)
{
    const QJsonObject reach = value.toObject();
    output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1 answers in %2 ms: PostgreSQL %3%4%5."))
                    .arg(reach.value(QLatin1String("address")).toString())
                    .arg(reach.value(QLatin1String("milliseconds")).toInteger())
                    .arg(reach.value(QLatin1String("version")).toString(),
                         reach.value(QLatin1String("isEncrypted")).toBool()
                             ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", ", encrypted"))
                             : QString(),
                         reach.value(QLatin1String("isInRecovery")).toBool()
                             ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", ", a standby or in recovery"))
                             : QString()));
}

void showFacts(Output &output, const QJsonValue &value)
{
    output.value(serverText(value.toObject()));
}

QJsonArray readableSessions(const QJsonArray &sessions)
{
    QJsonArray rows;
    for (const QJsonValue &value : sessions) {
        QJsonObject row = value.toObject();
        row.insert(QStringLiteral("query"), row.value(QLatin1String("query")).toString().simplified());
        if (row.value(QLatin1String("isHidden")).toBool())
            row.insert(QStringLiteral("state"),
                       commandLineText(QT_TRANSLATE_NOOP("CommandLine", "not visible: needs pg_monitor")));
        const QString indent(row.value(QLatin1String("depth")).toInt() * 2, u' ');
        const QString pid = row.value(QLatin1String("pid")).toVariant().toString();
        row.insert(QStringLiteral("session"), QString(indent + pid));
        rows << row;
    }
    return rows;
}

void showSessions(Output &output, const QJsonValue &value)
{
    if (value.toArray().isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Nobody but Pilothouse is connected.")));
    printServerTable(output, readableSessions(value.toArray()),
                     {QStringLiteral("pid"), QStringLiteral("user"), QStringLiteral("database"),
                      QStringLiteral("application"), QStringLiteral("client"), QStringLiteral("state"),
                      QStringLiteral("stateMs"), QStringLiteral("transactionMs"), QStringLiteral("blockedBy"),
                      QStringLiteral("query")});
}

void showLocks(Output &output, const QJsonValue &value)
{
    if (value.toArray().isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "No session waits for another.")));
    printServerTable(output, readableSessions(value.toArray()),
                     {QStringLiteral("session"), QStringLiteral("blocks"), QStringLiteral("user"),
                      QStringLiteral("state"), QStringLiteral("transactionMs"),
                      QStringLiteral("lockedObject"), QStringLiteral("lockMode"), QStringLiteral("query")});
}

void showSizeTable(Output &output, const char *title, const QJsonArray &rows, const QStringList &columns)
{
    output.line(commandLineText(title));
    printServerTable(output, rows, columns);
    output.line({});
}

void showSizes(Output &output, const QJsonValue &value)
{
    const QJsonObject sizes = value.toObject();
    const QString name = QStringLiteral("name");
    const QString schema = QStringLiteral("schema");
    const QString bytes = QStringLiteral("bytes");
    const QStringList parts{QStringLiteral("tableBytes"), QStringLiteral("indexBytes"),
                            QStringLiteral("toastBytes")};
    showSizeTable(output, QT_TRANSLATE_NOOP("CommandLine", "Databases"),
                  sizes.value(QLatin1String("databases")).toArray(), {name, bytes});
    showSizeTable(output, QT_TRANSLATE_NOOP("CommandLine", "Schemas"),
                  sizes.value(QLatin1String("schemas")).toArray(),
                  QStringList{name, QStringLiteral("tables")} + parts);
    showSizeTable(output, QT_TRANSLATE_NOOP("CommandLine", "Largest tables"),
                  sizes.value(QLatin1String("tables")).toArray(),
                  QStringList{schema, name, QStringLiteral("rows"), bytes} + parts
                      + QStringList{QStringLiteral("deadRows"), QStringLiteral("bloatBytes"),
                                    QStringLiteral("vacuumedAt")});
    showSizeTable(
        output, QT_TRANSLATE_NOOP("CommandLine", "Largest indexes"),
        sizes.value(QLatin1String("indexes")).toArray(),
        {schema, QStringLiteral("table"), name, bytes, QStringLiteral("scans"), QStringLiteral("isValid")});
}

void showProgress(Output &output, const QJsonValue &value)
{
    if (value.toArray().isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "No maintenance runs on the server.")));
    printServerTable(output, value.toArray(),
                     {QStringLiteral("pid"), QStringLiteral("command"), QStringLiteral("table"),
                      QStringLiteral("phase"), QStringLiteral("done"), QStringLiteral("total")});
}

void showReplication(Output &output, const QJsonValue &value)
{
    const QString hidden = commandLineText(QT_TRANSLATE_NOOP("CommandLine", "not known: needs pg_monitor"));
    QJsonObject state = value.toObject();
    if (state.take(QLatin1String("isReceiverHidden")).toBool())
        state.insert(QStringLiteral("receiverState"), hidden);
    QJsonArray replicas;
    for (const QJsonValue &one : state.value(QLatin1String("replicas")).toArray()) {
        QJsonObject replica = one.toObject();
        if (replica.take(QLatin1String("isHidden")).toBool()) {
            for (const char *key : {"state", "syncState", "lagBytes", "lagMs"})
                replica.insert(QLatin1String(key), hidden);
        }
        replicas << replica;
    }
    state.insert(QStringLiteral("replicas"), replicas);
    output.value(serverText(state));
}

void showPools(Output &output, const QJsonValue &value)
{
    output.line(
        QStringLiteral("PgBouncer %1").arg(value.toObject().value(QLatin1String("version")).toString()));
    printServerTable(output, value.toObject().value(QLatin1String("pools")).toArray(),
                     {QStringLiteral("database"), QStringLiteral("user"), QStringLiteral("mode"),
                      QStringLiteral("clientsActive"), QStringLiteral("clientsWaiting"),
                      QStringLiteral("serversActive"), QStringLiteral("serversIdle"),
                      QStringLiteral("longestWaitMs")});
}

Command look(const char *verb, const char *query, const char *help, Show show)
{
    Command command;
    command.group = QStringLiteral("database");
    command.verb = QLatin1String(verb);
    command.help = commandLineText(help);
    command.spec = {{QStringLiteral("NAME")}, {QStringLiteral("DB")}, {}};
    command.effect = Command::Effect::Looks;
    command.run = [query, show = std::move(show)](CommandContext &context, const Arguments &arguments) {
        return ask(context, arguments, query, show);
    };
    return command;
}

Command act(const char *verb, const char *action, const char *help, ArgumentSpec spec)
{
    Command command;
    command.kind = Command::Kind::Action;
    command.group = QStringLiteral("database");
    command.verb = QLatin1String(verb);
    command.target = QLatin1String(action);
    command.help = commandLineText(help);
    command.spec = std::move(spec);
    command.argumentOf = {{QStringLiteral("PID"), QStringLiteral("pid")},
                          {QStringLiteral("KIND"), QStringLiteral("kind")},
                          {QStringLiteral("table"), QStringLiteral("table")},
                          {QStringLiteral("started"), QStringLiteral("backendStart")},
                          {QStringLiteral("database"), QStringLiteral("database")}};
    return command;
}

} // namespace

QList<Command> serverDatabaseCommands()
{
    const QString name = QStringLiteral("NAME");
    const ArgumentSpec session{
        {name, QStringLiteral("PID")}, {}, {QStringLiteral("database="), QStringLiteral("started=")}};
    return {
        look("test", "server.test",
             QT_TRANSLATE_NOOP("CommandLine",
                               "Connect to the database on its server, and say why where that fails."),
             showReach),
        look("server", "server.facts",
             QT_TRANSLATE_NOOP("CommandLine",
                               "The server: version, connections, cache, settings that decide."),
             showFacts),
        look("sessions", "server.sessions",
             QT_TRANSLATE_NOOP("CommandLine", "The sessions of the server, those that wait first."),
             showSessions),
        look("locks", "server.locks",
             QT_TRANSLATE_NOOP("CommandLine", "Which sessions wait for which others, as a tree."), showLocks),
        look("sizes", "server.sizes",
             QT_TRANSLATE_NOOP("CommandLine",
                               "Sizes of databases, schemas, tables, indexes and TOAST, with dead rows."),
             showSizes),
        look("replication", "server.replication",
             QT_TRANSLATE_NOOP("CommandLine", "Standbys, replication slots and the archive of the WAL."),
             showReplication),
        look("pools", "server.pools",
             QT_TRANSLATE_NOOP("CommandLine", "The pools of PgBouncer, out of its admin console."),
             showPools),
        look("progress", "server.progress",
             QT_TRANSLATE_NOOP("CommandLine", "How far VACUUM, ANALYZE and REINDEX are on the server."),
             showProgress),
        act("cancel-session", "server.cancel-session",
            QT_TRANSLATE_NOOP("CommandLine", "Cancel what a session of the server runs; the session stays."),
            session),
        act("end-session", "server.end-session",
            QT_TRANSLATE_NOOP("CommandLine", "End a session of the server; its transaction is taken back."),
            session),
        act("maintain", "server.maintain",
            QT_TRANSLATE_NOOP("CommandLine",
                              "vacuum, analyze or reindex a database on its server, or one table; the "
                              "service goes on."),
            {{name, QStringLiteral("KIND")}, {}, {QStringLiteral("table="), QStringLiteral("database=")}}),
    };
}

} // namespace pilothouse
