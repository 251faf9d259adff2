// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class PostgresAccess;
class StepRegistry;

/// Adds postgres.cancel-session, .end-session and .maintain. The access outlives the registry.
void addServerSteps(StepRegistry &steps, const PostgresAccess &access);

} // namespace pilothouse
