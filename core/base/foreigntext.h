// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

/// Foreign text as it may be shown: control characters, those without a shape and those that turn the
/// direction of writing become visible. Line breaks and tabs stay.
QString visibleText(const QString &foreign);

/// Foreign text on one line: line breaks and tabs become visible too.
QString visibleLine(const QString &foreign);

} // namespace pilothouse
