// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/foreigntext.h" // IWYU pragma: export

namespace pilothouse {

/// Foreign text for a button, tab, menu or check box, where a single & would become a mnemonic.
QString mnemonicSafe(const QString &foreign);

} // namespace pilothouse
