// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secrets/secret.h"

#include <QMutex>
#include <QUuid>

namespace pilothouse {

/// Secrets that an operation of this process has just made, until whoever started it takes them to show them
/// once. In memory only: no journal, no audit. Safe from any thread.
class NewSecrets
{
public:
    void put(const QUuid &operation, Secret secret);
    bool has(const QUuid &operation);
    /// Empty where there is none, or where it was taken before.
    Secret take(const QUuid &operation);

private:
    QMutex m_mutex;
    std::map<QUuid, Secret> m_secrets; ///< guarded by m_mutex
};

} // namespace pilothouse
