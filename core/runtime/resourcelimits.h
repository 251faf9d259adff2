// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/runtime/systemdstate.h"

#include <QJsonObject>

namespace pilothouse {

/// What a service may use at most.
struct ResourceLimits
{
    qint64 memoryBytes = 0; ///< 0: no limit
    qint64 swapBytes = 0;   ///< memory and swap together; 0: not said, -1: no limit
    double cpus = 0;        ///< 0: no limit

    bool operator==(const ResourceLimits &) const = default;
};

QJsonObject toJson(const ResourceLimits &limits);
ResourceLimits limitsFromJson(const QJsonObject &object);

/// Of a container as the engine describes it. A limit of all that the machine has is none.
ResourceLimits limitsFromInspect(const QJsonObject &inspected);
ResourceLimits limitsFromUnit(const UnitFacts &facts);
/// The engine's "update" request that leads from one to the other. The engine cannot take a limit away:
/// none becomes all that the machine has.
QJsonObject updateRequest(const ResourceLimits &from, const ResourceLimits &to);

} // namespace pilothouse
