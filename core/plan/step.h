// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/secrets/secret.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace pilothouse {

class InstanceSession;

/// What a step works with. Lives for one call.
struct StepScope
{
    const InstanceSession &session;
    const QUuid &operation;
    const QJsonObject &arguments; ///< with outputs of earlier steps filled in
    const QJsonObject &outputs;   ///< of all done steps, by step id
    const SecretBag &secrets;
    const OperationContext &context;
};

/// How a step shows itself in a plan.
struct StepText
{
    QString title; ///< "Stop the service"
    QString shell; ///< the same as a shell command, no secrets; empty where there is none
};

/// What a step sees when it looks at the world.
enum class Observed { NotDone, Done, Partly, Unknown };

/// One word of the vocabulary. Small, idempotent, and honest about what it sees. Stateless; called from
/// workers.
class Step
{
public:
    virtual ~Step() = default;

    virtual QString name() const = 0; ///< "service.stop"
    virtual bool isReversible() const { return true; }
    /// False where the service and its data stay as they are: such a plan runs on a locked instance too.
    virtual bool changesService() const { return !onlyLooks(); }
    /// True where its effect only looks: an effect that ended well has been observed, and is not looked at
    /// again. After a crash it still is.
    virtual bool onlyLooks() const { return false; }
    /// True where the service stands still while the effect lasts, and a crash in it leaves it so; putting it
    /// back does nothing but let it go on.
    virtual bool holdsService(const QJsonObject &before) const;
    virtual StepText describe(const QJsonObject &arguments) const = 0;
    /// Reads only. What it returns is on disk before the effect, and is all that compensate() gets.
    [[nodiscard]] virtual Result<QJsonObject> prepare(const StepScope &scope) const = 0;
    /// Idempotent. Returns outputs for later steps.
    [[nodiscard]] virtual Result<QJsonObject> effect(const StepScope &scope,
                                                     const QJsonObject &before) const = 0;
    /// Looks at the world, never at the journal.
    [[nodiscard]] virtual Result<Observed> observe(const StepScope &scope,
                                                   const QJsonObject &before) const = 0;
    /// Puts back what prepare() saw. Idempotent; right after a half done effect too.
    [[nodiscard]] virtual Result<> compensate(const StepScope &scope, const QJsonObject &before) const = 0;

    /// What to type to put it back by hand; empty where that is no command.
    virtual QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const;
    /// Files that are kept until it is settled, each with what it is: "/data/x.old (the file before the
    /// change)".
    virtual QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const;
};

} // namespace pilothouse
