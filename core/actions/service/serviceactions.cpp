// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/serviceactions.h"

#include "core/actions/service/servicewindow.h"
#include "core/instances/fingerprint.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/serviceruntime.h"
#include "core/runtime/servicesockets.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 StartMs = 5000; // a guess, only shown

struct ServiceActionsText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceActions)
};

std::chrono::milliseconds graceFrom(const QJsonObject &arguments)
{
    const double seconds = arguments.value(QLatin1String("graceSeconds")).toDouble();
    return std::chrono::milliseconds(static_cast<qint64>(std::clamp(seconds, 0.0, 3600.0) * 1000));
}

qint64 stopMs(const InstanceSession &session, const QJsonObject &arguments)
{
    const auto grace = graceFrom(arguments);
    return grace.count() > 0 ? grace.count() : session.profile().stopSeconds * qint64(1000);
}

/// What a plan and its findings start from.
struct Draft
{
    Plan plan;
    ServiceStatus status;
};

void addServiceFinding(Plan &plan, const char *id, FindingKind kind, const QString &text,
                       const QString &advice = {})
{
    plan.findings.append({QLatin1String(id), kind, text, advice});
}

void addCommonFindings(Draft &draft, const InstanceSession &session)
{
    const QString name = session.instance().name;
    if (!session.runtime().canControl())
        addServiceFinding(
            draft.plan, "cannot-control", FindingKind::Blocker,
            ServiceActionsText::tr("Pilothouse does not know how %1 is started or stopped.").arg(name),
            ServiceActionsText::tr("Choose its container or command in the settings of the instance."));
    if (draft.status.state == ServiceState::Missing)
        addServiceFinding(
            draft.plan, "missing", FindingKind::Blocker, draft.status.reason,
            ServiceActionsText::tr(
                "Create it again, or choose another container in the settings of the instance."));
}

void addStopFindings(Draft &draft)
{
    draft.plan.findings << stopFindings(draft.status);
    if (!draft.status.triggeredBy.isEmpty())
        addServiceFinding(draft.plan, "triggered", FindingKind::Info,
                          ServiceActionsText::tr("%1 can start it again by itself.")
                              .arg(draft.status.triggeredBy.join(QStringLiteral(", "))),
                          ServiceActionsText::tr("Stop that unit as well where it must stay stopped."));
}

/// Of several replicas one may be stopped and another not.
bool isWhollyStopped(const Draft &draft, const InstanceSession &session)
{
    return draft.status.state == ServiceState::Stopped && session.runtime().canControl()
           && !draft.status.identity.contains(u',');
}

/// A service that is as it is wanted; what stands in the way of a change does not matter then.
Plan idlePlan(Plan plan, const char *id, const QString &sentence)
{
    plan.findings.clear();
    addServiceFinding(plan, id, FindingKind::NothingToDo, sentence);
    return plan;
}

Plan runningPlan(const Draft &draft)
{
    const QString name = draft.plan.instance;
    const bool isIll = draft.status.health == QLatin1String("unhealthy");
    if (isIll)
        return idlePlan(
            draft.plan, "already-running",
            ServiceActionsText::tr("%1 is running already, but its health check fails: look at its log, or "
                                   "restart it.")
                .arg(name));
    return idlePlan(draft.plan, "already-running",
                    draft.status.state == ServiceState::Starting
                        ? ServiceActionsText::tr("%1 is starting already; nothing was done.").arg(name)
                        : ServiceActionsText::tr("%1 is running already; nothing was done.").arg(name));
}

Result<Draft> draftOf(const InstanceSession &session, const QString &action, const QJsonObject &arguments,
                      const OperationContext &context)
{
    const auto status = session.runtime().status(context);
    if (!status)
        return failure(withSubject(status.error(), session.instance().name));
    const auto fingerprint = fingerprintOf(session, context);
    if (!fingerprint)
        return failure(fingerprint.error());
    Draft draft;
    draft.status = *status;
    draft.plan.operation = QUuid::createUuid();
    draft.plan.instance = session.instance().name;
    draft.plan.action = action;
    draft.plan.parameters = arguments;
    draft.plan.fingerprint = *fingerprint;
    addCommonFindings(draft, session);
    return draft;
}

void addHealthProof(Plan &plan, const InstanceSession &session)
{
    plan.steps << serviceWaitHealthyCall(session);
    if (const auto proof = healthProof(session))
        plan.proofs << *proof;
}

Result<Plan> planStop(const InstanceSession &session, const QJsonObject &arguments,
                      const OperationContext &context)
{
    auto draft = draftOf(session, QStringLiteral("service.stop"), arguments, context);
    if (!draft)
        return failure(draft.error());
    draft->plan.title = ServiceActionsText::tr("Stop %1").arg(draft->plan.instance);
    draft->plan.button = draft->plan.title;
    if (isWhollyStopped(*draft, session))
        return idlePlan(
            draft->plan, "already-stopped",
            ServiceActionsText::tr("%1 is stopped already; nothing was done.").arg(draft->plan.instance));
    addStopFindings(*draft);
    Plan plan = std::move(draft->plan);
    plan.severity = Severity::Disruptive;
    plan.estimate.milliseconds = stopMs(session, arguments);
    plan.estimate.downtime = Estimate::UntilStarted;
    plan.notes << ServiceActionsText::tr("Nobody can use %1 until it is started again.").arg(plan.instance);
    if (isContainerKind(session.runtime().kind()) && draft->status.restartPolicy == QLatin1String("always"))
        plan.notes << ServiceActionsText::tr(
            "Its restart policy “always” starts it again when the container engine itself restarts.");
    plan.steps << serviceStopCall(session, graceFrom(arguments));
    return plan;
}

