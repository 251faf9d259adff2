// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace pilothouse {

/// Roles that our models answer beside Qt's own.
enum Role {
    ValueRole = Qt::UserRole, ///< what a delegate paints: a value of the model's own type
    SortRole,                 ///< what a proxy compares
    KeyRole,                  ///< the stable key of the row, by which a refresh finds it again
    ExportRole,               ///< whole, for a file: times as ISO 8601 with offset, numbers as digits
    SeverityRole,             ///< an int that ranks the row, worst first
};

/// The names of these roles, for tests and accessibility tools.
const char *roleName(int role);

} // namespace pilothouse
