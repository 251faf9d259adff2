// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/restoreplaces.h"

#include "core/files/fileops.h"
#include "core/plan/plan.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr qint64 NotesBytes = 1 << 20; // what is set aside gets there by a rename

} // namespace

RestorePlaces::RestorePlaces(const FileOps &files, const InstanceSession &session, const QUuid &operation)
    : m_files(files)
    , m_operation(operation)
    , m_safetyFolder(session.safetyFolder())
    , m_safety(m_safetyFolder + u'/' + operation.toString(QUuid::WithoutBraces))
{
}

QString RestorePlaces::aside(const QString &live, const QString &what) const
{
    const QString folder = QFileInfo(live).path();
    if (deviceOf(folder) == deviceOf(m_safetyFolder))
        return m_safety + u'/' + what;
    return folder + u'/' + scratchName(m_operation, QStringLiteral("kept-") + what);
}

std::optional<Finding> RestorePlaces::obstacle() const
{
    QString there = m_safetyFolder;
    while (!m_files.exists(there) && there.size() > 1)
        there = QFileInfo(there).path();
    const QFileInfo parent(there);
    const qint64 free = m_files.freeBytes(m_safetyFolder).value_or(0);
    if (parent.isDir() && parent.isWritable() && parent.isExecutable() && free >= NotesBytes)
        return std::nullopt;
    return Finding{QStringLiteral("safety-folder"), FindingKind::Blocker,
                   tr("The folder for the safety copy cannot be made at %1.").arg(m_safetyFolder),
                   tr("Give the instance a backup folder that can be written and has room, or make room.")};
}

quint64 RestorePlaces::deviceOf(QString path) const
{
    while (!m_files.exists(path) && path.size() > 1)
        path = QFileInfo(path).path();
    const Result<FileFacts> facts = m_files.facts(path);
    return facts ? facts->device : 0;
}

} // namespace pilothouse
