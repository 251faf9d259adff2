// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace pilothouse {

/// Makes a log of about so many bytes, always the same, unless there is one already: lines of some 130 bytes,
/// one in a hundred with "error", each with a correlation id. Says its path.
[[nodiscard]] Result<QString> benchLog(const QString &folder, qint64 bytes);

/// What is searched in it as a regular expression: some minutes, and a part of the id.
QString benchLogPattern();

} // namespace pilothouse
