// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/dialogframe.h"

namespace pilothouse {

/// Asked when the window is closed while operations run: they are put back, not left half done.
class CloseQuestion final : public DialogFrame
{
    Q_OBJECT
public:
    CloseQuestion(int running, QWidget *parent);

signals:
    void confirmed();
};

} // namespace pilothouse
