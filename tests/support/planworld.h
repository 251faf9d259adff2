// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audit/auditlog.h"
#include "core/instances/instancesession.h"
#include "core/plan/executor.h"
#include "tests/support/faultyfileops.h"
#include "tests/support/testsupport.h"

namespace pilothouse {

/// Everything that a plan needs in order to run, in one folder: <folder>/data and <folder>/state. What is
/// done to files goes through `files`, so that it can be made to fail.
class PlanWorld
{
public:
    explicit PlanWorld(const QString &folder);

    QString data(const QString &name = {}) const;
    /// A plan for this instance with an id of its own.
    Plan plan(const QList<StepCall> &steps, const QList<StepCall> &proofs = {}) const;
    Result<RunReport> run(const Plan &plan, Executor::Listener listener = {});
    /// Paths, content and modes of the data, without what Pilothouse itself keeps there: two states compare.
    QStringList snapshot() const;

    /// A session of another instance with the same state folder.
    InstanceSession sessionFor(const Instance &instance) const;

private:
    QString m_folder;

public:
    FaultyFileOps files;
    SystemClock clock;
    StepRegistry steps;
    JournalStore journals;
    AuditLog audit;
    Executor executor;
    OperationContext context;
    InstanceSession session;
    SecretBag secrets;
};

/// A step without a world: does what it is told.
class ScriptedStep final : public Step
{
public:
    struct Script
    {
        bool isReversible = true;
        bool changesService = true;
        bool onlyLooks = false;
        Observed after = Observed::Done;        ///< what is seen after the effect
        Observed afterBack = Observed::NotDone; ///< what is seen after it was put back
        std::optional<Error> effectError = {};
        std::optional<Error> compensateError = {};
        std::function<void(const StepScope &)> during = {};
    };

    ScriptedStep(QString name, Script script, QStringList &log);

    QString name() const override { return m_name; }
    bool isReversible() const override { return m_script.isReversible; }
    bool changesService() const override { return m_script.changesService; }
    bool onlyLooks() const override { return m_script.onlyLooks; }
    StepText describe(const QJsonObject &arguments) const override;
    Result<QJsonObject> prepare(const StepScope &scope) const override;
    Result<QJsonObject> effect(const StepScope &scope, const QJsonObject &before) const override;
    Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

private:
    QString m_name;
    Script m_script;
    QStringList &m_log;
    mutable Observed m_now = Observed::NotDone;
};

} // namespace pilothouse
