// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoinstance.h"

#include "app/console.h"
#include "app/demo/demo.h"
#include "app/demo/demohistory.h"

namespace pilothouse {

namespace {

constexpr int DemoWatchSeconds = 3; // its life is short, and it says at once what it has to say

QString folderOf(const Console &console, const QString &wanted)
{
    return wanted.isEmpty() ? console.location().dataFolder + QStringLiteral("/demo") : wanted;
}

Instance instanceOf(const DemoEnvironment &demo)
{
    Instance instance;
    instance.name = QStringLiteral("demo");
    instance.watchSeconds = DemoWatchSeconds;
    instance.profile = QStringLiteral("portagent");
    instance.dataDir = demo.dataDirectory();
    instance.healthUrl = demo.healthUrl().toString();
    instance.runtime.kind = QStringLiteral("process");
    instance.runtime.command = demo.command();
    instance.runtime.pidFile = demo.pidFile();
    return instance;
}

/// In the list with what is true of the demo now: its port may have changed since it was added.
Result<Instance> remember(Console &console, Instance wanted)
{
    const auto known = console.instances().find(wanted.name);
    if (!known)
        return console.instances().add(wanted);
    if (known->dataDir != wanted.dataDir)
        return failure(ErrorKind::Refused,
                       QCoreApplication::translate("Demo", "There is another instance named “%1” already.")
                           .arg(wanted.name));
    wanted.id = known->id;
    wanted.addedAt = known->addedAt;
    wanted.backupDir = known->backupDir;
    wanted.secondBackupDir = known->secondBackupDir;
    wanted.archiveFormat = known->archiveFormat;
    wanted.safetyDays = known->safetyDays;
    wanted.watchSeconds = known->watchSeconds;
    if (const auto updated = console.instances().update(wanted); !updated)
        return tl::unexpected(updated.error());
    return wanted;
}

} // namespace

Result<Instance> startDemoInstance(Console &console, const QString &folder, DemoLife life,
                                   const OperationContext &context)
{
    DemoEnvironment::Options options;
    options.outlivesProgram = life == DemoLife::OnItsOwn;
    auto demo = DemoEnvironment::create(folderOf(console, folder), options, context);
    if (!demo)
        return tl::unexpected(demo.error());
    if (const auto started = demo->start(context); !started)
        return tl::unexpected(started.error());
    auto instance = remember(console, instanceOf(*demo));
    if (!instance)
        return instance;
    if (const auto invented = inventDemoHistory(console.metrics(), instance->id, console.clock().now());
        !invented)
        return failure(invented.error());
    return instance;
}

Result<> stopDemoInstance(Console &console, const QString &folder, const OperationContext &context)
{
    const auto demo = DemoEnvironment::open(folderOf(console, folder));
    if (!demo)
        return tl::unexpected(demo.error());
    return demo->stop(context);
}

} // namespace pilothouse
