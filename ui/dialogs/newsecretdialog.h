// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secrets/secret.h"
#include "ui/widgets/dialogframe.h"

namespace pilothouse {

/// Shows a secret that a service has just made, once. Closed, it is gone.
class NewSecretDialog final : public DialogFrame
{
    Q_OBJECT
public:
    NewSecretDialog(const QString &operation, Secret secret, QWidget *parent = nullptr);

private:
    Secret m_secret;
};

} // namespace pilothouse
