// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/logs.h"
#include "core/monitoring/profileprobe.h"
#include "core/plan/catalogue.h"

namespace pilothouse {

class BackupStore;
class HttpClient;
class PostgresAccess;

/// What the checks of a symptom look with; all of it outlives them.
struct TroubleServices
{
    const SqliteEngine &engine;
    const HttpClient &http;
    HttpSend send;
    const BackupStore &backups;
    const Catalogue &catalogue;
    LogStreamOpener openLog;
    const PostgresAccess *postgres = nullptr; ///< null: databases on servers cannot be looked at
};

/// What is asked.
struct TroubleQuestion
{
    QString symptom; ///< id of the profile's, or its runbook item ("P34")
    QUrl url;        ///< WebSocket address as clients reach it, through a proxy; empty: the service's own
};

/// Something that can be done about it: an action of the catalogue, which shows its plan first.
struct TroubleProposal
{
    QString action; ///< id
    QString title;
    QJsonObject arguments;
    QString reason;

    bool operator==(const TroubleProposal &) const = default;
};

struct TroubleReport
{
    QString symptom;
    QString title;
    RunbookReference runbook; ///< item empty: the profile names none
    QList<ProbeFinding> findings;
    QList<TroubleProposal> proposals;

    bool operator==(const TroubleReport &) const = default;
};

/// One finding the moment it is there; before each check its title. Called in the worker's thread.
struct TroubleSink
{
    std::function<void(const QString &title)> onCheck;
    std::function<void(const ProbeFinding &)> onFinding;
};

/// Runs the checks of a symptom one by one and says what may help. Reads only. NotFound names the symptoms
/// there are; Cancelled.
[[nodiscard]] Result<TroubleReport> troubleshoot(const InstanceSession &session,
                                                 const TroubleQuestion &question,
                                                 const TroubleServices &services, const TroubleSink &sink,
                                                 const OperationContext &context);

QJsonObject toJson(const TroubleReport &report);

/// Registers the query "troubleshoot": without a symptom it lists those that the profile has.
void addTroubleshooting(Catalogue &catalogue, const TroubleServices &services);

} // namespace pilothouse
