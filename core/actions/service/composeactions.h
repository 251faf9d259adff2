// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Catalogue;

/// Adds the actions compose.up, .down, .restart and .recreate, and the query compose.services.
void addComposeActions(Catalogue &catalogue);

} // namespace pilothouse
