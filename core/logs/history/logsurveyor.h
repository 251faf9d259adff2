// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/logs/history/logsurvey.h"
#include "core/logs/logparser.h"
#include "core/logs/workerthread.h"

#include <QObject>

#include <vector>

namespace pilothouse {

/// Surveys a whole log in threads of its own, one for each core, behind all others: from the end backwards,
/// then on with what comes. Signals come in the thread it lives in.
class LogSurveyor final : public QObject
{
    Q_OBJECT
public:
    LogSurveyor(LogParser parser, QString source, QObject *parent = nullptr);
    /// Ends what runs and waits for it, some milliseconds.
    ~LogSurveyor() override;

    /// Surveys what is not known of it yet.
    void setExtent(const LogExtent &extent);
    bool isRunning() const { return m_running > 0; }

signals:
    /// More is known; `isAnew`: what was known before is void.
    void surveyed(const pilothouse::LogSurvey &part, bool isAnew);
    void finished();

private:
    void post(const LogPart &part, qint64 begin, qint64 end);
    void survey(const LogPart &part, qint64 begin, qint64 end, const OperationContext &context);

    LogParser m_parser;
    QString m_source;
    OperationContext m_context;
    QHash<quint64, qint64> m_asked; ///< how far each slot is surveyed or will be
    int m_epoch = 0;
    int m_running = 0;
    bool m_isAnew = false;
    std::vector<WorkerThread> m_threads;
    std::vector<QObject *> m_workers; ///< each lives in its thread and goes with it
    size_t m_next = 0;                ///< the one that gets the next stretch
};

} // namespace pilothouse
