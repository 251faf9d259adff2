// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/statekind.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace pilothouse {

/// Draws a state by shape and colour into the middle of a square. A word has to stand nearby.
void paintStateMark(QPainter &painter, const QRectF &square, StateKind state, const Tokens &tokens);

/// A painted state; its word is its accessible name and its tooltip.
class StateMark final : public QWidget
{
    Q_OBJECT

public:
    explicit StateMark(StateKind state, int size = 14, QWidget *parent = nullptr);

    StateKind state() const { return m_state; }
    void setState(StateKind state);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();

    StateKind m_state;
    int m_size;
};

} // namespace pilothouse
