// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace pilothouse {

/// One thing that a record says: "status" is "500".
struct LogField
{
    QString name;
    QString value;

    bool operator==(const LogField &) const = default;
};

/// The fields of one record in the order in which they were read. Names are compared ignoring case; the first
/// of a name counts.
class LogFields
{
public:
    const QList<LogField> &list() const { return m_list; }
    bool isEmpty() const { return m_list.isEmpty(); }
    bool has(QStringView name) const { return find(name) != nullptr; }
    /// Empty where there is none of that name.
    QString value(QStringView name) const;
    /// Takes no second one of a name, and none that says that there is nothing: "-", "null".
    void add(const QString &name, const QString &value);

private:
    const LogField *find(QStringView name) const;

    QList<LogField> m_list;
};

/// A JSON object in the text, with "a.b" for nested ones. Nothing where it is none.
void addJsonFields(QStringView text, LogFields &fields);
/// { key: 'value', nested: { a: 1 } }, as programs of Node.js print objects; over several lines, too.
void addObjectFields(QStringView text, LogFields &fields);
/// key=value and key="a value".
void addPairFields(QStringView text, LogFields &fields);

} // namespace pilothouse
