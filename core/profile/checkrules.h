// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/profilereader.h"
#include "core/profile/serviceprofile.h"

#include <QCoreApplication>
#include <QSet>

namespace pilothouse {

/// The rules that every part of a profile shares: names, paths, expressions and SELECTs. What does not keep
/// one goes to the problems.
class CheckRules
{
public:
    CheckRules(const ServiceProfile &profile, ProfileProblems &problems)
        : m_profile(profile)
        , m_problems(problems)
    {
    }

protected:
    static QString at(const QString &pointer, qsizetype index)
    {
        return JsonPositions::child(pointer, index);
    }
    static QString at(const QString &pointer, const char *key)
    {
        return JsonPositions::child(pointer, QLatin1String(key));
    }
    void complain(const QString &pointer, const QString &expected) { m_problems.add(pointer, expected); }

    void checkName(const QString &name, const QString &pointer);

    template <typename List, typename Member>
    void checkUnique(const List &list, Member member, const QString &pointer, const char *key)
    {
        QSet<QString> seen;
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (seen.contains(list[i].*member))
                complain(at(at(pointer, i), key), expectedOnce(list[i].*member));
            seen.insert(list[i].*member);
        }
    }

    void checkPath(const QString &path, const QString &pointer);
    void checkExpression(const QString &pattern, const QString &pointer, const QStringList &groups = {});
    /// Every parameter must be among `known`; in the SQL of the database, null: SQLite's.
    void checkSelect(const QString &sql, const QString &pointer, const QStringList &known,
                     const ProfileDatabase *database = nullptr);
    /// SELECTs by layout of that database.
    void checkSelects(const QMap<QString, QString> &selects, const QString &pointer, const QStringList &known,
                      const ProfileDatabase *database);
    /// Empty is good.
    void checkItem(const QString &item, const QString &pointer);
    /// An http(s) address without a password, in which {NAME} is a variable of the environment.
    void checkUrl(QString address, const QString &pointer);
    /// What every SELECT about entities and assertions may use: thresholds and variables that are no secrets.
    QStringList commonParameters() const;
    const ProfileDatabase *checkDatabase(const QString &id, const QString &pointer);
    void checkLayout(const ProfileDatabase *database, const QString &layout, const QString &pointer);

    const ServiceProfile &m_profile;
    ProfileProblems &m_problems;

private:
    static QString expectedOnce(const QString &name);
};

} // namespace pilothouse
