// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerruntime.h"

#include "core/runtime/dockerstate.h"
#include "core/runtime/mountpaths.h"

#include <csignal>

namespace pilothouse {

namespace {

constexpr int KilledCode = 128 + SIGKILL;

QString policyKey()
{
    return QStringLiteral("restartPolicy");
}

QString retriesKey()
{
    return QStringLiteral("maximumRetries");
}

Error errorOf(ErrorKind kind, const QString &subject, const QString &message, const QString &advice)
{
    Error error;
    error.kind = kind;
    error.subject = subject;
    error.message = message;
    error.advice = advice;
    return error;
}

} // namespace

DockerRuntime::DockerRuntime(const QString &socket, RuntimeSettings settings, const ServiceProfile &profile)
    : m_engine(socket)
    , m_meter(m_engine)
    , m_settings(std::move(settings))
    , m_containerDataFolder(profile.containerDataDir)
    , m_stopSeconds(profile.stopSeconds)
{
}

Result<ServiceStatus> DockerRuntime::status(const OperationContext &context)
{
    const auto inspected = m_engine.inspect(m_settings.container, context);
    if (inspected)
        return statusFromInspect(*inspected);
    if (inspected.error().kind != ErrorKind::NotFound || inspected.error().subject != m_settings.container)
        return failure(inspected.error());
    ServiceStatus status;
    status.state = ServiceState::Missing;
    status.reason = tr("There is no container “%1”.").arg(m_settings.container);
    return status;
}

Result<ServiceStatistics> DockerRuntime::statistics(const OperationContext &context)
{
    const auto inspected = m_engine.inspect(m_settings.container, context);
    if (!inspected)
        return failure(inspected.error());
    const auto notRunning = [this] {
        return failure(
            errorOf(ErrorKind::NotFound, m_settings.container, tr("The container does not run."), {}));
    };
    const ServiceStatus status = statusFromInspect(*inspected);
    if (status.state == ServiceState::Stopped)
        return notRunning();
    const auto read = m_meter.read({status.identity}, context);
    if (!read)
        return failure(read.error());
    const auto statistics = read->constFind(status.identity);
    if (statistics == read->cend())
        return notRunning();
    return *statistics;
}

Result<QList<EnvironmentEntry>> DockerRuntime::environment(const OperationContext &context)
{
    return m_engine.inspect(m_settings.container, context).map(environmentFromInspect);
}

Result<QList<MountEntry>> DockerRuntime::mounts(const OperationContext &context)
{
    return m_engine.inspect(m_settings.container, context).map(mountsFromInspect);
}

Result<QString> DockerRuntime::hostDataFolder(const OperationContext &context)
{
    return mounts(context).and_then(
        [this](const QList<MountEntry> &mounts) { return hostPath(mounts, m_containerDataFolder); });
}

Result<QJsonObject> DockerRuntime::controllable(const OperationContext &context) const
{
    auto inspected = m_engine.inspect(m_settings.container, context);
    if (!inspected)
        return failure(inspected.error());
    if (statusFromInspect(*inspected).removesItself)
        return failure(
            errorOf(ErrorKind::Refused, m_settings.container,
                    tr("The container was started with --rm: stopping it would delete it with everything "
                       "that is not mounted."),
                    tr("Create it again without --rm, with a restart policy, and then try once more.")));
    const QString supervisor = supervisorFromInspect(*inspected);
    if (!supervisor.isEmpty())
        return failure(
            errorOf(ErrorKind::Refused, m_settings.container,
                    tr("%1 runs this container and would start another one at once.").arg(supervisor),
                    tr("Scale the service to zero there.")));
    return inspected;
}

Result<StopOutcome> DockerRuntime::stop(std::chrono::milliseconds grace, const OperationContext &context)
{
    const auto before = controllable(context);
    if (!before)
        return failure(before.error());
    const ServiceStatus status = statusFromInspect(*before);
    if (status.state == ServiceState::Paused)
        return failure(
            errorOf(ErrorKind::Refused, m_settings.container,
                    tr("The container is paused: it could not end by itself and would be killed."),
                    tr("Run “%1” first.").arg(docker(QStringLiteral("unpause ") + m_settings.container))));
    StopOutcome outcome;
    outcome.wasRunning = status.state != ServiceState::Stopped;
    outcome.exitCode = status.exitCode;
    if (!outcome.wasRunning)
        return outcome;
    auto seconds = std::chrono::ceil<std::chrono::seconds>(grace);
    if (seconds <= std::chrono::seconds::zero())
        seconds = std::chrono::seconds(stopTimeFromInspect(*before).value_or(m_stopSeconds));
    if (auto stopped = m_engine.stop(m_settings.container, seconds, context); !stopped)
        return failure(stopped.error());
    const auto after = status.identity.isEmpty() ? before : m_engine.inspect(status.identity, context);
    if (!after)
        return failure(after.error());
    outcome.exitCode = statusFromInspect(*after).exitCode;
    outcome.wasKilled = outcome.exitCode == KilledCode;
    return outcome;
}

Result<> DockerRuntime::start(const OperationContext &context)
{
    return m_engine.start(m_settings.container, context);
}

Result<QJsonObject> DockerRuntime::fenceState(const OperationContext &context)
{
    const auto inspected = m_engine.inspect(m_settings.container, context);
    if (!inspected)
        return failure(inspected.error());
    const DockerRestartPolicy policy = restartPolicyFromInspect(*inspected);
    return QJsonObject{{policyKey(), policy.name}, {retriesKey(), policy.maximumRetries}};
}

Result<> DockerRuntime::fence(const OperationContext &context)
{
    if (auto allowed = controllable(context); !allowed)
        return failure(allowed.error());
    if (auto set = m_engine.setRestartPolicy(m_settings.container, {QStringLiteral("no"), 0}, context); !set)
        return set;
    const auto holds = isFenced(context);
    if (!holds)
        return failure(holds.error());
    if (*holds)
        return {};
    return failure(
        errorOf(ErrorKind::Refused, m_settings.container,
                tr("The restart policy was set back at once: something else manages this container."),
                tr("Stop what manages it first.")));
}

Result<bool> DockerRuntime::isFenced(const OperationContext &context)
{
    return m_engine.inspect(m_settings.container, context).map([](const QJsonObject &inspected) {
        return restartPolicyFromInspect(inspected).name == QLatin1String("no")
               && supervisorFromInspect(inspected).isEmpty();
    });
}

Result<> DockerRuntime::unfence(const QJsonObject &before, const OperationContext &context)
{
    const DockerRestartPolicy policy{before.value(policyKey()).toString(),
                                     before.value(retriesKey()).toInt()};
    if (policy.name.isEmpty())
        return failure(errorOf(ErrorKind::BadInput, m_settings.container,
                               tr("What the restart policy was before is not recorded."),
                               tr("Set it by hand: “%1”.").arg(unfenceCommand())));
    return m_engine.setRestartPolicy(m_settings.container, policy, context);
}

Result<ProcessOutput> DockerRuntime::exec(const CommandLine &command, std::chrono::milliseconds timeout,
                                          const OperationContext &context)
{
    return m_engine.exec(m_settings.container, command, timeout, context);
}

Result<QUrl> DockerRuntime::reachable(const QUrl &inside, const OperationContext &context)
{
    return m_engine.inspect(m_settings.container, context).map([&inside](const QJsonObject &inspected) {
        return reachableFromInspect(inspected, inside);
    });
}

QString DockerRuntime::reachableWord(const QUrl &inside) const
{
    const QString port =
        docker(QStringLiteral("port %1 %2/tcp").arg(shellQuoted(m_settings.container)).arg(inside.port(80)));
    return QStringLiteral("\"%1://$(%2 | head -n 1)%3\"")
        .arg(inside.scheme(), port, inside.path(QUrl::FullyEncoded));
}

QString DockerRuntime::docker(const QString &words) const
{
    if (m_settings.engine.isEmpty())
        return QStringLiteral("docker ") + words;
    return QStringLiteral("docker -H %1 %2")
        .arg(shellQuoted(QStringLiteral("unix://") + m_engine.socket()), words);
}

QString DockerRuntime::stopCommand() const
{
    return docker(
        QStringLiteral("stop --time %1 %2").arg(m_stopSeconds).arg(shellQuoted(m_settings.container)));
}

QString DockerRuntime::startCommand() const
{
    return docker(QStringLiteral("start ") + shellQuoted(m_settings.container));
}

QString DockerRuntime::fenceCommand() const
{
    return docker(QStringLiteral("update --restart=no ") + shellQuoted(m_settings.container));
}

QString DockerRuntime::unfenceCommand() const
{
    return docker(QStringLiteral("update --restart=\"$POLICY_BEFORE\" ") + shellQuoted(m_settings.container));
}

} // namespace pilothouse
