// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testsupport.h"

class QWidget;

namespace pilothouse {

/// Shows a widget at a size and waits until it is laid out and painted.
void showAndWait(QWidget &widget, const QSize &size);

} // namespace pilothouse
