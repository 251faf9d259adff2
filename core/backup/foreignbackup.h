// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/restoresource.h"

namespace pilothouse {

/// Reads a tar that the runbook's script made, or a bare database file: unpacks it into a private folder
/// below `scratch` (gone afterwards), finds out which database of the profile each member is, and describes
/// it all as a manifest. Members that are no database of the profile are refused by name.
[[nodiscard]] Result<RestoreSource> readForeignBackup(const QString &file, const ServiceProfile &profile,
                                                      const QString &scratch, FileOps &files,
                                                      const OperationContext &context);

} // namespace pilothouse
