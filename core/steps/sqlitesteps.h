// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse
{

class FileOps;
class SqliteEngine;
class StepRegistry;

/// Adds sqlite.backup, .check, .restore-into, .save-family, .swap-files, rows.change, file.set-aside, expect.sql,
/// .rows and .digest. What is handed over must outlive the registry.
void addSqliteSteps(StepRegistry &steps, FileOps &files, const SqliteEngine &engine);

} // namespace pilothouse
