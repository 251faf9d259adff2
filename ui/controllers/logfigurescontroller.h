// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/profilelogs.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/logscontroller.h"
#include "ui/controllers/logservices.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

/// How the records of a log are to be counted.
struct LogFiguresWish
{
    QString by;       ///< a field, or "level", "component", "message"; empty: as the question says
    QString slow;     ///< "1s": only what took longer; empty: all
    QString per;      ///< "minute", "hour", "day"; empty: what fits
    QString question; ///< of the profile; empty: none
    bool isReview = false;
    bool isByQuery = false; ///< only what is looked for in the log
    bool isByTimes = false; ///< only the time that is chosen above the log
};

/// Counts the records of the log that is shown, through all of its history and off the UI thread.
class LogFiguresController final : public QObject
{
    Q_OBJECT
public:
    LogFiguresController(LogsController &logs, const LogServices &services, SessionPointer session,
                         QObject *parent = nullptr);
    ~LogFiguresController() override;

    LogsController &logs() { return m_logs; }
    QList<ProfileLogQuestion> questions() const;

    /// What "logs stats" gives; see LogActions::stats().
    const Readable<QJsonObject> &figures() const { return m_figures; }
    /// The filter under which they were counted.
    const QString &scope() const { return m_scope; }
    /// The newest wish wins.
    void start(const LogFiguresWish &wish);
    void cancel();

signals:
    void changed();

private:
    LogsController &m_logs;
    LogServices m_services;
    SessionPointer m_session;
    QPointer<Operation> m_operation;
    int m_generation = 0;
    Readable<QJsonObject> m_figures;
    QString m_scope;
};

} // namespace pilothouse
