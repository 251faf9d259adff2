// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/database/databases.h"
#include "core/actions/users/users.h"
#include "core/audit/auditlog.h"
#include "core/base/clock.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/plan/catalogue.h"
#include "core/plan/executor.h"
#include "core/steps/sqlitesteps.h"

namespace pilothouse {

/// Everything that runs plans over SQLite files and users, with its state in one folder: the real parts.
struct PlanRig
{
    explicit PlanRig(const QString &stateFolder)
        : journals(files, stateFolder + QStringLiteral("/journal"))
        , audit(files, stateFolder + QStringLiteral("/audit"), clock)
        , executor(steps, journals, audit, clock)
    {
        addSqliteSteps(steps, files, engine);
        addUserActions(catalogue, engine);
        addDatabaseQueries(catalogue, engine);
    }

    Result<RunReport> run(const Plan &plan, const InstanceSession &session)
    {
        Approval approval;
        approval.isConfirmed = true;
        approval.accepted = plan.consentIds();
        approval.typedName = plan.instance;
        approval.reason = QStringLiteral("test");
        return executor.run(plan, approval, {session, {}, {}});
    }

    SystemClock clock;
    FileOps files;
    SqliteEngine engine;
    StepRegistry steps;
    Catalogue catalogue;
    JournalStore journals;
    AuditLog audit;
    Executor executor;
};

} // namespace pilothouse
