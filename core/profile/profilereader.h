// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/jsonpositions.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <initializer_list>
#include <limits>

namespace pilothouse {

/// Collects what is wrong with one profile, each with its place.
class ProfileProblems
{
public:
    explicit ProfileProblems(JsonPositions positions)
        : m_positions(std::move(positions))
    {
    }

    void add(const QString &pointer, const QString &expected);
    void addKey(const QString &objectPointer, const QString &key, const QString &expected);
    bool isEmpty() const { return m_list.isEmpty(); }
    /// BadInput: the first problem of the file as the message, all of them as the detail.
    Error toError(const QString &file) const;

private:
    struct Problem
    {
        TextPosition at;
        QString expected;
    };
    void append(Problem problem);

    JsonPositions m_positions;
    QList<Problem> m_list;
};

/// Reads one JSON object strictly: a missing key, a wrong type and a key that nobody knows are problems.
class ObjectReader
{
public:
    /// `keys` are all that the object may have.
    ObjectReader(const QJsonValue &value, QString pointer, ProfileProblems &problems,
                 std::initializer_list<const char *> keys);

    const QString &pointer() const { return m_pointer; }
    QString pointerOf(const char *key) const;
    bool has(const char *key) const;
    void complain(const char *key, const QString &expected) const;

    QString text(const char *key) const;                          ///< must be there and not empty
    QString text(const char *key, const QString &standard) const; ///< may be missing
    /// One of the choices; must be there where `standard` is empty.
    QString choice(const char *key, const QString &standard, const QStringList &choices) const;
    /// A list of texts, or one text that stands for a list of itself; may be missing.
    QStringList textOrTexts(const char *key) const;
    /// SELECTs by layout: an object as textMap() reads it, or one that is for any layout; may be missing.
    QMap<QString, QString> selects(const char *key) const;
    QString lines(const char *key) const; ///< a text, or a list of its lines
    bool flag(const char *key, bool standard) const;
    qint64 number(const char *key, qint64 standard, qint64 least = 0,
                  qint64 most = std::numeric_limits<int>::max()) const;
    double real(const char *key) const;
    QStringList texts(const char *key) const;                       ///< may be missing
    QList<int> numbers(const char *key, int least, int most) const; ///< may be missing
    QMap<QString, QString> textMap(const char *key) const;          ///< may be missing; values as lines()
    QJsonObject scalars(const char *key) const;                     ///< may be missing; no nested values
    QJsonObject json(const char *key) const;                        ///< may be missing; any object
    /// The member as a reader of its own; an empty object where it is missing.
    ObjectReader object(const char *key, std::initializer_list<const char *> keys) const;
    /// One reader for each element of a list of objects; none where it is missing.
    QList<ObjectReader> objects(const char *key, std::initializer_list<const char *> keys) const;

private:
    QJsonValue value(const char *key) const;
    QString joined(const QJsonValue &value, const QString &pointer) const;

    QJsonObject m_object;
    QString m_pointer;
    ProfileProblems *m_problems;
};

} // namespace pilothouse
