// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page.h"

#include <functional>

namespace pilothouse {

/// A page before it is there: the window opens with one of them, and makes the others after it.
struct PageMaker
{
    QString id; ///< that of the page
    QString title;
    /// With the parent from the start: what moves to another one is styled again, all of it.
    std::function<Page *(QWidget *parent)> make;
    /// Whether a service has what the page shows; empty: every one has.
    std::function<bool(const InstanceSession &)> suits = {};
};

} // namespace pilothouse
