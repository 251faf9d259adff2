// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/latestread.h"
#include "ui/controllers/logscontroller.h"
#include "ui/controllers/logservices.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

/// What of the logs is to be kept as evidence, and where.
struct LogExportWish
{
    enum class What { AllLogs, ThisLog, Found, Marked };
    What what = What::AllLogs;
    bool isOnlyTimes = false; ///< only the time that is chosen above the log; marked records are marked all
    QString folder;
};

/// Keeps logs as evidence from the window, one set at a time.
class LogExportController final : public QObject
{
    Q_OBJECT
public:
    LogExportController(LogsController &logs, const LogServices &services, SessionPointer session,
                        QObject *parent = nullptr);
    ~LogExportController() override;

    LogsController &logs() { return m_logs; }
    const QString &instance() const;
    /// A folder that is not there yet, below one.
    QString folderIn(const QString &parent) const;

    bool isRunning() const { return !m_operation.isNull(); }
    /// The set that was made last, or why none was made.
    const Readable<EvidenceSet> &set() const { return m_set; }
    void start(const LogExportWish &wish);
    void cancel();

signals:
    void changed();

private:
    using Work = std::function<Result<EvidenceSet>(const LogExport &, const OperationContext &)>;
    Work workOf(const LogExportWish &wish) const;

    LogsController &m_logs;
    LogServices m_services;
    SessionPointer m_session;
    QPointer<Operation> m_operation;
    Readable<EvidenceSet> m_set;
};

} // namespace pilothouse
