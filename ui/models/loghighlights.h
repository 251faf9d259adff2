// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/loghighlighters.h"
#include "core/domain/logrecord.h"

#include <QCache>

namespace pilothouse {

/// What of a record stands out, and in which colour.
struct LogHighlight
{
    LogMatch place;
    int color = 0;
};

/// The highlighters that are on, made ready to be painted. In the UI thread.
class LogHighlights
{
public:
    explicit LogHighlights(const QList<LogHighlighter> &rules);

    bool isEmpty() const { return m_rules.empty(); }
    /// Rules that come first are painted last, over the others. Remembered for the records that were painted
    /// lately.
    const QList<LogHighlight> &of(const LogRecord &record) const;
    /// What finds lines with something of a colour; an empty text where no rule has it.
    LogQuery queryOf(int color) const;

private:
    struct Rule
    {
        LogHighlighter rule;
        LogSearch search;
    };
    struct Known
    {
        qsizetype lines = 0; ///< the last record may still grow
        QList<LogHighlight> highlights;
    };

    QList<Rule> m_rules;
    mutable QCache<quint64, Known> m_known;
};

} // namespace pilothouse
