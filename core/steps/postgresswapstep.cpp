// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgresswapstep.h"

#include "core/process/commandline.h"

namespace pilothouse {
namespace {

/// The two databases as prepare() saw them, and where they are now.
struct Pair
{
    explicit Pair(const QJsonObject &before)
        : live(databaseTraitsFromJson(before.value(QLatin1String("live")).toObject()))
        , incoming(databaseTraitsFromJson(before.value(QLatin1String("incoming")).toObject()))
        , hasLive(before.value(QLatin1String("hasLive")).toBool())
    {
    }

    DatabaseTraits live;
    DatabaseTraits incoming;
    bool hasLive;
};

struct TwinPlaces
{
    QString live;
    QString incoming;
};

Result<TwinPlaces> placesOf(const DatabaseTwin &twin, const Pair &pair)
{
    const Result<QString> live = pair.hasLive ? twin.nameOf(pair.live.oid) : QString();
    const Result<QString> incoming = twin.nameOf(pair.incoming.oid);
    if (!live || !incoming)
        return failure(live ? incoming.error() : live.error());
    return TwinPlaces{*live, *incoming};
}

/// What effect() and compensate() do, for a person with psql: nobody is let in, whoever is there is put out,
/// then the names change in one transaction.
QString swapShell(const QJsonObject &arguments, const QString &psql, bool isBack)
{
    const auto quoted = [&arguments](const char *key, QChar mark) -> QString {
        QString name = arguments.value(QLatin1String(key)).toString();
        return mark + name.replace(mark, QString(2, mark)) + mark;
    };
    const bool hasLive = arguments.value(QLatin1String("hasLive")).toBool(true);
    const char *coming = isBack && hasLive ? "outgoing" : isBack ? "live" : "incoming";
    const char *leaving = isBack ? "incoming" : "outgoing";
    const char *place = isBack && !hasLive ? "incoming" : "live";
    QStringList statements;
    QStringList literals;
    QString renames = QStringLiteral("BEGIN; ");
    if (hasLive)
        renames += QStringLiteral("ALTER DATABASE %1 RENAME TO %2; ")
                       .arg(quoted("live", u'"'), quoted(leaving, u'"'));
    QList<const char *> closed{coming};
    if (hasLive)
        closed << "live";
    for (const char *key : std::as_const(closed)) {
        statements << QStringLiteral("ALTER DATABASE %1 ALLOW_CONNECTIONS false").arg(quoted(key, u'"'));
        literals << quoted(key, u'\'');
    }
    statements << QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN "
                                 "(%1) AND usesysid IS NOT NULL AND pid <> pg_backend_pid()")
                      .arg(literals.join(QStringLiteral(", ")));
    statements << renames
                      + QStringLiteral("ALTER DATABASE %1 RENAME TO %2; ALTER DATABASE %2 ALLOW_CONNECTIONS "
                                       "true; COMMIT")
                            .arg(quoted(coming, u'"'), quoted(place, u'"'));
    QString shell = psql + QStringLiteral("-d postgres");
    for (const QString &statement : std::as_const(statements))
        shell += QStringLiteral(" -c ") + shellQuoted(statement);
    return shell;
}

} // namespace

StepText PostgresSwapStep::describe(const QJsonObject &arguments) const
{
    return {tr("End the sessions of %1 and let %2 take its place")
                .arg(text(arguments, "live"), text(arguments, "incoming")),
            swapShell(arguments, shellTool("psql", arguments), false)};
}

QString PostgresSwapStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    return swapShell(arguments, shellTool("psql", arguments), true);
}

QStringList PostgresSwapStep::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("%1 on %2 (the database as it was before)")
                .arg(text(arguments, "outgoing"), targetText(arguments))};
}

Result<QJsonObject> PostgresSwapStep::prepare(const StepScope &scope) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const auto live = twin.traits(text(scope.arguments, "live"));
    const auto incoming = twin.traits(text(scope.arguments, "incoming"));
    const auto outgoing = twin.traits(text(scope.arguments, "outgoing"));
    for (const auto *traits : {&live, &incoming, &outgoing})
        if (!*traits)
            return tl::unexpected(traits->error());
    if (!*incoming || *outgoing)
        return failure(Error{*outgoing ? ErrorKind::Refused : ErrorKind::NotFound,
                             text(scope.arguments, *outgoing ? "outgoing" : "incoming"),
                             *outgoing ? tr("There is a database of this name already.")
                                       : tr("There is no such database any more."),
                             tr("Plan it anew."),
                             {}});
    return QJsonObject{{QStringLiteral("hasLive"), live->has_value()},
                       {QStringLiteral("live"), *live ? toJson(**live) : QJsonObject()},
                       {QStringLiteral("incoming"), toJson(**incoming)}};
}

