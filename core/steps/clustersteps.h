// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Clock;
class FileOps;
class PostgresAccess;
class StepRegistry;

/// Adds the words about a whole PostgreSQL server and its pgBackRest: backrest.*, beside.*, cluster.* and
/// expect.cluster. All that is handed over outlives the registry.
void addClusterSteps(StepRegistry &steps, FileOps &files, const Clock &clock, const PostgresAccess &access);

} // namespace pilothouse
