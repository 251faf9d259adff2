// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/loghighlighters.h"

#include "core/settings/settingsstore.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace pilothouse {

namespace {

QString highlightersOf(const ServiceProfile &profile)
{
    return QStringLiteral("log-highlighters/") + profile.id;
}

LogHighlighter ruleFromJson(const QJsonObject &object)
{
    LogHighlighter rule;
    rule.name = object.value(QLatin1String("name")).toString();
    rule.query = {object.value(QLatin1String("text")).toString(),
                  object.value(QLatin1String("pattern")).toBool(),
                  object.value(QLatin1String("case")).toBool()};
    rule.color = std::clamp(object.value(QLatin1String("color")).toInt(), 0, LogHighlighter::Colors - 1);
    rule.isOn = object.value(QLatin1String("on")).toBool(true);
    return rule;
}

QJsonObject ruleToJson(const LogHighlighter &rule)
{
    return {{QStringLiteral("name"), rule.name},
            {QStringLiteral("text"), rule.query.text},
            {QStringLiteral("pattern"), rule.query.isPattern},
            {QStringLiteral("case"), rule.query.isCaseSensitive},
            {QStringLiteral("color"), rule.color},
            {QStringLiteral("on"), rule.isOn}};
}

} // namespace

Result<QList<LogHighlighter>> LogHighlighters::list(const ServiceProfile &profile) const
{
    return m_settings.setting(highlightersOf(profile)).map([](const QJsonValue &value) {
        QList<LogHighlighter> rules;
        for (const QJsonValue &one : value.toArray())
            rules.append(ruleFromJson(one.toObject()));
        return rules;
    });
}

Result<> LogHighlighters::set(const ServiceProfile &profile, const QList<LogHighlighter> &rules) const
{
    if (rules.size() > Most)
        return failure(ErrorKind::BadInput,
                       tr("There can be at most %1 highlighters.").arg(QString::number(Most)));
    QJsonArray array;
    for (const LogHighlighter &rule : rules) {
        const auto search = LogSearch::compile(rule.query);
        const QString name = rule.name.isEmpty() ? rule.query.text : rule.name;
        if (rule.query.text.isEmpty())
            return failure(ErrorKind::BadInput, tr("The highlighter %1 has no text.").arg(name));
        if (!search)
            return failure(withSubject(search.error(), name));
        array.append(ruleToJson(rule));
    }
    return m_settings.setSetting(highlightersOf(profile),
                                 array.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(array));
}

} // namespace pilothouse
