// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runtime/givenfile.h"
#include "core/runtime/serviceruntime.h"
#include "core/secrets/secret.h"

#include <QCoreApplication>

#include <optional>

namespace pilothouse {

/// The line of a private file from which a runtime gives its service a secret at each start. Its bytes are
/// never told to anybody, errors included.
class SecretPlace
{
    Q_DECLARE_TR_FUNCTIONS(SecretPlace)
public:
    struct Line
    {
        QString file;
        QString name; ///< before its "="
    };

    /// `runtime` outlives it.
    SecretPlace(ServiceRuntime &runtime, Line line);

    /// Where a variable can be set without touching what the operator wrote elsewhere. Refused, with what to
    /// do instead, where there is no such place.
    [[nodiscard]] static Result<Line> lineFor(ServiceRuntime &runtime, const QString &variable,
                                              const OperationContext &context);
    /// What stands behind the "=", quotes included; nothing where there is no such line.
    [[nodiscard]] Result<std::optional<QByteArray>> raw() const;
    /// Changes that line alone; nothing takes it out. Holds from the next start on.
    [[nodiscard]] Result<> setRaw(const std::optional<QByteArray> &raw,
                                  const OperationContext &context) const;

private:
    bool isOwnFile() const;
    std::optional<GivenFile> given() const;
    /// All of the file; nothing where there is no file of our own.
    [[nodiscard]] Result<std::optional<QByteArray>> content() const;
    [[nodiscard]] Result<> write(const QByteArray &text) const;
    [[nodiscard]] Result<> remove() const;

    ServiceRuntime &m_runtime;
    Line m_line;
};

/// Digests of the values that the service was started with, one for each of its containers or its process;
/// an empty one where it has none. NotFound where that cannot be seen.
[[nodiscard]] Result<QList<QByteArray>>
secretDigestsInEffect(ServiceRuntime &runtime, const QString &variable, const OperationContext &context);
/// One variable of the service's environment, which may hold a password; empty where it is not set. NotFound
/// where the environment cannot be seen: it does not run, and nobody wrote it down.
[[nodiscard]] Result<Secret> secretInEffect(ServiceRuntime &runtime, const QString &variable,
                                            const OperationContext &context);
/// Empty for nothing.
QByteArray secretDigest(const std::optional<QByteArray> &value);
/// 256 random bits in letters and digits.
QByteArray newSecret();

} // namespace pilothouse
