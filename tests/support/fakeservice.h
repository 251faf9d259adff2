// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runtime/serviceruntime.h"

#include <functional>

namespace pilothouse {

/// A service that is up or down, and notes what is done to it.
class FakeService final : public ServiceRuntime
{
public:
    QString kind() const override { return QStringLiteral("process"); }
    bool canControl() const override { return true; }
    Result<ServiceStatus> status(const OperationContext &) override
    {
        ServiceStatus status;
        status.state = isUp ? ServiceState::Running : ServiceState::Stopped;
        return status;
    }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return ServiceStatistics(); }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override
    {
        return QList<EnvironmentEntry>();
    }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return QList<MountEntry>(); }
    Result<StopOutcome> stop(std::chrono::milliseconds, const OperationContext &) override
    {
        log << QStringLiteral("stop");
        return StopOutcome{std::exchange(isUp, false), 0, false};
    }
    Result<> start(const OperationContext &) override
    {
        log << QStringLiteral("start");
        isUp = true;
        if (onStart)
            onStart();
        return {};
    }
    Result<QJsonObject> fenceState(const OperationContext &) override
    {
        return QJsonObject{{QStringLiteral("fenced"), isFencedNow}};
    }
    Result<> fence(const OperationContext &) override
    {
        isFencedNow = true;
        return {};
    }
    Result<bool> isFenced(const OperationContext &) override { return isFencedNow; }
    Result<> unfence(const QJsonObject &, const OperationContext &) override
    {
        isFencedNow = false;
        return {};
    }
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds,
                               const OperationContext &) override
    {
        return ProcessOutput();
    }
    QString stopCommand() const override { return QStringLiteral("stop it"); }
    QString startCommand() const override { return QStringLiteral("start it"); }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }

    bool isUp = true;
    bool isFencedNow = false;
    std::function<void()> onStart;
    QStringList log;
};

} // namespace pilothouse
