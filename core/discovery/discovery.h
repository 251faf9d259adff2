// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/discovery/candidate.h"
#include "core/profile/serviceprofile.h"

#include <chrono>

namespace pilothouse {

/// What to look for, and where.
struct DiscoveryRequest
{
    QList<ServiceProfile> profiles;
    QList<Instance> known;                    ///< the stored instances
    QStringList folders;                      ///< looked through beside the usual ones, two levels deep
    QString home;                             ///< what "~" means; empty: this user's
    std::chrono::milliseconds deadline{8000}; ///< for each source
};

/// What one source found; with an error, what it had found until then.
struct SourceReport
{
    DiscoverySource source = DiscoverySource::Folders;
    QList<Candidate> candidates;
    std::optional<Error> error;
    qint64 milliseconds = 0;
};

inline constexpr DiscoverySource DiscoverySources[] = {DiscoverySource::Containers, DiscoverySource::Units,
                                                       DiscoverySource::Processes, DiscoverySource::Folders};

/// Looks in one place. Blocks, at most for the request's deadline; only reads. TimedOut says who did not
/// answer.
SourceReport discover(DiscoverySource source, const DiscoveryRequest &request,
                      const OperationContext &context);

/// All sources at once, each on a thread of its own; in the order of DiscoverySources. Blocks.
QList<SourceReport> discoverAll(const DiscoveryRequest &request, const OperationContext &context);

/// One list of what the sources found: what is the same service by its processes, its data folder or its unit
/// is named once, by what controls it best. Those that a profile fits come first, last those that cannot be
/// added and those that are known; each new one has a name that can be used.
QList<Candidate> joined(const QList<SourceReport> &reports, const QList<Instance> &known);

} // namespace pilothouse
