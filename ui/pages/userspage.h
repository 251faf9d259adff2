// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/userscontroller.h"
#include "ui/models/entitymodel.h"
#include "ui/pages/page.h"

class QScrollBar;
class QStackedWidget;

namespace pilothouse {

class Banner;
class DataTable;
class EmptyState;
class UserPane;
class UsersToolbar;

/// The users of the instance: find one, disable or enable it, and see what a delete would take before asking
/// for it.
class UsersPage final : public Page
{
    Q_OBJECT
public:
    explicit UsersPage(UsersController &controller, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("users"); }
    QString title() const override;
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    void focusFilter() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    UsersToolbar *makeToolbar();
    QWidget *makeTable();
    void applyFilter();
    void show();
    void showRows();
    void showColumns();
    void showTimes();
    void showCounts();
    void showReading();
    void showError();
    void showCurrent();
    void showOwned();
    void showOrphans();
    void onCurrent();
    void saveExport();

    UsersController &m_controller;
    EntityModel m_model;
    EntityListPointer m_shown;
    QList<int> m_shownOrder;
    UsersToolbar *m_toolbar = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    DataTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    UserPane *m_pane = nullptr;
    QScrollBar *m_paneBar = nullptr;
    QStringList m_columnIds;
    bool m_isStale = true;
    bool m_isShowingRows = false;
    bool m_isNarrow = false;
};

} // namespace pilothouse
