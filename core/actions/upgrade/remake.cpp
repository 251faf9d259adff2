// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgrade/remake.h"

#include "core/actions/upgrade/upgradefacts.h"
#include "core/actions/upgrade/upgradeplans.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/dockerruntime.h"
#include "core/runtime/dockerstate.h"
#include "core/runtime/mountpaths.h"
#include "core/steps/composereplacestep.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct RemakeText
{
    Q_DECLARE_TR_FUNCTIONS(Remake)
};

QString labelOf(const QJsonObject &inspected, const char *name)
{
    return inspected.value(QLatin1String("Config"))
        .toObject()
        .value(QLatin1String("Labels"))
        .toObject()
        .value(QLatin1String(name))
        .toString();
}

void find(QList<Finding> &findings, const char *id, const QString &text, const QString &advice)
{
    findings << Finding{QLatin1String(id), FindingKind::Blocker, text, advice};
}

void addOwnContainer(QList<Finding> &findings, const QJsonObject &inspected, const QString &container)
{
    const ServiceStatus status = statusFromInspect(inspected);
    const QString project = labelOf(inspected, "com.docker.compose.project");
    if (status.removesItself)
        find(findings, "removes-itself",
             RemakeText::tr(
                 "The container was started with --rm: stopping it would delete it, and there would be "
                 "no way back."),
             RemakeText::tr("Create it again without --rm, with a restart policy."));
    if (const QString supervisor = supervisorFromInspect(inspected); !supervisor.isEmpty())
        find(findings, "supervised",
             RemakeText::tr("%1 runs this container and would start another one at once.").arg(supervisor),
             RemakeText::tr("Upgrade the service there."));
    if (!project.isEmpty())
        find(
            findings, "compose",
            RemakeText::tr("The compose project %1 made this container, and would make it again with the old "
                           "image.")
                .arg(project),
            RemakeText::tr("Add the instance as a service of that project: instance add --compose %1/%2.")
                .arg(project, labelOf(inspected, "com.docker.compose.service")));
    if (inspected.value(QLatin1String("Name")).toString().mid(1) != container)
        find(findings, "by-id",
             RemakeText::tr("The instance knows its container by its id, which the new one will not have."),
             RemakeText::tr("Give the instance the container's name."));
}

} // namespace

QList<StepCall> withoutUnfence(QList<StepCall> calls)
{
    erase_if(calls, [](const StepCall &call) { return call.step == u"service.unfence"; });
    return calls;
}

Result<QList<Finding>> remakeFindings(const InstanceSession &session, const OperationContext &context)
{
    QList<Finding> findings;
    if (!runsInContainers(session.runtime()))
        return findings;
    const auto access = containerOf(session.runtime(), context);
    if (!access)
        return failure(access.error());
    const auto inspected = access->engine.inspect(access->container, context);
    if (!inspected)
        return failure(withSubject(inspected.error(), access->container));
    if (dynamic_cast<const DockerRuntime *>(&session.runtime()))
        addOwnContainer(findings, *inspected, access->container);
    if (statusFromInspect(*inspected).state == ServiceState::Paused)
        find(findings, "paused",
             RemakeText::tr("The service is paused: it could not end by itself and would be killed."),
             RemakeText::tr("Let it go on first."));
    const QString data = session.profile().containerDataDir;
    if (!data.isEmpty() && !hostPath(mountsFromInspect(*inspected), data))
        find(findings, "data-in-container",
             RemakeText::tr("The data lies in the container itself and would stay behind in it."),
             RemakeText::tr("Mount a volume at %1 and copy the data there first.").arg(data));
    return findings;
}

