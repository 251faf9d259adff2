// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/databasescard.h"

namespace pilothouse {

/// Names over bars, sizes over growths, painted one below the other.
class SizeLines final : public QWidget
{
    Q_OBJECT

public:
    explicit SizeLines(QWidget *parent = nullptr);

    void setLines(const QList<SizeLine> &lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter, qsizetype at) const;

    QList<SizeLine> m_lines;
};

} // namespace pilothouse
