// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/fleetcontroller.h"
#include "ui/pages/pagemaker.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QStackedWidget>
#include <QTimer>

namespace pilothouse {

class ActionFlow;
class InstanceView;
class LockController;
class OperationDock;
class Rail;
class ToastHost;
class TopBar;

/// What the window is made of; all of it outlives the window, but what is made for it, which becomes its own.
struct MainWindowParts
{
    FleetController &fleet;
    OperationsController &operations;
    LockController &lock;
    Theme &theme;
    QList<PageMaker> pages;
    std::function<QWidget *()> makeFirstRun; ///< what is shown where there is no instance
};

/// The window: it navigates and owns rail, pages and dock, nothing else.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const MainWindowParts &parts, QWidget *parent = nullptr);

    void showInstance(const QString &name);
    void showPage(const QString &id);
    QString instance() const { return m_current; }
    InstanceView &instanceView() const { return *m_view; }
    ActionFlow &actions() const { return *m_actions; }
    ToastHost &toasts() const { return *m_toasts; }
    OperationDock &dock() const { return *m_dock; }

    /// Size, place, rail, page, theme: what the next start shows again. Restore it before the window is
    /// shown.
    QJsonObject windowState() const;
    void restoreWindowState(const QJsonObject &state);

signals:
    void addInstanceRequested();
    void probeRequested(const QString &instance);
    void editRequested(const QString &instance);
    void removeRequested(const QString &instance);
    void manualRequested(const QString &section);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Place
    {
        QString instance;
        QString page;
        bool operator==(const Place &) const = default;
    };

    void connectParts();
    void fillMenu();
    void addShortcuts();
    void addShortcut(const QKeySequence &keys, std::function<void()> work);
    void onFleetChanged();
    void showCenter();
    void fillThemes(QMenu *menu);
    void updateHeader();
    void updatePath();
    void remember();
    void go(int by);

    FleetController &m_fleet;
    OperationsController &m_operations;
    LockController &m_lock;
    Theme &m_theme;
    TopBar *m_top;
    Rail *m_rail;
    QStackedWidget *m_center;
    InstanceView *m_view;
    QWidget *m_loading;
    QWidget *m_firstRun = nullptr; ///< made when it is shown first
    std::function<QWidget *()> m_makeFirstRun;
    OperationDock *m_dock;
    ToastHost *m_toasts;
    ActionFlow *m_actions;
    QTimer m_clock;
    QString m_current;
    QString m_wanted; ///< what was shown last, until the instances are known
    QList<Place> m_history;
    qsizetype m_place = -1;
    bool m_isGoing = false;
    bool m_mayClose = false;
};

} // namespace pilothouse
