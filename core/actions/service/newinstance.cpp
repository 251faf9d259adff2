// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/newinstance.h"

#include "core/actions/service/engineroute.h"
#include "core/instances/instancesession.h"
#include "core/instances/instancestore.h"
#include "core/instances/sessionfactory.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerdiscovery.h"
#include "core/runtime/dockerendpoint.h"
#include "core/runtime/dockerruntime.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

/// What stands against adding it.
struct NewInstanceText
{
    Q_DECLARE_TR_FUNCTIONS(NewInstance)
};

/// Where the data lies inside the container; there must be something.
Result<> reachByEngine(DockerRuntime &runtime, const QString &inside, Instance &wanted,
                       const OperationContext &context)
{
    const auto facts = runtime.engine().fileFacts(runtime.container(), inside, context);
    if (!facts)
        return failure(facts.error());
    if (!*facts || !(*facts)->isDirectory)
        return failure(
            Error{ErrorKind::NotFound,
                  inside,
                  NewInstanceText::tr("There is no such folder in the container."),
                  NewInstanceText::tr("Name the folder of the container that holds the service's data."),
                  {}});
    wanted.dataDir = inside;
    wanted.isThroughEngine = true;
    if (wanted.id.isNull())
        wanted.id = QUuid::createUuid(); // names the folder of its copy
    return {};
}

/// The container must be there, and its data within reach: on this machine, else by the engine.
Result<> readContainer(DockerRuntime &runtime, const InstanceSession &session, Instance &wanted,
                       const OperationContext &context)
{
    const auto inspected = runtime.engine().inspect(runtime.container(), context);
    if (!inspected)
        return failure(inspected.error());
    const QString inside = session.profile().containerDataDir;
    if (wanted.dataDir.isEmpty() && !session.profile().needsDataFolder())
        return {};
    if (wanted.isThroughEngine)
        return reachByEngine(runtime, wanted.dataDir.isEmpty() ? inside : wanted.dataDir, wanted, context);
    if (!wanted.dataDir.isEmpty())
        return {};
    const auto folder = runtime.hostDataFolder(context);
    if (!folder)
        return failure(withSubject(folder.error(), runtime.container()));
    QStringList databases;
    for (const DatabaseReference &database : session.databases())
        databases << database.relativePath;
    const bool isDocker = wanted.runtime.kind == QLatin1String("docker");
    if (isDocker && !reasonForEngine(*folder, databases).isEmpty())
        return reachByEngine(runtime, inside, wanted, context);
    wanted.dataDir = *folder;
    return {};
}

/// The service of a project whose image the profile knows; empty where that is not exactly one.
QString serviceOfProfile(const QList<DockerContainer> &containers, const ServiceProfile &profile)
{
    QStringList fitting;
    for (const DockerContainer &container : containers) {
        const QString service = ComposeProject::serviceOf(container);
        const bool fits =
            std::any_of(profile.images.begin(), profile.images.end(), [&](const QString &image) {
                return imageRepository(image) == imageRepository(container.image);
            });
        if (fits && !fitting.contains(service))
            fitting << service;
    }
    return fitting.size() == 1 ? fitting.first() : QString();
}

/// Finds the service that holds the data where only the project is named, and notes where its files lie.
Result<> readProject(Instance &wanted, const ServiceProfile &profile, const OperationContext &context)
{
    const auto socket = dockerSocket(wanted.runtime.engine, DockerSurroundings::current());
    if (!socket)
        return failure(socket.error());
    const ComposeProject project(*socket, wanted.runtime);
    const auto containers = project.containers(context);
    if (!containers)
        return failure(containers.error());
    if (containers->isEmpty())
        return failure(
            Error{ErrorKind::NotFound,
                  wanted.runtime.project,
                  NewInstanceText::tr("There is no compose project of this name with a container."),
                  NewInstanceText::tr("Start it once with docker-compose up."),
                  {}});
    if (wanted.runtime.service.isEmpty())
        wanted.runtime.service = serviceOfProfile(*containers, profile);
    if (wanted.runtime.service.isEmpty())
        return failure(
            Error{ErrorKind::BadInput,
                  wanted.runtime.project,
                  NewInstanceText::tr("Which of the project's services holds the data cannot be told."),
                  NewInstanceText::tr("Name it: PROJECT/SERVICE."),
                  {}});
    if (const auto files = project.files(context)) {
        wanted.runtime.workingDirectory = files->folder;
        wanted.runtime.composeFiles = files->files;
    }
    return {};
}

Result<> readUnit(ServiceRuntime &runtime, const Instance &wanted, const OperationContext &context)
{
    const auto status = runtime.status(context);
    if (!status)
        return failure(status.error());
    if (status->state != ServiceState::Missing)
        return {};
    return failure(Error{ErrorKind::NotFound,
                         wanted.runtime.unit,
                         status->reason,
                         NewInstanceText::tr("“systemctl list-units --type=service” lists those there are."),
                         {}});
}

/// What the runtime of a new instance tells; fills in what the operator left out.
Result<> readRuntime(const InstanceSession &session, Instance &wanted, const OperationContext &context)
{
    ServiceRuntime &runtime = session.runtime();
    if (auto *docker = dynamic_cast<DockerRuntime *>(&runtime))
        return readContainer(*docker, session, wanted, context);
    if (auto *compose = dynamic_cast<ComposeRuntime *>(&runtime)) {
        const auto own = compose->replicas(context);
        return own ? readContainer(*own->front(), session, wanted, context) : Result<>(failure(own.error()));
    }
    if (runtime.kind() == QLatin1String("systemd"))
        return readUnit(runtime, wanted, context);
    return {};
}

} // namespace

Result<Instance> completedInstance(const SessionFactory &sessions, Instance wanted,
                                   const OperationContext &context)
{
    if (wanted.runtime.kind == QLatin1String("compose") && checkComposeName(wanted.runtime.project)) {
        const auto profile = sessions.profile(wanted.profile);
        const auto read =
            profile ? readProject(wanted, *profile, context) : Result<>(failure(profile.error()));
        if (!read)
            return failure(read.error());
    }
    Instance shape = wanted;
    if (shape.dataDir.isEmpty() && isContainerKind(shape.runtime.kind))
        shape.dataDir = QStringLiteral("/"); // read off the container below
    const auto profile = sessions.profile(wanted.profile);
    const bool needsFolder = !profile || profile->needsDataFolder();
    if (const auto good = checkInstance(shape, needsFolder); !good)
        return failure(good.error());
    const auto session = sessions.make(shape);
    if (!session)
        return failure(session.error());
    if (const auto read = readRuntime(**session, wanted, context); !read)
        return failure(read.error());
    if (wanted.dataDir.isEmpty() && !needsFolder)
        return wanted;
    if (!wanted.isThroughEngine && !QFileInfo(wanted.dataDir).isDir())
        return failure(
            Error{ErrorKind::NotFound,
                  wanted.dataDir,
                  NewInstanceText::tr("There is no such folder."),
                  NewInstanceText::tr("Name the folder of this machine that holds the service's data."),
                  {}});
    return wanted;
}

} // namespace pilothouse
