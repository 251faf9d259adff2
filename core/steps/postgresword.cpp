// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgresword.h"

#include "core/process/commandline.h"

#include <QRegularExpression>

namespace pilothouse {
namespace {

const QString MarkBegin = QStringLiteral("Restored by Pilothouse, operation ");
constexpr qsizetype LongestName = 63; // bytes
constexpr std::chrono::seconds EndTime{10};

QString idOf(const QUuid &operation)
{
    return operation.toString(QUuid::WithoutBraces).left(8);
}

/// As much of the name as there is room for, and never half a character.
QString withEnding(QString name, const QString &ending)
{
    while (name.toUtf8().size() + ending.size() > LongestName)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name + ending;
}

} // namespace

QString PostgresWord::mark(const QUuid &operation)
{
    return MarkBegin + operation.toString(QUuid::WithoutBraces);
}

bool PostgresWord::isMark(const QString &comment)
{
    return comment.startsWith(MarkBegin);
}

QString PostgresWord::scratchDatabase(const QString &live, const QUuid &operation)
{
    return withEnding(live, QStringLiteral("_ph_") + idOf(operation));
}

QString PostgresWord::oldDatabase(const QString &live, const QUuid &operation)
{
    return withEnding(live, QStringLiteral("_old_") + idOf(operation));
}

bool PostgresWord::isOwnName(const QString &name)
{
    static const QRegularExpression Ending(QStringLiteral("_(ph|old)_[0-9a-f]{8}$"));
    return Ending.match(name).hasMatch();
}

QString PostgresWord::sessionName(const QUuid &operation)
{
    return QStringLiteral("pilothouse-") + idOf(operation);
}

Result<GivenConnection> PostgresWord::given(const StepScope &scope, const QString &database) const
{
    auto found = m_access.resolve(scope.session, text(scope.arguments, "database"), scope.context);
    if (found && !database.isEmpty())
        found->connection.database = database;
    return found;
}

Result<PostgresConnection> PostgresWord::aside(const StepScope &scope) const
{
    PostgresLimits limits;
    limits.isReadOnly = false;
    return openBesideDatabase(m_access, scope.session, text(scope.arguments, "database"), limits,
                              scope.context);
}

Result<> PostgresWord::endLeftovers(const StepScope &scope) const
{
    auto connection = aside(scope);
    if (!connection)
        return failure(connection.error());
    return connection
        ->run({"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1",
               {sessionName(scope.operation)},
               EndTime,
               0},
              scope.context)
        .map([](const PostgresRows &) {});
}

Result<bool> PostgresWord::hasTakenOver(const StepScope &scope, const DatabaseTwin &twin, bool hadLive)
{
    const QString outgoing = text(scope.arguments, "outgoing");
    if (outgoing.isEmpty())
        return false;
    return twin.traits(hadLive ? outgoing : text(scope.arguments, "live"))
        .map([](const std::optional<DatabaseTraits> &there) { return there.has_value(); });
}

QString PostgresWord::shellTool(const char *program, const QJsonObject &arguments)
{
    DatabaseConnection target =
        databaseConnectionFromJson(arguments.value(QStringLiteral("target")).toObject());
    QStringList words;
    if (isThroughEngine(target)) {
        words << QStringLiteral("docker exec -i") << shellQuoted(target.container);
        target.host = QStringLiteral("127.0.0.1");
    }
    words << QLatin1String(program);
    if (!target.host.isEmpty())
        words << QStringLiteral("-h") << shellQuoted(target.host);
    if (target.port > 0)
        words << QStringLiteral("-p") << QString::number(target.port);
    if (!target.user.isEmpty())
        words << QStringLiteral("-U") << shellQuoted(target.user);
    words << QString(); // what follows is written right behind it
    return words.join(u' ');
}

QString PostgresWord::targetText(const QJsonObject &arguments)
{
    DatabaseConnection target =
        databaseConnectionFromJson(arguments.value(QStringLiteral("target")).toObject());
    target.database.clear();
    return connectionText(target);
}

Result<PostgresConnection> openBesideDatabase(const PostgresAccess &access, const InstanceSession &session,
                                              const QString &databaseId, const PostgresLimits &limits,
                                              const OperationContext &context)
{
    auto usual = access.open(session, databaseId, limits, context, QStringLiteral("postgres"));
    if (usual || usual.error().kind != ErrorKind::NotFound)
        return usual;
    return access.open(session, databaseId, limits, context, QStringLiteral("template1"));
}

} // namespace pilothouse
