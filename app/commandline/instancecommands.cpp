// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/instancecommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/databaseaddress.h"
#include "app/commandline/entries.h"
#include "app/commandline/instanceedit.h"
#include "app/console.h"
#include "app/demo/demo.h"
#include "app/demo/demoinstance.h"
#include "core/actions/service/instancequeries.h"
#include "core/actions/service/newinstance.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace pilothouse {

namespace {

int listProfiles(CommandContext &context, const Arguments &)
{
    context.output.value(
        profilesAsJson(context.console.profiles()),
        {QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("file"), QStringLiteral("error")});
    return ExitCode::Done;
}

int showProfile(CommandContext &context, const Arguments &arguments)
{
    for (const ProfileEntry &entry : context.console.profiles().entries()) {
        if (entry.id != arguments.at(0))
            continue;
        context.output.value(QJsonDocument::fromJson(entry.json).object());
        return ExitCode::Done;
    }
    return failed(context, context.console.profiles().profile(arguments.at(0)).error());
}

int validateProfile(CommandContext &context, const Arguments &arguments)
{
    const auto profile = ProfileStore::validate(QDir::current().absoluteFilePath(arguments.at(0)));
    if (!profile)
        return failed(context, profile.error());
    context.output.value(QJsonObject{{QStringLiteral("id"), profile->id},
                                     {QStringLiteral("title"), profile->title},
                                     {QStringLiteral("valid"), true}});
    return ExitCode::Done;
}

QString absolute(const QString &path)
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

Instance instanceFrom(const Arguments &arguments)
{
    Instance instance;
    instance.name = arguments.at(0);
    instance.profile = arguments.value(QStringLiteral("profile"));
    instance.dataDir = absolute(arguments.value(QStringLiteral("data-dir")));
    instance.healthUrl = arguments.value(QStringLiteral("health-url"));
    instance.backupDir = absolute(arguments.value(QStringLiteral("backup-dir")));
    instance.secondBackupDir = absolute(arguments.value(QStringLiteral("second-backup-dir")));
    instance.runbook = runbookFrom(arguments.value(QStringLiteral("runbook")));
    if (arguments.has(QStringLiteral("archive")))
        instance.archiveFormat = arguments.value(QStringLiteral("archive"));
    if (arguments.has(QStringLiteral("watch-seconds"))) {
        // What is no number is out of the range that the list of instances takes.
        bool isNumber = false;
        const int seconds = arguments.value(QStringLiteral("watch-seconds")).toInt(&isNumber);
        instance.watchSeconds = isNumber ? seconds : -1;
    }
    if (arguments.has(QStringLiteral("docker"))) {
        instance.runtime.kind = QStringLiteral("docker");
        instance.runtime.container = arguments.value(QStringLiteral("docker"));
        instance.runtime.engine = arguments.value(QStringLiteral("engine"));
        instance.isThroughEngine = arguments.has(QStringLiteral("through-engine"));
    } else if (arguments.has(QStringLiteral("compose"))) {
        const QString words = arguments.value(QStringLiteral("compose"));
        instance.runtime.kind = QStringLiteral("compose");
        instance.runtime.project = words.section(u'/', 0, 0);
        instance.runtime.service = words.section(u'/', 1);
        instance.runtime.engine = arguments.value(QStringLiteral("engine"));
    } else if (arguments.has(QStringLiteral("systemd"))) {
        instance.runtime.kind = QStringLiteral("systemd");
        instance.runtime.unit = arguments.value(QStringLiteral("systemd"));
        instance.runtime.isUserUnit = arguments.has(QStringLiteral("user-unit"));
    } else if (arguments.has(QStringLiteral("process"))) {
        instance.runtime.kind = QStringLiteral("process");
        instance.runtime.command = QProcess::splitCommand(arguments.value(QStringLiteral("process")));
        instance.runtime.pidFile = absolute(arguments.value(QStringLiteral("pid-file")));
        instance.runtime.workingDirectory = absolute(arguments.value(QStringLiteral("working-dir")));
    }
    return instance;
}

void noteAdded(CommandContext &context, const Instance &instance)
{
    AuditEvent event;
    event.target = instance.name;
    event.action = QStringLiteral("instance.add");
    event.arguments = toJson(instance);
    event.phase = QStringLiteral("note");
    event.how = QStringLiteral("command line");
    if (const auto written = context.console.audit().append(event); !written)
        context.output.error(written.error());
}

int addInstance(CommandContext &context, const Arguments &arguments)
{
    // Looked at before it is stored: what cannot be is refused here.
    Instance described = instanceFrom(arguments);
    if (const auto applied = applyEnvironment(arguments, described); !applied)
        return failed(context, applied.error());
    const auto password = applyDatabaseAddress(context, arguments, described);
    if (!password)
        return failed(context, password.error());
    const auto wanted = completedInstance(context.console.sessions(), described, context.operation);
    if (!wanted)
        return failed(context, wanted.error());
    const auto session = context.console.sessions().make(*wanted);
    const auto placed =
        session ? context.console.checkPlaces(**session) : Result<>(tl::unexpected(session.error()));
    if (!placed)
        return failed(context, placed.error());
    const auto added = context.console.instances().add(*wanted);
    if (!added)
        return failed(context, added.error());
    if (const auto kept = keepPassword(context, added->name, *password); !kept) {
        // Nothing half: without its password the instance would be there and not work.
        if (const auto removed = context.console.instances().remove(added->id); !removed)
            context.output.error(removed.error());
        return failed(context, kept.error());
    }
    noteAdded(context, *added);
    context.output.value(toJson(*added));
    return ExitCode::Done;
}

int removeInstance(CommandContext &context, const Arguments &arguments)
{
    const auto instance = context.console.instances().find(arguments.at(0));
    if (!instance)
        return failed(context, instance.error());
    const bool wasGiven = context.console.files().exists(
        InstanceSession::givenFolder(context.console.location().dataFolder, instance->id));
    if (const auto removed = context.console.remove(*instance, QStringLiteral("command line")); !removed)
        return failed(context, removed.error());
    context.output.line(
        commandLineText(QT_TRANSLATE_NOOP("CommandLine",
                                          "%1 is no longer in the list. Its service, data and backups stay."))
            .arg(instance->name));
    if (wasGiven)
        context.output.line(commandLineText(
            QT_TRANSLATE_NOOP("CommandLine", "What Pilothouse gave it at each start is forgotten: started by "
                                             "other means it has its old level and signing secret.")));
    return ExitCode::Done;
}

int listInstances(CommandContext &context, const Arguments &)
{
    const auto instances = context.console.instances().list();
    if (!instances)
        return failed(context, instances.error());
    QJsonArray rows;
    for (const Instance &instance : *instances) {
        QJsonObject row = toJson(instance);
        if (!context.output.isJson())
            row.insert(QStringLiteral("runtime"), runtimeText(instance));
        rows.append(row);
    }
    context.output.value(rows, {QStringLiteral("name"), QStringLiteral("profile"), QStringLiteral("runtime"),
                                QStringLiteral("dataDir")});
    return ExitCode::Done;
}

int startDemo(CommandContext &context, const Arguments &arguments)
{
    const auto instance = startDemoInstance(context.console, absolute(arguments.value(QStringLiteral("dir"))),
                                            DemoLife::OnItsOwn, context.operation);
    if (!instance)
        return failed(context, instance.error());
    context.output.value(toJson(*instance));
    return ExitCode::Done;
}

int stopDemo(CommandContext &context, const Arguments &arguments)
{
    const auto stopped = stopDemoInstance(context.console, absolute(arguments.value(QStringLiteral("dir"))),
                                          context.operation);
    if (!stopped)
        return failed(context, stopped.error());
    context.output.line(
        commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The demo service has ended. Its folder stays.")));
    return ExitCode::Done;
}

const ArgumentSpec &addSpec()
{
    static const ArgumentSpec Spec{
        {QStringLiteral("NAME")},
        {},
        environmentOptions()
            + QStringList{QStringLiteral("profile="), QStringLiteral("data-dir="), QStringLiteral("docker="),
                          QStringLiteral("through-engine"), QStringLiteral("engine="),
                          QStringLiteral("process="), QStringLiteral("pid-file="),
                          QStringLiteral("working-dir="), QStringLiteral("compose="),
                          QStringLiteral("systemd="), QStringLiteral("user-unit"),
                          QStringLiteral("health-url="), QStringLiteral("backup-dir="),
                          QStringLiteral("second-backup-dir="), QStringLiteral("archive="),
                          QStringLiteral("watch-seconds="), QStringLiteral("runbook=")}
            + databaseAddressOptions()};
    return Spec;
}

} // namespace

QList<Command> instanceCommands()
{
    using Effect = Command::Effect;
    const QString profile = QStringLiteral("profile");
    const QString instance = QStringLiteral("instance");
    const QString demo = QStringLiteral("demo");
    const ArgumentSpec dir{{}, {}, {QStringLiteral("dir=")}};
    return {
        withEffect(Effect::Looks,
                   own(profile, QStringLiteral("list"),
                       QT_TRANSLATE_NOOP("CommandLine", "The profiles there are."), {}, listProfiles)),
        withEffect(Effect::Looks,
                   own(profile, QStringLiteral("show"), QT_TRANSLATE_NOOP("CommandLine", "One profile."),
                       {{QStringLiteral("ID")}, {}, {}}, showProfile)),
        withEffect(Effect::Looks, own(profile, QStringLiteral("validate"),
                                      QT_TRANSLATE_NOOP("CommandLine", "Check a profile of your own."),
                                      {{QStringLiteral("FILE")}, {}, {}}, validateProfile)),
        withEffect(Effect::KeepsList,
                   own(instance, QStringLiteral("add"),
                       QT_TRANSLATE_NOOP("CommandLine", "Add a service to the list; nothing of it changes."),
                       addSpec(), addInstance)),
        withEffect(Effect::Looks,
                   own(instance, QStringLiteral("list"),
                       QT_TRANSLATE_NOOP("CommandLine", "The instances in the list."), {}, listInstances)),
        withEffect(
            Effect::KeepsList,
            own(instance, QStringLiteral("remove"),
                QT_TRANSLATE_NOOP("CommandLine", "Take an instance off the list; nothing of it changes."),
                {{QStringLiteral("NAME")}, {}, {}}, removeInstance)),
        own(demo, QStringLiteral("start"),
            QT_TRANSLATE_NOOP("CommandLine", "Start the living demo service and add it."), dir, startDemo),
        own(demo, QStringLiteral("stop"), QT_TRANSLATE_NOOP("CommandLine", "End the demo service."), dir,
            stopDemo),
    };
}

} // namespace pilothouse
