// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/logs.h"
#include "core/logs/evidence/evidencemanifest.h"

namespace pilothouse {

class AuditLog;
class Clock;
class EvidenceWriter;
class FileOps;

/// A set that was made.
struct EvidenceSet
{
    QString folder;
    EvidenceManifest manifest;
    QByteArray manifestSha256; ///< to be noted elsewhere; it is in the audit
};

/// Records of a log that somebody has marked, with what was noted on each; a note may be empty.
struct MarkedRecords
{
    LogSource source;
    QList<LogRecord> records;
    QStringList notes;
};

QJsonObject toJson(const EvidenceSet &set);
QJsonObject toJson(const EvidenceCheck &check);

/// Keeps logs as evidence: a folder with files, what they are of, and their SHA-256. Nothing half written
/// gets the folder's name.
class LogExport
{
    Q_DECLARE_TR_FUNCTIONS(LogExport)
public:
    LogExport(LogStreamOpener opener, FileOps &files, AuditLog &audit, const Clock &clock);

    /// The logs that the arguments name, all where they name none: their files as they are, or, with a
    /// filter, level or range, the records that are asked for. Told in the audit with the manifest's hash;
    /// `how` is "command line" or "window".
    [[nodiscard]] Result<EvidenceSet> run(const InstanceSession &session, QJsonObject arguments,
                                          const QString &folder, const QString &how,
                                          const OperationContext &context) const;

    /// The same with the records that were marked in one log.
    [[nodiscard]] Result<EvidenceSet> runMarked(const InstanceSession &session, const MarkedRecords &marked,
                                                const QString &folder, const QString &how,
                                                const OperationContext &context) const;

private:
    /// Names the set and tells the audit of it.
    [[nodiscard]] Result<EvidenceSet> finish(EvidenceWriter &writer, EvidenceSet set, QJsonObject arguments,
                                             const QString &how, const OperationContext &context) const;
    [[nodiscard]] Result<> addRecords(EvidenceWriter &writer, const InstanceSession &session,
                                      const LogSource &source, const LogFilter &filter,
                                      const OperationContext &context) const;

    LogActions m_logs;
    FileOps &m_files;
    AuditLog &m_audit;
    const Clock &m_clock;
};

} // namespace pilothouse
