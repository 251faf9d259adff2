// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/journalwatch.h"

#include "ui/controllers/operationscontroller.h"

#include <QDir>

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
    QDir().mkpath(folder);
    m_watcher.addPath(folder);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, &operations, &OperationsController::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &JournalWatch::readSoon);
    connect(&operations, &OperationsController::listChanged, this, &JournalWatch::followWhatRunsElsewhere);
}

void JournalWatch::readSoon()
{
    m_timer.start(ReadJournalsAfter);
}

void JournalWatch::followWhatRunsElsewhere()
{
    if (m_operations.isRunningElsewhere() && !m_timer.isActive())
        m_timer.start(ReadJournalsAgainAfter);
}

} // namespace pilothouse
