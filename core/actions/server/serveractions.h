// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Catalogue;
class PostgresAccess;

/// Adds server.cancel-session, .end-session and .maintain. The access outlives the catalogue.
void addServerActions(Catalogue &catalogue, const PostgresAccess &access);

} // namespace pilothouse
