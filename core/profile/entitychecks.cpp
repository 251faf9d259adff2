// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/entitychecks.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {
struct Text
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
            complain(at(pointer, key), Text::tr("there is no column \"%1\"").arg(column));
    }
    for (auto list = entity.list.begin(); list != entity.list.end(); ++list) {
        const QString place = JsonPositions::child(at(pointer, "list"), list.key());
        checkLayout(database, list.key(), place);
        checkSelect(list.value(), place, {});
    }
    for (qsizetype i = 0; i < entity.owns.size(); ++i)
        checkOwned(entity.owns[i], at(at(pointer, "owns"), i), columns);
    checkOrphans(entity.orphans, at(pointer, "orphans"), columns);
}

void EntityChecks::checkOrphans(const ProfileOrphans &orphans, const QString &pointer,
                                const QStringList &columns)
{
    if (!orphans.parameter.isEmpty() && !columns.contains(orphans.parameter))
        complain(at(pointer, "parameter"), Text::tr("there is no column \"%1\"").arg(orphans.parameter));
    for (qsizetype i = 0; i < orphans.sources.size(); ++i) {
        const ProfileOrphanSource &source = orphans.sources[i];
        const QString place = at(at(pointer, "sources"), i);
        if (!source.files.isEmpty()) {
            checkPath(source.files, at(place, "files"));
            continue;
        }
        checkLayout(checkDatabase(source.database, at(place, "database")), source.layout,
                    at(place, "layout"));
        checkSelect(source.select, at(place, "select"), {});
    }
}

void EntityChecks::checkOwned(const ProfileOwned &owned, const QString &pointer, const QStringList &columns)
{
    if (!owned.files.isEmpty()) {
        checkFilePattern(owned.files, at(pointer, "files"), columns);
        return;
    }
    checkLayout(checkDatabase(owned.database, at(pointer, "database")), owned.layout, at(pointer, "layout"));
    QStringList known = columns;
    for (qsizetype i = 0; i < owned.lookups.size(); ++i) {
        const ProfileLookup &lookup = owned.lookups[i];
        const QString place = at(at(pointer, "lookups"), i);
        checkLayout(checkDatabase(lookup.database, at(place, "database")), lookup.layout,
                    at(place, "layout"));
        checkSelect(lookup.select, at(place, "select"), columns);
        known << lookup.name;
    }
    checkSelect(owned.select, at(pointer, "select"), known);
}

void EntityChecks::checkFilePattern(const QString &pattern, const QString &pointer,
                                    const QStringList &columns)
{
    checkPath(pattern, pointer);
    static const QRegularExpression parameter(QStringLiteral("\\{([^{}]*)\\}"));
    auto matches = parameter.globalMatch(pattern);
    if (!matches.hasNext())
        complain(pointer, Text::tr("a path with a column in braces was expected"));
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!columns.contains(name))
            complain(pointer, Text::tr("there is no column \"%1\"").arg(name));
    }
}

} // namespace pilothouse
