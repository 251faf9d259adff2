// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/domain/servicestatus.h"
#include "core/instances/instancesession.h"
#include "core/plan/plan.h"

namespace pilothouse {

/// The time without service that an operation on the data needs: what to do before and after, and what stands
/// against it.
struct ServiceWindow
{
    bool isUp = false;       ///< the service runs and will be stopped
    QList<StepCall> before;  ///< fence, stop
    QList<StepCall> start;   ///< unfence, start
    QList<StepCall> healthy; ///< wait until it is healthy
    QList<Finding> findings;
};

/// What stands against a stop of a service in this state.
QList<Finding> stopFindings(const ServiceStatus &status);

/// Looks at the service, and where it cannot be controlled at who has the databases open.
ServiceWindow openServiceWindow(const InstanceSession &session, const QStringList &databases,
                                const OperationContext &context);

} // namespace pilothouse
