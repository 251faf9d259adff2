// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "core/profile/serviceprofile.h"

namespace pilothouse {

/// What other parts of the program know of an instance, for its verdict.
struct InstanceFacts
{
    QString needsOperator;    ///< why an operation waits for the operator; empty: none does
    QString working;          ///< title of the operation that runs; empty: none
    QStringList due;          ///< what is overdue: "Integrity check, 9 d ago"
    QString backupFailure;    ///< why the last backup failed; empty: it did not
    bool wantsBackups = true; ///< false where nobody has asked for any
    int errors = 0;           ///< in the log, within the window that the caller watches
    double errorPercent = 0;  ///< of the records of that window
};

/// The worst of what is known, with its reason, at `now`.
InstanceVerdict verdictOf(const InstanceSnapshot &snapshot, const ServiceProfile &profile,
                          const InstanceFacts &facts, const QDateTime &now);

/// Failures in a row before an instance counts as down: the profile's threshold "health", else 3.
int healthFailureLimit(const ServiceProfile &profile);

} // namespace pilothouse
