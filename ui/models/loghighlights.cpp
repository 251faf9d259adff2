// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/loghighlights.h"

namespace pilothouse {

namespace {
constexpr int HighlightsKept = 1000; ///< records
} // namespace

LogHighlights::LogHighlights(const QList<LogHighlighter> &rules)
    : m_known(HighlightsKept)
{
    for (const LogHighlighter &rule : rules) {
        const auto search = LogSearch::compile(rule.query);
        if (rule.isOn && search && !search->isEmpty())
            m_rules.append({rule, *search});
    }
}

const QList<LogHighlight> &LogHighlights::of(const LogRecord &record) const
{
    const Known *known = m_known.object(record.number);
    if (known && known->lines == record.continuation.size())
        return known->highlights;
    auto *found = new Known{record.continuation.size(), {}};
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        for (const LogMatch &place : rule->search.find(record))
            found->highlights.append({place, rule->rule.color});
    }
    m_known.insert(record.number, found); // takes it
    return m_known.object(record.number)->highlights;
}

LogQuery LogHighlights::queryOf(int color) const
{
    QList<LogQuery> queries;
    for (const Rule &rule : m_rules) {
        if (rule.rule.color == color)
            queries.append(rule.rule.query);
    }
    return queries.isEmpty() ? LogQuery() : eitherOf(queries);
}

} // namespace pilothouse
