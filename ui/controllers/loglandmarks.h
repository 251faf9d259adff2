// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logfinder.h"
#include "ui/controllers/logtimeline.h"
#include "ui/models/loghighlights.h"
#include "ui/models/logmodel.h"
#include "ui/models/logoverview.h"

namespace pilothouse {

/// What lies where in a log: errors, matches, marks, and what the reader's highlighters make stand out.
class LogLandmarks final : public QObject
{
    Q_OBJECT
public:
    /// Of what these hold.
    LogLandmarks(LogModel &model, const LogTimeline &timeline, const LogFinder &finder);

    const LogOverview &overview() const { return m_overview; }
    /// What stands out in every log that is shown, in the view and in the overview.
    void setHighlighters(const QList<LogHighlighter> &rules);
    void setExtent(const LogExtent &extent);

signals:
    void changed();

private:
    void collect();
    void collectSoon();

    LogModel &m_model;
    const LogTimeline &m_timeline;
    const LogFinder &m_finder;
    LogExtent m_extent;
    std::vector<std::unique_ptr<LogFinder>> m_highlightFinders; ///< by colour; null: nothing has it
    LogOverview m_overview;
    QTimer m_delay;
};

} // namespace pilothouse
