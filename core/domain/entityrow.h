// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariant>

namespace pilothouse {

/// One row of an entity of a profile (a user, say), read through its `list` and decoded.
struct EntityRow
{
    QString key;    ///< what identifies it: the userId
    QString label;  ///< what people call it: the user name; foreign text
    QString detail; ///< second line: the e-mail; foreign text
    bool isEnabled = true;
    QVariantMap values; ///< decoded columns by id: times are QDateTime in UTC, flags are bool

    bool operator==(const EntityRow &) const = default;
};

/// How much of one kind of thing an entity owns: "messages in agentx.db", 41 rows.
struct OwnedCount
{
    QString database; ///< id, or empty for files
    QString table;
    QString title;   ///< the profile's word for it: "messages"
    qint64 rows = 0; ///< rows, or files
    qint64 bytes = 0;
    QStringList samples; ///< the first keys or paths, at most 5

    bool operator==(const OwnedCount &) const = default;
};

QJsonObject toJson(const EntityRow &row);
QJsonObject toJson(const OwnedCount &count);

} // namespace pilothouse
