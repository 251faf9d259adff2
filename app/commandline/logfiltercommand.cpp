// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/logfiltercommand.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/console.h"
#include "core/actions/logs/logarguments.h"
#include "core/actions/logs/savedfilters.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

using FilterWork = std::function<Result<>(const SavedLogFilters &filters, const ServiceProfile &profile)>;

int listFilters(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const auto filters = SavedLogFilters(context.console.settings()).list((*session)->profile());
    if (!filters)
        return failed(context, filters.error());
    QJsonArray rows;
    for (const SavedLogFilter &one : *filters) {
        const QString by = one.isOfProfile() ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "profile"))
                                             : commandLineText(QT_TRANSLATE_NOOP("CommandLine", "saved"));
        rows.append(QJsonObject{{QStringLiteral("name"), one.name},
                                {QStringLiteral("from"), by},
                                {QStringLiteral("filter"), one.filter}});
    }
    context.output.value(rows, {QStringLiteral("name"), QStringLiteral("from"), QStringLiteral("filter")});
    return ExitCode::Done;
}

int changeFilters(CommandContext &context, const Arguments &arguments, const char *told,
                  const FilterWork &work)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const ServiceProfile &profile = (*session)->profile();
    if (const auto done = work(SavedLogFilters(context.console.settings()), profile); !done)
        return failed(context, done.error());
    context.output.line(commandLineText(told).arg(profile.title));
    return ExitCode::Done;
}

int saveFilter(CommandContext &context, const Arguments &arguments)
{
    return changeFilters(context, arguments,
                         QT_TRANSLATE_NOOP("CommandLine", "Saved for every instance of %1."),
                         [&arguments](const SavedLogFilters &filters, const ServiceProfile &profile) {
                             return filters.save(profile, arguments.value(QStringLiteral("save")),
                                                 arguments.value(QStringLiteral("filter")));
                         });
}

int renameFilter(CommandContext &context, const Arguments &arguments)
{
    return changeFilters(context, arguments,
                         QT_TRANSLATE_NOOP("CommandLine", "Renamed for every instance of %1."),
                         [&arguments](const SavedLogFilters &filters, const ServiceProfile &profile) {
                             return filters.rename(profile, arguments.value(QStringLiteral("rename")),
                                                   arguments.value(QStringLiteral("to")));
                         });
}

int removeFilter(CommandContext &context, const Arguments &arguments)
{
    return changeFilters(context, arguments,
                         QT_TRANSLATE_NOOP("CommandLine", "Removed for every instance of %1."),
                         [&arguments](const SavedLogFilters &filters, const ServiceProfile &profile) {
                             return filters.remove(profile, arguments.value(QStringLiteral("remove")));
                         });
}

Command filterCommand(const QString &form, const char *help, QStringList options,
                      std::function<int(CommandContext &, const Arguments &)> run)
{
    Command command = withEffect(form.isEmpty() ? Command::Effect::Looks : Command::Effect::KeepsList,
                                 own(QStringLiteral("logs filters"), help,
                                     {{QStringLiteral("NAME")}, {}, std::move(options)}, std::move(run)));
    command.form = form;
    return command;
}

} // namespace

QList<Command> logFilterCommands()
{
    return {
        filterCommand(QStringLiteral("--save"),
                      QT_TRANSLATE_NOOP("CommandLine", "Keep a filter under a name, for --saved."),
                      {QStringLiteral("save="), QStringLiteral("filter=")}, saveFilter),
        filterCommand(QStringLiteral("--rename"),
                      QT_TRANSLATE_NOOP("CommandLine", "Give a saved filter another name."),
                      {QStringLiteral("rename="), QStringLiteral("to=")}, renameFilter),
        filterCommand(QStringLiteral("--remove"), QT_TRANSLATE_NOOP("CommandLine", "Remove a saved filter."),
                      {QStringLiteral("remove=")}, removeFilter),
        filterCommand({},
                      QT_TRANSLATE_NOOP("CommandLine", "The filters that are kept under names, for --saved."),
                      {}, listFilters)};
}

Result<QJsonObject> withSavedFilter(CommandContext &context, const InstanceSession &session,
                                    const Arguments &arguments, QJsonObject asked)
{
    const auto sources = wantedSources(session, asked);
    if (const QString missing = missingLogSentence(sources.value_or(QList<LogSource>())); !missing.isEmpty())
        context.output.note(missing);
    if (!arguments.has(QStringLiteral("saved")))
        return asked;
    const auto saved = SavedLogFilters(context.console.settings())
                           .find(session.profile(), arguments.value(QStringLiteral("saved")));
    if (!saved)
        return failure(saved.error());
    const QString own = asked.value(QLatin1String("filter")).toString();
    asked.insert(QStringLiteral("filter"), joinedFilters(saved->filter, own));
    return asked;
}

} // namespace pilothouse
