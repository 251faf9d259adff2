// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secrets/secretstore.h"

namespace pilothouse {

/// Detached Ed25519 signatures of reports. The private key is made at the first use and stays in the keyring;
/// its public half is written beside the reports, so that others can check them too: openssl pkeyutl -verify
/// -rawin -pubin -inkey report-key.pem -in FILE -sigfile FILE.sig. Blocks.
class ReportSeal
{
public:
    explicit ReportSeal(SecretStore &secrets)
        : m_secrets(secrets)
    {
    }

    /// A signature of 64 bytes, and the public key in PEM that it is checked with.
    struct Signed
    {
        QByteArray signature;
        QByteArray publicKey;
    };
    /// Unreachable without a keyring.
    [[nodiscard]] Result<Signed> sign(const QByteArray &content, const OperationContext &context) const;
    /// BadData where the key is none.
    [[nodiscard]] static Result<bool> isGenuine(const QByteArray &content, const QByteArray &signature,
                                                const QByteArray &publicKey);
    /// The public half of the key in the keyring.
    [[nodiscard]] Result<QByteArray> publicKey(const OperationContext &context) const;

private:
    SecretStore &m_secrets;
};

} // namespace pilothouse
