// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/databasescontroller.h"
#include "ui/controllers/rowscontroller.h"
#include "ui/controllers/servercontroller.h"
#include "ui/pages/page.h"

class QStackedWidget;

namespace pilothouse {

class Banner;
class Button;
class Card;
class DatabasePane;
class DetailDrawer;
class DataTable;
class Label;
class LoadingLine;
class Pill;
class RowBrowser;
class RecoveryCard;
class ServerCard;

/// The databases of the instance: sizes, two verdicts for each file, who holds it, what the server of each of
/// the others says, and a read-only look inside.
class DatabasesPage final : public Page
{
    Q_OBJECT
public:
    DatabasesPage(DatabasesController &controller, RowsController &rows, ServerController &server,
                  QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("databases"); }
    QString title() const override { return tr("Databases"); }
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    void focusFilter() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeToolbar();
    QWidget *makeTable();
    QWidget *makeLower();
    void show();
    void showTable();
    void fitColumns();
    void showReading();
    void showError();
    void showCurrent();
    void showExport();
    void showServer();
    void checkAll();
    void saveExport();
    QString currentId() const;

    DatabasesController &m_controller;
    RowsController &m_rows;
    ServerController &m_serverController;
    bool m_isNarrow = false;
    ValueTableModel<DatabaseState> m_model;
    Button *m_check = nullptr;
    Button *m_browse = nullptr;
    Button *m_export = nullptr;
    Label *m_summary = nullptr;
    Pill *m_age = nullptr;
    LoadingLine *m_loading = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    DataTable *m_table = nullptr;
    RecoveryCard *m_recovery = nullptr;
    ServerCard *m_server = nullptr; ///< hidden where the chosen database is a file
    RowBrowser *m_browser = nullptr;
    DatabasePane *m_pane = nullptr;
    DetailDrawer *m_drawer = nullptr;
    QString m_wanted; ///< the database that was chosen before a read
    bool m_isStale = true;
};

} // namespace pilothouse
