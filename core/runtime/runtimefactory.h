// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "core/profile/serviceprofile.h"
#include "core/runtime/serviceruntime.h"

#include <memory>

namespace pilothouse {

/// The runtime that the settings of an instance describe; asks nobody. BadInput names the setting that is
/// missing or wrong. What Pilothouse gives the service at its start lies in `givenFolder`, where the runtime
/// has no place of its own for that.
[[nodiscard]] Result<std::shared_ptr<ServiceRuntime>> makeRuntime(const RuntimeSettings &settings,
                                                                  const QString &dataDir,
                                                                  const ServiceProfile &profile,
                                                                  const QString &givenFolder);

} // namespace pilothouse
