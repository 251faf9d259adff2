// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audit/auditlog.h"

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

/// Walks the whole log and compares it with the anchors.
AuditVerdict verifyAudit(const QByteArray &log, const QList<AuditAnchor> &anchors);

} // namespace pilothouse
