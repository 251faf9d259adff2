// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/base/operationcontext.h"
#include "core/instances/instancesession.h"

namespace pilothouse {

/// What a restore of this database would take away, as sentences: rows that are there now and not in the
/// backup. None where nothing has changed since.
QStringList lossesOf(const DatabaseReference &live, const ManifestDatabase &backup, const QString &since,
                     const OperationContext &context);

} // namespace pilothouse
