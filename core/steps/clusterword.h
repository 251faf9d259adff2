// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/backrest.h"
#include "core/steps/postgresword.h"

namespace pilothouse {

/// What the words about a whole PostgreSQL server share. Their arguments hold, beside the database's id, the
/// server ("cluster") and the stanza of pgBackRest ("stanza") as they were found while planning.
class ClusterWord : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ClusterWord)

public:
    using PostgresWord::PostgresWord;

    /// "/srv/data-ph-0198f1c2": a data directory that an operation restores; "old": one that it sets aside.
    static QString restoredFolder(const QString &dataFolder, const QUuid &operation);
    static QString oldFolder(const QString &dataFolder, const QUuid &operation);
    /// True for folders with such a name.
    static bool isOwnFolder(const QString &folder);

protected:
    static ServerCluster clusterOf(const QJsonObject &arguments);
    static Backrest backrestOf(const QJsonObject &arguments);
    /// The database in the copy of the server that runs beside the live one, in "folder".
    [[nodiscard]] Result<PostgresConnection> openBeside(const StepScope &scope) const;
    [[nodiscard]] Result<PostgresConnection> openLive(const StepScope &scope, bool isReadOnly) const;
    /// Whether the copy that a word makes, proves or ends has taken the place of the live server since: what
    /// was done with it before is over then.
    bool hasTakenPlace(const StepScope &scope) const;
    /// A pgBackRest that an operation which was cut off has left running for this folder.
    [[nodiscard]] static Result<> endBackrestFor(const QString &folder, const OperationContext &context);
};

} // namespace pilothouse
