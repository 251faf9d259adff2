// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/newinstance.h"

#include "core/actions/engineroute.h"
#include "core/instances/instancesession.h"
#include "core/instances/instancestore.h"
#include "core/instances/sessionfactory.h"
#include "core/runtime/dockerruntime.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

/// What stands against adding it.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NewInstance)
};

/// Where the data lies inside the container; there must be something.
Result<> reachByEngine(DockerRuntime &runtime, const QString &inside, Instance &wanted,
                       const OperationContext &context)
{
    const auto facts = runtime.engine().fileFacts(wanted.runtime.container, inside, context);
    if (!facts)
        return failure(facts.error());
    if (!*facts || !(*facts)->isDirectory)
        return failure(Error{ErrorKind::NotFound,
                             inside,
                             Text::tr("There is no such folder in the container."),
                             Text::tr("Name the folder of the container that holds the service's data."),
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
    const auto inspected = runtime.engine().inspect(wanted.runtime.container, context);
    if (!inspected)
        return failure(inspected.error());
    const QString inside = session.profile().containerDataDir;
    if (wanted.isThroughEngine)
        return reachByEngine(runtime, wanted.dataDir.isEmpty() ? inside : wanted.dataDir, wanted, context);
    if (!wanted.dataDir.isEmpty())
        return {};
    const auto folder = runtime.hostDataFolder(context);
    if (!folder)
        return failure(withSubject(folder.error(), wanted.runtime.container));
    QStringList databases;
    for (const DatabaseReference &database : session.databases())
        databases << database.relativePath;
    if (!reasonForEngine(*folder, databases).isEmpty())
        return reachByEngine(runtime, inside, wanted, context);
    wanted.dataDir = *folder;
    return {};
}

} // namespace

Result<Instance> completedInstance(const SessionFactory &sessions, Instance wanted,
                                   const OperationContext &context)
{
    Instance shape = wanted;
    if (shape.dataDir.isEmpty() && shape.runtime.kind == QLatin1String("docker"))
        shape.dataDir = QStringLiteral("/"); // read off the container below
    if (const auto good = checkInstance(shape); !good)
        return failure(good.error());
    const auto session = sessions.make(shape);
    if (!session)
        return failure(session.error());
    if (auto *docker = dynamic_cast<DockerRuntime *>(&(*session)->runtime())) {
        if (const auto read = readContainer(*docker, **session, wanted, context); !read)
            return failure(read.error());
    }
    if (!wanted.isThroughEngine && !QFileInfo(wanted.dataDir).isDir())
        return failure(Error{ErrorKind::NotFound,
                             wanted.dataDir,
                             Text::tr("There is no such folder."),
                             Text::tr("Name the folder of this machine that holds the service's data."),
                             {}});
    return wanted;
}

} // namespace pilothouse
