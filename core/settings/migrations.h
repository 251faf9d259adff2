// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

class QSqlDatabase;

namespace pilothouse {

/// How many migrations there are: the version of an up-to-date state file.
int migrationCount();

/// Runs those that the file lacks, in order, inside the caller's transaction, and notes each.
[[nodiscard]] Result<> migrate(QSqlDatabase &database);

} // namespace pilothouse
