// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/entitiescontroller.h"
#include "ui/models/valuetablemodel.h"
#include "ui/pages/page.h"

#include <QSortFilterProxyModel>

#include <memory>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace pilothouse {

class Banner;
class Button;
class DataTable;
class EmptyState;
class Label;
class SearchField;

/// Whatever kinds of things the profile describes beside users: their table, what to know of them, how many
/// are in which state, and what can be done with one or with all.
class EntitiesPage final : public Page
{
    Q_OBJECT
public:
    explicit EntitiesPage(EntitiesController &controller, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("records"); }
    QString title() const override;
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    void focusFilter() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Model = ValueTableModel<EntityRow>;

    QWidget *makeToolbar();
    QWidget *makeTable();
    void show();
    void showKinds();
    void showColumns();
    void showViews();
    void showError();
    void showActions();
    void start(const ProfileEntityAction &action);
    void askLabel(const ProfileEntityAction &action);
    const EntityRow *current() const;

    EntitiesController &m_controller;
    std::unique_ptr<Model> m_model;
    QSortFilterProxyModel m_proxy;
    QString m_shownKind;
    QHBoxLayout *m_kinds = nullptr;
    QHBoxLayout *m_allActions = nullptr;
    QHBoxLayout *m_oneActions = nullptr;
    QVBoxLayout *m_findings = nullptr;
    QHBoxLayout *m_summaries = nullptr;
    SearchField *m_filter = nullptr;
    Label *m_age = nullptr;
    Label *m_chosen = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    DataTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    bool m_isStale = true;
};

} // namespace pilothouse