Result<Plan> planStart(const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context)
{
    auto draft = draftOf(session, QStringLiteral("service.start"), arguments, context);
    if (!draft)
        return failure(draft.error());
    draft->plan.title = ServiceActionsText::tr("Start %1").arg(draft->plan.instance);
    draft->plan.button = draft->plan.title;
    if (draft->status.isUp() && session.runtime().canControl())
        return runningPlan(*draft);
    Plan plan = std::move(draft->plan);
    plan.severity = Severity::Reversible;
    plan.estimate.milliseconds = StartMs;
    plan.steps << serviceStartCall(session);
    addHealthProof(plan, session);
    return plan;
}

Result<Plan> planRestart(const InstanceSession &session, const QJsonObject &arguments,
                         const OperationContext &context)
{
    auto draft = draftOf(session, QStringLiteral("service.restart"), arguments, context);
    if (!draft)
        return failure(draft.error());
    addStopFindings(*draft);
    if (draft->status.state == ServiceState::Stopped)
        addServiceFinding(draft->plan, "already-stopped", FindingKind::Info,
                          ServiceActionsText::tr("It does not run now."));
    Plan plan = std::move(draft->plan);
    plan.title = ServiceActionsText::tr("Restart %1").arg(plan.instance);
    plan.button = plan.title;
    plan.severity = Severity::Disruptive;
    plan.estimate.milliseconds = stopMs(session, arguments) + StartMs;
    plan.estimate.downtime = plan.estimate.milliseconds;
    plan.steps << serviceRestartCall(session, graceFrom(arguments));
    addHealthProof(plan, session);
    return plan;
}

bool wasRunningBefore(const OperationRecord &record, const QString &stepId)
{
    const StepRecord *step = record.step(stepId);
    return step && step->before.value(QLatin1String("wasRunning")).toBool();
}

Result<Plan> undoStop(const InstanceSession &session, const OperationRecord &record,
                      const OperationContext &context)
{
    if (!wasRunningBefore(record, QStringLiteral("stop")))
        return failure(ErrorKind::Refused,
                       ServiceActionsText::tr(
                           "The service did not run before it was stopped; there is nothing to put back."));
    auto plan = planStart(session, {}, context);
    if (plan)
        plan->undoes = record.plan.operation;
    return plan;
}

Result<Plan> undoStart(const InstanceSession &session, const OperationRecord &record,
                       const OperationContext &context)
{
    if (wasRunningBefore(record, QStringLiteral("start")))
        return failure(
            ErrorKind::Refused,
            ServiceActionsText::tr("The service ran before it was started; there is nothing to put back."));
    auto plan = planStop(session, {}, context);
    if (plan)
        plan->undoes = record.plan.operation;
    return plan;
}

Result<QJsonValue> queryStatus(const InstanceSession &session, const QJsonObject &,
                               const OperationContext &context)
{
    const auto status = session.runtime().status(context);
    if (!status)
        return failure(withSubject(status.error(), session.instance().name));
    QJsonObject object = toJson(*status);
    object.insert(QStringLiteral("runtime"), session.runtime().kind());
    object.insert(QStringLiteral("canControl"), session.runtime().canControl());
    return QJsonValue(object);
}

Result<QJsonValue> queryStatistics(const InstanceSession &session, const QJsonObject &,
                                   const OperationContext &context)
{
    const auto statistics = session.runtime().statistics(context);
    if (!statistics)
        return failure(withSubject(statistics.error(), session.instance().name));
    return QJsonValue(toJson(*statistics));
}

Result<QJsonValue> querySockets(const InstanceSession &session, const QJsonObject &,
                                const OperationContext &context)
{
    const auto status = session.runtime().status(context);
    if (!status)
        return failure(withSubject(status.error(), session.instance().name));
    const auto sockets = socketsOf(*status, session.instance().name);
    if (!sockets)
        return failure(sockets.error());
    return QJsonValue(countedSockets(*sockets));
}

Parameter graceParameter()
{
    return {QStringLiteral("graceSeconds"),
            ServiceActionsText::tr("Seconds until it is killed"),
            Parameter::Type::Number,
            false,
            {}};
}

Action actionOf(const char *id, const QString &title, const char *icon, Severity severity, Planner planner)
{
    Action action;
    action.id = QLatin1String(id);
    action.title = title;
    action.icon = QLatin1String(icon);
    action.severity = severity;
    action.plan = std::move(planner);
    return action;
}

} // namespace

void addServiceActions(Catalogue &catalogue)
{
    Action stop =
        actionOf("service.stop", ServiceActionsText::tr("Stop"), "stop", Severity::Disruptive, planStop);
    stop.parameters << graceParameter();
    stop.undo = undoStop;
    catalogue.add(stop);
    Action start =
        actionOf("service.start", ServiceActionsText::tr("Start"), "play", Severity::Reversible, planStart);
    start.undo = undoStart;
    catalogue.add(start);
    Action restart = actionOf("service.restart", ServiceActionsText::tr("Restart"), "arrow-repeat",
                              Severity::Disruptive, planRestart);
    restart.parameters << graceParameter();
    catalogue.add(restart);
    catalogue.add(QueryEntry{
        QStringLiteral("service.status"), ServiceActionsText::tr("Status of the service"), {}, queryStatus});
    catalogue.add(QueryEntry{QStringLiteral("service.sockets"),
                             ServiceActionsText::tr("Ports and connections of the service"),
                             {},
                             querySockets});
    catalogue.add(QueryEntry{QStringLiteral("service.statistics"),
                             ServiceActionsText::tr("What the service uses"),
                             {},
                             queryStatistics});
}

} // namespace pilothouse
