// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class CheckStore;
class FileOps;
class SqliteEngine;
class StepRegistry;

/// Adds sqlite.maintain, sqlite.salvage and check.keep. What is handed over must outlive the registry.
void addMaintenanceSteps(StepRegistry &steps, FileOps &files, const SqliteEngine &engine,
                         const CheckStore &checks);

} // namespace pilothouse
