// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/instanceedit.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/databaseaddress.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QDir>

namespace pilothouse {

namespace {

QString folderFrom(const QString &path)
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

void applyPlaces(const Arguments &arguments, Instance &instance)
{
    const auto set = [&arguments](const char *option, QString &field, bool isFolder) {
        const QString name = QLatin1String(option);
        if (arguments.has(name))
            field = isFolder ? folderFrom(arguments.value(name)) : arguments.value(name);
    };
    set("health-url", instance.healthUrl, false);
    set("backup-dir", instance.backupDir, true);
    set("second-backup-dir", instance.secondBackupDir, true);
    set("archive", instance.archiveFormat, false);
    const QString runbook = QStringLiteral("runbook");
    if (arguments.has(runbook))
        instance.runbook = runbookFrom(arguments.value(runbook));
}

Result<> applySafetyDays(const Arguments &arguments, Instance &instance)
{
    const QString option = QStringLiteral("safety-days");
    if (!arguments.has(option))
        return {};
    bool isNumber = false;
    instance.safetyDays = arguments.value(option).toInt(&isNumber);
    if (isNumber)
        return {};
    return failure(ErrorKind::BadInput, commandLineText(QT_TRANSLATE_NOOP(
                                            "CommandLine", "The days of safety copies are a number.")));
}

/// Empty: as the profile says.
Result<> applyWatchSeconds(const Arguments &arguments, Instance &instance)
{
    const QString option = QStringLiteral("watch-seconds");
    if (!arguments.has(option))
        return {};
    const QString word = arguments.value(option);
    instance.watchSeconds.reset();
    if (word.isEmpty())
        return {};
    bool isNumber = false;
    instance.watchSeconds = word.toInt(&isNumber);
    if (isNumber)
        return {};
    return failure(ErrorKind::BadInput,
                   commandLineText(QT_TRANSLATE_NOOP("CommandLine",
                                                     "How long the log is watched is a number of seconds.")));
}

/// Empty: as the profile says.
Result<> applyDrillDays(const Arguments &arguments, Instance &instance)
{
    const QString option = QStringLiteral("drill-days");
    if (!arguments.has(option))
        return {};
    const QString word = arguments.value(option);
    instance.drillDays.reset();
    if (word.isEmpty())
        return {};
    bool isNumber = false;
    const int days = word.toInt(&isNumber);
    if (!isNumber || days < 1 || days > 3650)
        return failure(ErrorKind::BadInput, commandLineText(QT_TRANSLATE_NOOP(
                                                "CommandLine", "A drill is due every 1 to 3650 days.")));
    instance.drillDays = days;
    return {};
}

int setInstance(CommandContext &context, const Arguments &arguments)
{
    const auto before = context.console.instances().find(arguments.at(0));
    if (!before)
        return failed(context, before.error());
    Instance wanted = *before;
    applyPlaces(arguments, wanted);
    const auto applied = applyEnvironment(arguments, wanted)
                             .and_then([&] { return applySafetyDays(arguments, wanted); })
                             .and_then([&] { return applyWatchSeconds(arguments, wanted); })
                             .and_then([&] { return applyDrillDays(arguments, wanted); });
    if (!applied)
        return failed(context, applied.error());
    const auto password = applyDatabaseAddress(context, arguments, wanted);
    if (!password)
        return failed(context, password.error());
    if (const auto kept = keepPassword(context, wanted.name, *password); !kept)
        return failed(context, kept.error());
    const auto changed = context.console.change(*before, wanted, QStringLiteral("command line"));
    if (!changed)
        return failed(context, changed.error());
    const auto stored = context.console.instances().find(wanted.name);
    context.output.value(toJson(stored.value_or(wanted)));
    return ExitCode::Done;
}

} // namespace

QString runbookFrom(const QString &word)
{
    return word.contains(QLatin1String("://")) ? word : folderFrom(word);
}

const QStringList &environmentOptions()
{
    static const QStringList Options{QStringLiteral("environment="), QStringLiteral("group=")};
    return Options;
}

Result<> applyEnvironment(const Arguments &arguments, Instance &instance)
{
    const QString option = QStringLiteral("environment");
    if (arguments.has(QStringLiteral("group")))
        instance.group = arguments.value(QStringLiteral("group"));
    if (!arguments.has(option))
        return {};
    const auto environment = environmentFromName(arguments.value(option));
    if (!environment)
        return failure(ErrorKind::BadInput,
                       commandLineText(QT_TRANSLATE_NOOP(
                                           "CommandLine",
                                           "An environment is development, staging or production, not “%1”."))
                           .arg(arguments.value(option)));
    instance.environment = *environment;
    return {};
}

QList<Command> instanceEditCommands()
{
    Command command;
    command.group = QStringLiteral("instance");
    command.verb = QStringLiteral("set");
    command.help = commandLineText(QT_TRANSLATE_NOOP(
        "CommandLine",
        "Change what is known of an instance: environment, group, folders. The service stays as it is."));
    command.spec = {{QStringLiteral("NAME")},
                    {},
                    environmentOptions()
                        + QStringList{QStringLiteral("health-url="), QStringLiteral("backup-dir="),
                                      QStringLiteral("second-backup-dir="), QStringLiteral("archive="),
                                      QStringLiteral("safety-days="), QStringLiteral("watch-seconds="),
                                      QStringLiteral("drill-days="), QStringLiteral("runbook=")}
                        + databaseAddressOptions()};
    command.run = setInstance;
    command.effect = Command::Effect::KeepsList;
    return {command};
}

} // namespace pilothouse
