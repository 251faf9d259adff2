// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/profileentity.h"
#include "core/profile/profilereader.h"

namespace pilothouse {

/// Reads what a profile says of one entity.
ProfileEntity readEntity(const ObjectReader &reader);

} // namespace pilothouse
