// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/models/statekind.h"

#include <QStringList>

namespace pilothouse {

/// What the header says of an instance.
struct HeaderText
{
    QString name;
    BadgeKind environment = BadgeKind::Other;
    QString environmentText; ///< "Production"; empty: none is stated
    StateKind state = StateKind::NotChecked;
    QString reason;    ///< the state in words
    QStringList facts; ///< "Notes", "process 4711", "up 12 d 4 h", "checked 4 s ago"
    bool canControl = false;
    bool isRunning = false;
    QString busy; ///< why nothing may be started now; empty: it may

    bool operator==(const HeaderText &) const = default;
};

} // namespace pilothouse
