// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace pilothouse {

/// Darkens a window while a dialog of it is open. Takes no clicks; follows the window's size by itself.
class Scrim final : public QWidget
{
    Q_OBJECT
public:
    explicit Scrim(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pilothouse
