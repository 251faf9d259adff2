// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/discovercommand.h"

#include "app/commandline/commandtext.h"
#include "app/console.h"
#include "core/base/foreigntext.h"
#include "core/discovery/discovery.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse {

namespace {

/// What is said of a candidate below its name, a line each.
QStringList linesOf(const Candidate &candidate)
{
    QStringList lines{candidate.facts.join(QStringLiteral(", ")), candidate.reasons.join(u' ')};
    if (!candidate.hasProfile())
        lines << commandLineText(
            QT_TRANSLATE_NOOP("CommandLine", "No profile knows it; name one with instance add --profile."));
    lines << candidate.problems;
    if (!candidate.knownAs.isEmpty())
        lines << commandLineText(QT_TRANSLATE_NOOP("CommandLine", "It is in the list as %1."))
                     .arg(candidate.knownAs);
    else if (!candidate.refusal.isEmpty())
        lines << commandLineText(QT_TRANSLATE_NOOP("CommandLine", "It cannot be added as it is: %1"))
                     .arg(candidate.refusal);
    lines << addCommand(candidate);
    lines.removeAll(QString());
    return lines;
}

void print(Output &output, const QList<Candidate> &candidates)
{
    for (const Candidate &candidate : candidates) {
        output.line(visibleLine(candidate.title));
        for (const QString &line : linesOf(candidate))
            output.line(QStringLiteral("    ") + visibleLine(line));
    }
    if (candidates.isEmpty())
        output.line(
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "No service was found on this machine.")));
}

QJsonObject asJson(const QList<Candidate> &candidates, const QList<SourceReport> &reports)
{
    QJsonArray found;
    for (const Candidate &candidate : candidates)
        found.append(toJson(candidate));
    QJsonArray sources;
    for (const SourceReport &report : reports) {
        QJsonObject source{{QStringLiteral("source"), discoverySourceName(report.source)},
                           {QStringLiteral("found"), report.candidates.size()},
                           {QStringLiteral("milliseconds"), report.milliseconds}};
        if (report.error)
            source.insert(QStringLiteral("error"), report.error->toText());
        sources.append(source);
    }
    return {{QStringLiteral("candidates"), found}, {QStringLiteral("sources"), sources}};
}

int discoverInstances(CommandContext &context, const Arguments &arguments)
{
    const auto known = context.console.instances().list();
    if (!known) {
        context.output.error(known.error());
        return exitCodeOf(known.error());
    }
    DiscoveryRequest request;
    request.known = *known;
    for (const ProfileEntry &entry : context.console.profiles().entries()) {
        if (entry.profile)
            request.profiles << *entry.profile;
    }
    for (const QString &folder : arguments.values(QStringLiteral("dir")))
        request.folders << QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    const QList<SourceReport> reports = discoverAll(request, context.operation);
    const QList<Candidate> candidates = joined(reports, *known);
    if (context.output.isJson())
        context.output.value(asJson(candidates, reports));
    else
        print(context.output, candidates);
    // A machine without an engine or without systemd is no failure: what was found is told all the same.
    for (const SourceReport &report : reports) {
        if (report.error && !context.output.isJson())
            context.output.error(*report.error);
        if (report.error && report.source == DiscoverySource::Folders)
            return exitCodeOf(*report.error);
    }
    return ExitCode::Done;
}

} // namespace

QList<Command> discoverCommands()
{
    Command command;
    command.group = QStringLiteral("instance");
    command.verb = QStringLiteral("discover");
    command.help = commandLineText(
        QT_TRANSLATE_NOOP("CommandLine", "Find services on this machine that could be added; only reads."));
    command.spec = {{}, {}, {QStringLiteral("dir=*")}};
    command.run = discoverInstances;
    command.effect = Command::Effect::Looks;
    return {command};
}

} // namespace pilothouse
