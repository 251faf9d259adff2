// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/pcrepattern.h"

namespace pilothouse {

/// A regular expression over bytes for Hyperscan, which looks at many lines at once; null where this build
/// or processor has none, or where it cannot take the expression exactly as PCRE2 does.
std::shared_ptr<const LinePattern> makeHyperscanPattern(const PatternText &pattern);

} // namespace pilothouse
