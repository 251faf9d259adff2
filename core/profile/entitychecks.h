// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/checkrules.h"

namespace pilothouse {

/// Checks of what a profile says of an entity: its list, what it owns, and what is left of one that is gone.
class EntityChecks : private CheckRules
{
public:
    using CheckRules::CheckRules;

    void checkEntity(const ProfileEntity &entity, const QString &pointer);

private:
    void checkOrphans(const ProfileOrphans &orphans, const QString &pointer, const QStringList &columns);
    void checkOwned(const ProfileOwned &owned, const QString &pointer, const QStringList &columns);
    void checkFilePattern(const QString &pattern, const QString &pointer, const QStringList &columns);
};

} // namespace pilothouse
