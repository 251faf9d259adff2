// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprofile.h"

#include "core/profile/profilestore.h"
#include "core/runtime/serviceruntime.h"

namespace pilothouse
{

namespace
{

/// Plain files: nothing to start or stop.
class FilesOnly final : public ServiceRuntime
{
public:
    QString kind() const override { return QStringLiteral("files"); }
    bool canControl() const override { return false; }
    Result<ServiceStatus> status(const OperationContext &) override { return ServiceStatus{}; }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return ServiceStatistics{}; }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override { return QList<EnvironmentEntry>{}; }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return QList<MountEntry>{}; }
    Result<StopOutcome> stop(std::chrono::milliseconds, const OperationContext &) override { return StopOutcome{}; }
    Result<> start(const OperationContext &) override { return {}; }
    Result<QJsonObject> fenceState(const OperationContext &) override { return QJsonObject{}; }
    Result<> fence(const OperationContext &) override { return {}; }
    Result<bool> isFenced(const OperationContext &) override { return false; }
    Result<> unfence(const QJsonObject &, const OperationContext &) override { return {}; }
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds, const OperationContext &) override
    {
        return failure(ErrorKind::Refused, QStringLiteral("nothing runs here"));
    }
    QString stopCommand() const override { return {}; }
    QString startCommand() const override { return {}; }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }
};

} // namespace

ServiceProfile conversationProfile()
{
    auto profile = ProfileStore::validate(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/resources/profiles/portagent.json"));
    if (!profile)
        qFatal("%s", qPrintable(profile.error().toText()));
    return *profile;
}

InstanceSession conversationSession(const QString &dataFolder, const QString &stateFolder)
{
    Instance instance;
    instance.id = QUuid::createUuid();
    instance.name = QStringLiteral("prod-1");
    instance.profile = QStringLiteral("portagent");
    instance.dataDir = dataFolder;
    return InstanceSession(instance, conversationProfile(), std::make_shared<FilesOnly>(), stateFolder);
}

} // namespace pilothouse
