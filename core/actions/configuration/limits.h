// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/domain/servicestatus.h"
#include "core/plan/plan.h"
#include "core/profile/serviceprofile.h"
#include "core/runtime/resourcelimits.h"

#include <QJsonArray>

namespace pilothouse {

class Catalogue;
class Clock;
class InstanceSession;
class MetricStore;

/// What a service may use, and what it uses.
struct LimitsReport
{
    ResourceLimits limits;
    std::optional<ServiceStatistics> use; ///< nothing where it does not run
    qint64 memoryPeak = 0;                ///< of the last seven days, bytes; 0: not measured
    double cpuPeak = 0;                   ///< percent of a core; 0: not measured
    bool canSet = false;
    QString definedBy; ///< "compose project notes", "unit x.service": who decides at the next start
    QString snippet;   ///< what to write there so that it stays
};

/// What speaks against a new limit of memory in bytes: less than the service uses, or has used.
QList<Finding> memoryFindings(const LimitsReport &report, qint64 wanted);

/// `metrics` may be null: no peaks then.
[[nodiscard]] Result<LimitsReport> limitsOf(const InstanceSession &session, const MetricStore *metrics,
                                            const QDateTime &now, const OperationContext &context);
QJsonObject toJson(const LimitsReport &report, const QList<ProfileLimits> &presets);

/// Adds limits.show and limits.set. Both outlive the catalogue.
void addLimitActions(Catalogue &catalogue, const MetricStore &metrics, const Clock &clock);

} // namespace pilothouse
