// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/servercluster.h"

#include <QDateTime>

namespace pilothouse {

/// How a server archives its WAL, as its settings say.
struct ArchiveSettings
{
    QString walLevel;
    QString archiveMode;
    QString archiveCommand; ///< empty: none
    QString archiveLibrary;
    QDateTime archivedAt; ///< newest segment that reached the archive
    QString archived;
    bool isFailing = false; ///< the newest attempt failed

    bool isOn() const { return archiveMode != QLatin1String("off") && !archiveCommand.isEmpty(); }
};
[[nodiscard]] Result<ArchiveSettings> readArchiveSettings(PostgresConnection &server,
                                                          const OperationContext &context);

/// The pgBackRest stanza that a server archives into.
struct Stanza
{
    QString program; ///< absolute path of pgbackrest
    QString config;  ///< empty: pgBackRest's own place
    QString name;
};
/// The stanza that an archive command writes to; nothing where it is not pgBackRest's.
std::optional<Stanza> stanzaOf(const QString &archiveCommand);
QJsonObject toJson(const Stanza &stanza);
Stanza stanzaFromJson(const QJsonObject &object);

struct BackrestBackup
{
    QString label; ///< "20261121-120000F"
    QString type;  ///< "full", "diff" or "incr"
    QDateTime startedAt;
    QDateTime endedAt;
    qint64 bytes = 0;       ///< of the cluster
    qint64 storedBytes = 0; ///< in the repository
    bool hasErrors = false; ///< pages whose checksums were wrong
};

/// What a stanza holds.
struct StanzaState
{
    bool isSound = false;
    QString message; ///< pgBackRest's: "ok", "missing stanza path" ...
    QString systemIdentifier;
    QString walFrom;
    QString walTo;
    QList<BackrestBackup> backups; ///< oldest first

    /// The newest one that had ended by then; null: none.
    const BackrestBackup *before(const QDateTime &moment) const;
    /// The first moment that can be reached; invalid: none.
    QDateTime from() const { return backups.isEmpty() ? QDateTime() : backups.first().endedAt; }
};
QJsonObject toJson(const StanzaState &state);

/// pgBackRest, as the user whose the cluster is.
class Backrest
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::Backrest)

public:
    Backrest(Stanza stanza, ServerCluster cluster)
        : m_stanza(std::move(stanza))
        , m_cluster(std::move(cluster))
    {
    }

    CommandLine command(const QString &verb, const QStringList &options = {}) const;
    [[nodiscard]] Result<StanzaState> state(const OperationContext &context) const;
    /// Refused, with what pgBackRest complains of, where it fails.
    [[nodiscard]] Result<QByteArray> run(const QString &verb, const QStringList &options,
                                         const OperationContext &context) const;

private:
    Stanza m_stanza;
    ServerCluster m_cluster;
};

} // namespace pilothouse
