// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/composeruntime.h"

#include "core/runtime/dockerruntime.h"

namespace pilothouse {

namespace {

QString containersKey()
{
    return QStringLiteral("containers");
}

} // namespace

ComposeRuntime::ComposeRuntime(const QString &socket, RuntimeSettings settings, ServiceProfile profile)
    : m_project(socket, settings)
    , m_settings(std::move(settings))
    , m_profile(std::move(profile))
{
}

Result<std::vector<std::unique_ptr<DockerRuntime>>>
ComposeRuntime::replicas(const OperationContext &context) const
{
    const auto containers = m_project.containers(context);
    if (!containers)
        return failure(containers.error());
    std::vector<std::unique_ptr<DockerRuntime>> own;
    QStringList others;
    for (const DockerContainer &container : *containers) {
        const QString service = ComposeProject::serviceOf(container);
        if (service != m_settings.service) {
            if (!others.contains(service))
                others << service;
            continue;
        }
        RuntimeSettings settings = m_settings;
        settings.kind = QStringLiteral("docker");
        settings.container = container.id;
        own.push_back(std::make_unique<DockerRuntime>(m_project.engine().socket(), settings, m_profile));
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_others = others;
    }
    if (own.empty())
        return failure(Error{
            ErrorKind::NotFound,
            m_settings.project,
            tr("The project has no container of the service “%1”.").arg(m_settings.service),
            tr("Create it with “%1”.")
                .arg(m_project.shell({QStringLiteral("up"), QStringLiteral("--detach"), m_settings.service})),
            {}});
    return own;
}

QStringList ComposeRuntime::knownOthers() const
{
    const QMutexLocker lock(&m_mutex);
    return m_others;
}

Result<ServiceStatus> ComposeRuntime::status(const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own && own.error().kind == ErrorKind::NotFound && own.error().subject == m_settings.project) {
        ServiceStatus missing;
        missing.state = ServiceState::Missing;
        missing.reason = own.error().message;
        return missing;
    }
    if (!own)
        return failure(own.error());
    std::optional<ServiceStatus> chosen;
    int restarts = 0;
    QStringList identities;
    for (const auto &replica : *own) {
        const auto status = replica->status(context);
        if (!status)
            return status;
        restarts += status->restartCount;
        identities << status->identity;
        if (!chosen || (chosen->state == ServiceState::Running && status->state != ServiceState::Running))
            chosen = *status;
    }
    chosen->restartCount = restarts;
    chosen->identity = identities.join(u',');
    return *chosen;
}

Result<ServiceStatistics> ComposeRuntime::statistics(const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own)
        return failure(own.error());
    std::optional<ServiceStatistics> sum;
    for (const auto &replica : *own) {
        const auto one = replica->statistics(context);
        if (!one && own->size() == 1)
            return one;
        if (!one)
            continue;
        if (!sum) {
            sum = *one;
            continue;
        }
        sum->cpuPercent += one->cpuPercent;
        sum->memoryBytes += one->memoryBytes;
        sum->memoryLimit =
            sum->memoryLimit > 0 && one->memoryLimit > 0 ? sum->memoryLimit + one->memoryLimit : 0;
        sum->networkReceived += one->networkReceived;
        sum->networkSent += one->networkSent;
        sum->blockRead += one->blockRead;
        sum->blockWritten += one->blockWritten;
    }
    if (!sum)
        return failure(
            Error{ErrorKind::NotFound, m_settings.service, tr("No container of the service runs."), {}, {}});
    return *sum;
}

Result<QList<EnvironmentEntry>> ComposeRuntime::environment(const OperationContext &context)
{
    return replicas(context).and_then(
        [&context](const auto &own) { return own.front()->environment(context); });
}

Result<QList<MountEntry>> ComposeRuntime::mounts(const OperationContext &context)
{
    return replicas(context).and_then([&context](const auto &own) { return own.front()->mounts(context); });
}

Result<StopOutcome> ComposeRuntime::stop(std::chrono::milliseconds grace, const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own)
        return failure(own.error());
    StopOutcome all;
    all.wasRunning = false;
    for (const auto &replica : *own) {
        const auto one = replica->stop(grace, context);
        if (!one)
            return one;
        all.wasRunning = all.wasRunning || one->wasRunning;
        all.wasKilled = all.wasKilled || one->wasKilled;
        if (!all.exitCode || one->exitCode.value_or(0) != 0)
            all.exitCode = one->exitCode;
    }
    return all;
}

Result<> ComposeRuntime::start(const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own)
        return failure(own.error());
    for (const auto &replica : *own) {
        if (auto started = replica->start(context); !started)
            return started;
    }
    return {};
}

Result<QUrl> ComposeRuntime::reachable(const QUrl &inside, const OperationContext &context)
{
    const auto own = replicas(context);
    return own ? own->front()->reachable(inside, context) : Result<QUrl>(failure(own.error()));
}

Result<QJsonObject> ComposeRuntime::fenceState(const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own)
        return failure(own.error());
    QJsonObject states;
    QJsonObject first;
    for (const auto &replica : *own) {
        const auto state = replica->fenceState(context);
        if (!state)
            return state;
        states.insert(replica->container(), *state);
        first = first.isEmpty() ? *state : first;
    }
    first.insert(containersKey(), states);
    return first;
}

Result<> ComposeRuntime::fence(const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own)
        return failure(own.error());
    for (const auto &replica : *own) {
        if (auto fenced = replica->fence(context); !fenced)
            return fenced;
    }
    return {};
}

Result<bool> ComposeRuntime::isFenced(const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own)
        return failure(own.error());
    for (const auto &replica : *own) {
        const auto isFenced = replica->isFenced(context);
        if (!isFenced || !*isFenced)
            return isFenced;
    }
    return true;
}

Result<> ComposeRuntime::unfence(const QJsonObject &before, const OperationContext &context)
{
    const auto own = replicas(context);
    if (!own)
        return failure(own.error());
    const QJsonObject states = before.value(containersKey()).toObject();
    for (const auto &replica : *own) {
        // One that came meanwhile has the policy that the project's files give it.
        if (!states.contains(replica->container()))
            continue;
        if (auto opened = replica->unfence(states.value(replica->container()).toObject(), context); !opened)
            return opened;
    }
    return {};
}

Result<ProcessOutput> ComposeRuntime::exec(const CommandLine &command, std::chrono::milliseconds timeout,
                                           const OperationContext &context)
{
    return replicas(context).and_then(
        [&](const auto &own) { return own.front()->exec(command, timeout, context); });
}

QString ComposeRuntime::stopCommand() const
{
    return m_project.shell({QStringLiteral("stop"), m_settings.service});
}

QString ComposeRuntime::startCommand() const
{
    return m_project.shell({QStringLiteral("start"), m_settings.service});
}

QString ComposeRuntime::update(const QString &policy) const
{
    QString docker = QStringLiteral("docker");
    if (!m_settings.engine.isEmpty())
        docker +=
            QStringLiteral(" -H ") + shellQuoted(QStringLiteral("unix://") + m_project.engine().socket());
    return QStringLiteral("%1 update --restart=%2 $(%1 ps -aq --filter label=com.docker.compose.project=%3 "
                          "--filter label=com.docker.compose.service=%4)")
        .arg(docker, policy, m_settings.project, m_settings.service);
}

QString ComposeRuntime::fenceCommand() const
{
    return update(QStringLiteral("no"));
}

QString ComposeRuntime::unfenceCommand() const
{
    return update(QStringLiteral("\"$POLICY_BEFORE\""));
}

} // namespace pilothouse
