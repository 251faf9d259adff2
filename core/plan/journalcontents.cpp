// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/journalcontents.h"

#include "core/base/redaction.h"
#include "core/plan/journal.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QJsonObject changeWithoutContents(QJsonObject change)
{
    for (const char *key : {"values", "before"}) {
        const QJsonValue row = change.value(QLatin1String(key));
        if (row.isObject())
            change.insert(QLatin1String(key), QJsonArray::fromStringList(row.toObject().keys()));
    }
    return change;
}

QJsonValue withoutContentsAt(const QString &key, const QJsonValue &value)
{
    if (value.isObject())
        return withoutContents(value.toObject());
    if (!value.isArray())
        return value;
    const bool isChanges = key == QLatin1String("changes");
    QJsonArray array;
    for (const QJsonValue &item : value.toArray())
        array.append(isChanges && item.isObject() ? QJsonValue(changeWithoutContents(item.toObject()))
                                                  : withoutContentsAt(key, item));
    return array;
}

} // namespace

QJsonObject withoutContents(const QJsonObject &object)
{
    QJsonObject bare;
    for (auto it = object.begin(); it != object.end(); ++it)
        bare.insert(it.key(), withoutContentsAt(it.key(), it.value()));
    return bare;
}

QJsonObject shownJson(const Plan &plan)
{
    return redacted(withoutContents(toJson(plan)));
}

QJsonObject shownJson(const OperationRecord &record)
{
    QJsonObject object = toJson(record);
    QJsonArray steps;
    for (const QJsonValue &value : object.value(QLatin1String("steps")).toArray()) {
        QJsonObject step = value.toObject();
        step.remove(QStringLiteral("before"));
        steps.append(step);
    }
    object.insert(QStringLiteral("steps"), steps);
    return redacted(withoutContents(object));
}

} // namespace pilothouse
