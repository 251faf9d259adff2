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

int list(CommandContext &context, const Arguments &arguments)
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
              spec(), {}, {QStringLiteral("id"), QStringLiteral("plural"), QStringLiteral("actionIds")}),
        looks(own(QStringLiteral("entities list"),
                  QT_TRANSLATE_NOOP("CommandLine", "All of a kind: tenants, keys, jobs ..."), spec({kind}),
                  list)),
        entry(Kind::Query, QStringLiteral("entities show"), QStringLiteral("entities.show"),
              QT_TRANSLATE_NOOP("CommandLine", "One of a kind, by key or name."), spec({kind, key}), words),
        looks(own(QStringLiteral("entities summary"),
                  QT_TRANSLATE_NOOP("CommandLine", "How many of a kind there are in each state."),
                  spec({kind}), summarise)),
        entry(Kind::Query, QStringLiteral("entities findings"), QStringLiteral("entities.findings"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "What to know of the service's data, with the action that helps."),
              {{name}, {kind}, {}}, words,
              {QStringLiteral("entity"), QStringLiteral("text"), QStringLiteral("action"),
               QStringLiteral("advice")}),
        entry(Kind::Action, QStringLiteral("entities run"), QStringLiteral("entities.run"),
              QT_TRANSLATE_NOOP("CommandLine",
                                "Do what the profile offers with one of a kind, or with all; with undo."),
              {{name, kind, action}, {key}, {QStringLiteral("label=")}}, words),
        looks(own(QStringLiteral("database assertions"),
                  QT_TRANSLATE_NOOP("CommandLine", "What must hold in the data; fails where it does not."),
                  {{name}, {QStringLiteral("DB")}, {}}, check)),
    };
}

} // namespace pilothouse
