// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;

/// Leads plans for data that only the container's engine reaches through the private copy: a backup takes it
/// anew with the container paused, a change stops the service, takes it, changes the copy and brings that
/// back. The plan says which way is taken and why. Plans for other instances pass as they are.
class EngineRoute
{
    Q_DECLARE_TR_FUNCTIONS(EngineRoute)

public:
    EngineRoute(FileOps &files, const Clock &clock)
        : m_files(files)
        , m_clock(clock)
    {
    }

    /// Brings the copy up to date where the service lets that be done unseen. Fails only where there is no
    /// copy at all and none can be made. With `logs`, log files too.
    [[nodiscard]] Result<> refresh(const InstanceSession &session, bool withLogs,
                                   const OperationContext &context) const;
    [[nodiscard]] Result<Plan> led(const InstanceSession &session, Plan plan,
                                   const OperationContext &context) const;

private:
    FileOps &m_files;
    const Clock &m_clock;
};

/// Why data in a container is reached by the engine: "the volume agentx lies in a folder that this user may
/// not read". Empty where it is reached directly.
[[nodiscard]] QString reasonForEngine(const QString &hostFolder, const QStringList &databases);

} // namespace pilothouse
