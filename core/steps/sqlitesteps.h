// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class CheckStore;
class FileOps;
class SqliteEngine;
class StepRegistry;

/// Adds sqlite.backup, .check, .restore-into, .save-family, .swap-files, rows.change, file.set-aside,
/// expect.sql, .rows and .digest. What is handed over must outlive the registry.
/// Where `checks` is given, a step that replaces a database notes there that older verdicts are of another
/// file.
void addSqliteSteps(StepRegistry &steps, FileOps &files, const SqliteEngine &engine,
                    const CheckStore *checks = nullptr);

} // namespace pilothouse
