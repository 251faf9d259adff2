// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/logcommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "app/commandline/logexportcommand.h"
#include "app/commandline/logfiltercommand.h"
#include "app/commandline/logstatstext.h"
#include "app/console.h"
#include "core/actions/logs/logs.h"
#include "core/base/foreigntext.h"
#include "core/logs/containerlogstream.h"
#include "core/logs/logfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

const QString LogSourceName = QStringLiteral("NAME");

Command logQuery(const char *verb, const char *help, ArgumentSpec spec, QStringList columns)
{
    Command command =
        entry(Command::Kind::Query, QStringLiteral("logs ") + QLatin1String(verb),
              QStringLiteral("logs.") + QLatin1String(verb), help, {std::move(spec), {}, std::move(columns)});
    for (const QString &option : std::as_const(command.spec.options)) {
        const QString name = option.section(u'=', 0, 0);
        command.argumentOf.insert(name, name);
    }
    if (command.spec.options.contains(QStringLiteral("filter="))) {
        command.spec.options.append(QStringLiteral("saved="));
        command.complete = withSavedFilter;
    }
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
               "CommandLine", "(the newest are shown: --count sets how many, --stream shows all)"));
}

/// The line that holds the text; below the record's first one where that is another.
void printHits(Output &output, const QJsonObject &found)
{
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

/// What the catalogue's search is asked; numbers as numbers.
QJsonObject searchArguments(const Arguments &arguments)
{
    QJsonObject object;
    if (const QString text = arguments.at(1); !text.isEmpty())
        object.insert(QStringLiteral("text"), text);
    for (const char *name : {"source", "filter", "since", "until", "level"}) {
        if (arguments.has(QLatin1String(name)))
            object.insert(QLatin1String(name), arguments.value(QLatin1String(name)));
    }
    for (const char *name : {"count", "context"}) {
        const QString text = arguments.value(QLatin1String(name));
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (!text.isEmpty())
            object.insert(QLatin1String(name), isNumber ? QJsonValue(number) : QJsonValue(text));
    }
    object.insert(QStringLiteral("pattern"), arguments.has(QStringLiteral("regex")));
    for (const char *name : {"case", "word"})
        object.insert(QLatin1String(name), arguments.has(QLatin1String(name)));
    return object;
}

/// Every record as soon as it is found, the oldest first; as JSON one line each.
int streamHits(CommandContext &context, const InstanceSession &session, const QJsonObject &asked)
{
    Output &output = context.output;
    const auto sources = wantedSources(session, asked);
    const bool isOfSeveral = sources && sources->size() > 1;
    const auto found =
        LogActions(openContainerLog)
            .scan(
                session, asked,
                [&output, isOfSeveral](const QList<ScannedRecord> &records) {
                    for (const ScannedRecord &one : records) {
                        const QString name = isOfSeveral ? one.record.source + u' ' : QString();
                        output.line(output.isJson() ? QString::fromUtf8(
                                        QJsonDocument(toJson(one.record)).toJson(QJsonDocument::Compact))
                                                    : name + one.record.text());
                    }
                },
                context.operation);
    if (!found)
        return failed(context, found.error());
    for (const Error &error : found->unreadable)
        output.warn(error);
    noteCutRecords(output, found->cut);
    return ExitCode::Done;
}

int searchLogs(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    const auto asked = withSavedFilter(context, **session, arguments, searchArguments(arguments));
    if (!asked)
        return failed(context, asked.error());
    if (arguments.has(QStringLiteral("stream")))
        return streamHits(context, **session, *asked);
    const auto found =
        context.console.query(QStringLiteral("logs.search"), **session, *asked, context.operation);
    if (!found)
        return failed(context, found.error());
    const QJsonObject object = found->toObject();
    if (arguments.has(QStringLiteral("total")) && !context.output.isJson())
        context.output.line(QString::number(object.value(QLatin1String("hits")).toInteger()));
    else if (context.output.isJson())
        context.output.value(object);
    else
        printHits(context.output, object);
    for (const QJsonValue &error : object.value(QLatin1String("unreadable")).toArray())
        context.output.note(error.toString());
    noteCutRecords(context.output, object.value(QLatin1String("cutRecords")).toInteger());
    return ExitCode::Done;
}

/// A file that is not there is followed once it comes, which may be never: says what is waited for.
void noteAwaited(Output &output, const LogSource &source)
{
    if (source.isStream())
        return;
    const auto opened = LogFile::open(source.path);
    if (opened || opened.error().kind != ErrorKind::NotFound)
        return;
    const bool hasFolder = LogFile::checkFolder(source.path).has_value();
    output.note(
        (hasFolder
             ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Waits for %1, which is not there yet."))
             : commandLineText(QT_TRANSLATE_NOOP(
                 "CommandLine", "Waits for %1, whose folder is not there: look whether its disk is "
                                "mounted, or start the service once.")))
            .arg(visibleLine(source.path)));
}

int followLog(CommandContext &context, const Arguments &arguments)
{
    const auto session = context.console.session(arguments.at(0));
    if (!session)
        return failed(context, session.error());
    Output &output = context.output;
    const auto asked = withSavedFilter(context, **session, arguments, searchArguments(arguments));
    if (!asked)
        return failed(context, asked.error());
    const auto options = logReadOptions(*asked);
    if (!options)
        return failed(context, options.error());
    if (const auto source = logSource(**session, arguments.value(QStringLiteral("source"))))
        noteAwaited(output, *source);
    LogSink sink;
    sink.onRecords = [&output](const QList<LogRecord> &records) {
        for (const LogRecord &record : records)
            output.isJson() ? output.value(toJson(record)) : output.line(visibleText(record.text()));
    };
    const auto followed =
        LogActions(openContainerLog).followLog(**session, *asked, sink, context.operation, *options);
    if (!followed && followed.error().kind != ErrorKind::Cancelled)
        return failed(context, followed.error());
    return ExitCode::Done;
}

Command searchCommand(const QStringList &options)
{
    return withEffect(
        Command::Effect::Looks,
        own(QStringLiteral("logs search"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Records that hold a text or match a regular expression or a filter, rotations "
                              "included; --source all looks into every log."),
            {{LogSourceName}, {QStringLiteral("TEXT")}, options}, searchLogs));
}

} // namespace

