// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/postgresword.h"

namespace pilothouse {

class HttpClient;
class SqliteEngine;

/// What the words of drills work with; all of it outlives the registry.
struct DrillWordTools
{
    FileOps &files;
    const Clock &clock;
    const PostgresAccess &access;
    const SqliteEngine &engine;
    const HttpClient &http;
    SecretStore &secrets;
};

/// What the words of drills share: asking the live data or a copy of them about the marker, and the calls of
/// the service with the operator's key. Arguments: {database, select, marker, key, write, remove}.
class DrillWord : public PostgresWord
{
    Q_DECLARE_TR_FUNCTIONS(DrillSteps)

public:
    explicit DrillWord(const DrillWordTools &tools)
        : PostgresWord(tools.files, tools.clock, tools.access)
        , m_tools(tools)
    {
    }

protected:
    /// The first cell that a SELECT finds, invalid where it finds none; in the live data, or in a copy: the
    /// path of a file or the name of a database of the same server.
    [[nodiscard]] Result<QVariant> ask(const StepScope &scope, const QString &select, const QString &marker,
                                       const QString &copy = {}) const;
    /// Whether the live data have the marker.
    [[nodiscard]] Result<bool> isMarked(const StepScope &scope) const;
    /// {url, inside, body, status}: POST as JSON, with the key as bearer token.
    [[nodiscard]] Result<> call(const StepScope &scope, const QJsonObject &request) const;
    [[nodiscard]] Result<Secret> key(const StepScope &scope) const;

private:
    DrillWordTools m_tools;
};

} // namespace pilothouse
