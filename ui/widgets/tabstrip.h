// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabBar>
#include <QWidget>

namespace pilothouse {

/// The tabs of an instance on a surface with a hairline below.
class TabStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit TabStrip(QWidget *parent = nullptr);
    QTabBar *tabs() const { return m_tabs; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTabBar *m_tabs;
};

} // namespace pilothouse
