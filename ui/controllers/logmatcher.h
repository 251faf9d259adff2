// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/linepattern.h"

namespace pilothouse {

/// What a text of the find field means: which lines of a log it finds, and what of them is marked. The only
/// place that turns the text into something that matches.
struct LogMatcher
{
    std::shared_ptr<const LinePattern> lines; ///< null: everything, as the field is empty
    LogSearch marks;

    /// BadInput where the text means nothing, with the place in words.
    [[nodiscard]] static Result<LogMatcher> compile(const LogQuery &query);
};

} // namespace pilothouse
