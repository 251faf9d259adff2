// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/datareader.h"

namespace pilothouse {

class Catalogue;

/// Adds the action entities.run, which is whatever action a profile gives its entities, and the queries
/// entities.kinds, .list, .show, .summary, .findings and assertions.check. The engines outlive the catalogue.
void addEntityActions(Catalogue &catalogue, const DataEngines &engines);

/// One assertion of the profile and what it came to.
struct AssertionResult
{
    QString id;
    QString title;
    QString item;
    qint64 wrong = 0; ///< 0: it holds
    std::optional<Error> error;
};

/// Every assertion of the profile about that database, or about all where it is empty. Blocks.
[[nodiscard]] Result<QList<AssertionResult>> checkAssertions(const InstanceSession &session,
                                                             const DataEngines &engines,
                                                             const QString &database,
                                                             const OperationContext &context);

} // namespace pilothouse
