// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <QWidget>

namespace pilothouse {

class Button;
class Label;
class Padlock;
class PaletteField;
class ShortcutList;

/// The bar at the top of the window: menu, back and forward, where one is, help.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);

    QMenu *menu() const { return m_menu; }
    /// The parts of the path; the last is where one is.
    void setPath(const QStringList &parts);
    /// Tooltips and the field say the keys that are in force.
    void setKeys(const ShortcutList &keys);
    /// Said where times are not those of this machine's zone; empty: they are.
    void setZoneText(const QString &text);
    void setHistory(bool canGoBack, bool canGoForward);
    Padlock &padlock() const { return *m_padlock; }

signals:
    void backRequested();
    void forwardRequested();
    void helpRequested();
    void paletteRequested();
    void foldRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QMenu *m_menu;
    Button *m_back;
    Button *m_forward;
    Button *m_help;
    Label *m_path;
    Label *m_here;
    Label *m_zone;
    PaletteField *m_palette;
    Padlock *m_padlock;
};

} // namespace pilothouse
