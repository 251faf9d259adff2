// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupplans.h"
#include "core/actions/backup/restoreplaces.h"
#include "core/actions/logs/logwatch.h"
#include "core/actions/service/servicewindow.h"

namespace pilothouse {

struct PackageFacts;

/// What every upgrade does about the data, whatever it replaces: a verified backup, then the new version gets
/// a copy of each database to work on, and the old one is set aside as it was. Going back is a rename.
class UpgradeData
{
public:
    UpgradeData(const BackupTools &tools, const InstanceSession &session, const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
    {
    }

    /// Adds backup, fence, stop and the copies.
    [[nodiscard]] Result<> addBefore(Plan &plan, const QJsonObject &arguments);
    /// Adds unfence, start and the proofs.
    void addAfter(Plan &plan);
    static QList<Parameter> parameters();

private:
    [[nodiscard]] Result<QList<StepCall>> backupSteps(Plan &plan);
    void addCopies(Plan &plan, const QStringList &paths);

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    QJsonObject m_arguments;
    ServiceWindow m_window;
    QList<DatabaseReference> m_databases;
    bool m_isOffline = false; ///< the backup needs the service stopped
};

/// Another image for the container; the way back is the old container and the old databases.
[[nodiscard]] Result<Plan> planContainerUpgrade(const BackupTools &tools, const InstanceSession &session,
                                                const QJsonObject &arguments,
                                                const OperationContext &context);
/// Another version of the npm package that the process runs.
[[nodiscard]] Result<Plan> planPackageUpgrade(const BackupTools &tools, const InstanceSession &session,
                                              const QJsonObject &arguments, const OperationContext &context);
/// Brings back what an upgrade (or its undo) has set aside: the service and its data.
[[nodiscard]] Result<Plan> planUpgradeUndo(const BackupTools &tools, const InstanceSession &session,
                                           const OperationRecord &record, const OperationContext &context);
/// Old containers of upgrades whose time is over.
[[nodiscard]] Result<Plan> planUpgradeTidy(const BackupTools &tools, const InstanceSession &session,
                                           const OperationContext &context);

/// Where an operation keeps an npm package: beside it, so that it goes there by a rename.
QString keptPackage(const PackageFacts &installed, const QUuid &operation);
/// "docker", or with the socket of the instance's engine.
QString dockerWord(const InstanceSession &session);

} // namespace pilothouse
