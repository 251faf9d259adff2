// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/fleetcontroller.h"
#include "ui/widgets/dialogframe.h"

namespace pilothouse {

class Banner;

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
    void tell(const Error &error);

    FleetController &m_fleet;
    QString m_name;
    Banner *m_todo;
    Button *m_remove;
};

} // namespace pilothouse
