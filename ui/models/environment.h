// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "ui/models/cellvalue.h"

namespace pilothouse {

/// "Production" with its kind; an empty text for an instance that does not say what it is for.
BadgeCell environmentBadge(Environment environment);

} // namespace pilothouse
