// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/clusterword.h"

#include "core/steps/serviceword.h"

#include <QDir>
#include <QRegularExpression>

#include <csignal>

namespace pilothouse {
namespace {

constexpr std::chrono::seconds BackrestEndTime{30};
constexpr std::chrono::milliseconds BackrestLookAgain{50};

QString shortId(const QUuid &operation)
{
    return operation.toString(QUuid::WithoutBraces).left(8);
}

QList<pid_t> programsWith(const QByteArray &word)
{
    QList<pid_t> found;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")});
    for (const QString &process : processes) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(process));
        if (file.open(QIODevice::ReadOnly) && file.readAll().split('\0').contains(word))
            found << process.toInt();
    }
    return found;
}

} // namespace

QString ClusterWord::restoredFolder(const QString &dataFolder, const QUuid &operation)
{
    return dataFolder + QStringLiteral("-ph-") + shortId(operation);
}

QString ClusterWord::oldFolder(const QString &dataFolder, const QUuid &operation)
{
    return dataFolder + QStringLiteral("-old-") + shortId(operation);
}

bool ClusterWord::isOwnFolder(const QString &folder)
{
    static const QRegularExpression Ending(QStringLiteral("^/.+-(ph|old)-[0-9a-f]{8}$"));
    return Ending.match(folder).hasMatch() && QDir::cleanPath(folder) == folder;
}

ServerCluster ClusterWord::clusterOf(const QJsonObject &arguments)
{
    return serverClusterFromJson(arguments.value(QLatin1String("cluster")).toObject());
}

Backrest ClusterWord::backrestOf(const QJsonObject &arguments)
{
    return {stanzaFromJson(arguments.value(QLatin1String("stanza")).toObject()), clusterOf(arguments)};
}

Result<PostgresConnection> ClusterWord::openBeside(const StepScope &scope) const
{
    auto way = given(scope);
    if (!way)
        return tl::unexpected(way.error());
    DatabaseConnection beside;
    beside.host = text(scope.arguments, "folder");
    beside.port = clusterOf(scope.arguments).port;
    beside.user = way->connection.user;
    beside.database = way->connection.database;
    beside.sslMode = QStringLiteral("disable");
    return PostgresConnection::open(beside, {}, {}, scope.context);
}

Result<PostgresConnection> ClusterWord::openLive(const StepScope &scope, bool isReadOnly) const
{
    PostgresLimits limits;
    limits.isReadOnly = isReadOnly;
    return access().open(scope.session, text(scope.arguments, "database"), limits, scope.context);
}

bool ClusterWord::hasTakenPlace(const StepScope &scope) const
{
    const QString outgoing = text(scope.arguments, "outgoing");
    return !outgoing.isEmpty() && files().exists(outgoing);
}

Result<> ClusterWord::endBackrestFor(const QString &folder, const OperationContext &context)
{
    const QByteArray word = "--pg1-path=" + QFile::encodeName(folder);
    const auto until = std::chrono::steady_clock::now() + BackrestEndTime;
    for (QList<pid_t> left = programsWith(word); !left.isEmpty(); left = programsWith(word)) {
        const bool isLate = std::chrono::steady_clock::now() > until;
        for (const pid_t pid : std::as_const(left))
            ::kill(pid, isLate ? SIGKILL : SIGTERM);
        if (!pauseUnlessCancelled(BackrestLookAgain, context))
            return failure(ErrorKind::Cancelled, tr("It was cancelled."));
    }
    return {};
}

} // namespace pilothouse
