// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"

#include <QJsonObject>
#include <QJsonValue>

namespace pilothouse {

/// A cell as JSON without loss: null, text as text, {"integer": "9007199254740993"}, {"real": "0.1"},
/// {"blob": base64},
/// {"text": base64} for text that is not UTF-8 or could be taken for a reference to an output.
QJsonValue cellToJson(const QVariant &cell);
/// BadData for what cellToJson() does not write. A JSON number or bool, as profiles write them, is an integer
/// or real.
[[nodiscard]] Result<QVariant> cellFromJson(const QJsonValue &value);

QJsonObject rowToJson(const QVariantMap &row);
[[nodiscard]] Result<QVariantMap> rowFromJson(const QJsonObject &object);

QJsonObject toJson(const RowChange &change);
[[nodiscard]] Result<RowChange> rowChangeFromJson(const QJsonObject &object);

/// Same type and same value: 1 is not 1.0, and NULL equals NULL.
bool isSameCell(const QVariant &left, const QVariant &right);
bool isSameRow(const QVariantMap &left, const QVariantMap &right);

/// The row as the change leaves it; empty where it leaves none.
QVariantMap rowAfter(const RowChange &change);
/// The change that takes back a change whose `before` is known.
RowChange inverseOf(const RowChange &change);
/// "users, userId 4f2c": for messages.
QString nameOf(const RowChange &change);

} // namespace pilothouse
