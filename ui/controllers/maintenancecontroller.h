// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/maintenanceitem.h"
#include "core/plan/catalogue.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

/// The rows of maintenance.list of one instance. UI thread.
class MaintenanceController final : public QObject
{
    Q_OBJECT
public:
    MaintenanceController(const Catalogue &catalogue, OperationRunner &runner, const Clock &clock,
                          QObject *parent = nullptr);

    /// Forgets what it knew; null: no instance.
    void setSession(const SessionPointer &session);
    void refresh();
    void stop();

    const Readable<QList<MaintenanceItem>> &items() const { return m_items; }
    /// How many rows are of a state.
    int count(MaintenanceState state) const;
    QDateTime now() const { return m_clock.now(); }

signals:
    void changed();

private:
    const Catalogue &m_catalogue;
    const Clock &m_clock;
    LatestRead m_read;
    SessionPointer m_session;
    Readable<QList<MaintenanceItem>> m_items;
};

} // namespace pilothouse
