// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profilereader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace pilothouse {
namespace {
constexpr int ProblemLimit = 50;

struct ProfileReaderText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileReader)
};
} // namespace

void ProfileProblems::add(const QString &pointer, const QString &expected)
{
    append({m_positions.of(pointer), expected});
}

void ProfileProblems::addKey(const QString &objectPointer, const QString &key, const QString &expected)
{
    append({m_positions.ofKey(objectPointer, key), expected});
}

void ProfileProblems::append(Problem problem)
{
    if (m_list.size() < ProblemLimit)
        m_list.append(std::move(problem));
}

Error ProfileProblems::toError(const QString &file) const
{
    QList<Problem> sorted = m_list;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
    });
    QStringList lines;
    for (const Problem &problem : std::as_const(sorted))
        lines << ProfileReaderText::tr("Line %1, column %2: %3.")
                     .arg(problem.at.line)
                     .arg(problem.at.column)
                     .arg(problem.expected);
    Error error;
    error.kind = ErrorKind::BadInput;
    error.subject = file;
    error.message = lines.value(0);
    error.advice = ProfileReaderText::tr("Correct the profile and check it again with \"profile validate\".");
    error.detail = lines.size() > 1 ? lines.join(u'\n') : QString();
    return error;
}

ObjectReader::ObjectReader(const QJsonValue &value, QString pointer, ProfileProblems &problems,
                           std::initializer_list<const char *> keys)
    : m_object(value.toObject())
    , m_pointer(std::move(pointer))
    , m_problems(&problems)
{
    if (!value.isObject())
        m_problems->add(m_pointer, ProfileReaderText::tr("an object was expected"));
    QStringList known;
    for (const char *key : keys)
        known << QLatin1String(key);
    for (const QString &key : m_object.keys()) {
        if (!known.contains(key))
            m_problems->addKey(m_pointer, key,
                               ProfileReaderText::tr("\"%1\" is not known here; expected are %2")
                                   .arg(key, known.join(QLatin1String(", "))));
    }
}

QJsonValue ObjectReader::value(const char *key) const
{
    return m_object.value(QLatin1String(key));
}

QString ObjectReader::pointerOf(const char *key) const
{
    return JsonPositions::child(m_pointer, QLatin1String(key));
}

bool ObjectReader::has(const char *key) const
{
    return m_object.contains(QLatin1String(key));
}

void ObjectReader::complain(const char *key, const QString &expected) const
{
    m_problems->add(pointerOf(key), expected);
}

QString ObjectReader::text(const char *key) const
{
    const QString found = value(key).toString();
    if (found.isEmpty())
        complain(key,
                 has(key)
                     ? ProfileReaderText::tr("\"%1\" was expected to be a text that is not empty")
                           .arg(QLatin1String(key))
                     : ProfileReaderText::tr("\"%1\" was expected and is missing").arg(QLatin1String(key)));
    return found;
}

QString ObjectReader::text(const char *key, const QString &standard) const
{
    if (has(key) && !value(key).isString())
        complain(key, ProfileReaderText::tr("\"%1\" was expected to be a text").arg(QLatin1String(key)));
    return value(key).toString(standard);
}

QString ObjectReader::joined(const QJsonValue &value, const QString &pointer) const
{
    if (value.isString())
        return value.toString();
    QStringList lines;
    for (const QJsonValue &line : value.toArray()) {
        if (!line.isString())
            m_problems->add(pointer, ProfileReaderText::tr("a list of lines was expected"));
        lines << line.toString();
    }
    if (!value.isArray())
        m_problems->add(pointer, ProfileReaderText::tr("a text or a list of its lines was expected"));
    return lines.join(u'\n');
}

QString ObjectReader::choice(const char *key, const QString &standard, const QStringList &choices) const
{
    const QString found = standard.isEmpty() ? text(key) : text(key, standard);
    if (!found.isEmpty() && !choices.contains(found))
        complain(key, ProfileReaderText::tr("one of %1 was expected").arg(choices.join(QLatin1String(", "))));
    return found;
}

QStringList ObjectReader::textOrTexts(const char *key) const
{
    return value(key).isArray() ? texts(key) : QStringList{text(key, QString())};
}

QMap<QString, QString> ObjectReader::selects(const char *key) const
{
    if (!has(key) || value(key).isObject())
        return textMap(key);
    return {{QString(), lines(key)}};
}

