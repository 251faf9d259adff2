// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/users.h"

#include "core/actions/users/usersplans.h"
#include "core/actions/users/usersreads.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QString usersText(const char *text)
{
    return QCoreApplication::translate("Users", text);
}

Parameter entityParameter()
{
    return {QStringLiteral("entity"),
            usersText(QT_TRANSLATE_NOOP("Users", "Kind")),
            Parameter::Type::Text,
            false,
            {}};
}

Parameter userParameter()
{
    return {QStringLiteral("user"),
            usersText(QT_TRANSLATE_NOOP("Users", "User")),
            Parameter::Type::Entity,
            true,
            {}};
}

QString userEntityOf(const QJsonObject &arguments)
{
    return arguments.value(QStringLiteral("entity")).toString(QStringLiteral("user"));
}

Action switchAction(const SqliteEngine &engine, const QString &id, const QString &title, const QString &icon,
                    const QString &item)
{
    Action action;
    action.id = QStringLiteral("users.") + id;
    action.title = title;
    action.icon = icon;
    action.severity = Severity::Reversible;
    action.parameters = {userParameter(), entityParameter()};
    action.runbookItems = {item};
    action.plan = [&engine, id](const InstanceSession &session, const QJsonObject &arguments,
                                const OperationContext &context) {
        return planEntityAction(session, engine, id, arguments, context);
    };
    action.undo = [&engine](const InstanceSession &session, const OperationRecord &record,
                            const OperationContext &context) {
        return planRowsUndo(session, engine, record, context);
    };
    return action;
}

Action deleteAction(const SqliteEngine &engine)
{
    Action action =
        switchAction(engine, QStringLiteral("delete"), usersText(QT_TRANSLATE_NOOP("Users", "Delete user")),
                     QStringLiteral("trash"), QStringLiteral("P30"));
    action.severity = Severity::Destructive;
    action.parameters << Parameter{QStringLiteral("keepData"),
                                   usersText(QT_TRANSLATE_NOOP("Users", "Keep the user's data")),
                                   Parameter::Type::Flag,
                                   false,
                                   {}};
    action.plan = [&engine](const InstanceSession &session, const QJsonObject &arguments,
                            const OperationContext &context) {
        return planEntityDelete(session, engine, arguments, context);
    };
    return action;
}

template <typename T>
Result<QJsonValue> toArray(const Result<QList<T>> &list)
{
    if (!list)
        return failure(list.error());
    QJsonArray array;
    for (const T &one : *list)
        array << toJson(one);
    return QJsonValue(array);
}

void addQueries(Catalogue &catalogue, const SqliteEngine &engine)
{
    catalogue.add(QueryEntry{QStringLiteral("users.list"),
                             usersText(QT_TRANSLATE_NOOP("Users", "Users")),
                             {entityParameter()},
                             [&engine](const InstanceSession &session, const QJsonObject &arguments,
                                       const OperationContext &context) {
                                 return toArray(
                                     listEntities(session, engine, userEntityOf(arguments), context));
                             }});
    catalogue.add(QueryEntry{QStringLiteral("users.show"),
                             usersText(QT_TRANSLATE_NOOP("Users", "One user")),
                             {userParameter(), entityParameter()},
                             [&engine](const InstanceSession &session, const QJsonObject &arguments,
                                       const OperationContext &context) {
                                 return oneEntity(session, engine, userEntityOf(arguments),
                                                  arguments.value(QStringLiteral("user")).toString(), context)
                                     .map([](const EntityRow &row) { return QJsonValue(toJson(row)); });
                             }});
    catalogue.add(QueryEntry{QStringLiteral("users.owned"),
                             usersText(QT_TRANSLATE_NOOP("Users", "What a user owns")),
                             {userParameter(), entityParameter()},
                             [&engine](const InstanceSession &session, const QJsonObject &arguments,
                                       const OperationContext &context) {
                                 return toArray(ownedBy(session, engine, userEntityOf(arguments),
                                                        arguments.value(QStringLiteral("user")).toString(),
                                                        context));
                             }});
}

} // namespace

void addUserActions(Catalogue &catalogue, const SqliteEngine &engine)
{
    catalogue.add(switchAction(engine, QStringLiteral("disable"),
                               usersText(QT_TRANSLATE_NOOP("Users", "Disable user")),
                               QStringLiteral("user-off"), QStringLiteral("P29")));
    catalogue.add(switchAction(engine, QStringLiteral("enable"),
                               usersText(QT_TRANSLATE_NOOP("Users", "Enable user")),
                               QStringLiteral("user-check"), QStringLiteral("P29")));
    catalogue.add(deleteAction(engine));
    addQueries(catalogue, engine);
}

} // namespace pilothouse
