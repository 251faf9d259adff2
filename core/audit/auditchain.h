// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audit/auditlog.h"

#include <QHash>

namespace pilothouse {

/// The record as its line in the log, with the newline; fills in its hash, which covers `previous`.
QByteArray auditLine(AuditRecord &record, qint64 monotonicMs, const QByteArray &previous);

/// A line that was read, with what chains it to the one before.
struct AuditLine
{
    AuditRecord record;
    QByteArray previous;    ///< hash of the record before, as it says
    bool isGenuine = false; ///< its own hash is right, to the byte
};

/// Nothing where the line is no record at all.
std::optional<AuditLine> parseAuditLine(const QByteArray &line);

/// A point that was known once: the record with this number had this hash.
struct AuditAnchor
{
    qint64 sequence = 0;
    QByteArray hash;
};

QByteArray anchorLine(const AuditAnchor &anchor);
QList<AuditAnchor> parseAnchors(const QByteArray &content);

/// The action of the record that tells of one that a crash cut off.
QString repairAction();

/// Walks the chain file by file, oldest first, and stops judging at the first record that does not follow.
class AuditWalk
{
public:
    explicit AuditWalk(const QList<AuditAnchor> &anchors);

    /// The next file. Only the last one may end within a record.
    void feed(const QByteArray &log, bool isLast);
    /// What it came to; after the last file.
    AuditVerdict verdict() const;

private:
    bool take(const QByteArray &bytes);
    void breakHere(const QString &problem);

    QHash<qint64, QByteArray> m_known;
    AuditVerdict m_verdict;
    QByteArray m_previous;
    QDateTime m_lastTime;
    qint64 m_lastRepair = 0;
};

} // namespace pilothouse
