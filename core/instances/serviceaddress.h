// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"

#include <QUrl>

namespace pilothouse {

/// An address of the service, as a profile writes it.
struct ServiceAddress
{
    QUrl url;
    bool isInside = false; ///< as the service itself knows it: the runtime says where that is reached
};

/// With the variables of the service filled in, as it runs or as they are without being set. Where the
/// operator gave the health address, it says where the service is; where there are only files, nothing but
/// that does, for what a profile guesses may be another service's. Blocks.
[[nodiscard]] Result<ServiceAddress> serviceAddress(const InstanceSession &session, const QString &profileUrl,
                                                    const OperationContext &context);

} // namespace pilothouse
