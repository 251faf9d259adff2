// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace pilothouse {

/// Reads an object strictly: every member that is asked for must be there with its type, and no other. The
/// first thing that is wrong is kept; what is read after it is empty.
class JsonReader
{
public:
    /// `what` names the object in errors: "plan", "step 2".
    JsonReader(QJsonObject object, QString what);

    QString text(const QString &key);
    qint64 integer(const QString &key);
    QJsonObject object(const QString &key);
    QJsonArray array(const QString &key);
    QStringList texts(const QString &key);
    /// One of the names; its place in the list.
    int choice(const QString &key, const QStringList &names);
    /// For what the caller finds wrong with a value.
    void fail(const QString &key, const QString &expected);
    /// Takes over the error of something that was read inside.
    void fail(const Error &error);

    /// BadData where something was wrong, or where a member was not asked for.
    [[nodiscard]] Result<> finish();

private:
    QJsonValue take(const QString &key, QJsonValue::Type type, const QString &expected);

    QJsonObject m_object;
    QString m_what;
    QSet<QString> m_taken;
    std::optional<Error> m_error;
};

} // namespace pilothouse
