// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/statekind.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace pilothouse {

/// Draws how far a step is: a disc or ring of at most 16.
void paintStepMark(QPainter &painter, const QRectF &square, StepLook state, const Tokens &tokens);

/// A painted step; its word is its accessible name and its tooltip.
class StepMark final : public QWidget
{
    Q_OBJECT

public:
    explicit StepMark(StepLook state, QWidget *parent = nullptr);

    StepLook state() const { return m_state; }
    void setState(StepLook state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();

    StepLook m_state;
};

} // namespace pilothouse
