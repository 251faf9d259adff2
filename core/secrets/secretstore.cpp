// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/secretstore.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pilothouse {

Result<SecretBag> SecretStore::readAll(const QStringList &references, const OperationContext &context)
{
    SecretBag bag;
    for (const QString &reference : references) {
        auto secret = read(reference, context);
        if (!secret)
            return failure(secret.error());
        bag.insert_or_assign(reference, std::move(*secret));
    }
    return bag;
}

Result<> SecretStore::checkReference(const QString &reference)
{
    static const QRegularExpression Allowed(
        QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*\\z"));
    if (Allowed.match(reference).hasMatch() && reference.size() <= 200)
        return {};
    return failure(
        Error{ErrorKind::BadInput,
              reference,
              QCoreApplication::translate("SecretStore", "This is not a reference to a secret."),
              QCoreApplication::translate("SecretStore", "References look like \"instance/name\"."),
              {}});
}

} // namespace pilothouse
