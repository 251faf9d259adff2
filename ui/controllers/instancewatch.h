// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace pilothouse {

class FleetController;

/// Has the stored instances compared with those in the list when another program, such as the command line,
/// has written to the state database. UI thread; reads nothing itself.
class InstanceWatch final : public QObject
{
    Q_OBJECT
public:
    /// `database` is the file; whoever closes it last brings what was written from its log into it.
    InstanceWatch(FleetController &fleet, const QString &database, QObject *parent = nullptr);

private:
    void compareSoon();

    QString m_database;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
};

} // namespace pilothouse
