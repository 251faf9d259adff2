// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audit/auditlog.h"
#include "core/drill/drillreport.h"
#include "core/drill/reportseal.h"

namespace pilothouse {

class InstanceSession;

/// A report in the history.
struct DrillEntry
{
    DrillReport report;
    QString file; ///< path without ending: .json, .md and .pdf lie there, each with .sig where it was signed
    bool isSigned = false;
};

/// Whether a report is as it was written.
struct DrillCheck
{
    bool isSigned = false;  ///< it has a signature
    bool isGenuine = false; ///< which is good
    bool isInAudit = false; ///< its digest is in the audit
    bool isAuditWhole = false;

    bool holds() const { return (isSigned ? isGenuine : isInAudit) && (!isInAudit || isAuditWhole); }
};

/// How drills stand.
struct DrillState
{
    QDateTime lastAt; ///< of the newest drill that passed; invalid: none has
    QDateTime dueAt;  ///< when the next one should have been; invalid: there never was one
    bool isStale = false;
    bool hasFailedSince = false; ///< the newest drill of all failed
};

/// The reports of an instance's drills, newest first.
QList<DrillEntry> drillHistory(const FileOps &files, const QString &stateFolder, const QUuid &instance);
/// Reads no more of them than it needs.
DrillState drillState(const FileOps &files, const InstanceSession &session, const QDateTime &now);
/// After how many days a drill of the instance is stale: what the operator says, else the profile.
int drillDays(const InstanceSession &session);

/// The reports of drills in <state>/drills/<instance>: written once when a drill has ended, however it did.
/// Blocking; from any thread.
class DrillBook
{
public:
    DrillBook(FileOps &files, const QString &stateFolder, SecretStore &secrets, AuditLog &audit,
              const Clock &clock);

    /// Writes the report of an operation that has ended, signs it, notes its digests in the audit. Done
    /// before: nothing.
    [[nodiscard]] Result<> write(const OperationRecord &record, const InstanceSession &session,
                                 const StepRegistry &steps, const OperationContext &context);
    /// NotFound where there is no such file.
    [[nodiscard]] Result<DrillCheck> check(const QString &file, const OperationContext &context) const;

    /// Operations that were begun and may not have ended: what a killed Pilothouse has left.
    QList<QUuid> running() const;
    [[nodiscard]] Result<> forget(const QUuid &operation);

private:
    QString runningFolder() const { return m_folder + QStringLiteral("/running"); }

    FileOps &m_files;
    QString m_folder;
    ReportSeal m_seal;
    AuditLog &m_audit;
    const Clock &m_clock;
};

} // namespace pilothouse
