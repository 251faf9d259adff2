// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

namespace pilothouse {

/// What an operation destroys, counted and named, in a box that cannot be missed.
class LossBox final : public QWidget
{
    Q_OBJECT
public:
    explicit LossBox(const QStringList &losses, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pilothouse
