// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secrets/secretstore.h"

namespace pilothouse {

/// Secrets in memory, for tests only: the program has no store beside the keyring.
class MemorySecretStore final : public SecretStore
{
public:
    Result<Secret> read(const QString &reference, const OperationContext &) override
    {
        const auto found = m_secrets.find(reference);
        if (found == m_secrets.end())
            return failure(ErrorKind::NotFound, QStringLiteral("There is no such secret."));
        return found->second;
    }
    Result<> write(const QString &reference, const Secret &secret, const OperationContext &) override
    {
        m_secrets.insert_or_assign(reference, secret);
        return {};
    }
    Result<> remove(const QString &reference, const OperationContext &) override
    {
        m_secrets.erase(reference);
        return {};
    }

private:
    SecretBag m_secrets;
};

} // namespace pilothouse
