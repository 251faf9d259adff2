// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page.h"

#include <functional>

namespace pilothouse {

/// A page before it is there: the window opens with one of them, and each is made when it is shown first.
struct PageMaker
{
    QString id; ///< that of the page
    QString title;
    std::function<Page *()> make;
};

} // namespace pilothouse
