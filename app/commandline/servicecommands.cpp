// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/servicecommands.h"

#include "app/commandline/backupcommands.h"
#include "app/commandline/datacommands.h"
#include "app/commandline/drillcommands.h"
#include "app/commandline/entries.h"
#include "app/commandline/logcommands.h"
#include "app/console.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

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

QList<Command> stateCommands()
{
    using Kind = Command::Kind;
    return {
        entry(Kind::Query, QStringLiteral("instance show"), QStringLiteral("instance.show"),
              QT_TRANSLATE_NOOP("CommandLine", "One instance."), {spec()}),
        entry(
            Kind::Query, QStringLiteral("instance probe"), QStringLiteral("instance.probe"),
            QT_TRANSLATE_NOOP("CommandLine", "What really is there, and where it differs from the profile."),
            {spec(),
             {},
             {QStringLiteral("verdict"), QStringLiteral("title"), QStringLiteral("text"),
              QStringLiteral("advice")}}),
        withEffect(
            Command::Effect::Looks,
            own(QStringLiteral("status"),
                QT_TRANSLATE_NOOP("CommandLine",
                                  "State, health, use, sizes and disk of an instance; the states of all."),
                {{}, {QStringLiteral("NAME")}, {}}, showStatus)),
        entry(Kind::Action, QStringLiteral("service start"), QStringLiteral("service.start"),
              QT_TRANSLATE_NOOP("CommandLine", "Start the service."), {spec()}),
        entry(Kind::Action, QStringLiteral("service stop"), QStringLiteral("service.stop"),
              QT_TRANSLATE_NOOP("CommandLine", "Stop the service."), {spec()}),
        entry(Kind::Action, QStringLiteral("service restart"), QStringLiteral("service.restart"),
              QT_TRANSLATE_NOOP("CommandLine", "Restart the service."), {spec()}),
        entry(Kind::Query, QStringLiteral("service environment"), QStringLiteral("service.environment"),
              QT_TRANSLATE_NOOP("CommandLine", "The running service's environment; secrets are masked."),
              {spec(), {}, {QStringLiteral("key"), QStringLiteral("value")}}),
        entry(Kind::Query, QStringLiteral("service sockets"), QStringLiteral("service.sockets"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Ports that the service listens on, and its connections counted."),
              {spec(),
               {},
               {QStringLiteral("state"), QStringLiteral("port"), QStringLiteral("local"),
                QStringLiteral("count"), QStringLiteral("remotes")}}),
        entry(Kind::Query, QStringLiteral("service history"), QStringLiteral("service.history"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Starts, restarts and ends for want of memory that were seen in two days."),
              {spec(), {}, {QStringLiteral("at"), QStringLiteral("what"), QStringLiteral("count")}}),
        entry(Kind::Query, QStringLiteral("service mounts"), QStringLiteral("service.mounts"),
              QT_TRANSLATE_NOOP("CommandLine", "The container's mounts, read-only or read-write."),
              {spec(),
               {},
               {QStringLiteral("kind"), QStringLiteral("source"), QStringLiteral("target"),
                QStringLiteral("isReadOnly")}}),
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
              {spec(),
               {},
               {QStringLiteral("service"), QStringLiteral("running"), QStringLiteral("replicas"),
                QStringLiteral("status"), QStringLiteral("dependsOn")}}),
        entry(Kind::Action, QStringLiteral("compose up"), QStringLiteral("compose.up"),
              QT_TRANSLATE_NOOP("CommandLine", "Create and start the project, or one service."),
              {ofService, service}),
        entry(Kind::Action, QStringLiteral("compose restart"), QStringLiteral("compose.restart"),
              QT_TRANSLATE_NOOP("CommandLine", "Restart the project, or one service."), {ofService, service}),
        entry(Kind::Action, QStringLiteral("compose recreate"), QStringLiteral("compose.recreate"),
              QT_TRANSLATE_NOOP("CommandLine", "Replace the containers of the project, or of one service."),
              {ofService, service}),
        entry(Kind::Action, QStringLiteral("compose down"), QStringLiteral("compose.down"),
              QT_TRANSLATE_NOOP("CommandLine", "Stop and remove the project, or one service; volumes stay."),
              {ofService, service}),
    };
}

} // namespace

QList<Command> serviceCommands()
{
    return stateCommands() + composeCommands() + dataCommands() + backupCommands() + drillCommands()
           + logCommands();
}

} // namespace pilothouse
