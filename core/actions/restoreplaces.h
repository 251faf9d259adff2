// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"

namespace pilothouse {

class FileOps;

/// Where one restore keeps what it replaces: in the instance's safety folder where that is on the same file
/// system, so that a rename gets there, else beside the data.
class RestorePlaces
{
public:
    RestorePlaces(const FileOps &files, const InstanceSession &session, const QUuid &operation);

    /// <safety>/<operation>
    QString safety() const { return m_safety; }
    /// A folder for what is set aside of `live`.
    QString aside(const QString &live, const QString &what) const;
    bool isInSafety(const QString &place) const { return place.startsWith(m_safety + u'/'); }
    /// Of the path, or of its nearest parent that is there.
    quint64 deviceOf(QString path) const;

private:
    const FileOps &m_files;
    QUuid m_operation;
    QString m_safetyFolder;
    QString m_safety;
};

} // namespace pilothouse
