// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/runtimefactory.h"

#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerendpoint.h"
#include "core/runtime/dockerruntime.h"
#include "core/runtime/filesruntime.h"
#include "core/runtime/processruntime.h"
#include "core/runtime/systemdruntime.h"

#include <QCoreApplication>
#include <QDir>

namespace pilothouse {

namespace {

using RuntimeResult = Result<std::shared_ptr<ServiceRuntime>>;

struct RuntimeFactoryText
{
    Q_DECLARE_TR_FUNCTIONS(RuntimeFactory)
};

RuntimeResult makeProcess(const RuntimeSettings &settings, const QString &dataDir,
                          const ServiceProfile &profile, const QString &givenFolder)
{
    if (settings.command.isEmpty() || settings.command.first().isEmpty())
        return failure(ErrorKind::BadInput,
                       RuntimeFactoryText::tr("The command that starts the service is missing."));
    if (!QDir::isAbsolutePath(settings.pidFile))
        return failure(ErrorKind::BadInput,
                       RuntimeFactoryText::tr("The pid file of the service needs an absolute path."));
    return std::make_shared<ProcessRuntime>(settings, dataDir, std::chrono::seconds(profile.stopSeconds),
                                            givenFolder);
}

RuntimeResult makeDocker(const RuntimeSettings &settings, const ServiceProfile &profile)
{
    if (auto checked = checkContainerName(settings.container); !checked)
        return failure(checked.error());
    const auto socket = dockerSocket(settings.engine, DockerSurroundings::current());
    if (!socket)
        return failure(socket.error());
    return std::make_shared<DockerRuntime>(*socket, settings, profile);
}

RuntimeResult makeCompose(const RuntimeSettings &settings, const ServiceProfile &profile)
{
    const auto checked = checkComposeName(settings.project).and_then([&settings] {
        return checkComposeName(settings.service);
    });
    if (!checked)
        return failure(checked.error());
    const auto socket = dockerSocket(settings.engine, DockerSurroundings::current());
    if (!socket)
        return failure(socket.error());
    return std::make_shared<ComposeRuntime>(*socket, settings, profile);
}

RuntimeResult makeSystemd(const RuntimeSettings &settings)
{
    if (checkedUnitName(settings.unit).isEmpty())
        return failure(ErrorKind::BadInput,
                       RuntimeFactoryText::tr("“%1” is no name of a systemd service.").arg(settings.unit));
    return std::make_shared<SystemdRuntime>(settings);
}

} // namespace

RuntimeResult makeRuntime(const RuntimeSettings &settings, const QString &dataDir,
                          const ServiceProfile &profile, const QString &givenFolder)
{
    if (settings.kind == QLatin1String("files"))
        return std::make_shared<FilesRuntime>(dataDir);
    if (settings.kind == QLatin1String("process"))
        return makeProcess(settings, dataDir, profile, givenFolder);
    if (settings.kind == QLatin1String("docker"))
        return makeDocker(settings, profile);
    if (settings.kind == QLatin1String("compose"))
        return makeCompose(settings, profile);
    if (settings.kind == QLatin1String("systemd"))
        return makeSystemd(settings);
    return failure(ErrorKind::BadInput,
                   RuntimeFactoryText::tr("“%1” is not a way to run a service that Pilothouse knows.")
                       .arg(settings.kind));
}

} // namespace pilothouse
