// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/newsecrets.h"

namespace pilothouse {

void NewSecrets::put(const QUuid &operation, Secret secret)
{
    const QMutexLocker lock(&m_mutex);
    m_secrets.insert_or_assign(operation, std::move(secret));
}

bool NewSecrets::has(const QUuid &operation)
{
    const QMutexLocker lock(&m_mutex);
    return m_secrets.contains(operation);
}

Secret NewSecrets::take(const QUuid &operation)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_secrets.extract(operation);
    return found.empty() ? Secret() : std::move(found.mapped());
}

} // namespace pilothouse
