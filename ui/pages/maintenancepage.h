// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/maintenancecontroller.h"
#include "ui/pages/page.h"

namespace pilothouse {

class Banner;
class Button;
class Card;
class LoadingBars;
class MaintenanceList;
class MaintenancePane;

/// What there is to maintain, in groups, each row with one button.
class MaintenancePage final : public Page
{
    Q_OBJECT
public:
    explicit MaintenancePage(MaintenanceController &controller, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("maintenance"); }
    QString title() const override { return tr("Maintenance"); }
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    void focusFilter() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    void show();
    void showCurrent();
    void start(const MaintenanceItem &item);

    MaintenanceController &m_controller;
    Banner *m_banner = nullptr;
    Card *m_card = nullptr;
    Button *m_again = nullptr;
    LoadingBars *m_loading = nullptr;
    QWidget *m_rows = nullptr;
    MaintenanceList *m_list = nullptr;
    MaintenancePane *m_pane = nullptr;
    bool m_hasSession = false;
    bool m_isStale = true;
};

} // namespace pilothouse
