// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace pilothouse {

class OperationsController;

/// Has the operations read again when another program, such as the command line or a scheduled run, begins
/// one, and until that one has ended or was killed. UI thread.
class JournalWatch final : public QObject
{
    Q_OBJECT
public:
    /// `folder` holds the journals; it need not be there yet.
    JournalWatch(OperationsController &operations, const QString &folder, QObject *parent = nullptr);

private:
    void watchFolder();
    void readSoon();
    void followWhatRunsElsewhere();

    OperationsController &m_operations;
    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
};

} // namespace pilothouse
