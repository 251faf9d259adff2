// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/lockcommands.h"

#include "app/commandline/entries.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

QJsonObject rowOf(const Instance &instance, const LockState &state)
{
    QJsonObject row = toJson(state);
    row.insert(QStringLiteral("name"), instance.name);
    row.insert(QStringLiteral("environment"), environmentName(instance.environment));
    return row;
}

int showInstanceLocks(CommandContext &context, const Arguments &arguments)
{
    const auto instances = context.console.instances().list();
    if (!instances)
        return failed(context, instances.error());
    if (!arguments.at(0).isEmpty()) {
        if (const auto found = context.console.instances().find(arguments.at(0)); !found)
            return failed(context, found.error());
    }
    QJsonArray rows;
    for (const Instance &instance : *instances) {
        if (!arguments.at(0).isEmpty() && instance.name != arguments.at(0))
            continue;
        const auto state = context.console.lock().state(instance);
        if (!state)
            return failed(context, state.error());
        rows << rowOf(instance, *state);
    }
    context.output.value(rows, {QStringLiteral("name"), QStringLiteral("environment"),
                                QStringLiteral("isLocked"), QStringLiteral("secondsLeft")});
    return ExitCode::Done;
}

int unlock(CommandContext &context, const Arguments &arguments)
{
    const auto instance = context.console.instances().find(arguments.at(0));
    if (!instance)
        return failed(context, instance.error());
    bool isNumber = true;
    const QString given = arguments.value(QStringLiteral("minutes"));
    const auto minutes = given.isEmpty() ? InstanceLock::Usual : std::chrono::minutes(given.toInt(&isNumber));
    const auto state =
        context.console.unlock(*instance, isNumber ? minutes : std::chrono::minutes(0),
                               arguments.value(QStringLiteral("reason")), QStringLiteral("command line"));
    if (!state)
        return failed(context, state.error());
    context.output.value(rowOf(*instance, *state));
    return ExitCode::Done;
}

int lockNow(CommandContext &context, const Arguments &arguments)
{
    const auto instance = context.console.instances().find(arguments.at(0));
    if (!instance)
        return failed(context, instance.error());
    if (const auto locked = context.console.lockNow(*instance, QStringLiteral("command line")); !locked)
        return failed(context, locked.error());
    return showInstanceLocks(context, arguments);
}

} // namespace

QList<Command> lockCommands()
{
    using Effect = Command::Effect;
    const QString name = QStringLiteral("NAME");
    return {
        withEffect(Effect::Looks, own(QStringLiteral("lock show"),
                                      QT_TRANSLATE_NOOP("CommandLine", "Which instances are locked."),
                                      {{}, {name}, {}}, showInstanceLocks)),
        withEffect(
            Effect::KeepsList,
            own(QStringLiteral("lock unlock"),
                QT_TRANSLATE_NOOP("CommandLine", "Let a production instance be changed for some minutes."),
                {{name}, {}, {QStringLiteral("minutes=")}}, unlock)),
        withEffect(Effect::KeepsList, own(QStringLiteral("lock lock"),
                                          QT_TRANSLATE_NOOP("CommandLine", "Lock a production instance now."),
                                          {{name}, {}, {}}, lockNow)),
    };
}

} // namespace pilothouse
