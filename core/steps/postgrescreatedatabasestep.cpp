// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgrescreatedatabasestep.h"

#include "core/process/commandline.h"

namespace pilothouse {
namespace {

/// Whether it is as it should be, as far as that is said; whatever its name, number, comment and doors.
bool isLike(const DatabaseTraits &found, const DatabaseTraits &wanted)
{
    const auto fits = [](const QString &is, const QString &should) {
        return should.isEmpty() || is == should;
    };
    const bool isSameText = fits(found.encoding, wanted.encoding) && fits(found.collation, wanted.collation)
                            && fits(found.characterType, wanted.characterType);
    return isSameText && fits(found.owner, wanted.owner) && fits(found.tablespace, wanted.tablespace)
           && found.connectionLimit == wanted.connectionLimit && found.settings == wanted.settings
           && found.hasRights == wanted.hasRights && found.rights == wanted.rights;
}

} // namespace

StepText PostgresCreateDatabaseStep::describe(const QJsonObject &arguments) const
{
    const DatabaseTraits like = databaseTraitsFromJson(arguments.value(QStringLiteral("like")).toObject());
    const auto option = [](const char *key, const QString &value) {
        return value.isEmpty() ? QString() : QLatin1String(key) + shellQuoted(value) + u' ';
    };
    const QString shell = shellTool("createdb", arguments) + QStringLiteral("-T template0 ")
                          + option("-O ", like.owner) + option("-E ", like.encoding)
                          + option("--lc-collate ", like.collation)
                          + option("--lc-ctype ", like.characterType) + shellQuoted(text(arguments, "name"));
    return {tr("Make the empty database %1").arg(text(arguments, "name")), shell};
}

QString PostgresCreateDatabaseStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    return QStringLiteral("%1--force %2")
        .arg(shellTool("dropdb", arguments), shellQuoted(text(arguments, "name")));
}

QStringList PostgresCreateDatabaseStep::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("%1 on %2 (the database that was restored into)")
                .arg(text(arguments, "name"), targetText(arguments))};
}

Result<QJsonObject> PostgresCreateDatabaseStep::prepare(const StepScope &scope) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const auto there = twin.traits(text(scope.arguments, "name"));
    const auto live = twin.traits(text(scope.arguments, "live"));
    if (!there || !live)
        return tl::unexpected(there ? live.error() : there.error());
    if (*there)
        return failure(Error{ErrorKind::Refused,
                             text(scope.arguments, "name"),
                             tr("There is a database of this name already."),
                             tr("Choose another name."),
                             {}});
    const QJsonObject like =
        *live ? toJson(**live) : scope.arguments.value(QStringLiteral("like")).toObject();
    return QJsonObject{{QStringLiteral("like"), like}, {QStringLiteral("hasLive"), live->has_value()}};
}

Result<QJsonObject> PostgresCreateDatabaseStep::effect(const StepScope &scope,
                                                       const QJsonObject &before) const
{
    const QString name = text(scope.arguments, "name");
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const DatabaseTraits like = databaseTraitsFromJson(before.value(QStringLiteral("like")).toObject());
    const auto there = twin.traits(name);
    if (!there)
        return tl::unexpected(there.error());
    if (!*there)
        if (Result<> created = twin.create(name, like); !created)
            return tl::unexpected(withSubject(created.error(), name));
    if (Result<> dressed = twin.dress(name, like); !dressed)
        return tl::unexpected(withSubject(dressed.error(), name));
    return QJsonObject{{QStringLiteral("name"), name}};
}

Result<Observed> PostgresCreateDatabaseStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const auto there = twin.traits(text(scope.arguments, "name"));
    if (!there)
        return tl::unexpected(there.error());
    if (!*there)
        return hasTakenOver(scope, twin, before.value(QStringLiteral("hasLive")).toBool())
            .map([](bool isPast) { return isPast ? Observed::Done : Observed::NotDone; });
    const DatabaseTraits like = databaseTraitsFromJson(before.value(QStringLiteral("like")).toObject());
    return isLike(**there, like) ? Observed::Done : Observed::Partly;
}

Result<> PostgresCreateDatabaseStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    return DatabaseTwin(*connection, scope.context).drop(text(scope.arguments, "name"));
}

} // namespace pilothouse
