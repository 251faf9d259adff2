// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/completion.h"

#include "app/commandline/command.h"
#include "app/console.h"
#include "core/actions/logs/logs.h"
#include "core/actions/logs/savedfilters.h"

#include <QTextStream>

#include <algorithm>

namespace pilothouse {

namespace {

QStringList groups()
{
    QStringList names;
    for (const Command &command : allCommands())
        names << command.group;
    return names;
}

QStringList verbsToComplete(const QString &group)
{
    QStringList names;
    for (const Command &command : allCommands())
        if (command.group == group && !command.verb.isEmpty())
            names << command.verb;
    return names;
}

/// All forms of a command together: "backup verify" has two.
ArgumentSpec specOf(const QStringList &words, bool hasVerb)
{
    ArgumentSpec all;
    for (const Command &command : allCommands()) {
        if (command.group != words.value(0) || (hasVerb && command.verb != words.value(1)))
            continue;
        all.options << command.spec.options;
        if (all.required.isEmpty() && all.optional.isEmpty()) {
            all.required = command.spec.required;
            all.optional = command.spec.optional;
        }
    }
    all.options << commonOptions();
    return all;
}

QStringList optionsOf(const ArgumentSpec &spec)
{
    QStringList names;
    for (const QString &option : spec.options)
        names << QStringLiteral("--") + option.section(u'=', 0, 0);
    return names;
}

bool takesValue(const ArgumentSpec &spec, const QString &word)
{
    return word.startsWith(QLatin1String("--"))
           && std::any_of(spec.options.begin(), spec.options.end(), [&word](const QString &option) {
                  return option.startsWith(QString(word.mid(2) + u'='));
              });
}

/// What an option of the logs takes.
QStringList knownValues(const QString &group, const QString &option)
{
    if (group != QLatin1String("logs"))
        return {};
    if (option == QLatin1String("--per"))
        return {QStringLiteral("minute"), QStringLiteral("hour"), QStringLiteral("day")};
    QStringList levels;
    for (int level = static_cast<int>(LogLevel::Trace); level <= static_cast<int>(LogLevel::Fatal); ++level)
        levels << logLevelName(static_cast<LogLevel>(level));
    return option == QLatin1String("--level") ? levels : QStringList();
}

QStringList candidates(const QStringList &words, const CompletionSources &sources)
{
    if (words.size() < 2)
        return groups();
    const bool hasVerb = !verbsToComplete(words.first()).isEmpty();
    if (hasVerb && words.size() == 2)
        return verbsToComplete(words.first());
    const ArgumentSpec spec = specOf(words, hasVerb);
    if (words.last().startsWith(u'-'))
        return optionsOf(spec);
    QStringList positional;
    const QStringList before = words.mid(hasVerb ? 2 : 1);
    for (qsizetype at = 0; at + 1 < before.size(); ++at) {
        if (takesValue(spec, before[at]))
            ++at;
        else if (!before[at].startsWith(QLatin1String("--")))
            positional << before[at];
    }
    const QString &previous = words.at(words.size() - 2);
    if (previous == QLatin1String("--source"))
        return sources.logs(positional.value(0));
    if (previous == QLatin1String("--question") && sources.questions)
        return sources.questions(positional.value(0));
    static const QStringList OfFilters{QStringLiteral("--saved"), QStringLiteral("--rename"),
                                       QStringLiteral("--remove")};
    if (words.first() == QLatin1String("logs") && OfFilters.contains(previous) && sources.filters)
        return sources.filters(positional.value(0));
    if (takesValue(spec, previous))
        return knownValues(words.first(), previous);
    const QString wanted = (spec.required + spec.optional).value(positional.size());
    return wanted == QLatin1String("NAME") ? sources.instances() : QStringList();
}

} // namespace

QStringList completions(const QStringList &words, const CompletionSources &sources)
{
    QStringList fitting = candidates(words, sources);
    const QString start = words.isEmpty() ? QString() : words.last();
    fitting.removeIf([&start](const QString &word) { return !word.startsWith(start); });
    fitting.removeDuplicates();
    return fitting;
}

int printCompletions(const QStringList &words)
{
    const auto console = Console::open({});
    if (!console)
        return ExitCode::Done;
    CompletionSources sources;
    sources.instances = [&console] {
        QStringList names;
        for (const Instance &instance : (*console)->instances().list().value_or(QList<Instance>()))
            names << instance.name;
        return names;
    };
    sources.logs = [&console](const QString &instance) {
        QStringList ids;
        const auto session = (*console)->session(instance);
        if (!session)
            return ids;
        for (const LogSource &source : logSources(**session).value_or(QList<LogSource>()))
            ids << source.id;
        return ids;
    };
    sources.questions = [&console](const QString &instance) {
        QStringList ids;
        const auto session = (*console)->session(instance);
        if (!session)
            return ids;
        for (const LogSource &source : logSources(**session).value_or(QList<LogSource>())) {
            for (const ProfileLogQuestion &question : source.format.questions)
                ids << question.id;
        }
        return ids;
    };
    sources.filters = [&console](const QString &instance) {
        QStringList names;
        const auto session = (*console)->session(instance);
        if (!session)
            return names;
        const auto filters = SavedLogFilters((*console)->settings()).list((*session)->profile());
        for (const SavedLogFilter &one : filters.value_or(QList<SavedLogFilter>()))
            names << one.name;
        return names;
    };
    QTextStream standard(stdout);
    for (const QString &word : completions(words, sources))
        standard << word << Qt::endl;
    return ExitCode::Done;
}

} // namespace pilothouse
