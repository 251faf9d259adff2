// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/history/logpagereader.h"
#include "core/logs/history/logsurveyor.h"

#include <QTimer>

#include <memory>

namespace pilothouse {

/// Counts of records over time, in bars of one length.
struct LogBars
{
    qint64 from = 0; ///< ms since 1970
    qint64 step = 0; ///< ms
    QList<LevelCounts> counts;

    qint64 to() const { return from + step * counts.size(); }
    /// Where the bar of a time begins, or the next one does.
    qint64 floored(qint64 time) const { return from + (time - from) / step * step; }
};

/// When what happened in a whole log, and which part of that time is shown.
class LogTimeline final : public QObject
{
    Q_OBJECT
public:
    explicit LogTimeline(QObject *parent = nullptr);
    ~LogTimeline() override;

    void start(const LogParser &parser, const QString &source);
    void stop();
    void setExtent(const LogExtent &extent);

    bool isRunning() const { return m_surveyor && m_surveyor->isRunning(); }
    std::shared_ptr<const LogSurvey> survey() const { return m_survey; }
    qint64 countOf(LogLevel level) const { return m_survey->countOf(level); }
    /// All of the log in at most so many bars of a length that people count in.
    LogBars bars(int atMost) const;

    const std::optional<LogTimes> &times() const { return m_times; }
    void setTimes(const std::optional<LogTimes> &times);

signals:
    /// More is known; at most ten times a second.
    void changed();
    void timesChanged();

private:
    void take(const LogSurvey &part, bool isAnew);

    std::unique_ptr<LogSurveyor> m_surveyor;
    std::shared_ptr<LogSurvey> m_survey = std::make_shared<LogSurvey>();
    std::optional<LogTimes> m_times;
    QTimer m_delay;
};

} // namespace pilothouse
