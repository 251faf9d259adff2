// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/discovery/discoverysources.h"
#include "core/runtime/dockerendpoint.h"
#include "core/runtime/dockerengine.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>

namespace pilothouse {

namespace {

struct DiscoverContainersText
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

QString composeLabel(const DockerContainer &container, const char *name)
{
    return container.labels.value(QStringLiteral("com.docker.compose.") + QLatin1String(name));
}

QString stateText(const DockerContainer &container)
{
    return container.status.isEmpty() ? container.state : container.status;
}

QString kindText(const DockerContainer &container)
{
    const QString project = composeLabel(container, "project");
    return project.isEmpty() ? DiscoverContainersText::tr("Container")
                             : DiscoverContainersText::tr("Compose project %1").arg(project);
}

/// Where this program itself would not look, the command has to say it.
QString engineOf(const QString &socket)
{
    return socket == QLatin1String("/var/run/docker.sock") ? QString() : QStringLiteral("unix://") + socket;
}

RuntimeSettings settingsOf(const DockerContainer &container, const QString &engine)
{
    RuntimeSettings runtime;
    runtime.engine = engine;
    runtime.project = composeLabel(container, "project");
    runtime.service = composeLabel(container, "service");
    if (!runtime.project.isEmpty() && !runtime.service.isEmpty()) {
        runtime.kind = QStringLiteral("compose");
        return runtime;
    }
    runtime.project.clear();
    runtime.service.clear();
    runtime.kind = QStringLiteral("docker");
    runtime.container = container.name;
    return runtime;
}

Candidate candidateOf(const DockerContainer &container, const SourceWork &work, const QString &engine)
{
    Clues clues;
    clues.image = container.image;
    clues.labels = container.labels;
    clues.mounts = container.mounts;
    clues.ports = container.ports;
    Candidate candidate;
    candidate.instance.runtime = settingsOf(container, engine);
    const bool isCompose = candidate.instance.runtime.kind == QLatin1String("compose");
    candidate.title = isCompose
                          ? candidate.instance.runtime.project + u'-' + candidate.instance.runtime.service
                          : container.name;
    candidate.facts << kindText(container) << stateText(container) << container.image;
    for (const int port : container.ports)
        candidate.facts << DiscoverContainersText::tr("port %1").arg(port);
    take(candidate, bestMatch(clues, work.request.profiles));
    if (!candidate.instance.dataDir.isEmpty() && !QDir(candidate.instance.dataDir).isReadable()) {
        // Left to what adds it: that way is the engine's.
        candidate.instance.dataDir.clear();
        candidate.problems << DiscoverContainersText::tr(
            "This user may not read its data folder on this machine.");
    }
    if (!candidate.instance.dataDir.isEmpty())
        candidate.facts << DiscoverContainersText::tr("data in %1").arg(candidate.instance.dataDir);
    return candidate;
}

/// The main process on this machine, so that it is not found a second time. Without it the list is only
/// longer.
void readProcess(Candidate &candidate, const DockerContainer &container, const DockerEngine &engine,
                 const OperationContext &context)
{
    if (container.state != QLatin1String("running"))
        return;
    const auto inspected = engine.inspect(container.id, context);
    if (!inspected)
        return;
    const QJsonObject state = inspected->value(QLatin1String("State")).toObject();
    const qint64 pid = state.value(QLatin1String("Pid")).toInteger();
    if (pid > 1)
        candidate.processes.insert(pid);
}

bool isOneOff(const DockerContainer &container)
{
    return composeLabel(container, "oneoff").compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

} // namespace

Result<> findContainers(const SourceWork &work)
{
    const auto socket = dockerSocket({}, DockerSurroundings::current());
    if (!socket)
        return failure(socket.error());
    const DockerEngine engine(*socket);
    const auto containers = engine.containers(work.context);
    if (!containers)
        return failure(containers.error());
    for (const DockerContainer &container : *containers) {
        if (isOneOff(container))
            continue;
        Candidate candidate = candidateOf(container, work, engineOf(*socket));
        if (candidate.hasProfile())
            readProcess(candidate, container, engine, work.context);
        const auto replica =
            std::find_if(work.candidates.begin(), work.candidates.end(), [&](const Candidate &other) {
                return other.instance.runtime.kind == QLatin1String("compose")
                       && other.instance.runtime == candidate.instance.runtime;
            });
        if (replica == work.candidates.end())
            work.candidates << candidate;
        else
            replica->processes.unite(candidate.processes);
        if (work.context.isCancelled())
            return failure(ErrorKind::Cancelled,
                           DiscoverContainersText::tr("Looking for services was cancelled."));
    }
    return {};
}

} // namespace pilothouse
