// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runtime/serviceruntime.h"

#include <QMutex>

#include <atomic>

namespace pilothouse {

/// A runtime that answers what the test puts into it and counts what it was asked. Its fields are set before
/// use.
class ScriptedRuntime final : public ServiceRuntime
{
public:
    QString kind() const override { return runtimeKind; }
    bool canControl() const override { return runtimeKind != QLatin1String("files"); }
    Result<ServiceStatus> status(const OperationContext &) override
    {
        ++statusCalls;
        const QMutexLocker lock(&mutex);
        return statusAnswer;
    }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return statisticsAnswer; }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override
    {
        return environmentAnswer;
    }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return mountsAnswer; }
    Result<StopOutcome> stop(std::chrono::milliseconds, const OperationContext &) override
    {
        return StopOutcome{};
    }
    Result<> start(const OperationContext &) override { return {}; }
    Result<QJsonObject> fenceState(const OperationContext &) override { return QJsonObject(); }
    Result<> fence(const OperationContext &) override { return {}; }
    Result<bool> isFenced(const OperationContext &) override { return false; }
    Result<> unfence(const QJsonObject &, const OperationContext &) override { return {}; }
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds,
                               const OperationContext &) override
    {
        return ProcessOutput{};
    }
    QString stopCommand() const override { return QStringLiteral("stop it"); }
    QString startCommand() const override { return QStringLiteral("start it"); }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }

    void setStatus(Result<ServiceStatus> status)
    {
        const QMutexLocker lock(&mutex);
        statusAnswer = std::move(status);
    }

    QString runtimeKind = QStringLiteral("docker");
    Result<ServiceStatus> statusAnswer;
    Result<ServiceStatistics> statisticsAnswer;
    Result<QList<EnvironmentEntry>> environmentAnswer;
    Result<QList<MountEntry>> mountsAnswer;
    std::atomic<int> statusCalls = 0;
    QMutex mutex;
};

} // namespace pilothouse
