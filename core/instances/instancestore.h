// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/instance.h"

#include <QList>

namespace pilothouse {

class StateStore;

/// BadInput names the first field of an instance that cannot be. Where all of a service is on servers, it
/// needs no data folder.
[[nodiscard]] Result<> checkInstance(const Instance &instance, bool needsDataFolder = true);

/// The operator's instances in the StateStore. Blocking; from any thread but the UI's.
class InstanceStore
{
public:
    explicit InstanceStore(const StateStore &store)
        : m_store(store)
    {
    }

    /// By name.
    [[nodiscard]] Result<QList<Instance>> list() const;
    /// NotFound names those there are.
    [[nodiscard]] Result<Instance> find(const QString &name) const;
    /// Gives it an id and the time where it has none. Refused where the name is taken.
    [[nodiscard]] Result<Instance> add(Instance instance) const;
    /// Found by its id; the name may change. An unlock ends where it becomes or no longer is production.
    [[nodiscard]] Result<> update(const Instance &instance) const;
    /// Forgets it; nothing of the service or its backups is touched.
    [[nodiscard]] Result<> remove(const QUuid &id) const;

private:
    const StateStore &m_store;
};

} // namespace pilothouse
