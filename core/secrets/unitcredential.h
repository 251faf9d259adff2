// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secrets/secretstore.h"

namespace pilothouse {

/// A file of the folder that systemd makes for the unit of an unattended run; its name is the reference with
/// a dot. Empty where there is none.
Secret credentialOfUnit(const QString &reference);

/// What is kept under a reference: the unit's credential, else the keyring's secret. Blocks.
[[nodiscard]] Result<Secret> keptSecret(SecretStore &secrets, const QString &reference,
                                        const OperationContext &context);

} // namespace pilothouse