Result<QJsonObject> PostgresSwapStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const Pair pair(before);
    const QString live = text(scope.arguments, "live");
    const auto places = placesOf(twin, pair);
    if (!places)
        return tl::unexpected(places.error());
    if (places->incoming == live)
        return QJsonObject{{QStringLiteral("kept"), text(scope.arguments, "outgoing")}};
    const QString comment = isMark(pair.incoming.comment) ? pair.live.comment : pair.incoming.comment;
    const Result<> exchanged = exchange(
        scope, twin,
        {live, text(scope.arguments, "incoming"), text(scope.arguments, "outgoing"), comment, pair.hasLive});
    if (!exchanged)
        return tl::unexpected(exchanged.error());
    return QJsonObject{{QStringLiteral("kept"), text(scope.arguments, "outgoing")}};
}

/// Who is let in no more cannot come back between the end of the sessions and the renames.
Result<> PostgresSwapStep::exchange(const StepScope &scope, const DatabaseTwin &twin,
                                    const DatabaseExchange &exchange) const
{
    QStringList names{exchange.incoming};
    if (exchange.hasLive)
        names << exchange.live;
    for (const QString &name : std::as_const(names))
        if (Result<> closed = twin.setAllowsConnections(name, false); !closed)
            return tl::unexpected(withSubject(closed.error(), name));
    if (Result<> ended = twin.endSessions(names); !ended)
        return tl::unexpected(withSubject(ended.error(), targetText(scope.arguments)));
    const Result<> done = twin.exchange(exchange);
    return done ? done : tl::unexpected(withSubject(done.error(), exchange.live));
}

Result<Observed> PostgresSwapStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const Pair pair(before);
    const auto places = placesOf(twin, pair);
    if (!places)
        return tl::unexpected(places.error());
    const QString live = text(scope.arguments, "live");
    const QString incoming = text(scope.arguments, "incoming");
    const QString outgoing = text(scope.arguments, "outgoing");
    if (places->incoming == live && (!pair.hasLive || places->live == outgoing))
        return Observed::Done;
    if (places->incoming != incoming || (pair.hasLive && places->live != live))
        return Observed::Unknown;
    const auto now = twin.traits(pair.hasLive ? live : incoming);
    if (!now || !*now)
        return now ? Observed::Unknown : Result<Observed>(tl::unexpected(now.error()));
    const bool wasOpen = pair.hasLive ? pair.live.allowsConnections : pair.incoming.allowsConnections;
    return (*now)->allowsConnections == wasOpen ? Observed::NotDone : Observed::Partly;
}

Result<> PostgresSwapStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    auto connection = aside(scope);
    if (!connection)
        return tl::unexpected(connection.error());
    const DatabaseTwin twin(*connection, scope.context);
    const Pair pair(before);
    const auto places = placesOf(twin, pair);
    if (!places)
        return tl::unexpected(places.error());
    const QString live = text(scope.arguments, "live");
    const QString incoming = text(scope.arguments, "incoming");
    if (places->incoming == live) {
        const DatabaseExchange back =
            pair.hasLive
                ? DatabaseExchange{live, text(scope.arguments, "outgoing"), incoming, pair.live.comment, true}
                : DatabaseExchange{incoming, live, {}, pair.incoming.comment, false};
        if (Result<> exchanged = exchange(scope, twin, back); !exchanged)
            return exchanged;
    }
    if (pair.hasLive)
        if (Result<> opened = twin.setAllowsConnections(live, pair.live.allowsConnections); !opened)
            return opened;
    if (Result<> opened = twin.setAllowsConnections(incoming, pair.incoming.allowsConnections); !opened)
        return opened;
    return twin.setComment(incoming, pair.incoming.comment);
}

} // namespace pilothouse
