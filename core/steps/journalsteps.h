// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class JournalStore;
class StepRegistry;

/// Adds journal.shorten. The store must outlive the registry.
void addJournalSteps(StepRegistry &registry, JournalStore &journals);

} // namespace pilothouse
