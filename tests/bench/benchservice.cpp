// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchservice.h"

#include "core/runtime/serviceruntime.h"
#include "tests/bench/benchdatabase.h"
#include "tests/bench/programs.h"

#include <QDir>

namespace pilothouse {

namespace {

const QString Name = u"bench"_qs;

Approval approvalOf(const Plan &plan)
{
    Approval approval;
    approval.isConfirmed = true;
    approval.accepted = plan.consentIds();
    approval.typedName = plan.instance;
    approval.reason = u"measuring"_qs;
    approval.how = u"bench"_qs;
    return approval;
}

Instance instanceOf(const DemoEnvironment &demo)
{
    Instance instance;
    instance.name = Name;
    instance.profile = u"portagent"_qs;
    instance.dataDir = demo.dataDirectory();
    instance.healthUrl = demo.healthUrl().toString();
    instance.runtime.kind = u"process"_qs;
    instance.runtime.command = demo.command();
    instance.runtime.pidFile = demo.pidFile();
    return instance;
}

} // namespace

Result<std::unique_ptr<BenchService>> BenchService::create(const BenchOptions &options)
{
    std::unique_ptr<BenchService> service(new BenchService);
    QDir().mkpath(options.folder);
    service->m_folder = std::make_unique<QTemporaryDir>(options.folder + u"/service-XXXXXX"_qs);
    auto console = Console::open({service->stateFolder()});
    if (!console)
        return failure(console.error());
    service->m_console = std::move(*console);
    DemoEnvironment::Options wanted;
    wanted.serviceProgram = builtProgram(u"app/pilothouse-demo-service"_qs);
    wanted.outlivesProgram = true; // it is started again by a restore, which does not say whose it is
    auto demo = DemoEnvironment::create(service->m_folder->filePath(u"demo"_qs), wanted, {});
    if (!demo)
        return failure(demo.error());
    service->m_demo = std::move(*demo);
    if (auto enlarged = enlarge(service->m_demo->dataDirectory() + u"/data/agentx.db"_qs, options); !enlarged)
        return failure(enlarged.error());
    if (const auto added = service->m_console->instances().add(instanceOf(*service->m_demo)); !added)
        return failure(added.error());
    return service;
}

BenchService::~BenchService()
{
    if (m_demo)
        static_cast<void>(m_demo->stop({}));
}

Result<> BenchService::setFormat(const QString &archiveFormat)
{
    auto instance = m_console->instances().find(Name);
    if (!instance)
        return failure(instance.error());
    instance->archiveFormat = archiveFormat;
    return m_console->instances().update(*instance);
}

Result<RunReport> BenchService::run(const QString &action, const QJsonObject &arguments)
{
    m_timings.clear();
    QElapsedTimer timer;
    timer.start();
    const auto note = [&](const QString &what) {
        m_timings << u"%1 %2 s"_qs.arg(what).arg(static_cast<double>(timer.restart()) / 1000, 0, 'f', 2);
    };
    const auto session = m_console->session(Name);
    if (!session)
        return failure(session.error());
    const auto plan = m_console->catalogue().plan(action, **session, arguments, {});
    if (!plan)
        return failure(plan.error());
    note(u"plan"_qs);
    const auto report =
        m_console->executor().run(*plan, approvalOf(*plan), {**session, {}, {}, [&](const RunEvent &event) {
                                                                 if (event.kind == RunEvent::Kind::StepDone)
                                                                     note(event.stepId);
                                                             }});
    if (report && report->outcome != Outcome::Done)
        return failure(
            report->error.value_or(Error{ErrorKind::Internal, action, u"It was not done."_qs, {}, {}}));
    note(u"end"_qs);
    return report;
}

} // namespace pilothouse
