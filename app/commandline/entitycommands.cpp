// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/entitycommands.h"

#include "app/commandline/entries.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

/// Runs a query of the catalogue for the instance of the first argument, then tells its answer.
int answer(CommandContext &context, const Arguments &arguments, const QString &id, const QJsonObject &asked,
           const std::function<int(const QJsonValue &, const InstanceSession &)> &tell)
{
    const auto session = context.console.session(arguments.at(0));
    const auto value = session ? context.console.query(id, **session, asked, context.operation)
                               : Result<QJsonValue>(failure(session.error()));
    if (!value) {
        context.output.error(value.error());
        return exitCodeOf(value.error());
    }
    return tell(*value, **session);
}

/// As the profile orders them; the key, by which one is named, comes first.
QStringList columnsOf(const InstanceSession &session, const QString &entityId, const QJsonArray &rows)
{
    QStringList columns{QStringLiteral("key")};
    const QJsonObject first = rows.at(0).toObject();
    if (const ProfileEntity *entity = session.profile().entity(entityId)) {
        for (const ProfileColumn &column : entity->columns) {
            if (!column.isHidden && first.contains(column.id) && column.id != entity->key)
                columns << column.id;
        }
    }
    return columns;
}

int listEntities(CommandContext &context, const Arguments &arguments)
{
    const QString entity = arguments.at(1);
    return answer(context, arguments, QStringLiteral("entities.list"), {{QStringLiteral("entity"), entity}},
                  [&](const QJsonValue &value, const InstanceSession &session) {
                      context.output.value(value, columnsOf(session, entity, value.toArray()));
                      return ExitCode::Done;
                  });
}

int summarise(CommandContext &context, const Arguments &arguments)
{
    const QJsonObject asked{{QStringLiteral("entity"), arguments.at(1)}};
    return answer(context, arguments, QStringLiteral("entities.summary"), asked,
                  [&](const QJsonValue &value, const InstanceSession &) {
                      if (context.output.isJson())
                          context.output.value(value);
                      for (const QJsonValue &one : context.output.isJson() ? QJsonArray() : value.toArray()) {
                          const QJsonObject summary = one.toObject();
                          QStringList columns;
                          for (const QJsonValue &column : summary.value(u"columns").toArray())
                              columns << column.toString();
                          context.output.line(summary.value(u"title").toString());
                          context.output.value(summary.value(u"rows"), columns);
                      }
                      return ExitCode::Done;
                  });
}

QString milliseconds(const QJsonValue &seconds)
{
    return seconds.isDouble() ? QStringLiteral("%1 ms").arg(seconds.toDouble() * 1000, 0, 'f', 1)
                              : QCoreApplication::translate("CommandLine", "not known");
}

void tellLatency(Output &output, const QJsonObject &latency)
{
    output.line(QCoreApplication::translate("CommandLine", "Latency: mean %1, p50 %2, p95 %3, p99 %4")
                    .arg(milliseconds(latency.value(u"meanSeconds")), milliseconds(latency.value(u"p50")),
                         milliseconds(latency.value(u"p95")), milliseconds(latency.value(u"p99"))));
    if (latency.value(u"hasUnitFault").toBool())
        output.line(QCoreApplication::translate(
                        "CommandLine", "The service counts seconds into buckets of milliseconds, so the "
                                       "buckets tell no percentiles: nearly all took less than %1 s.")
                        .arg(latency.value(u"atMostSeconds").toDouble()));
}

void tellMetrics(Output &output, const QJsonObject &metrics)
{
    const QJsonObject all = metrics.value(u"all").toObject();
    output.line(QCoreApplication::translate(
                    "CommandLine", "%1 requests in %2 s: %3 a second, %4 % failed (5xx), %5 refused (4xx)")
                    .arg(all.value(u"requests").toDouble(), 0, 'f', 0)
                    .arg(metrics.value(u"seconds").toDouble(), 0, 'f', 1)
                    .arg(all.value(u"perSecond").toDouble(), 0, 'f', 2)
                    .arg(all.value(u"errorPercent").toDouble(), 0, 'f', 1)
                    .arg(all.value(u"refused").toDouble(), 0, 'f', 0));
    if (metrics.contains(u"latency"))
        tellLatency(output, metrics.value(u"latency").toObject());
    for (const QJsonValue &one : metrics.value(u"counters").toArray()) {
        const QJsonObject counter = one.toObject();
        const QJsonObject values = counter.value(u"values").toObject();
        QStringList words;
        for (auto value = values.begin(); value != values.end(); ++value)
            words << QStringLiteral("%1 %2").arg(value.key()).arg(value->toDouble());
        const QString none = counter.value(u"isDeclared").toBool()
                                 ? QCoreApplication::translate("CommandLine", "declared, but never counted")
                                 : QCoreApplication::translate("CommandLine", "not there");
        output.line(QStringLiteral("%1: %2").arg(counter.value(u"title").toString(),
                                                 words.isEmpty() ? none : words.join(QStringLiteral(", "))));
    }
    output.value(metrics.value(u"routes"), {QStringLiteral("route"), QStringLiteral("requests"),
                                            QStringLiteral("serverErrors"), QStringLiteral("refused")});
}

