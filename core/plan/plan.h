// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUuid>

namespace pilothouse {

/// One word of the vocabulary with its arguments. A proof is a StepCall of an expect.* word.
struct StepCall
{
    QString id;   ///< unique in its plan: "stop", "swap-agentx"
    QString step; ///< the word: "service.stop"
    QJsonObject
        arguments; ///< never a secret; "{output:<id>.<key>}" strings are filled in from earlier outputs

    bool operator==(const StepCall &) const = default;
    /// Whether the plan goes on where this call fails: what is asked for does not hang on it. The failure is
    /// told at the end, as something that needs an operator.
    bool mayFail() const { return arguments.value(QLatin1String("mayFail")).toBool(); }
};

/// The same calls, which may fail.
QList<StepCall> mayFail(QList<StepCall> calls);

/// The four rungs of the ladder (CAPABILITIES.md 5).
enum class Severity { Reversible, Disruptive, Destructive, Irreversible };

enum class FindingKind { Info, Warning, NeedsConsent, Blocker, NothingToDo };

/// Something that was seen while planning. NeedsConsent wants a tick of its own, Blocker ends it; with
/// NothingToDo all is as it is wanted, and there is nothing to run.
struct Finding
{
    QString id; ///< stable, for --accept: "backup-unverified"
    FindingKind kind = FindingKind::Info;
    QString text;
    QString advice;

    bool operator==(const Finding &) const = default;
};

/// Space on one file system.
struct SpaceNeed
{
    QString path;      ///< a folder on it
    qint64 needed = 0; ///< bytes
    qint64 free = 0;

    bool operator==(const SpaceNeed &) const = default;
};

struct Estimate
{
    static constexpr qint64 UntilStarted = -1; ///< a downtime that lasts until somebody starts the service

    qint64 bytes = 0;        ///< that will be moved
    qint64 milliseconds = 0; ///< whole duration
    qint64 downtime = 0;     ///< milliseconds without service; 0: none
    QList<SpaceNeed> space;

    bool operator==(const Estimate &) const = default;
};

/// What will happen, decided before anything changes. A value: comparable, serialisable, showable.
struct Plan
{
    int format = 1;         ///< a newer program resumes an older journal, or says that it cannot
    QUuid operation;        ///< every scratch name, path and temporary database derives from it
    QString instance;       ///< its name
    QString action;         ///< id in the catalogue: "backup.restore"
    QString title;          ///< "Restore agentx.db and users.db on prod-1"
    QString button;         ///< verb and object of the last button: "Restore agentx.db and users.db"
    QJsonObject parameters; ///< redacted
    Severity severity = Severity::Reversible;
    QList<Finding> findings;
    QStringList losses; ///< "14 rows written since would go"
    QStringList notes;  ///< what else to know: the way back, who notices, what stays
    Estimate estimate;
    QStringList secrets; ///< references such as "prod-1/database", never values
    QList<StepCall> steps;
    QList<StepCall> proofs;
    bool needsReason = false; ///< whatever its severity: who runs it must say why
    QByteArray fingerprint;   ///< of identity: inode or container id, mounts, image digest, schema, state;
                              ///< never row content
    QUuid undoes;             ///< the operation that this one puts back; null: none

    bool operator==(const Plan &) const = default;
    bool hasBlocker() const;
    /// Why there is nothing to do, in one sentence; empty: there is something, or something is in the way.
    QString idleReason() const;
    QStringList consentIds() const;
};

QString severityName(Severity severity);
QString findingKindName(FindingKind kind);

QJsonObject toJson(const Plan &plan);
/// BadData with what was expected where the object is no plan of a format that this program knows.
[[nodiscard]] Result<Plan> planFromJson(const QJsonObject &object);

/// A scratch name of this operation: "ph-<first 8 of its id>-<what>".
QString scratchName(const QUuid &operation, const QString &what);

} // namespace pilothouse
