// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

class QBoxLayout;

namespace pilothouse {

class Button;

/// The pane of details at the end of a page's row: beside the table where there is room for both, else a
/// drawer over it. F4 opens and closes it, Escape closes the drawer.
class DetailDrawer final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the pane, and the last place of the row, which lies in `page`.
    DetailDrawer(QWidget *pane, QBoxLayout *row, QWidget *page);

    /// Opens and closes the drawer, for the page's toolbar; hidden where the pane stands beside the table.
    Button *button() const { return m_button; }
    bool isDrawer() const { return m_isDrawer; }
    bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addShortcuts(QWidget *page);
    void setDrawer(bool isDrawer);
    void place();
    void takeFocus();

    QWidget *m_pane;
    QBoxLayout *m_row;
    Button *m_button;
    QPointer<QWidget> m_before; ///< had the focus before the drawer opened
    bool m_isDrawer = false;
    bool m_isOpen = true;
};

} // namespace pilothouse
