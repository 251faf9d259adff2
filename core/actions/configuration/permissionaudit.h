// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/configuration/serviceuser.h"
#include "core/plan/plan.h"

#include <QJsonArray>

namespace pilothouse {

/// One file or folder whose access is not as it should be.
struct AccessFinding
{
    QString id; ///< what is wrong: "mode", "owner", "set-id", "parent", "link", "unreadable", "many"
    FindingKind kind = FindingKind::Warning; ///< NeedsConsent: the service itself would lose access
    QString path;
    FileFacts facts;
    std::optional<uint> mode; ///< what it should be; none: nothing that Pilothouse would set
    std::optional<uint> ownerId;
    std::optional<uint> groupId;
    QString text;
    QString advice;

    bool canFix() const { return mode || ownerId; }
};

/// What an audit of the access to an instance's files found, worst first.
struct PermissionAudit
{
    QList<AccessFinding> findings;
    qsizetype files = 0; ///< that were looked at
    std::optional<ServiceUser> user;
};

/// Compares data folder, databases with their journals, logs and secrets with what the profile wants, and
/// looks through the whole folder for foreign owners, set-id bits and what everybody may write. Reads only;
/// no link is followed.
[[nodiscard]] Result<PermissionAudit> auditPermissions(const InstanceSession &session, const FileOps &files,
                                                       const OperationContext &context);

QJsonArray toJson(const PermissionAudit &audit);

} // namespace pilothouse
