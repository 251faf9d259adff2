// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/entityrow.h"

#include "core/base/units.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QJsonValue valueToJson(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return toIso(value.toDateTime());
    if (value.typeId() == QMetaType::QByteArray)
        return QString::fromLatin1(value.toByteArray().toBase64());
    return QJsonValue::fromVariant(value);
}

} // namespace

QJsonObject toJson(const EntityRow &row)
{
    QJsonObject values;
    for (auto value = row.values.cbegin(); value != row.values.cend(); ++value)
        values.insert(value.key(), valueToJson(value.value()));
    return {{QStringLiteral("key"), row.key},
            {QStringLiteral("label"), row.label},
            {QStringLiteral("detail"), row.detail},
            {QStringLiteral("isEnabled"), row.isEnabled},
            {QStringLiteral("values"), values}};
}

QJsonObject toJson(const OwnedCount &count)
{
    return {{QStringLiteral("database"), count.database},
            {QStringLiteral("table"), count.table},
            {QStringLiteral("title"), count.title},
            {QStringLiteral("rows"), count.rows},
            {QStringLiteral("bytes"), count.bytes},
            {QStringLiteral("samples"), QJsonArray::fromStringList(count.samples)}};
}

} // namespace pilothouse
