// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/activitycontroller.h"
#include "ui/models/valuetablemodel.h"
#include "ui/pages/page.h"

#include <QSortFilterProxyModel>

namespace pilothouse {

class ActivityPane;
class DataTable;
class Label;
class SearchField;
class StateMark;

/// Everything that was done to the instance, what can still be put back, and whether the audit chain holds.
class ActivityPage final : public Page
{
    Q_OBJECT
public:
    explicit ActivityPage(ActivityController &controller, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("activity"); }
    QString title() const override { return tr("Activity"); }
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    void focusFilter() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeToolbar();
    QWidget *makeTable();
    QWidget *makeFoot();
    void show();
    void showFoot();
    void showCurrent();
    void saveExport();

    ActivityController &m_controller;
    ValueTableModel<OperationView> m_model;
    QSortFilterProxyModel m_proxy;
    SearchField *m_filter = nullptr;
    DataTable *m_table = nullptr;
    ActivityPane *m_pane = nullptr;
    StateMark *m_chainMark = nullptr;
    Label *m_chainTitle = nullptr;
    Label *m_chainText = nullptr;
    bool m_hasSession = false;
    bool m_isStale = true;
    bool m_isNarrow = false;
};

} // namespace pilothouse
