// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupplans.h"
#include "core/actions/backup/restoreplaces.h"
#include "core/actions/backup/serverrestore.h"
#include "core/backup/restoresource.h"

namespace pilothouse {

/// Collects what a plan for a restore needs. Everything that the backup can be refused for is found here or
/// in the staging steps: before the service is touched.
class RestorePlanner
{
public:
    RestorePlanner(const BackupTools &tools, const InstanceSession &session, const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
        , m_plan(newPlan(session, QStringLiteral("backup.restore")))
        , m_places(tools.files, session, m_plan.operation)
    {
    }

    Result<Plan> plan(const QJsonObject &arguments);

private:
    struct Target
    {
        DatabaseReference live;
        const ManifestDatabase *database = nullptr;
        QString staged;
        bool isSwapped = false;
        qint64 bytes = 0;
    };
    struct Tree
    {
        QString id;
        QString relative; ///< without the slash at its end
    };

    Result<> chooseDatabases();
    Result<> chooseFile(const ManifestDatabase &database);
    Result<> chooseServer(const ManifestDatabase &database);
    void chooseTrees();
    void describe();
    QJsonObject manifestReference() const;
    StepCall extractCall(const QString &id, const QString &stage, const QString &root,
                         const QStringList &wanted) const;
    StepCall checkCall(const QString &id, const QString &stage, const QList<Target> &targets) const;
    Result<Plan> planBeside(const QString &into);
    Result<Plan> planBesideOnServer();
    QString intoDatabase() const;
    void addInPlace();
    void addLosses(bool isUp);

    /// One staging folder a file system: beside the data, so that renames work.
    void addStaging();

    /// SQLite can only write into a live file that it can read, and in WAL mode only pages of the same size.
    bool isSwapNeeded(const Target &target);
    void addSpace(const QString &path, qint64 needed);

    /// In place: staged, SQLite's own journal, and two forms of the safety copy. Set aside: only what is
    /// staged.
    void addSpaces();
    void addSafety(const QStringList &paths);
    void addSwap(const Target &target);

    /// What the staged file holds, as restore.check-staged has proved before.
    static QJsonObject contentOf(const ManifestDatabase &database);

    /// For a file that is missing: the owner of its folder, and the mode that it had in the backup.
    void addAccess(const ManifestDatabase &database, QJsonObject &arguments) const;
    void addTrees();
    StepCall contentsCall() const;

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    Plan m_plan;
    RestorePlaces m_places;
    QJsonObject m_arguments;
    RestoreSource m_source;
    QList<Target> m_targets;
    QList<ServerTarget> m_servers;
    QList<Tree> m_trees;
    QStringList m_wantedFiles;
    QStringList m_stages;
    qint64 m_bytes = 0;
};

} // namespace pilothouse
