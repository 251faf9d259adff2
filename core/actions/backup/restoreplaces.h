// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"

#include <QCoreApplication>

#include <optional>

namespace pilothouse {

class FileOps;
struct Finding;

/// Where one restore keeps what it replaces: in the instance's safety folder where that is on the same file
/// system, so that a rename gets there, else beside the data.
class RestorePlaces
{
    Q_DECLARE_TR_FUNCTIONS(RestorePlaces)
public:
    RestorePlaces(const FileOps &files, const InstanceSession &session, const QUuid &operation);

    /// <safety>/<operation>
    QString safety() const { return m_safety; }
    /// A folder for what is set aside of `live`.
    QString aside(const QString &live, const QString &what) const;
    bool isInSafety(const QString &place) const { return place.startsWith(m_safety + u'/'); }
    /// A blocker where the safety folder cannot be made or has no room: known before the service is stopped.
    std::optional<Finding> obstacle() const;
    /// Of the path, or of its nearest parent that is there.
    quint64 deviceOf(QString path) const;

private:
    const FileOps &m_files;
    QUuid m_operation;
    QString m_safetyFolder;
    QString m_safety;
};

} // namespace pilothouse
