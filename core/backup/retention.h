// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/backuprecord.h"
#include "core/profile/serviceprofile.h"

namespace pilothouse {

/// What retention decides from: the sets on disk, never anything else.
struct RetentionInput
{
    QList<BackupRecord> records;
    ProfileRetention policy;
    QDateTime now;
    QStringList inUse;          ///< ids of sets that an operation still needs
    bool hasLastFailed = false; ///< the newest attempt at a backup failed
};

/// Which sets go and which stay, and why.
struct RetentionChoice
{
    QList<BackupRecord> keep;   ///< newest first; `keptAs` says why
    QList<BackupRecord> remove; ///< newest first
    QString stopped;            ///< why nothing goes at all, translated; empty: the policy decided

    bool removes(const QString &id) const;
};

/// By age and by generations together: what either of them wants stays. Never the newest verified set, a
/// pinned one or one in use; sets that do not count (unverified, damaged) neither fill a generation nor go.
RetentionChoice planRetention(const RetentionInput &input);

/// "newest", "daily", "pinned" ... as words for the screen.
QString retentionReasonText(const QString &reason);

} // namespace pilothouse
