// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/logcommands.h"

#include "app/commandline/entries.h"
#include "app/console.h"
#include "core/actions/logs.h"
#include "core/base/foreigntext.h"
#include "core/logs/containerlogstream.h"

namespace pilothouse {

namespace {

int followLog(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session) {
        context.output.error(session.error());
        return exitCodeOf(session.error());
    }
    Output &output = context.output;
    const auto options =
        logReadOptions({{QStringLiteral("since"), arguments.value(QStringLiteral("since"))},
                        {QStringLiteral("level"), arguments.value(QStringLiteral("level"))}});
    if (!options) {
        output.error(options.error());
        return exitCodeOf(options.error());
    }
    LogSink sink;
    sink.onRecords = [&output](const QList<LogRecord> &records) {
        for (const LogRecord &record : records)
            output.isJson() ? output.value(toJson(record)) : output.line(visibleText(record.text()));
    };
    const auto followed = LogActions(openContainerLog)
                              .followLog(**session, arguments.value(QStringLiteral("source")), sink,
                                         context.operation, *options);
    if (!followed && followed.error().kind != ErrorKind::Cancelled) {
        output.error(followed.error());
        return exitCodeOf(followed.error());
    }
    return ExitCode::Done;
}

} // namespace

QList<Command> logCommands()
{
    using Kind = Command::Kind;
    const QString source = QStringLiteral("source=");
    const QMap<QString, QString> ofSource{{QStringLiteral("source"), QStringLiteral("source")},
                                          {QStringLiteral("count"), QStringLiteral("count")},
                                          {QStringLiteral("since"), QStringLiteral("since")},
                                          {QStringLiteral("until"), QStringLiteral("until")},
                                          {QStringLiteral("level"), QStringLiteral("level")},
                                          {QStringLiteral("regex"), QStringLiteral("pattern")},
                                          {QStringLiteral("case"), QStringLiteral("case")},
                                          {QStringLiteral("TEXT"), QStringLiteral("text")}};
    const QStringList narrowing{QStringLiteral("since="), QStringLiteral("level=")};
    const QStringList bounds = narrowing + QStringList{QStringLiteral("until=")};
    const QStringList columns{QStringLiteral("time"), QStringLiteral("level"), QStringLiteral("component"),
                              QStringLiteral("message")};
    return {
        entry(Kind::Query, QStringLiteral("logs sources"), QStringLiteral("logs.sources"),
              QT_TRANSLATE_NOOP("CommandLine", "The logs there are, for --source."), spec(), {},
              {QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("bytes"),
               QStringLiteral("rotations"), QStringLiteral("format"), QStringLiteral("path")}),
        entry(Kind::Query, QStringLiteral("logs tail"), QStringLiteral("logs.tail"),
              QT_TRANSLATE_NOOP("CommandLine", "The last records of a log."),
              spec({}, {}, QStringList{source, QStringLiteral("count=")} + bounds), ofSource, columns),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("logs follow"),
                       QT_TRANSLATE_NOOP("CommandLine", "The last records, and then what comes."),
                       spec({}, {}, QStringList{source} + narrowing), followLog)),
        entry(
            Kind::Query, QStringLiteral("logs search"), QStringLiteral("logs.search"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Records that hold a text or match a regular expression, rotations included."),
            spec(
                {QStringLiteral("TEXT")}, {},
                QStringList{source, QStringLiteral("count="), QStringLiteral("regex"), QStringLiteral("case")}
                    + bounds),
            ofSource, columns),
        entry(Kind::Query, QStringLiteral("logs stats"), QStringLiteral("logs.stats"),
              QT_TRANSLATE_NOOP("CommandLine", "Records by level."),
              spec({}, {}, QStringList{source} + bounds), ofSource),
    };
}

} // namespace pilothouse
