// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/newinstance.h"

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

/// The port of this machine at which the container's own port answers; 0 where it is not published.
/// The container must be there, and its data on this machine.
Result<> readContainer(DockerRuntime &runtime, Instance &wanted, const OperationContext &context)
{
    const auto inspected = runtime.engine().inspect(wanted.runtime.container, context);
    if (!inspected)
        return failure(inspected.error());
    if (!wanted.dataDir.isEmpty())
        return {};
    const auto folder = runtime.hostDataFolder(context);
    if (!folder)
        return failure(withSubject(folder.error(), wanted.runtime.container));
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
        if (const auto read = readContainer(*docker, wanted, context); !read)
            return failure(read.error());
    }
    if (!QFileInfo(wanted.dataDir).isDir())
        return failure(Error{ErrorKind::NotFound,
                             wanted.dataDir,
                             Text::tr("There is no such folder."),
                             Text::tr("Name the folder of this machine that holds the service's data."),
                             {}});
    return wanted;
}

} // namespace pilothouse