int showMetrics(CommandContext &context, const Arguments &arguments)
{
    QJsonObject asked;
    if (arguments.has(QStringLiteral("seconds")))
        asked.insert(QStringLiteral("seconds"), arguments.value(QStringLiteral("seconds")).toDouble());
    return answer(context, arguments, QStringLiteral("metrics.show"), asked,
                  [&](const QJsonValue &value, const InstanceSession &) {
                      if (context.output.isJson())
                          context.output.value(value);
                      else
                          tellMetrics(context.output, value.toObject());
                      return ExitCode::Done;
                  });
}

/// Fails where an assertion does not hold, so that a script sees it.
int check(CommandContext &context, const Arguments &arguments)
{
    QJsonObject asked;
    if (!arguments.at(1).isEmpty())
        asked.insert(QStringLiteral("database"), arguments.at(1));
    return answer(context, arguments, QStringLiteral("assertions.check"), asked,
                  [&](const QJsonValue &value, const InstanceSession &) {
                      context.output.value(value, {QStringLiteral("id"), QStringLiteral("holds"),
                                                   QStringLiteral("wrong"), QStringLiteral("item"),
                                                   QStringLiteral("title"), QStringLiteral("error")});
                      const QJsonArray all = value.toArray();
                      const bool isGood = std::all_of(all.begin(), all.end(), [](const QJsonValue &one) {
                          return one.toObject().value(u"holds").toBool();
                      });
                      return isGood ? ExitCode::Done : ExitCode::Failed;
                  });
}

} // namespace

QList<Command> entityCommands()
{
    using Kind = Command::Kind;
    const QString name = QStringLiteral("NAME");
    const QString kind = QStringLiteral("KIND");
    const QString key = QStringLiteral("KEY");
    const QString action = QStringLiteral("ACTION");
    const QMap<QString, QString> words{{kind, QStringLiteral("entity")},
                                       {key, QStringLiteral("key")},
                                       {action, QStringLiteral("action")},
                                       {QStringLiteral("label"), QStringLiteral("label")}};
    const auto looks = [](Command command) { return withEffect(Command::Effect::Looks, std::move(command)); };
    return {
        entry(Kind::Query, QStringLiteral("entities kinds"), QStringLiteral("entities.kinds"),
              QT_TRANSLATE_NOOP("CommandLine", "What kinds of things the service has, with their actions."),
              {spec(), {}, {QStringLiteral("id"), QStringLiteral("plural"), QStringLiteral("actionIds")}}),
        looks(own(QStringLiteral("entities list"),
                  QT_TRANSLATE_NOOP("CommandLine", "All of a kind: tenants, keys, jobs ..."), spec({kind}),
                  listEntities)),
        entry(Kind::Query, QStringLiteral("entities show"), QStringLiteral("entities.show"),
              QT_TRANSLATE_NOOP("CommandLine", "One of a kind, by key or name."), {spec({kind, key}), words}),
        looks(own(QStringLiteral("entities summary"),
                  QT_TRANSLATE_NOOP("CommandLine", "How many of a kind there are in each state."),
                  spec({kind}), summarise)),
        entry(Kind::Query, QStringLiteral("entities findings"), QStringLiteral("entities.findings"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "What to know of the service's data, with the action that helps."),
              {{{name}, {kind}, {}},
               words,
               {QStringLiteral("entity"), QStringLiteral("text"), QStringLiteral("action"),
                QStringLiteral("advice")}}),
        entry(Kind::Action, QStringLiteral("entities run"), QStringLiteral("entities.run"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Do what the profile offers with one of a kind, or with all; with undo."),
              {{{name, kind, action}, {key}, {QStringLiteral("label=")}}, words}),
        looks(own(QStringLiteral("metrics show"),
                  QT_TRANSLATE_NOOP("CommandLine", "Requests, errors, latency and counters of the service."),
                  spec({}, {}, {QStringLiteral("seconds=")}), showMetrics)),
        looks(own(QStringLiteral("database assertions"),
                  QT_TRANSLATE_NOOP("CommandLine", "What must hold in the data; fails where it does not."),
                  {{name}, {QStringLiteral("DB")}, {}}, check)),
    };
}

} // namespace pilothouse
