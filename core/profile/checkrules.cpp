// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/checkrules.h"

#include "core/profile/sqlshape.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace pilothouse {

namespace {
struct CheckRulesText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileChecks)
};
} // namespace

void CheckRules::checkName(const QString &name, const QString &pointer)
{
    static const QRegularExpression Allowed(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,63}\\z"));
    if (!name.isEmpty() && !Allowed.match(name).hasMatch())
        complain(pointer,
                 CheckRulesText::tr("an id of small letters, digits, \".\", \"_\" and \"-\" was expected"));
}

void CheckRules::checkPath(const QString &path, const QString &pointer)
{
    QStringList parts = path.split(u'/');
    if (parts.size() > 1 && parts.last().isEmpty())
        parts.removeLast();
    const bool isWhole = path == QLatin1String(".");
    bool isGood = isWhole || (!parts.contains(QString()) && !parts.contains(QLatin1String(".")));
    isGood = isGood && !parts.contains(QLatin1String("..")) && !path.contains(QChar::Null)
             && !path.contains(u'\\');
    if (!path.isEmpty() && !isGood)
        complain(pointer, CheckRulesText::tr("a relative path without \"..\" was expected"));
}

void CheckRules::checkExpression(const QString &pattern, const QString &pointer, const QStringList &groups)
{
    const QRegularExpression expression(pattern);
    if (!expression.isValid()) {
        complain(pointer,
                 CheckRulesText::tr("a regular expression was expected: %1 at character %2")
                     .arg(expression.errorString(), QString::number(expression.patternErrorOffset())));
        return;
    }
    if (groups.isEmpty())
        return;
    for (const QString &group : expression.namedCaptureGroups()) {
        if (!group.isEmpty() && !groups.contains(group))
            complain(pointer, CheckRulesText::tr("the group \"%1\" is not known; expected are %2")
                                  .arg(group, groups.join(QLatin1String(", "))));
    }
    if (!expression.namedCaptureGroups().contains(QLatin1String("message")))
        complain(pointer, CheckRulesText::tr("a group \"message\" was expected"));
}

void CheckRules::checkSelect(const QString &sql, const QString &pointer, const QStringList &known,
                             const ProfileDatabase *database)
{
    const bool isPostgres = database && database->isOnServer();
    const auto shape = selectShape(sql, isPostgres ? SqlDialect::Postgres : SqlDialect::Sqlite);
    if (!shape) {
        complain(pointer, shape.error().message);
        return;
    }
    for (const QString &parameter : shape->parameters) {
        if (!known.contains(parameter))
            complain(pointer, CheckRulesText::tr("the parameter :%1 is not known; expected are %2")
                                  .arg(parameter, known.isEmpty() ? CheckRulesText::tr("none")
                                                                  : known.join(QLatin1String(", "))));
    }
}

void CheckRules::checkSelects(const QMap<QString, QString> &selects, const QString &pointer,
                              const QStringList &known, const ProfileDatabase *database)
{
    for (auto select = selects.begin(); select != selects.end(); ++select) {
        const QString place = select.key().isEmpty() ? pointer : JsonPositions::child(pointer, select.key());
        checkLayout(database, select.key(), place);
        checkSelect(select.value(), place, known, database);
    }
}

void CheckRules::checkItem(const QString &item, const QString &pointer)
{
    if (!item.isEmpty() && !m_profile.runbookItem(item))
        complain(pointer, CheckRulesText::tr("the runbook has no item \"%1\"").arg(item));
}

QStringList CheckRules::commonParameters() const
{
    QStringList names;
    for (const ProfileThreshold &threshold : m_profile.thresholds)
        names << threshold.id;
    for (const ProfileVariable &variable : m_profile.environment) {
        if (!variable.isSecret)
            names << variable.name;
    }
    return names;
}

const ProfileDatabase *CheckRules::checkDatabase(const QString &id, const QString &pointer)
{
    const ProfileDatabase *database = m_profile.database(id);
    if (!database && !id.isEmpty())
        complain(pointer, CheckRulesText::tr("there is no database \"%1\"").arg(id));
    return database;
}

void CheckRules::checkLayout(const ProfileDatabase *database, const QString &layout, const QString &pointer)
{
    if (!database || layout.isEmpty())
        return;
    for (const ProfileLayout &known : database->layouts) {
        if (known.id == layout)
            return;
    }
    complain(pointer,
             CheckRulesText::tr("the database \"%1\" has no layout \"%2\"").arg(database->id, layout));
}

void CheckRules::checkUrl(QString address, const QString &pointer)
{
    static const QRegularExpression Variable(QStringLiteral("\\{([^{}]*)\\}"));
    for (auto matches = Variable.globalMatch(address); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        const auto isIt = [&name](const ProfileVariable &known) { return known.name == name; };
        if (std::none_of(m_profile.environment.begin(), m_profile.environment.end(), isIt))
            complain(pointer, CheckRulesText::tr("there is no environment variable \"%1\"").arg(name));
    }
    const QUrl url(address.replace(Variable, QStringLiteral("1")));
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!isHttp || url.host().isEmpty() || !url.userInfo().isEmpty())
        complain(pointer, CheckRulesText::tr("an http or https address without a password was expected"));
}

QString CheckRules::expectedOnce(const QString &name)
{
    return CheckRulesText::tr("\"%1\" was expected once").arg(name);
}

} // namespace pilothouse
