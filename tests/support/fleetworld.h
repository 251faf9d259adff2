// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"
#include "core/backup/backupstore.h"
#include "core/instances/instancestore.h"
#include "core/instances/sessionfactory.h"
#include "core/monitoring/monitor.h"
#include "core/monitoring/snapshottaker.h"
#include "core/profile/profilestore.h"
#include "core/settings/statestore.h"
#include "core/steps/addbackupsteps.h"
#include "tests/support/planrig.h"
#include "tests/support/scriptedruntime.h"
#include "tests/support/testsupport.h"
#include "ui/controllers/fleetcontroller.h"

#include <QTemporaryDir>

namespace pilothouse {

/// Everything behind the window, real but for the service itself: its runtime and its health answer are what
/// the test says. Its state lies in one temporary folder.
struct FleetWorld
{
    FleetWorld()
    {
        if (const auto opened = state.open(); !opened)
            qFatal("%s", qPrintable(opened.error().toText()));
        addBackupSteps(rig.steps, rig.files, rig.clock);
        addBackupActions(rig.catalogue, {rig.files, rig.clock, rig.journals, QStringLiteral("test")});
    }

    ~FleetWorld() { monitor.stop(); }

    QString path(const QString &name) const { return dir.filePath(name); }

    /// An instance over that folder that the fleet does not know yet.
    static Instance instanceOf(const QString &name, const QString &dataDir, const QString &kind)
    {
        Instance instance;
        instance.name = name;
        instance.profile = QStringLiteral("portagent");
        instance.dataDir = dataDir;
        instance.runtime.kind = kind;
        if (kind == QLatin1String("docker"))
            instance.runtime.container = name;
        return instance;
    }

    HttpSend send()
    {
        return [this](const HttpRequest &, const OperationContext &) -> Result<HttpResponse> {
            if (!isAnswering)
                return failure(ErrorKind::Unreachable, QStringLiteral("Connection refused"));
            HttpResponse response;
            response.status = 200;
            response.headers = {{"content-type", "application/json"}};
            response.body = R"({"status":"ok","timestamp":1})";
            response.elapsed = std::chrono::milliseconds(12);
            return response;
        };
    }

    QTemporaryDir dir;
    std::atomic<bool> isAnswering = true;
    std::optional<Error> removeRefusal; ///< why nothing leaves the list; set before it is tried
    PlanRig rig{dir.path()};
    StateStore state{dir.filePath(QStringLiteral("state.db"))};
    MetricStore metrics{state};
    InstanceStore instances{state};
    ProfileStore profiles = ProfileStore::load({});
    std::shared_ptr<ScriptedRuntime> runtime = std::make_shared<ScriptedRuntime>();
    SessionFactory sessions{profiles,
                            [this](const RuntimeSettings &settings, const QString &, const ServiceProfile &,
                                   const QString &) -> Result<std::shared_ptr<ServiceRuntime>> {
                                runtime->runtimeKind = settings.kind;
                                return runtime;
                            },
                            dir.path()};
    SnapshotTaker taker{rig.engine, send(), metrics, rig.clock};
    BackupStore backups{rig.files, rig.clock};
    Monitor monitor{[this](const InstanceSession &session, const InstanceSnapshot &previous, bool isFull,
                           const OperationContext &context) {
        InstanceSnapshot snapshot = taker.take(session, previous, isFull, context);
        const QList<BackupRecord> records = backups.list(session.backupFolder());
        snapshot.lastBackupAt = records.isEmpty() ? QDateTime() : records.first().takenAt;
        return snapshot;
    }};
    OperationRunner runner;
    OperationsController operations{
        {runner, rig.catalogue, rig.steps, rig.executor, rig.journals, rig.clock}};
    FleetController fleet{
        {runner, instances, profiles, sessions, monitor, operations, rig.audit, rig.clock,
         [this](const Instance &, const Instance &after) { return instances.update(after); },
         [this](const Instance &instance) {
             return removeRefusal ? Result<>(failure(*removeRefusal)) : instances.remove(instance.id);
         }}};
};

} // namespace pilothouse
