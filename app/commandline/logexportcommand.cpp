// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/logexportcommand.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/commandline/logfiltercommand.h"
#include "app/console.h"
#include "core/actions/logs/logexport.h"
#include "core/logs/containerlogstream.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace pilothouse {

namespace {

const QStringList EvidenceColumns{QStringLiteral("name"), QStringLiteral("bytes"), QStringLiteral("records"),
                                  QStringLiteral("sha256")};

QString folderOption(const Arguments &arguments, const char *option)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(arguments.value(QLatin1String(option))));
}

int exportLogs(CommandContext &context, const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("to"))) {
        context.output.error(Error{
            ErrorKind::BadInput,
            QStringLiteral("--to"),
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Name the folder that the set is written to.")),
            {},
            {}});
        return ExitCode::BadUsage;
    }
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    QJsonObject asked;
    for (const char *name : {"source", "filter", "since", "until", "level"}) {
        if (arguments.has(QLatin1String(name)))
            asked.insert(QLatin1String(name), arguments.value(QLatin1String(name)));
    }
    const LogExport maker(openContainerLog, context.console.files(), context.console.audit(),
                          context.console.clock());
    const auto narrowed = withSavedFilter(context, **session, arguments, asked);
    if (!narrowed)
        return failed(context, narrowed.error());
    const auto set = maker.run(**session, *narrowed, folderOption(arguments, "to"),
                               QStringLiteral("command line"), context.operation);
    if (!set)
        return failed(context, set.error());
    const QJsonObject object = toJson(*set);
    if (context.output.isJson()) {
        context.output.value(object);
        return ExitCode::Done;
    }
    context.output.value(object.value(QLatin1String("files")), EvidenceColumns);
    for (const EvidenceFile &file : set->manifest.files) {
        const int count = static_cast<int>(file.cutRecords);
        const QString sentence = QCoreApplication::translate(
            "CommandLine", "%n record(s) of %1 with a line of which only the first %2 bytes are kept.",
            nullptr, count);
        if (count > 0)
            context.output.note(sentence.arg(file.name, QString::number(file.cutAt)));
    }
    context.output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Written to %1")).arg(set->folder));
    context.output.line(
        commandLineText(QT_TRANSLATE_NOOP("CommandLine", "SHA-256 of the manifest, also in the audit: %1"))
            .arg(object.value(QLatin1String("manifestSha256")).toString()));
    return ExitCode::Done;
}

int checkExport(CommandContext &context, const Arguments &arguments)
{
    const auto check =
        checkEvidence(context.console.files(), folderOption(arguments, "check"), context.operation);
    if (!check)
        return failed(context, check.error());
    const bool isIntact = check->problems.isEmpty();
    const int code = isIntact ? ExitCode::Done : ExitCode::Failed;
    if (context.output.isJson()) {
        context.output.value(toJson(*check));
        return code;
    }
    for (const QString &problem : check->problems)
        context.output.line(problem);
    const EvidenceManifest &manifest = check->manifest;
    if (isIntact) {
        const int count = static_cast<int>(manifest.files.size());
        const QString files = QCoreApplication::translate("CommandLine", "%n file(s)", nullptr, count);
        context.output.line(
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2, as they were made by %3 at %4."))
                .arg(files, manifest.instance, manifest.actor,
                     toJson(*check).value(QLatin1String("madeAt")).toString()));
    }
    context.output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "SHA-256 of the manifest: %1"))
                            .arg(QString::fromLatin1(check->manifestSha256.toHex())));
    return code;
}

} // namespace

QList<Command> logExportCommands()
{
    Command check =
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("logs export"),
                       QT_TRANSLATE_NOOP("CommandLine", "Look whether an evidence set is as it was made."),
                       {{}, {}, {QStringLiteral("check=")}}, checkExport));
    check.form = QStringLiteral("--check");
    return {check, own(QStringLiteral("logs export"),
                       QT_TRANSLATE_NOOP(
                           "CommandLine",
                           "Keep logs as evidence: whole files, or the records that are asked for, with "
                           "their SHA-256."),
                       {{QStringLiteral("NAME")},
                        {},
                        {QStringLiteral("to="), QStringLiteral("source="), QStringLiteral("filter="),
                         QStringLiteral("saved="), QStringLiteral("since="), QStringLiteral("until="),
                         QStringLiteral("level=")}},
                       exportLogs)};
}

} // namespace pilothouse
