// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"
#include "core/plan/step.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

#include <chrono>

namespace pilothouse {

/// What the words about a service share. Their arguments "service" (its name), "shell" and "backShell" only
/// show it.
class ServiceWord : public Step
{
    Q_DECLARE_TR_FUNCTIONS(ServiceWord)
public:
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;

protected:
    static QString serviceName(const QJsonObject &arguments);
    static QString shell(const QJsonObject &arguments);
    static ServiceRuntime &runtime(const StepScope &scope);

    /// State and identity before the effect: {"state", "identity", "startedAt", "wasRunning"}. Refused where
    /// the runtime cannot be controlled.
    [[nodiscard]] static Result<QJsonObject> statusBefore(const StepScope &scope);
    static bool wasRunning(const QJsonObject &before);
    /// Started, or about to be: whatever may write to the data.
    static bool isUp(ServiceState state);
    /// Done where the service is up (or down), Unknown where that cannot be told.
    [[nodiscard]] static Result<Observed> observeUp(const StepScope &scope, bool wanted);
    /// Stops and then watches for a moment that nothing starts it again.
    [[nodiscard]] static Result<StopOutcome> stopForGood(const StepScope &scope,
                                                         std::chrono::milliseconds grace);
};

/// Sleeps in small pieces; false where the operation was cancelled.
bool pauseUnlessCancelled(std::chrono::milliseconds time, const OperationContext &context);

} // namespace pilothouse
