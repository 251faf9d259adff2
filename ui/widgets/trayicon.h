// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/desktopnotifier.h"
#include "ui/models/statekind.h"

#include <QIcon>
#include <QObject>

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace pilothouse {

/// The worst state of all instances in the desktop's tray, by shape and colour, with a menu. It only asks.
class TrayIcon final : public QObject
{
    Q_OBJECT
public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Whether the desktop has a tray; without one there is no icon.
    bool isThere() const { return m_icon != nullptr; }
    void setState(StateKind state, int instances, const QString &worstName);
    void tell(const Notice &notice);
    QMenu &menu() const { return *m_menu; }

    /// The mark on the program's icon.
    static QIcon iconOf(StateKind state);
    /// "Pilothouse: 5 instances, worst is prod-1: Down".
    static QString textOf(StateKind state, int instances, const QString &worstName);

signals:
    void showRequested();
    void backUpAllRequested();
    void quitRequested();

private:
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon = nullptr;
};

} // namespace pilothouse
