// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logmatcher.h"

namespace pilothouse {

Result<LogMatcher> LogMatcher::compile(const LogQuery &query)
{
    LogMatcher matcher;
    if (query.text.isEmpty())
        return matcher;
    auto marks = LogSearch::compile(query);
    if (!marks)
        return failure(marks.error());
    auto lines = LinePattern::compile(query);
    if (!lines)
        return failure(lines.error());
    matcher.marks = std::move(*marks);
    matcher.lines = std::move(*lines);
    return matcher;
}

} // namespace pilothouse
