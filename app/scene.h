// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>
#include <QString>

#include <functional>

class QWidget;

namespace pilothouse {

/// Something that the window can show: how to bring it about, when it is there, and how to leave it.
struct Scene
{
    QString name; ///< of its pictures; empty: it only prepares the scenes after it
    std::function<void()> open;
    std::function<bool()> isReady = {};
    std::function<QWidget *()> dialog = {}; ///< drawn over the middle of the window; empty: the window alone
    QSize dialogSize = {};                  ///< before it is bounded by the window; empty: as it is
    bool isAlone = false;                   ///< the dialog is a window of its own: nothing is behind it
    std::function<void()> close = {};
};

} // namespace pilothouse
