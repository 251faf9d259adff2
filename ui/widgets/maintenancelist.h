// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/maintenanceitem.h"

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

class MaintenanceRow;

/// The rows under the lines of their groups. Keeps the selection by the rows' ids.
class MaintenanceList final : public QWidget
{
    Q_OBJECT

public:
    explicit MaintenanceList(QWidget *parent = nullptr);

    void setItems(const QList<MaintenanceItem> &items, const QDateTime &now);
    /// Null: there is none.
    const MaintenanceItem *current() const;
    void select(const QString &id);
    MaintenanceRow *row(const QString &id) const;
    void focusCurrent();

signals:
    void currentChanged();
    void activated(const pilothouse::MaintenanceItem &item);

private:
    void rebuild(const QList<MaintenanceItem> &items);
    MaintenanceRow *addRow();
    void move(const MaintenanceRow *from, int by);

    QVBoxLayout *m_layout;
    QList<MaintenanceRow *> m_rows;
    QString m_current;
};

} // namespace pilothouse
