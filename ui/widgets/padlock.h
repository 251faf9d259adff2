// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancelock.h"

#include <QAbstractButton>
#include <QMenu>

namespace pilothouse {

/// The padlock of the top bar: "Production locked" or "Unlocked, 8:42 left". Hidden where there is nothing to
/// lock. A click opens what can be done.
class Padlock final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Padlock(QWidget *parent = nullptr);

    void setState(const LockState &state);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void unlockRequested(std::chrono::minutes duration);
    void lockRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openMenu();

    LockState m_state;
    QMenu *m_menu;
};

} // namespace pilothouse
