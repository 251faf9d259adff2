// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/postgresmaintainstep.h"

#include "core/instances/postgresaccess.h"
#include "core/steps/argumenttext.h"
#include "core/steps/serviceword.h"

#include <QJsonArray>

#include <atomic>
#include <thread>

namespace pilothouse {

namespace {

constexpr std::chrono::hours Longest{24};
constexpr std::chrono::minutes LongestDrop{5};
constexpr std::chrono::milliseconds LookAgain{500};

/// Reports how far another session's maintenance is, over a connection and in a thread of its own, until it
/// goes out of scope.
class ProgressWatch
{
public:
    ProgressWatch(PostgresConnection server, qint64 pid, const OperationContext &context)
        : m_server(std::move(server))
        , m_thread([this, pid, context] { watch(pid, context); })
    {
    }
    ~ProgressWatch()
    {
        m_isEnding = true;
        m_thread.join();
    }
    ProgressWatch(const ProgressWatch &) = delete;
    ProgressWatch &operator=(const ProgressWatch &) = delete;

private:
    void watch(qint64 pid, const OperationContext &context)
    {
        while (!m_isEnding && !context.isCancelled()) {
            const auto list = readProgress(m_server, context);
            if (!list)
                return; // nothing hangs on it
            for (const MaintenanceProgress &progress : *list) {
                if (progress.pid == pid)
                    context.report(
                        {progress.done, progress.total,
                         QStringLiteral("%1 %2: %3").arg(progress.command, progress.table, progress.phase)});
            }
            for (auto left = LookAgain; left.count() > 0 && !m_isEnding;
                 left -= std::chrono::milliseconds(50))
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }

    PostgresConnection m_server;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread;
};

} // namespace

StepText PostgresMaintainStep::describe(const QJsonObject &arguments) const
{
    const QString kind = textOf(arguments, "kind");
    const QString table = textOf(arguments, "table");
    const QString database = textOf(arguments, "database");
    const QString what = kind == QLatin1String("reindex")   ? QStringLiteral("REINDEX CONCURRENTLY")
                         : kind == QLatin1String("analyze") ? QStringLiteral("ANALYZE")
                                                            : QStringLiteral("VACUUM (ANALYZE)");
    const QString target = table.isEmpty() ? QString() : u' ' + table;
    const QString sql = kind == QLatin1String("reindex")
                            ? QStringLiteral("REINDEX %1 CONCURRENTLY")
                                  .arg(table.isEmpty() ? QStringLiteral("DATABASE") : QStringLiteral("TABLE"))
                            : what;
    return {table.isEmpty() ? tr("%1 of all of %2").arg(what, database) : tr("%1 of %2").arg(what, table),
            QStringLiteral("psql -c %1").arg(shellQuoted(sql + target))};
}

Result<PostgresConnection> PostgresMaintainStep::open(const StepScope &scope, bool isReadOnly) const
{
    PostgresLimits limits;
    limits.isReadOnly = isReadOnly;
    return m_access.open(scope.session, textOf(scope.arguments, "database"), limits, scope.context);
}

Result<QJsonObject> PostgresMaintainStep::prepare(const StepScope &scope) const
{
    auto server = open(scope, true);
    if (!server)
        return failure(server.error());
    const auto leftovers = leftoverIndexes(*server, scope.context);
    if (!leftovers)
        return failure(leftovers.error());
    QJsonArray names;
    for (const QByteArray &name : *leftovers)
        names << QString::fromUtf8(name);
    return QJsonObject{{QStringLiteral("leftovers"), names}};
}

Result<QJsonObject> PostgresMaintainStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto kind = maintenanceFromName(textOf(scope.arguments, "kind"));
    if (!kind)
        return failure(ErrorKind::BadInput, tr("The kinds of maintenance are vacuum, analyze and reindex."));
    auto server = open(scope, false);
    auto watcher = server ? open(scope, true) : Result<PostgresConnection>(failure(server.error()));
    if (!watcher)
        return failure(watcher.error());
    const auto statement =
        maintenanceStatement(*server, *kind, textOf(scope.arguments, "table"), scope.context);
    if (!statement)
        return failure(statement.error());
    const ProgressWatch watch(std::move(*watcher), server->backendPid(), scope.context);
    return server->execute(*statement, Longest, scope.context).map([] { return QJsonObject(); });
}

Result<QList<QByteArray>> PostgresMaintainStep::newLeftovers(PostgresConnection &server,
                                                             const StepScope &scope,
                                                             const QJsonObject &before) const
{
    QStringList known;
    for (const QJsonValue &name : before.value(QLatin1String("leftovers")).toArray())
        known << name.toString();
    return leftoverIndexes(server, scope.context).map([&known](const QList<QByteArray> &all) {
        QList<QByteArray> fresh;
        for (const QByteArray &name : all) {
            if (!known.contains(QString::fromUtf8(name)))
                fresh << name;
        }
        return fresh;
    });
}

Result<Observed> PostgresMaintainStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    auto server = open(scope, true);
    if (!server)
        return failure(server.error());
    return newLeftovers(*server, scope, before).map([](const QList<QByteArray> &left) {
        return left.isEmpty() ? Observed::NotDone : Observed::Partly;
    });
}

Result<> PostgresMaintainStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    auto server = open(scope, false);
    if (!server)
        return failure(server.error());
    const auto left = newLeftovers(*server, scope, before);
    if (!left)
        return failure(left.error());
    for (const QByteArray &index : *left) {
        if (auto dropped =
                server->execute("DROP INDEX CONCURRENTLY IF EXISTS " + index, LongestDrop, scope.context);
            !dropped)
            return dropped;
    }
    return {};
}

} // namespace pilothouse
