// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Catalogue;

/// Adds the actions service.stop, .start and .restart, and the queries service.status, .sockets and
/// .statistics.
void addServiceActions(Catalogue &catalogue);

} // namespace pilothouse
