// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/clusterswitchstep.h"

#include "core/process/commandline.h"
#include "core/steps/serviceword.h"

namespace pilothouse {
namespace {

constexpr std::chrono::hours LongestClusterStart{24};
constexpr std::chrono::milliseconds StartLookAgain{100};
const QString ClusterWasRunning = QStringLiteral("wasRunning");

QString switchShell(const ServerCluster &cluster, bool isStart)
{
    const QString verb = isStart ? QStringLiteral("start") : QStringLiteral("stop");
    return cluster.unit.isEmpty()
               ? QStringLiteral("pg_ctl %1 -D %2").arg(verb, shellQuoted(cluster.dataFolder))
               : QStringLiteral("systemctl %1 %2").arg(verb, shellQuoted(cluster.unit));
}

} // namespace

QString ClusterSwitchStep::name() const
{
    return m_mode == Mode::Stop ? QStringLiteral("cluster.stop") : QStringLiteral("cluster.start");
}

StepText ClusterSwitchStep::describe(const QJsonObject &arguments) const
{
    const ServerCluster cluster = clusterOf(arguments);
    return {m_mode == Mode::Stop ? tr("Stop the database server") : tr("Start the database server"),
            switchShell(cluster, m_mode == Mode::Start)};
}

Result<QJsonObject> ClusterSwitchStep::prepare(const StepScope &scope) const
{
    return QJsonObject{{ClusterWasRunning, serverProcess(clusterOf(scope.arguments).dataFolder).has_value()}};
}

Result<QJsonObject> ClusterSwitchStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto switched =
        m_mode == Mode::Stop ? stopCluster(clusterOf(scope.arguments), scope.context) : startAndWait(scope);
    return switched.map([] { return QJsonObject(); });
}

Result<bool> ClusterSwitchStep::isServing(const StepScope &scope) const
{
    auto server = openLive(scope, true);
    if (!server) {
        const ErrorKind kind = server.error().kind;
        const bool mayCome =
            kind == ErrorKind::Locked || kind == ErrorKind::Unreachable || kind == ErrorKind::TimedOut;
        return mayCome ? Result<bool>(false) : tl::unexpected(server.error());
    }
    return server->value({"SELECT NOT pg_is_in_recovery()", {}}, scope.context)
        .map([](const QVariant &value) { return value.toBool(); });
}

Result<> ClusterSwitchStep::startAndWait(const StepScope &scope) const
{
    const ServerCluster cluster = clusterOf(scope.arguments);
    if (auto started = startCluster(cluster, scope.context); !started)
        return started;
    const auto until = std::chrono::steady_clock::now() + LongestClusterStart;
    while (true) {
        const auto serving = isServing(scope);
        if (!serving)
            return tl::unexpected(serving.error());
        if (*serving)
            return {};
        if (!serverProcess(cluster.dataFolder))
            return failure(Error{ErrorKind::NeedsOperator, cluster.dataFolder,
                                 tr("The database server has ended again."), tr("Its log says why."),
                                 endOfLog(cluster.logFile)});
        if (std::chrono::steady_clock::now() > until)
            return failure(ErrorKind::TimedOut, tr("The database server does not become ready."));
        if (!pauseUnlessCancelled(StartLookAgain, scope.context))
            return failure(ErrorKind::Cancelled, tr("It was cancelled."));
    }
}

Result<Observed> ClusterSwitchStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const bool isUp = serverProcess(clusterOf(scope.arguments).dataFolder).has_value();
    if (m_mode == Mode::Stop)
        return isUp ? Observed::NotDone : Observed::Done;
    if (!isUp)
        return Observed::NotDone;
    const auto serving = isServing(scope);
    return serving && *serving ? Observed::Done : Observed::Partly;
}

Result<> ClusterSwitchStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const bool wasRunning = before.value(ClusterWasRunning).toBool();
    if (m_mode == Mode::Stop)
        return wasRunning ? startAndWait(scope) : Result<>();
    return wasRunning ? Result<>() : stopCluster(clusterOf(scope.arguments), scope.context);
}

QString ClusterSwitchStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const bool wasRunning = before.value(ClusterWasRunning).toBool();
    if (wasRunning != (m_mode == Mode::Stop))
        return {};
    return switchShell(clusterOf(arguments), wasRunning);
}

StepText ClusterSwapStep::describe(const QJsonObject &arguments) const
{
    const QString live = shellQuoted(clusterOf(arguments).dataFolder);
    return {
        tr("Put the restored data directory in the place of the old one, which is kept"),
        QStringLiteral("mv %1 %2 && mv %3 %1")
            .arg(live, shellQuoted(text(arguments, "outgoing")), shellQuoted(text(arguments, "incoming")))};
}

Result<QJsonObject> ClusterSwapStep::prepare(const StepScope &scope) const
{
    const QString outgoing = text(scope.arguments, "outgoing");
    if (!isOwnFolder(outgoing) || !isOwnFolder(text(scope.arguments, "incoming")))
        return failure(ErrorKind::BadInput, tr("%1 is no folder of such a restore.").arg(outgoing));
    return QJsonObject();
}

Result<QJsonObject> ClusterSwapStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString live = clusterOf(scope.arguments).dataFolder;
    const QString incoming = text(scope.arguments, "incoming");
    const QString outgoing = text(scope.arguments, "outgoing");
    if (serverProcess(live) || serverProcess(incoming))
        return failure(ErrorKind::Refused, tr("A database server still runs on one of the folders."));
    const bool isHalf = files().exists(outgoing);
    if (!isHalf && !files().exists(incoming))
        return failure(ErrorKind::NotFound, tr("There is no restored data directory."), incoming);
    if (!isHalf) {
        if (auto moved = files().rename(live, outgoing); !moved)
            return tl::unexpected(moved.error());
    }
    if (!files().exists(live)) {
        if (auto moved = files().rename(incoming, live); !moved)
            return tl::unexpected(moved.error());
    }
    return QJsonObject{{QStringLiteral("kept"), outgoing}};
}

Result<Observed> ClusterSwapStep::observe(const StepScope &scope, const QJsonObject &) const
{
    if (!files().exists(text(scope.arguments, "outgoing")))
        return Observed::NotDone;
    return files().exists(clusterOf(scope.arguments).dataFolder) ? Observed::Done : Observed::Partly;
}

Result<> ClusterSwapStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    const QString live = clusterOf(scope.arguments).dataFolder;
    const QString outgoing = text(scope.arguments, "outgoing");
    if (!files().exists(outgoing))
        return {};
    if (serverProcess(live))
        return failure(ErrorKind::Refused, tr("A database server still runs on %1.").arg(live));
    if (files().exists(live)) {
        if (auto moved = files().rename(live, text(scope.arguments, "incoming")); !moved)
            return moved;
    }
    return files().rename(outgoing, live);
}

QString ClusterSwapStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    const QString live = shellQuoted(clusterOf(arguments).dataFolder);
    return QStringLiteral("mv %1 %2; mv %3 %1")
        .arg(live, shellQuoted(text(arguments, "incoming")), shellQuoted(text(arguments, "outgoing")));
}

QStringList ClusterSwapStep::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("%1 (the data directory before)").arg(text(arguments, "outgoing"))};
}

} // namespace pilothouse
