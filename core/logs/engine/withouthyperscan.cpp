// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/hyperscanpattern.h"

namespace pilothouse {

std::shared_ptr<const LinePattern> makeHyperscanPattern(const PatternText &)
{
    return nullptr;
}

} // namespace pilothouse
