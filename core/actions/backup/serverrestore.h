// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"
#include "core/backup/restoresource.h"
#include "core/instances/postgresaccess.h"
#include "core/plan/plan.h"

namespace pilothouse {

/// One database on a server that a restore brings back.
struct ServerTarget
{
    ServerDatabase database;
    const ManifestDatabase *backup = nullptr;
    DatabaseConnection target; ///< without a password, for people
    QString live;              ///< name on the server
    QString incoming;          ///< what is restored into
    QString outgoing;          ///< what the live one is called afterwards
    QString file;
    QJsonObject like; ///< traits, where there is no live one
    bool isLiveThere = true;
    bool mayGiveOwners = true;
    qint64 bytes = 0; ///< of the database that is made
};

/// Plans the part of a restore that concerns databases on a server: into a fresh one, proved there, and then
/// by a change of names. The live one is never written (RELIABILITY.md C1).
class ServerRestore
{
public:
    ServerRestore(const BackupTools &tools, const InstanceSession &session, const RestoreSource &source,
                  const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_source(source)
        , m_context(context)
    {
    }

    /// Asks the server everything that the restore could fail for. `into`: another database; empty: the live
    /// one.
    [[nodiscard]] Result<ServerTarget> look(const ManifestDatabase &database, const QString &into,
                                            Plan &plan) const;
    /// Before the service is touched: make, fill, prove.
    QList<StepCall> staging(const ServerTarget &target, const QJsonObject &manifest) const;
    StepCall swap(const ServerTarget &target) const;
    StepCall proof(const ServerTarget &target, const QString &name, const QJsonObject &manifest,
                   const QString &id) const;

private:
    /// Of its files.
    qint64 dumpBytes(const QString &id) const;
    QJsonObject arguments(const ServerTarget &target, const QString &name) const;
    void addSpace(const ServerTarget &target, const QStringList &folders, Plan &plan) const;
    void addLosses(const ServerTarget &target, Plan &plan) const;
    /// Asks for consent where a dump that is not ours lacks tables of the live database.
    [[nodiscard]] Result<> compareTables(const ServerTarget &target, Plan &plan) const;
    [[nodiscard]] Result<> checkPart(const ServerTarget &target, const QString &into, Plan &plan) const;

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const RestoreSource &m_source;
    const OperationContext &m_context;
};

} // namespace pilothouse
