// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/maintenanceitem.h"
#include "ui/widgets/card.h"

namespace pilothouse {

/// What is known of the selected row: its share of the whole, facts, space that is needed, what it does.
class MaintenancePane final : public Card
{
    Q_OBJECT

public:
    explicit MaintenancePane(QWidget *parent = nullptr);

    void showItem(const MaintenanceItem &item);
    void showNothing();

signals:
    void activated(const pilothouse::MaintenanceItem &item);

private:
    void clear();
    void addCaption(const QString &text);
    void addText(const QString &text);
    void addSpace(const MaintenanceSpace &space);
    void addFact(const MaintenanceFact &fact);

    MaintenanceItem m_item;
    QWidget *m_contents = nullptr;
    QVBoxLayout *m_lines = nullptr;
};

} // namespace pilothouse
