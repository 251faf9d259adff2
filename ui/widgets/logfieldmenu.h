// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/filter/fieldfilter.h"

#include <QObject>

#include <functional>

class QMenu;

namespace pilothouse {

/// Fills menus with what a record says, to show only the records that say the same, or to leave those out.
class LogFieldMenu
{
    Q_DECLARE_TR_FUNCTIONS(LogFieldMenu)
public:
    using Chosen = std::function<void(const QString &filter, bool isWanted)>;

    LogFieldMenu(QList<FieldFilter> filters, Chosen chosen);

    /// Both choices for every field; first, those for one that was pointed at. `pointed`: its name, or empty.
    void addTo(QMenu &menu, const QString &pointed) const;
    /// One choice for every field.
    void fill(QMenu &menu, bool isWanted) const;

private:
    void add(QMenu &menu, const QString &title, const FieldFilter &one, bool isWanted) const;

    QList<FieldFilter> m_filters;
    Chosen m_chosen;
};

} // namespace pilothouse
