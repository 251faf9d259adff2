// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "tests/bench/measure.h"

namespace pilothouse {

/// The database of chat messages that is measured with, in WAL mode; made at the first run and kept. The same
/// size gives the same data.
[[nodiscard]] Result<QString> benchDatabase(const BenchOptions &options);

/// Fills the key-value table of a service's database from benchDatabase(), up to the size.
[[nodiscard]] Result<> enlarge(const QString &keyValueDatabase, const BenchOptions &options);

} // namespace pilothouse
