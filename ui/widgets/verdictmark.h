// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/statekind.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace pilothouse {

/// Draws what a piece of evidence says, without a disc: a check only tells that somebody looked.
void paintVerdictMark(QPainter &painter, const QRectF &square, Verdict verdict, const Tokens &tokens);

/// A painted verdict of 14; its word is its accessible name and its tooltip.
class VerdictMark final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictMark(Verdict verdict, QWidget *parent = nullptr);

    Verdict verdict() const { return m_verdict; }
    void setVerdict(Verdict verdict);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say();

    Verdict m_verdict;
};

} // namespace pilothouse
