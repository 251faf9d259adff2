// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/operationview.h"

#include <QWidget>

namespace pilothouse {

/// The steps of a plan or an operation, painted one below the other on a thin line: numbers while nothing has
/// begun, marks once it runs. Wraps nothing: titles are cut at the right, commands in the middle; both are in
/// the tooltip.
class StepList final : public QWidget
{
    Q_OBJECT
public:
    enum class Look { Plan, Progress };

    explicit StepList(Look look, QWidget *parent = nullptr);

    void setSteps(const QList<StepView> &steps, bool hasEnded);
    void setShowsCommands(bool isShown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowHeight(const StepView &step) const;
    void paintRow(QPainter &painter, qsizetype at, const QRect &row) const;
    void paintMark(QPainter &painter, qsizetype at, const QRect &row) const;
    QString secondLine(const StepView &step) const;
    QString sideText(const StepView &step) const;

    Look m_look;
    QList<StepView> m_steps;
    bool m_hasEnded = false;
    bool m_showsCommands = true;
};

} // namespace pilothouse
