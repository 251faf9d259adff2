// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"
#include "core/instances/datareader.h"
#include "core/plan/plan.h"
#include "core/secrets/secretstore.h"

namespace pilothouse {

/// What drills are planned with; all of it outlives the catalogue.
struct DrillTools
{
    BackupTools backup;
    const SqliteEngine &engine;
    SecretStore &secrets;
};

/// The plan of a whole drill: a marker, a backup, its restore into scratch places that no service knows,
/// proofs there, and clearing up. The live data get the marker and nothing else.
[[nodiscard]] Result<Plan> planDrill(const DrillTools &tools, const InstanceSession &session,
                                     const QJsonObject &arguments, const OperationContext &context);

/// The reference of the key with which a drill calls the service: "<instance>/drill".
QString drillKeyReference(const QString &instance);

} // namespace pilothouse
