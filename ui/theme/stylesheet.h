// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/buttonlook.h"

namespace pilothouse {

/// The style sheet of the whole application in the colours of one theme.
QString styleSheet(const Tokens &tokens);

/// The rules of one kind of button: an attribute selector weighs as much as a state, so each kind states all
/// of its own.
QString buttonRules(ButtonKind kind, const Tokens &tokens);

} // namespace pilothouse
