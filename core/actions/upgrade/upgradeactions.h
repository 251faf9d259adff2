// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"

namespace pilothouse {

/// Adds upgrade.run and upgrade.tidy, and the query upgrade.check.
void addUpgradeActions(Catalogue &catalogue, const BackupTools &tools);

} // namespace pilothouse
