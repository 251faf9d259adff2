// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/filesruntime.h"

#include "core/process/processrunner.h"

namespace pilothouse {

FilesRuntime::FilesRuntime(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{
}

tl::unexpected<Error> FilesRuntime::cannotControl() const
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.subject = m_dataFolder;
    error.message =
        tr("This instance is only files: Pilothouse does not know how its service is started or stopped.");
    error.advice = tr("Choose the container or the command of the service in the settings of the instance.");
    return failure(std::move(error));
}

Result<ServiceStatus> FilesRuntime::status(const OperationContext &)
{
    ServiceStatus status;
    status.reason = tr("This instance is only files; whether its service runs is not known.");
    return status;
}

Result<ServiceStatistics> FilesRuntime::statistics(const OperationContext &)
{
    return cannotControl();
}

Result<QList<EnvironmentEntry>> FilesRuntime::environment(const OperationContext &)
{
    return cannotControl();
}

Result<QList<MountEntry>> FilesRuntime::mounts(const OperationContext &)
{
    return QList<MountEntry>();
}

Result<StopOutcome> FilesRuntime::stop(std::chrono::milliseconds, const OperationContext &)
{
    return cannotControl();
}

Result<> FilesRuntime::start(const OperationContext &)
{
    return cannotControl();
}

Result<QJsonObject> FilesRuntime::fenceState(const OperationContext &)
{
    return cannotControl();
}

Result<> FilesRuntime::fence(const OperationContext &)
{
    return cannotControl();
}

Result<bool> FilesRuntime::isFenced(const OperationContext &)
{
    return false;
}

Result<> FilesRuntime::unfence(const QJsonObject &, const OperationContext &)
{
    return cannotControl();
}

Result<ProcessOutput> FilesRuntime::exec(const CommandLine &command, std::chrono::milliseconds timeout,
                                         const OperationContext &context)
{
    return LocalProcessRunner().run(command, timeout, context);
}

} // namespace pilothouse
