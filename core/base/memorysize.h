// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace pilothouse {

/// "2G", "512M", "1.5 GiB", "1073741824": bytes, in powers of 1024 as engines and the kernel count. BadInput
/// says what is expected.
[[nodiscard]] Result<qint64> bytesFromText(const QString &text);
/// "2g": the same for a compose file and the docker client; exact.
QString limitText(qint64 bytes);

} // namespace pilothouse
