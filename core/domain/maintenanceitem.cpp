// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/maintenanceitem.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>
#include <utility>

namespace pilothouse {

namespace {

constexpr std::array Groups{std::pair{MaintenanceGroup::Databases, "databases"},
                            std::pair{MaintenanceGroup::Access, "access"},
                            std::pair{MaintenanceGroup::Running, "running"}};
constexpr std::array States{
    std::pair{MaintenanceState::Bad, "bad"},           std::pair{MaintenanceState::Warning, "warning"},
    std::pair{MaintenanceState::Due, "due"},           std::pair{MaintenanceState::Working, "working"},
    std::pair{MaintenanceState::NotKnown, "notKnown"}, std::pair{MaintenanceState::NotRun, "notRun"},
    std::pair{MaintenanceState::Good, "good"}};

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    for (const auto &[one, name] : names) {
        if (one == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <typename Value, typename Names>
std::optional<Value> valueIn(const Names &names, const QString &wanted)
{
    for (const auto &[one, name] : names) {
        if (wanted == QLatin1String(name))
            return one;
    }
    return {};
}

QString isoOf(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonObject toJson(const MaintenanceUse &use)
{
    return {{QStringLiteral("share"), use.share},
            {QStringLiteral("peak"), use.peak},
            {QStringLiteral("text"), use.text},
            {QStringLiteral("isInRow"), use.isInRow}};
}

QJsonArray toJson(const QList<MaintenanceFact> &facts)
{
    QJsonArray array;
    for (const MaintenanceFact &fact : facts)
        array << QJsonObject{{QStringLiteral("title"), fact.title}, {QStringLiteral("text"), fact.text}};
    return array;
}

QJsonArray toJson(const QList<MaintenanceSpace> &space)
{
    QJsonArray array;
    for (const MaintenanceSpace &one : space)
        array << QJsonObject{{QStringLiteral("place"), one.place},
                             {QStringLiteral("why"), one.why},
                             {QStringLiteral("needed"), one.needed},
                             {QStringLiteral("free"), one.free}};
    return array;
}

void readMore(const QJsonObject &object, MaintenanceItem &item)
{
    const auto text = [](const QJsonValue &value, const char *key) {
        return value.toObject().value(QLatin1String(key)).toString();
    };
    for (const QJsonValue &fact : object.value(QStringLiteral("facts")).toArray())
        item.facts << MaintenanceFact{text(fact, "title"), text(fact, "text")};
    for (const QJsonValue &one : object.value(QStringLiteral("space")).toArray())
        item.space << MaintenanceSpace{text(one, "place"), text(one, "why"),
                                       one.toObject().value(QStringLiteral("needed")).toInteger(),
                                       one.toObject().value(QStringLiteral("free")).toInteger()};
    for (const QJsonValue &effect : object.value(QStringLiteral("effects")).toArray())
        item.effects << effect.toString();
    const QJsonObject use = object.value(QStringLiteral("use")).toObject();
    item.use = {use.value(QStringLiteral("share")).toDouble(-1),
                use.value(QStringLiteral("peak")).toDouble(-1), use.value(QStringLiteral("text")).toString(),
                use.value(QStringLiteral("isInRow")).toBool(true)};
}

} // namespace

QString maintenanceGroupName(MaintenanceGroup group)
{
    return nameIn(Groups, group);
}

QString maintenanceStateName(MaintenanceState state)
{
    return nameIn(States, state);
}

QJsonObject toJson(const MaintenanceItem &item)
{
    return {{QStringLiteral("id"), item.id},
            {QStringLiteral("group"), maintenanceGroupName(item.group)},
            {QStringLiteral("state"), maintenanceStateName(item.state)},
            {QStringLiteral("sentence"), item.sentence},
            {QStringLiteral("evidence"), item.evidence},
            {QStringLiteral("at"), isoOf(item.at)},
            {QStringLiteral("until"), isoOf(item.until)},
            {QStringLiteral("action"), item.action},
            {QStringLiteral("arguments"), item.arguments},
            {QStringLiteral("page"), item.page},
            {QStringLiteral("buttonText"), item.buttonText},
            {QStringLiteral("use"), toJson(item.use)},
            {QStringLiteral("heading"), item.heading},
            {QStringLiteral("facts"), toJson(item.facts)},
            {QStringLiteral("space"), toJson(item.space)},
            {QStringLiteral("effects"), QJsonArray::fromStringList(item.effects)}};
}

Result<MaintenanceItem> maintenanceItemFromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto group = valueIn<MaintenanceGroup>(Groups, text("group"));
    const auto state = valueIn<MaintenanceState>(States, text("state"));
    if (text("id").isEmpty() || !group || !state)
        return failure(
            ErrorKind::BadData,
            QCoreApplication::translate("MaintenanceItem", "That is no row of the maintenance list."),
            text("id"));
    MaintenanceItem item;
    item.id = text("id");
    item.group = *group;
    item.state = *state;
    item.sentence = text("sentence");
    item.evidence = text("evidence");
    item.at = QDateTime::fromString(text("at"), Qt::ISODateWithMs);
    item.until = QDateTime::fromString(text("until"), Qt::ISODateWithMs);
    item.action = text("action");
    item.arguments = object.value(QStringLiteral("arguments")).toObject();
    item.page = text("page");
    item.buttonText = text("buttonText");
    item.heading = text("heading");
    readMore(object, item);
    return item;
}

} // namespace pilothouse
