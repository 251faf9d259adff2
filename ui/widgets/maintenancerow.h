// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/maintenanceitem.h"
#include "ui/models/statekind.h"

#include <QWidget>

namespace pilothouse {

class Button;
class ElidingLabel;
class Label;
class StateMark;
class UsageBar;

/// How a row of maintenance is marked.
StateKind stateKindOf(MaintenanceState state);

/// One row of 58: a mark, a sentence over its evidence, the age or the time left, and one button.
class MaintenanceRow final : public QWidget
{
    Q_OBJECT

public:
    explicit MaintenanceRow(QWidget *parent = nullptr);

    void setItem(const MaintenanceItem &item, const QDateTime &now);
    const MaintenanceItem &item() const { return m_item; }
    void setSelected(bool isSelected);
    Button *button() const { return m_button; }

signals:
    void selected();
    /// The button, or Enter on the row.
    void activated();
    /// Up and Down: the row before or after should have the focus.
    void moved(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showUse();

    MaintenanceItem m_item;
    StateMark *m_mark;
    ElidingLabel *m_sentence;
    UsageBar *m_use;
    ElidingLabel *m_evidence;
    Label *m_age;
    Button *m_button;
    bool m_isSelected = false;
};

} // namespace pilothouse
