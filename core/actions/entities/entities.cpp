// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/entities/entities.h"

#include "core/actions/entities/entityplans.h"
#include "core/actions/entities/entityviews.h"
#include "core/actions/users/users.h"
#include "core/actions/users/usersplans.h"
#include "core/actions/users/usersreads.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds AssertionDeadline{60};

QString entitiesText(const char *text)
{
    return QCoreApplication::translate("Entities", text);
}

Parameter textParameter(const char *name, const char *title, bool isRequired)
{
    return {QLatin1String(name), entitiesText(title), Parameter::Type::Text, isRequired, {}};
}

Parameter entityParameter(bool isRequired = true)
{
    return textParameter("entity", QT_TRANSLATE_NOOP("Entities", "Kind"), isRequired);
}

Parameter keyParameter(bool isRequired)
{
    return {QStringLiteral("key"),
            entitiesText(QT_TRANSLATE_NOOP("Entities", "Which one")),
            Parameter::Type::Entity,
            isRequired,
            {}};
}

QString text(const QJsonObject &arguments, const char *name)
{
    return arguments.value(QLatin1String(name)).toString();
}

QJsonObject described(const ProfileEntity &entity)
{
    QJsonArray actions;
    QStringList ids;
    for (const ProfileEntityAction &action : entity.actions) {
        ids << action.id;
        actions << QJsonObject{{QStringLiteral("id"), action.id},
                               {QStringLiteral("title"), action.title},
                               {QStringLiteral("forAll"), action.isForAll},
                               {QStringLiteral("needsReason"), action.needsReason},
                               {QStringLiteral("item"), action.item}};
    }
    return {{QStringLiteral("id"), entity.id},
            {QStringLiteral("title"), entity.title},
            {QStringLiteral("plural"), entity.plural},
            {QStringLiteral("actionIds"), ids.join(QStringLiteral(", "))},
            {QStringLiteral("actions"), actions}};
}

/// Each cell of the list by its column's id, as the profile orders them.
QJsonObject flat(const EntityRow &row)
{
    QJsonObject object = toJson(row).value(QStringLiteral("values")).toObject();
    object.insert(QStringLiteral("key"), row.key);
    return object;
}

Result<QJsonValue> listOf(const InstanceSession &session, const DataEngines &engines,
                          const QJsonObject &arguments, const OperationContext &context)
{
    return listEntities(session, engines, text(arguments, "entity"), context)
        .map([](const QList<EntityRow> &rows) {
            QJsonArray array;
            for (const EntityRow &row : rows)
                array << flat(row);
            return QJsonValue(array);
        });
}

Result<QJsonValue> findingsOf(const InstanceSession &session, const DataEngines &engines,
                              const QJsonObject &arguments, const OperationContext &context)
{
    QJsonArray array;
    const QString wanted = text(arguments, "entity");
    if (const auto known = findEntity(session, wanted); !wanted.isEmpty() && !known)
        return failure(known.error());
    for (const ProfileEntity &entity : session.profile().entities) {
        if (entity.findings.isEmpty() || (!wanted.isEmpty() && entity.id != wanted))
            continue;
        const auto views = entityViews(session, engines, entity.id, context);
        if (!views)
            return failure(views.error());
        for (const EntityFinding &finding : views->findings)
            array << toJson(finding);
    }
    return QJsonValue(array);
}

Result<QJsonValue> assertionsOf(const InstanceSession &session, const DataEngines &engines,
                                const QJsonObject &arguments, const OperationContext &context)
{
    return checkAssertions(session, engines, text(arguments, "database"), context)
        .map([](const QList<AssertionResult> &results) {
            QJsonArray array;
            for (const AssertionResult &one : results)
                array << QJsonObject{{QStringLiteral("id"), one.id},
                                     {QStringLiteral("title"), one.title},
                                     {QStringLiteral("item"), one.item},
                                     {QStringLiteral("holds"), !one.error && one.wrong == 0},
                                     {QStringLiteral("wrong"), one.wrong},
                                     {QStringLiteral("error"), one.error ? one.error->message : QString()}};
            return QJsonValue(array);
        });
}

using EntityRead = Result<QJsonValue> (*)(const InstanceSession &, const DataEngines &, const QJsonObject &,
                                          const OperationContext &);

