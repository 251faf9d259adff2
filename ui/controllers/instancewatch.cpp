// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/instancewatch.h"

#include "ui/controllers/fleetcontroller.h"

namespace pilothouse {

namespace {

constexpr int CompareAfter = 500; // ms; one change is several writes

} // namespace

InstanceWatch::InstanceWatch(FleetController &fleet, const QString &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    m_watcher.addPath(database);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, &fleet, &FleetController::follow);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &InstanceWatch::compareSoon);
}

/// The first write of several starts the time, so that a writer who never rests delays nothing.
void InstanceWatch::compareSoon()
{
    m_watcher.addPath(m_database); // a file that was replaced is not watched any more
    if (!m_timer.isActive())
        m_timer.start(CompareAfter);
}

} // namespace pilothouse
