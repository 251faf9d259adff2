// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/journalwatch.h"

#include "ui/controllers/operationscontroller.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr int ReadJournalsAfter = 300;       // ms; a journal comes with several files
constexpr int ReadJournalsAgainAfter = 3000; // ms; nothing tells that a process was killed

} // namespace

JournalWatch::JournalWatch(OperationsController &operations, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_operations(operations)
    , m_folder(folder)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, &operations, &OperationsController::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &JournalWatch::readSoon);
    connect(&operations, &OperationsController::listChanged, this, &JournalWatch::followWhatRunsElsewhere);
    watchFolder();
}

/// Whoever writes the first journal makes the folder, for its own user only.
void JournalWatch::watchFolder()
{
    const QString parent = QFileInfo(m_folder).path();
    if (m_watcher.directories().contains(m_folder))
        return;
    if (!m_watcher.addPath(m_folder)) {
        m_watcher.addPath(parent);
        // It may have been made before its parent was watched: then nothing tells of it.
        if (!m_watcher.addPath(m_folder))
            return;
        m_timer.start(ReadJournalsAfter);
    }
    m_watcher.removePath(parent);
}

void JournalWatch::readSoon()
{
    watchFolder();
    m_timer.start(ReadJournalsAfter);
}

void JournalWatch::followWhatRunsElsewhere()
{
    if (m_operations.isRunningElsewhere() && !m_timer.isActive())
        m_timer.start(ReadJournalsAgainAfter);
}

} // namespace pilothouse
