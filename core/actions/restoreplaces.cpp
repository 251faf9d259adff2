// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/restoreplaces.h"

#include "core/files/fileops.h"
#include "core/plan/plan.h"

#include <QFileInfo>

namespace pilothouse {

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

quint64 RestorePlaces::deviceOf(QString path) const
{
    while (!m_files.exists(path) && path.size() > 1)
        path = QFileInfo(path).path();
    const Result<FileFacts> facts = m_files.facts(path);
    return facts ? facts->device : 0;
}

} // namespace pilothouse
