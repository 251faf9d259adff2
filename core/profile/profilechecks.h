// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/profilereader.h"
#include "core/profile/serviceprofile.h"

namespace pilothouse {

/// Checks what needs the whole profile: references, unique ids, expressions, paths and the shape of its SQL.
void checkProfile(const ServiceProfile &profile, ProfileProblems &problems);

} // namespace pilothouse
