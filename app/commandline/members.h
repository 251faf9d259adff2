// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QStringList>

namespace pilothouse {

/// What a member of an answer is called for people; its key where it is none of ours. `parent`: the key of
/// the object or list that it stands in.
QString memberLabel(const QString &parent, const QString &key);
/// A word of ours, such as an outcome, for people; another one as it is.
QString wordText(const QString &name);
/// A column's heading: its label, or its key in words.
QString columnHeading(const QString &column);
/// A plain value or a list of such with its unit: "512 MB", "no limit", "3 min". One line, unless it has
/// more.
QString memberText(const QString &parent, const QString &key, const QJsonValue &value);
/// A moment in ISO 8601 as all commands print it; other text as it is.
QString shownMoment(const QString &iso);
/// Ours first, in the order in which they are read best.
QStringList orderedMembers(const QString &parent, QStringList keys);

} // namespace pilothouse
