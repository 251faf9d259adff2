// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

/// Any text as a tooltip that shows it as it is: Qt guesses rich text, so angle brackets and the like are
/// escaped, and control characters become visible.
QString plainTooltip(const QString &text);

} // namespace pilothouse
