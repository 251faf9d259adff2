// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqlitesteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/expectkeptstep.h"
#include "core/steps/filesetaside.h"
#include "core/steps/rowschange.h"
#include "core/steps/sqlitebackupstep.h"
#include "core/steps/sqlitecheckstep.h"
#include "core/steps/sqliteexpect.h"
#include "core/steps/sqliterestorestep.h"
#include "core/steps/sqlitesavestep.h"
#include "core/steps/sqliteswapstep.h"

namespace pilothouse {

void addSqliteSteps(StepRegistry &steps, FileOps &files, const SqliteEngine &engine, const CheckStore *checks)
{
    steps.add(std::make_unique<SqliteBackupStep>(files, engine));
    steps.add(std::make_unique<SqliteCheckStep>(engine));
    steps.add(std::make_unique<SqliteRestoreStep>(engine, checks));
    steps.add(std::make_unique<SqliteSaveStep>(files, engine));
    steps.add(std::make_unique<SqliteSwapStep>(files, checks));
    steps.add(std::make_unique<RowsChange>(engine));
    steps.add(std::make_unique<FileSetAside>(files));
    steps.add(std::make_unique<ExpectSql>(engine));
    steps.add(std::make_unique<ExpectRows>(engine));
    steps.add(std::make_unique<ExpectDigest>(engine));
    steps.add(std::make_unique<ExpectKeptStep>(engine));
}

} // namespace pilothouse
