// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/logcommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/console.h"
#include "core/actions/logs/logs.h"
#include "core/base/foreigntext.h"
#include "core/logs/containerlogstream.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

const QString LogSourceName = QStringLiteral("NAME");

Command query(const char *verb, const char *help, ArgumentSpec spec, QMap<QString, QString> argumentOf,
              QStringList columns)
{
    Command command;
    command.kind = Command::Kind::Query;
    command.group = QStringLiteral("logs");
    command.verb = QLatin1String(verb);
    command.target = QStringLiteral("logs.") + command.verb;
    command.help = commandLineText(help);
    command.spec = std::move(spec);
    command.argumentOf = std::move(argumentOf);
    command.columns = std::move(columns);
    return command;
}

/// "12 hits in 2 logs: app-log 5, console 7".
QString countOf(const QJsonObject &found)
{
    const QJsonArray sources = found.value(QLatin1String("sources")).toArray();
    QStringList parts;
    for (const QJsonValue &one : sources) {
        const QJsonObject source = one.toObject();
        parts << (sources.size() == 1 ? source.value(QLatin1String("id")).toString()
                                      : QStringLiteral("%1 %2").arg(
                                          source.value(QLatin1String("id")).toString(),
                                          QString::number(source.value(QLatin1String("hits")).toInteger())));
    }
    const int searched = static_cast<int>(sources.size());
    const int count = found.value(QLatin1String("hits")).toInt(); // lupdate reads no text among the arguments
    const QString hits = QCoreApplication::translate("CommandLine", "%n hit(s)", nullptr, count);
    const QString where = QCoreApplication::translate("CommandLine", "%n source(s)", nullptr, searched);
    const QString sentence = commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1 in %2: %3"))
                                 .arg(hits, where, parts.join(QStringLiteral(", ")));
    if (!found.value(QLatin1String("isCut")).toBool())
        return sentence;
    return sentence + u' '
           + commandLineText(QT_TRANSLATE_NOOP(
               "CommandLine", "(the newest; there may be more: --count sets how many are shown)"));
}

/// The line that holds the text; below the record's first one where that is another.
void printHits(Output &output, const QJsonValue &value)
{
    const QJsonObject found = value.toObject();
    const QJsonArray records = found.value(QLatin1String("records")).toArray();
    const bool isOfSeveral = found.value(QLatin1String("sources")).toArray().size() > 1;
    QJsonArray rows;
    for (const QJsonValue &one : records) {
        const QJsonObject record = one.toObject();
        rows.append(record);
        if (record.value(QLatin1String("hitLine")).toInt() == 0)
            continue;
        rows.append(QJsonObject{
            {QStringLiteral("time"), QString()},
            {QStringLiteral("level"), QString()},
            {QStringLiteral("component"), QString()},
            {QStringLiteral("source"), QString()},
            {QStringLiteral("message"), QString(u"  " + record.value(QLatin1String("hit")).toString())}});
    }
    QStringList columns{QStringLiteral("time"), QStringLiteral("level"), QStringLiteral("component"),
                        QStringLiteral("message")};
    if (isOfSeveral)
        columns.insert(1, QStringLiteral("source"));
    output.value(rows, columns);
    output.line(countOf(found));
}

Command searchCommand(const QMap<QString, QString> &argumentOf, const QStringList &options)
{
    Command command =
        query("search",
              QT_TRANSLATE_NOOP("CommandLine",
                                "Records that hold a text or match a regular expression, rotations included; "
                                "--source all looks into every log."),
              {{LogSourceName, QStringLiteral("TEXT")}, {}, options}, argumentOf, {});
    command.print = printHits;
    return command;
}

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
    const QString source = QStringLiteral("source=");
    const QString count = QStringLiteral("count=");
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
    Command follow;
    follow.group = QStringLiteral("logs");
    follow.verb = QStringLiteral("follow");
    follow.help = commandLineText(QT_TRANSLATE_NOOP("CommandLine", "The last records, and then what comes."));
    follow.spec = {{LogSourceName}, {}, QStringList{source} + narrowing};
    follow.run = followLog;
    return {
        query("sources", QT_TRANSLATE_NOOP("CommandLine", "The logs there are, for --source."),
              {{LogSourceName}, {}, {}}, {},
              {QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("bytes"),
               QStringLiteral("rotations"), QStringLiteral("format"), QStringLiteral("path")}),
        query("tail",
              QT_TRANSLATE_NOOP("CommandLine", "The last records of a log. Times without a zone are of UTC."),
              {{LogSourceName}, {}, QStringList{source, count} + bounds}, ofSource, columns),
        withEffect(Command::Effect::Looks, follow),
        searchCommand(ofSource,
                      QStringList{source, count, QStringLiteral("regex"), QStringLiteral("case")} + bounds),
        query("stats", QT_TRANSLATE_NOOP("CommandLine", "Records by level."),
              {{LogSourceName}, {}, QStringList{source} + bounds}, ofSource, {}),
    };
}

} // namespace pilothouse
