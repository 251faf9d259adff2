// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/jsonreader.h"

#include <QCoreApplication>

#include <cmath>

namespace pilothouse {

JsonReader::JsonReader(QJsonObject object, QString what)
    : m_object(std::move(object))
    , m_what(std::move(what))
{
}

QString JsonReader::text(const QString &key)
{
    return take(key, QJsonValue::String, QStringLiteral("text")).toString();
}

qint64 JsonReader::integer(const QString &key)
{
    const QJsonValue value = take(key, QJsonValue::Double, QStringLiteral("number"));
    if (value.isDouble() && std::trunc(value.toDouble()) != value.toDouble())
        fail(key, QStringLiteral("whole number"));
    return value.toInteger();
}

QJsonObject JsonReader::object(const QString &key)
{
    return take(key, QJsonValue::Object, QStringLiteral("object")).toObject();
}

QJsonArray JsonReader::array(const QString &key)
{
    return take(key, QJsonValue::Array, QStringLiteral("list")).toArray();
}

QStringList JsonReader::texts(const QString &key)
{
    QStringList list;
    for (const QJsonValue &value : array(key)) {
        if (!value.isString())
            fail(key, QStringLiteral("list of texts"));
        list << value.toString();
    }
    return list;
}

int JsonReader::choice(const QString &key, const QStringList &names)
{
    const QString name = text(key);
    const auto index = names.indexOf(name);
    if (index < 0)
        fail(key, names.join(QStringLiteral(" | ")));
    return static_cast<int>(std::max<qsizetype>(index, 0));
}

void JsonReader::fail(const QString &key, const QString &expected)
{
    if (m_error)
        return;
    m_error = Error{};
    m_error->kind = ErrorKind::BadData;
    m_error->subject = m_what;
    m_error->message = QCoreApplication::translate("JsonReader", "\"%1\" is missing or wrong; expected: %2.")
                           .arg(key, expected);
}

void JsonReader::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

Result<> JsonReader::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_taken.contains(it.key()))
            fail(it.key(), QStringLiteral("no such member"));
    }
    if (m_error)
        return failure(*m_error);
    return {};
}

QJsonValue JsonReader::take(const QString &key, QJsonValue::Type type, const QString &expected)
{
    m_taken.insert(key);
    const QJsonValue value = m_object.value(key);
    if (value.type() == type)
        return value;
    fail(key, expected);
    return {};
}

} // namespace pilothouse
