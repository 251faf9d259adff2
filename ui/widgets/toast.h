// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/statekind.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace pilothouse {

/// What a toast says, and the one thing it offers. It is never the only place where a fact is told.
struct ToastText
{
    StateKind state = StateKind::Healthy;
    QString sentence;
    QString buttonText = {};
    std::function<void()> act = {};
};

/// A line of 44 that goes by itself after 8 s, except for a failure; the time stands still under the pointer
/// and while it has the keyboard focus.
class Toast final : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(const ToastText &toast, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void dismissed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void holdOrGo();

    QTimer m_life;
    bool m_goesByItself;
};

} // namespace pilothouse
