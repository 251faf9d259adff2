// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/databaseinfo.h"

#include <QList>
#include <QUuid>

namespace pilothouse {

class StateStore;

/// Results of database checks, so that an old verdict can be shown with its age. Blocking; not for the UI
/// thread.
class CheckStore
{
public:
    explicit CheckStore(const StateStore &store)
        : m_store(store)
    {
    }

    /// Keeps the last 50 of each kind.
    [[nodiscard]] Result<> add(const QUuid &instance, const DatabaseCheck &check) const;
    /// Notes that the file is another one, or holds another content, from now on.
    [[nodiscard]] Result<> noteReplaced(const QUuid &instance, const QString &database,
                                        const QDateTime &at) const;
    /// The newest of each database and kind that is about the file as it is since it was last replaced; that
    /// note is one of them.
    [[nodiscard]] Result<QList<DatabaseCheck>> latest(const QUuid &instance) const;
    /// Newest first.
    [[nodiscard]] Result<QList<DatabaseCheck>> history(const QUuid &instance, const QString &database,
                                                       int limit) const;

private:
    const StateStore &m_store;
};

} // namespace pilothouse
