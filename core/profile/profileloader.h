// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/profile/serviceprofile.h"

#include <QByteArray>

namespace pilothouse {

/// Reads a profile strictly. BadInput with file, line, column and what was expected; the detail lists every
/// problem.
[[nodiscard]] Result<ServiceProfile> loadProfile(const QByteArray &json, const QString &file);

} // namespace pilothouse
