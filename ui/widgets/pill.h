// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace pilothouse {

/// The width of a pill; it is always 20 high.
qreal pillWidth(const PillCell &pill);

/// Draws a pill from the left edge of a rectangle, in its middle, cut at its right end. `hasEdge`: on a
/// selected row its soft fill alone is not seen.
void paintPill(QPainter &painter, const QRectF &rect, const PillCell &pill, const Tokens &tokens,
               bool hasEdge);

/// A statement in a soft fill; not a button.
class Pill final : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(PillCell pill = {}, QWidget *parent = nullptr);

    const PillCell &pill() const { return m_pill; }
    void setPill(PillCell pill);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PillCell m_pill;
};

} // namespace pilothouse
