// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "core/monitoring/verdict.h"

namespace pilothouse {

class InstanceSession;
class JournalStore;

/// Where a service that does not run was stopped by an operation of ours: when, and by whom.
void addStopOnPurpose(const JournalStore &journals, InstanceSnapshot &snapshot);

/// The operation that somebody runs on it now, and one that waits for the operator.
void addOperations(const JournalStore &journals, const InstanceSession &session, InstanceFacts &facts);

} // namespace pilothouse
