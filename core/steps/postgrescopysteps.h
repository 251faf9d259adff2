// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Clock;
class FileOps;
class PostgresAccess;
class StepRegistry;

/// Adds the words that back up, restore, exchange and remove databases of a server: postgres.dump,
/// .create-database, .restore, .expect, .swap-databases and .drop-database.
void addPostgresCopySteps(StepRegistry &registry, FileOps &files, const Clock &clock,
                          const PostgresAccess &access);

} // namespace pilothouse
