// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/palettecontroller.h"

#include <QObject>

class QWidget;

namespace pilothouse {

class ActionFlow;
class CommandPalette;

/// From the palette's field to what was chosen: actions go the one way of the window, places are asked for.
class PaletteFlow final : public QObject
{
    Q_OBJECT
public:
    PaletteFlow(PaletteController &palette, FleetController &fleet, ActionFlow &actions, QWidget *window);

    /// Shows the palette with an instance in front.
    void open(const QString &instance);
    CommandPalette &view() const { return *m_view; }

signals:
    void instanceRequested(const QString &name);
    /// `find`: what to look for on it; empty: nothing.
    void pageRequested(const QString &instance, const QString &page, const QString &find);
    void manualRequested(const QString &place);
    /// A key of the window, "keyboard", or "troubleshoot", "probe", "add-instance".
    void windowRequested(const QString &id);
    void used();

private:
    void onChosen(const PaletteEntry &entry);
    void startAction(const PaletteEntry &entry);
    void stepInstance(int by);
    void setInFront(const QString &instance);

    PaletteController &m_palette;
    FleetController &m_fleet;
    ActionFlow &m_actions;
    QWidget *m_window;
    CommandPalette *m_view;
};

} // namespace pilothouse
