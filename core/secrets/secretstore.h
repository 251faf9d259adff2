// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QStringList>

namespace pilothouse {

/// Where secrets that this program keeps are stored, by references such as "prod-1/database": the instance,
/// then what it is. Every call blocks, at most five seconds, and may be made from any thread but the UI's.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// NotFound where nothing is stored under the reference.
    [[nodiscard]] virtual Result<Secret> read(const QString &reference, const OperationContext &context) = 0;
    [[nodiscard]] virtual Result<> write(const QString &reference, const Secret &secret,
                                         const OperationContext &context) = 0;
    /// Not an error where nothing is stored.
    [[nodiscard]] virtual Result<> remove(const QString &reference, const OperationContext &context) = 0;

    /// All of them, or the first failure.
    [[nodiscard]] Result<SecretBag> readAll(const QStringList &references, const OperationContext &context);
    /// BadInput unless it is "<instance>/<what>" of letters, digits, ".", "_" and "-".
    [[nodiscard]] static Result<> checkReference(const QString &reference);
};

} // namespace pilothouse
