// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "core/plan/plan.h"

namespace pilothouse {

/// How a plan watches the log after it has started the service (RELIABILITY.md C1.7). Nothing where the
/// profile knows no fatal lines, or the instance wants no watch.
struct LogWatch
{
    QList<StepCall> mark; ///< just before the start
    QList<StepCall>
        proof; ///< before the one that it answers, which then also holds for the time of the watch
    int seconds = 0;
    QList<Finding> findings;
};

LogWatch logWatchOf(const InstanceSession &session);

/// The steps that start a service, with the mark before the start itself.
QList<StepCall> withMark(const QList<StepCall> &start, const LogWatch &watch);

} // namespace pilothouse
