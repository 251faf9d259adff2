// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/entitychecks.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {
struct EntityChecksText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileChecks)
};
} // namespace

void EntityChecks::checkEntity(const ProfileEntity &entity, const QString &pointer)
{
    const ProfileDatabase *database = checkDatabase(entity.database, at(pointer, "database"));
    QStringList columns;
    for (const ProfileColumn &column : entity.columns)
        columns << column.id;
    checkUnique(entity.columns, &ProfileColumn::id, at(pointer, "columns"), "id");
    const std::pair<const char *, QString> named[] = {
        {"key", entity.key}, {"label", entity.label}, {"detail", entity.detail}, {"enabled", entity.enabled}};
    for (const auto &[key, column] : named) {
        if (!column.isEmpty() && !columns.contains(column))
            complain(at(pointer, key), EntityChecksText::tr("there is no column \"%1\"").arg(column));
    }
    checkSelects(entity.list, at(pointer, "list"), commonParameters(), database);
    checkUnique(entity.actions, &ProfileEntityAction::id, at(pointer, "actions"), "id");
    for (qsizetype i = 0; i < entity.actions.size(); ++i)
        checkAction(entity.actions[i], at(at(pointer, "actions"), i), columns, database);
    checkViews(entity, pointer, database);
    for (qsizetype i = 0; i < entity.owns.size(); ++i)
        checkOwned(entity.owns[i], at(at(pointer, "owns"), i), columns);
    checkOrphans(entity.orphans, at(pointer, "orphans"), columns);
}

void EntityChecks::checkAction(const ProfileEntityAction &action, const QString &pointer,
                               const QStringList &columns, const ProfileDatabase *database)
{
    checkName(action.id, at(pointer, "id"));
    checkItem(action.item, at(pointer, "item"));
    if (!action.when.isEmpty() && !columns.contains(action.when))
        complain(at(pointer, "when"), EntityChecksText::tr("there is no column \"%1\"").arg(action.when));
    if (action.request) {
        const QString place = at(pointer, "request");
        checkUrl(action.request->url, at(place, "url"));
        const ProfileVariable *token = m_profile.variable(action.request->tokenVariable);
        if (!token || !token->isSecret)
            complain(at(place, "tokenVariable"),
                     EntityChecksText::tr("a secret variable of the environment was expected"));
        return;
    }
    checkSelects(action.select, at(pointer, "select"),
                 commonParameters() + (action.isForAll ? QStringList() : columns), database);
    for (const QString &key : action.keys) {
        if (action.select.isEmpty() && !columns.contains(key))
            complain(at(pointer, "key"), EntityChecksText::tr("there is no column \"%1\"").arg(key));
    }
    for (const QJsonValue &value : action.set) {
        if (value.toString() == QLatin1String("{now}") && (!database || !database->isOnServer()))
            complain(at(pointer, "set"),
                     EntityChecksText::tr("only a database of the engine \"postgres\" knows {now}"));
    }
}

void EntityChecks::checkViews(const ProfileEntity &entity, const QString &pointer,
                              const ProfileDatabase *database)
{
    checkUnique(entity.summaries, &ProfileSummary::id, at(pointer, "summaries"), "id");
    for (qsizetype i = 0; i < entity.summaries.size(); ++i)
        checkSelects(entity.summaries[i].select, at(at(at(pointer, "summaries"), i), "select"),
                     commonParameters(), database);
    checkUnique(entity.findings, &ProfileEntityFinding::id, at(pointer, "findings"), "id");
    for (qsizetype i = 0; i < entity.findings.size(); ++i) {
        const ProfileEntityFinding &finding = entity.findings[i];
        const QString place = at(at(pointer, "findings"), i);
        checkSelects(finding.select, at(place, "select"), commonParameters(), database);
        checkItem(finding.item, at(place, "item"));
        if (!finding.action.isEmpty() && !entity.action(finding.action))
            complain(at(place, "action"),
                     EntityChecksText::tr("there is no action \"%1\"").arg(finding.action));
    }
}

void EntityChecks::checkOrphans(const ProfileOrphans &orphans, const QString &pointer,
                                const QStringList &columns)
{
    if (!orphans.parameter.isEmpty() && !columns.contains(orphans.parameter))
        complain(at(pointer, "parameter"),
                 EntityChecksText::tr("there is no column \"%1\"").arg(orphans.parameter));
    for (qsizetype i = 0; i < orphans.sources.size(); ++i) {
        const ProfileOrphanSource &source = orphans.sources[i];
        const QString place = at(at(pointer, "sources"), i);
        if (!source.files.isEmpty()) {
            checkPath(source.files, at(place, "files"));
            continue;
        }
        const ProfileDatabase *database = checkDatabase(source.database, at(place, "database"));
        checkLayout(database, source.layout, at(place, "layout"));
        checkSelect(source.select, at(place, "select"), {}, database);
    }
}

void EntityChecks::checkOwned(const ProfileOwned &owned, const QString &pointer, const QStringList &columns)
{
    if (!owned.files.isEmpty()) {
        checkFilePattern(owned.files, at(pointer, "files"), columns);
        return;
    }
    const ProfileDatabase *database = checkDatabase(owned.database, at(pointer, "database"));
    checkLayout(database, owned.layout, at(pointer, "layout"));
    QStringList known = columns;
    for (qsizetype i = 0; i < owned.lookups.size(); ++i) {
        const ProfileLookup &lookup = owned.lookups[i];
        const QString place = at(at(pointer, "lookups"), i);
        const ProfileDatabase *other = checkDatabase(lookup.database, at(place, "database"));
        checkLayout(other, lookup.layout, at(place, "layout"));
        checkSelect(lookup.select, at(place, "select"), columns, other);
        known << lookup.name;
    }
    checkSelect(owned.select, at(pointer, "select"), known, database);
}

void EntityChecks::checkFilePattern(const QString &pattern, const QString &pointer,
                                    const QStringList &columns)
{
    checkPath(pattern, pointer);
    static const QRegularExpression Parameter(QStringLiteral("\\{([^{}]*)\\}"));
    auto matches = Parameter.globalMatch(pattern);
    if (!matches.hasNext())
        complain(pointer, EntityChecksText::tr("a path with a column in braces was expected"));
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!columns.contains(name))
            complain(pointer, EntityChecksText::tr("there is no column \"%1\"").arg(name));
    }
}

} // namespace pilothouse
