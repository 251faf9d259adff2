// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

namespace pilothouse {

/// Walks a window by Tab as somebody without a mouse does. Names every control that has no accessible name,
/// that does not let go of the focus, or that is not reached. Empty: none.
QStringList keyboardFaults(QWidget &window);

} // namespace pilothouse
