// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/label.h"

namespace pilothouse {

/// Code, a command or raw text of a service in a sunken box; wraps, can be selected and copied.
class CodeBox final : public Label
{
    Q_OBJECT

public:
    explicit CodeBox(const QString &text = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pilothouse