void addQueries(Catalogue &catalogue, const DataEngines &engines)
{
    const auto addRead = [&](const char *id, const char *title, const QList<Parameter> &parameters,
                             EntityRead read) {
        catalogue.add(QueryEntry{QLatin1String(id), entitiesText(title), parameters,
                                 [engines, read](const InstanceSession &session, const QJsonObject &arguments,
                                                 const OperationContext &context) {
                                     return read(session, engines, arguments, context);
                                 }});
    };
    addRead("entities.kinds", QT_TRANSLATE_NOOP("Entities", "Kinds of things"), {},
            [](const InstanceSession &session, const DataEngines &, const QJsonObject &,
               const OperationContext &) -> Result<QJsonValue> {
                QJsonArray array;
                for (const ProfileEntity &entity : session.profile().entities)
                    array << described(entity);
                return QJsonValue(array);
            });
    addRead("entities.list", QT_TRANSLATE_NOOP("Entities", "All of a kind"), {entityParameter()}, listOf);
    addRead("entities.show", QT_TRANSLATE_NOOP("Entities", "One of a kind"),
            {entityParameter(), keyParameter(true)},
            [](const InstanceSession &session, const DataEngines &all, const QJsonObject &arguments,
               const OperationContext &context) {
                return oneEntity(session, all, text(arguments, "entity"), text(arguments, "key"), context)
                    .map([](const EntityRow &row) { return QJsonValue(flat(row)); });
            });
    addRead("entities.summary", QT_TRANSLATE_NOOP("Entities", "Summary of a kind"), {entityParameter()},
            [](const InstanceSession &session, const DataEngines &all, const QJsonObject &arguments,
               const OperationContext &context) {
                return entityViews(session, all, text(arguments, "entity"), context)
                    .map([](const EntityViews &views) { return QJsonValue(toJson(views.summaries)); });
            });
    addRead("entities.findings", QT_TRANSLATE_NOOP("Entities", "What to know of the service's data"),
            {entityParameter(false)}, findingsOf);
    addRead("assertions.check", QT_TRANSLATE_NOOP("Entities", "What must hold in the data"),
            {textParameter("database", QT_TRANSLATE_NOOP("Entities", "Database"), false)}, assertionsOf);
}

} // namespace

Result<QList<AssertionResult>> checkAssertions(const InstanceSession &session, const DataEngines &engines,
                                               const QString &database, const OperationContext &context)
{
    DataReader reader(session, engines, context);
    QList<AssertionResult> results;
    for (const ProfileAssertion &assertion : session.profile().assertions) {
        if (!database.isEmpty() && assertion.database != database)
            continue;
        const auto layout = reader.layout(assertion.database);
        if (!layout)
            return failure(layout.error());
        if (!*layout || (!assertion.layout.isEmpty() && **layout != assertion.layout))
            continue;
        AssertionResult result{assertion.id, assertion.title, assertion.item, 0, {}};
        const auto rows =
            reader.select(assertion.database, SqlQuery{assertion.select, {}, 1, AssertionDeadline});
        if (rows)
            result.wrong = rows->rows.value(0).value(0).toLongLong();
        else
            result.error = rows.error();
        results << result;
    }
    return results;
}

void addEntityActions(Catalogue &catalogue, const DataEngines &engines)
{
    Action action;
    action.id = QStringLiteral("entities.run");
    action.title = entitiesText(QT_TRANSLATE_NOOP("Entities", "Action of a kind"));
    action.icon = QStringLiteral("play");
    action.severity = Severity::Destructive;
    action.parameters = {entityParameter(),
                         textParameter("action", QT_TRANSLATE_NOOP("Entities", "Action"), true),
                         keyParameter(false),
                         textParameter("label", QT_TRANSLATE_NOOP("Entities", "Label of a new one"), false)};
    action.plan = [engines](const InstanceSession &session, const QJsonObject &arguments,
                            const OperationContext &context) {
        return planEntityRun(session, engines, arguments, context);
    };
    action.undo = [engines](const InstanceSession &session, const OperationRecord &record,
                            const OperationContext &context) {
        return planRowsUndo(session, engines, record, context);
    };
    catalogue.add(std::move(action));
    addQueries(catalogue, engines);
}

} // namespace pilothouse
