// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sqlite3.h>

#include <memory>

namespace pilothouse {

/// Closes what SQLite's C API hands out; close_v2 waits for statements that are still open.
struct NativeClose
{
    void operator()(sqlite3 *database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

using DatabaseHandle = std::unique_ptr<sqlite3, NativeClose>;
using StatementHandle = std::unique_ptr<sqlite3_stmt, NativeClose>;

} // namespace pilothouse
