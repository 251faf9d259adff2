// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audit/auditlog.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

/// What the audit of one instance says, and whether the whole chain holds.
struct AuditReading
{
    QList<AuditRecord> records; ///< of the instance, newest first
    AuditVerdict verdict;
};

/// Operations and audit records of one instance.
class ActivityController final : public QObject
{
    Q_OBJECT
public:
    ActivityController(OperationsController &operations, AuditLog &audit, OperationRunner &runner,
                       const Clock &clock, QObject *parent = nullptr);

    void setInstance(const QString &name);
    /// Reads journals, records and the chain again.
    void refresh();
    /// The operations of this instance, newest first.
    QList<OperationView> operations() const;
    const Readable<AuditReading> &audit() const { return m_audit; }
    /// The audit records that belong to an operation, oldest first.
    QList<AuditRecord> recordsOf(const QUuid &operation) const;
    /// All records as they stand, for export; `done` gets the JSON lines.
    void exportRecords(QObject *receiver, std::function<void(Result<QByteArray>)> done);

signals:
    void changed();

private:
    OperationsController &m_operations;
    AuditLog &m_log;
    OperationRunner &m_runner;
    const Clock &m_clock;
    LatestRead m_read;
    QString m_instance;
    Readable<AuditReading> m_audit;
};

} // namespace pilothouse
