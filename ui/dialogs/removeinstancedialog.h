// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/fleetcontroller.h"
#include "ui/widgets/dialogframe.h"

namespace pilothouse {

/// Asks whether an instance shall leave the list; its service, data and backups stay as they are.
class RemoveInstanceDialog final : public DialogFrame
{
    Q_OBJECT
public:
    RemoveInstanceDialog(FleetController &fleet, const QString &name, QWidget *parent = nullptr);

signals:
    void removed(const QString &name);

private:
    void addSentences(const InstanceSession &session);
    void remove();

    FleetController &m_fleet;
    QString m_name;
    Button *m_remove;
};

} // namespace pilothouse