QString ObjectReader::lines(const char *key) const
{
    if (!has(key)) {
        complain(key, ProfileReaderText::tr("\"%1\" was expected and is missing").arg(QLatin1String(key)));
        return {};
    }
    return joined(value(key), pointerOf(key));
}

bool ObjectReader::flag(const char *key, bool standard) const
{
    if (has(key) && !value(key).isBool())
        complain(key,
                 ProfileReaderText::tr("\"%1\" was expected to be true or false").arg(QLatin1String(key)));
    return value(key).toBool(standard);
}

qint64 ObjectReader::number(const char *key, qint64 standard, qint64 least, qint64 most) const
{
    if (!has(key))
        return standard;
    const double found = value(key).toDouble(std::numeric_limits<double>::quiet_NaN());
    if (found >= static_cast<double>(least) && found <= static_cast<double>(most)
        && std::floor(found) == found)
        return static_cast<qint64>(found);
    complain(key, ProfileReaderText::tr("\"%1\" was expected to be a whole number from %2 to %3")
                      .arg(QLatin1String(key), QString::number(least), QString::number(most)));
    return standard;
}

double ObjectReader::real(const char *key) const
{
    if (!value(key).isDouble())
        complain(key, ProfileReaderText::tr("\"%1\" was expected to be a number").arg(QLatin1String(key)));
    return value(key).toDouble();
}

QStringList ObjectReader::texts(const char *key) const
{
    QStringList list;
    if (has(key) && !value(key).isArray())
        complain(key,
                 ProfileReaderText::tr("\"%1\" was expected to be a list of texts").arg(QLatin1String(key)));
    for (const QJsonValue &item : value(key).toArray()) {
        if (!item.isString())
            m_problems->add(JsonPositions::child(pointerOf(key), list.size()),
                            ProfileReaderText::tr("a text was expected"));
        list << item.toString();
    }
    return list;
}

QList<int> ObjectReader::numbers(const char *key, int least, int most) const
{
    QList<int> list;
    if (has(key) && !value(key).isArray())
        complain(
            key,
            ProfileReaderText::tr("\"%1\" was expected to be a list of numbers").arg(QLatin1String(key)));
    for (const QJsonValue &item : value(key).toArray()) {
        const int number = item.toInt(least - 1); // no whole number: that too
        if (number < least || number > most)
            m_problems->add(
                JsonPositions::child(pointerOf(key), list.size()),
                ProfileReaderText::tr("a whole number from %1 to %2 was expected").arg(least).arg(most));
        list << number;
    }
    return list;
}

QMap<QString, QString> ObjectReader::textMap(const char *key) const
{
    QMap<QString, QString> map;
    if (has(key) && !value(key).isObject())
        complain(
            key,
            ProfileReaderText::tr("\"%1\" was expected to be an object of texts").arg(QLatin1String(key)));
    const QJsonObject object = value(key).toObject();
    for (auto item = object.begin(); item != object.end(); ++item)
        map.insert(item.key(), joined(item.value(), JsonPositions::child(pointerOf(key), item.key())));
    return map;
}

QJsonObject ObjectReader::json(const char *key) const
{
    if (has(key) && !value(key).isObject())
        complain(key, ProfileReaderText::tr("\"%1\" was expected to be an object").arg(QLatin1String(key)));
    return value(key).toObject();
}

QJsonObject ObjectReader::scalars(const char *key) const
{
    if (has(key) && !value(key).isObject())
        complain(key, ProfileReaderText::tr("\"%1\" was expected to be an object").arg(QLatin1String(key)));
    const QJsonObject object = value(key).toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        if (item.value().isObject() || item.value().isArray())
            m_problems->add(JsonPositions::child(pointerOf(key), item.key()),
                            ProfileReaderText::tr("a text, a number, true, false or null was expected"));
    }
    return object;
}

ObjectReader ObjectReader::object(const char *key, std::initializer_list<const char *> keys) const
{
    return ObjectReader(has(key) ? value(key) : QJsonValue(QJsonObject()), pointerOf(key), *m_problems, keys);
}

QList<ObjectReader> ObjectReader::objects(const char *key, std::initializer_list<const char *> keys) const
{
    QList<ObjectReader> list;
    if (has(key) && !value(key).isArray())
        complain(
            key,
            ProfileReaderText::tr("\"%1\" was expected to be a list of objects").arg(QLatin1String(key)));
    for (const QJsonValue &item : value(key).toArray())
        list << ObjectReader(item, JsonPositions::child(pointerOf(key), list.size()), *m_problems, keys);
    return list;
}

} // namespace pilothouse
