// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/roles.h"

namespace pilothouse {

const char *roleName(int role)
{
    switch (role) {
    case ValueRole:
        return "value";
    case SortRole:
        return "sort";
    case KeyRole:
        return "key";
    case ExportRole:
        return "export";
    case SeverityRole:
        return "severity";
    default:
        return "";
    }
}

} // namespace pilothouse