QList<Command> logCommands()
{
    const QString source = QStringLiteral("source=");
    const QString count = QStringLiteral("count=");
    const QStringList narrowing{QStringLiteral("since="), QStringLiteral("level="),
                                QStringLiteral("filter=")};
    const QStringList bounds = narrowing + QStringList{QStringLiteral("until=")};
    const QStringList columns{QStringLiteral("time"), QStringLiteral("level"), QStringLiteral("component"),
                              QStringLiteral("message")};
    Command stats = logQuery(
        "stats",
        QT_TRANSLATE_NOOP("CommandLine", "Records over time, by level, by any field, the slowest, a question "
                                         "of the profile, or what is unusual."),
        {{LogSourceName},
         {},
         QStringList{source, QStringLiteral("by="), QStringLiteral("most="), QStringLiteral("slow="),
                     QStringLiteral("per="), QStringLiteral("top="), QStringLiteral("question="),
                     QStringLiteral("review")}
             + bounds},
        {});
    stats.print = printLogStatistics;
    const QList<Command> commands{
        logQuery("sources", QT_TRANSLATE_NOOP("CommandLine", "The logs there are, for --source."),
                 {{LogSourceName}, {}, {}},
                 {QStringLiteral("id"), QStringLiteral("kind"), QStringLiteral("bytes"),
                  QStringLiteral("rotations"), QStringLiteral("format"), QStringLiteral("questions"),
                  QStringLiteral("path"), QStringLiteral("way")}),
        logQuery(
            "tail",
            QT_TRANSLATE_NOOP("CommandLine", "The last records of a log. Times without a zone are of UTC."),
            {{LogSourceName}, {}, QStringList{source, count} + bounds}, columns),
        withEffect(Command::Effect::Looks,
                   own(QStringLiteral("logs follow"),
                       QT_TRANSLATE_NOOP("CommandLine", "The last records, and then what comes."),
                       {{LogSourceName}, {}, QStringList{source, QStringLiteral("saved=")} + narrowing},
                       followLog)),
        searchCommand(QStringList{source, count, QStringLiteral("saved="), QStringLiteral("regex"),
                                  QStringLiteral("case"), QStringLiteral("word"), QStringLiteral("context="),
                                  QStringLiteral("stream"), QStringLiteral("total")}
                      + bounds),
        stats,
    };
    return commands + logFilterCommands() + logExportCommands();
}

} // namespace pilothouse
