// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

namespace pilothouse
{

/// Every colour of the window; four instances, one per theme. No colour literal stands anywhere else.
struct Tokens
{
    QColor canvas;
};

} // namespace pilothouse
