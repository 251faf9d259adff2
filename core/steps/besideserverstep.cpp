// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/besideserverstep.h"

#include "core/steps/backrestrestorestep.h"
#include "core/steps/serviceword.h"

namespace pilothouse {
namespace {

constexpr std::chrono::hours LongestRecovery{24};
constexpr std::chrono::milliseconds RecoveryLookAgain{100};
constexpr int PauseStateSince = 140000;

QString rulesFile(const QString &folder)
{
    return folder + QStringLiteral("/pilothouse_hba.conf");
}

QString besideLog(const QString &folder)
{
    return folder + QStringLiteral("/pilothouse.log");
}

} // namespace

CommandLine BesideStartStep::command(const QJsonObject &arguments)
{
    const ServerCluster cluster = clusterOf(arguments);
    const QString folder = text(arguments, "folder");
    QStringList settings{QStringLiteral("hba_file=") + rulesFile(folder),
                         QStringLiteral("listen_addresses="),
                         QStringLiteral("port=%1").arg(cluster.port),
                         QStringLiteral("unix_socket_directories=") + folder,
                         QStringLiteral("external_pid_file="),
                         QStringLiteral("archive_mode=off"),
                         QStringLiteral("primary_conninfo="),
                         QStringLiteral("synchronous_standby_names="),
                         QStringLiteral("hot_standby=on"),
                         QStringLiteral("logging_collector=off"),
                         QStringLiteral("log_destination=stderr"),
                         QStringLiteral("ssl=off"),
                         QStringLiteral("restore_command=")
                             + BackrestRestoreStep::walCommand(arguments, folder)};
    if (!cluster.configFile.isEmpty())
        settings << QStringLiteral("config_file=") + cluster.configFile
                 << QStringLiteral("data_directory=") + folder;
    if (arguments.value(QLatin1String("hold")).toBool())
        settings << QStringLiteral("recovery_target_action=pause");
    QStringList words{QStringLiteral("-D"), folder};
    for (const QString &setting : std::as_const(settings))
        words << QStringLiteral("-c") << setting;
    return asClusterOwner(cluster, cluster.folder + QStringLiteral("/postgres"), words);
}

StepText BesideStartStep::describe(const QJsonObject &arguments) const
{
    return {tr("Start it beside the live server, and recover to the wanted time"),
            command(arguments).toDisplayString()};
}

Result<QJsonObject> BesideStartStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

bool BesideStartStep::isReached(const StepScope &scope) const
{
    auto server = openBeside(scope);
    if (!server)
        return false;
    const QByteArray paused = server->serverVersion() >= PauseStateSince
                                  ? "pg_get_wal_replay_pause_state() = 'paused'"
                                  : "pg_is_wal_replay_paused()";
    const QByteArray reached = scope.arguments.value(QLatin1String("hold")).toBool()
                                   ? "CASE WHEN pg_is_in_recovery() THEN " + paused + " ELSE true END"
                                   : QByteArrayLiteral("NOT pg_is_in_recovery()");
    const auto answer = server->value({"SELECT " + reached, {}}, scope.context);
    return answer && answer->toBool();
}

Result<QJsonObject> BesideStartStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = text(scope.arguments, "folder");
    const ServerCluster cluster = clusterOf(scope.arguments);
    if (!serverProcess(folder)) {
        // Whoever may enter the folder at all, its owner and root, is let in.
        if (auto written = files().write(rulesFile(folder), "local all all trust\n",
                                         {0600, cluster.ownerId, cluster.groupId});
            !written)
            return tl::unexpected(written.error());
        LocalProcessRunner runner;
        if (const auto started = runner.startDetached(command(scope.arguments), besideLog(folder)); !started)
            return tl::unexpected(started.error());
    }
    const auto begun = std::chrono::steady_clock::now();
    const auto grace = begun + std::chrono::seconds(10); // until its process can be seen
    bool wasSeen = false;
    while (!isReached(scope)) {
        const auto now = std::chrono::steady_clock::now();
        const bool isSeen = serverProcess(folder).has_value();
        if ((wasSeen && !isSeen) || (!isSeen && now > grace))
            return failure(
                Error{ErrorKind::BadData, folder,
                      tr("The restored server has ended before it reached the wanted time."),
                      tr("The live server is untouched. Choose another time, or look into the log."),
                      endOfLog(besideLog(folder))});
        wasSeen = isSeen;
        if (now > begun + LongestRecovery)
            return failure(ErrorKind::TimedOut, tr("The recovery takes too long."));
        if (!pauseUnlessCancelled(RecoveryLookAgain, scope.context))
            return failure(ErrorKind::Cancelled, tr("It was cancelled."));
    }
    return QJsonObject{{QStringLiteral("folder"), folder}, {QStringLiteral("port"), cluster.port}};
}

Result<Observed> BesideStartStep::observe(const StepScope &scope, const QJsonObject &) const
{
    if (hasTakenPlace(scope))
        return Observed::Done;
    if (!serverProcess(text(scope.arguments, "folder")))
        return Observed::NotDone;
    return isReached(scope) ? Observed::Done : Observed::Partly;
}

Result<> BesideStartStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return endServer(text(scope.arguments, "folder"), Shutdown::Immediate, scope.context);
}

QString BesideEndStep::name() const
{
    return m_mode == Mode::Stop ? QStringLiteral("beside.stop") : QStringLiteral("beside.remove");
}

StepText BesideEndStep::describe(const QJsonObject &arguments) const
{
    const QString folder = text(arguments, "folder");
    return m_mode == Mode::Stop
               ? StepText{tr("Stop the server beside the live one"),
                          QStringLiteral("pg_ctl stop -D %1").arg(shellQuoted(folder))}
               : StepText{tr("Remove %1").arg(folder), QStringLiteral("rm -r %1").arg(shellQuoted(folder))};
}

Result<QJsonObject> BesideEndStep::prepare(const StepScope &scope) const
{
    const QString folder = text(scope.arguments, "folder");
    if (!isOwnFolder(folder))
        return failure(ErrorKind::Refused, tr("%1 is no folder that Pilothouse has made.").arg(folder));
    return QJsonObject();
}

Result<QJsonObject> BesideEndStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = text(scope.arguments, "folder");
    if (auto ended = endServer(folder, Shutdown::Fast, scope.context); !ended)
        return tl::unexpected(ended.error());
    const auto removed = m_mode == Mode::Remove ? removeTreeIfThere(folder)
                                                : removeFileIfThere(rulesFile(folder)).and_then([&] {
                                                      return removeFileIfThere(besideLog(folder));
                                                  });
    return removed.map([] { return QJsonObject(); });
}

Result<Observed> BesideEndStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = text(scope.arguments, "folder");
    if (serverProcess(folder))
        return Observed::NotDone;
    const QString last = m_mode == Mode::Remove ? folder : besideLog(folder);
    return files().exists(last) ? Observed::Partly : Observed::Done;
}

/// It is a copy: what follows needs it no more, and what led to it removes it where it is put back.
Result<> BesideEndStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