Result<StepCall> recreateCall(const Plan &plan, const InstanceSession &session, const QJsonObject &change,
                              const OperationContext &context)
{
    const auto access = containerOf(session.runtime(), context);
    if (!access)
        return failure(access.error());
    const auto inspected = access->engine.inspect(access->container, context);
    if (!inspected)
        return failure(inspected.error());
    const ServiceStatus status = statusFromInspect(*inspected);
    const auto named = access->engine.inspectImage(status.image, context);
    const bool isSame = named && named->value(QLatin1String("Id")).toString() == status.imageDigest;
    QJsonObject arguments{{QStringLiteral("docker"), dockerWord(session)},
                          {QStringLiteral("container"), access->container},
                          {QStringLiteral("kept"), keptName(access->container, plan.operation)},
                          {QStringLiteral("reference"), isSame ? status.image : status.imageDigest},
                          {QStringLiteral("image"), status.imageDigest}};
    for (auto one = change.begin(); one != change.end(); ++one)
        arguments.insert(one.key(), one.value());
    return StepCall{QStringLiteral("recreate"), QStringLiteral("service.recreate"), arguments};
}

Result<> checkStillThere(const DockerEngine &engine, const StepCall &call, const OperationRecord &record,
                         const OperationContext &context)
{
    const QString container = call.arguments.value(QLatin1String("container")).toString();
    const auto now = engine.inspect(container, context);
    if (!now)
        return failure(now.error());
    const StepRecord *step = record.step(call.id);
    if (!step)
        return {};
    const QString left = call.step == u"service.exchange"
                             ? step->before.value(QLatin1String("other")).toString()
                             : step->outputs.value(QLatin1String("container")).toString();
    if (left.isEmpty() || now->value(QLatin1String("Id")).toString() == left)
        return {};
    return failure(Error{ErrorKind::Refused,
                         container,
                         RemakeText::tr("The container was made again since then; that would be undone too."),
                         RemakeText::tr("Put back what was done last first."),
                         {}});
}

Result<StepCall> exchangeCall(const Plan &plan, const InstanceSession &session, const StepCall &recreated,
                              const OperationRecord &record, const OperationContext &context)
{
    const QString container = recreated.arguments.value(QLatin1String("container")).toString();
    const QString kept = recreated.arguments.value(QLatin1String("kept")).toString();
    const auto access = containerOf(session.runtime(), context);
    if (!access)
        return failure(access.error());
    if (auto same = checkStillThere(access->engine, recreated, record, context); !same)
        return failure(same.error());
    if (!access->engine.inspect(kept, context))
        return failure(Error{ErrorKind::Refused,
                             kept,
                             RemakeText::tr("The container before is no longer kept."),
                             RemakeText::tr("Make it again by hand, or change the variable once more."),
                             {}});
    return StepCall{QStringLiteral("exchange"),
                    QStringLiteral("service.exchange"),
                    {{QStringLiteral("docker"), dockerWord(session)},
                     {QStringLiteral("container"), container},
                     {QStringLiteral("other"), kept},
                     {QStringLiteral("kept"), keptName(container, plan.operation)}}};
}

StepCall composeReplaceCall(const InstanceSession &session, qsizetype containers, const QJsonObject &change)
{
    QJsonObject arguments = change;
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime())) {
        const QString service = compose->service();
        arguments.insert(QStringLiteral("docker"), dockerWord(session));
        arguments.insert(QStringLiteral("project"), compose->project().name());
        arguments.insert(QStringLiteral("service"), service);
        arguments.insert(QStringLiteral("shell"),
                         compose->project().shell(ComposeReplaceStep::words(service, containers)));
    }
    return {QStringLiteral("recreate"), QStringLiteral("compose.replace"), arguments};
}

bool addChangeWhileStopped(Plan &plan, const InstanceSession &session, const QList<StepCall> &changes,
                           const OperationContext &context)
{
    const ServiceWindow window = openServiceWindow(session, {}, context);
    const bool isCompose = session.runtime().kind() == QLatin1String("compose");
    plan.findings << window.findings;
    plan.steps << window.before << changes << (isCompose ? withoutUnfence(window.start) : window.start)
               << window.healthy;
    const auto proof = healthProof(session);
    if (window.isUp && proof)
        plan.proofs << *proof;
    return window.isUp;
}

} // namespace pilothouse
