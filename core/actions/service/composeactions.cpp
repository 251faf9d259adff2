// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/composeactions.h"

#include "core/instances/fingerprint.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/mountpaths.h"
#include "core/steps/composerunstep.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 ToolMs = 10000; // a guess, only shown

struct ComposeActionsText
{
    Q_DECLARE_TR_FUNCTIONS(ComposeActions)
};

Result<const ComposeRuntime *> composeOf(const InstanceSession &session)
{
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime()))
        return compose;
    return failure(
        Error{ErrorKind::Refused,
              session.instance().name,
              ComposeActionsText::tr("This instance is no service of a compose project."),
              ComposeActionsText::tr("Add it with its project: instance add --compose PROJECT/SERVICE."),
              {}});
}

/// What of a container's own layer goes when it is removed: everything that is not mounted.
void addLosses(Plan &plan, const QList<ComposeService> &services, const QString &service,
               const ServiceProfile &profile, const QString &main)
{
    for (const ComposeService &one : services) {
        if (one.containers.isEmpty() || (!service.isEmpty() && one.name != service))
            continue;
        plan.losses << ComposeActionsText::tr(
                           "What %1 wrote into its container, and not into a volume or a folder")
                           .arg(one.name);
        const bool isMounted = hostPath(one.containers.first().mounts, profile.containerDataDir).has_value();
        if (one.name == main && !isMounted)
            plan.findings << Finding{
                QStringLiteral("data-in-container"), FindingKind::Blocker,
                ComposeActionsText::tr("The data of %1 lies in the container itself and would go with it.")
                    .arg(one.name),
                ComposeActionsText::tr("Mount a volume at %1 and copy the data there first.")
                    .arg(profile.containerDataDir)};
    }
}

/// Refuses a service that is neither in the project's files nor has a container.
Result<> checkKnown(const ComposeProject &project, const QList<ComposeService> &services,
                    const QString &service, const OperationContext &context)
{
    const bool hasContainer =
        std::any_of(services.begin(), services.end(),
                    [&service](const ComposeService &one) { return one.name == service; });
    if (service.isEmpty() || hasContainer)
        return {};
    const auto listed = project.run({QStringLiteral("config"), QStringLiteral("--services")},
                                    std::chrono::seconds(30), context);
    if (!listed)
        return failure(listed.error());
    if (listed->standardOutput.split('\n').contains(service.toUtf8()))
        return {};
    return failure(Error{ErrorKind::NotFound,
                         service,
                         ComposeActionsText::tr("The project %1 has no such service.").arg(project.name()),
                         ComposeActionsText::tr("“compose services” lists those there are."),
                         {}});
}

QString titleOf(const QString &verb, const QString &what)
{
    if (verb == QLatin1String("up"))
        return ComposeActionsText::tr("Create and start %1").arg(what);
    if (verb == QLatin1String("down"))
        return ComposeActionsText::tr("Stop and remove %1").arg(what);
    if (verb == QLatin1String("recreate"))
        return ComposeActionsText::tr("Replace the containers of %1").arg(what);
    return ComposeActionsText::tr("Restart %1").arg(what);
}

StepCall runCall(const ComposeProject &project, const QString &verb, const QString &service)
{
    QJsonObject arguments{
        {QStringLiteral("verb"), verb},
        {QStringLiteral("project"), project.name()},
        {QStringLiteral("shell"), project.shell(ComposeRunStep::words(verb, service))},
        {QStringLiteral("backShell"), project.shell({QStringLiteral("up"), QStringLiteral("--detach")})}};
    if (!service.isEmpty())
        arguments.insert(QStringLiteral("service"), service);
    return {QStringLiteral("run"), QStringLiteral("compose.run"), arguments};
}

Result<Plan> planOf(const QString &verb, Severity severity, const InstanceSession &session,
                    const QJsonObject &arguments, const OperationContext &context)
{
    const auto compose = composeOf(session);
    if (!compose)
        return failure(compose.error());
    const ComposeProject &project = (*compose)->project();
    const QString service = arguments.value(QLatin1String("service")).toString();
    if (!service.isEmpty() && !checkComposeName(service))
        return failure(checkComposeName(service).error());
    if (const auto files = project.files(context); !files)
        return failure(files.error());
    const auto services = project.services(context);
    if (!services)
        return failure(services.error());
    if (const auto known = checkKnown(project, *services, service, context); !known)
        return failure(known.error());
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = QStringLiteral("compose.") + verb;
    plan.parameters = arguments;
    plan.severity = severity;
    plan.title = titleOf(verb, service.isEmpty() ? project.name() : service);
    plan.button = plan.title;
    plan.estimate.milliseconds = ToolMs;
    const bool isMain = service.isEmpty() || service == (*compose)->service();
    const bool endsSomething = verb != QLatin1String("up");
    if (endsSomething && isMain)
        plan.estimate.downtime = verb == QLatin1String("down") ? Estimate::UntilStarted : ToolMs;
    if (verb == QLatin1String("down") || verb == QLatin1String("recreate"))
        addLosses(plan, *services, service, session.profile(), (*compose)->service());
    if (verb == QLatin1String("down"))
        plan.notes << ComposeActionsText::tr("Named volumes and folders of this machine stay.");
    plan.steps << runCall(project, verb, service);
    if (isMain && verb != QLatin1String("down")) {
        plan.steps << serviceWaitHealthyCall(session);
        if (const auto proof = healthProof(session))
            plan.proofs << *proof;
    }
    const auto fingerprint = fingerprintOf(session, context);
    if (fingerprint)
        plan.fingerprint = *fingerprint;
    else if (verb != QLatin1String("up")) // whose point is that there is no container yet
        return failure(fingerprint.error());
    return plan;
}

Action actionOf(const char *verb, const QString &title, const char *icon, Severity severity)
{
    Action action;
    action.id = QStringLiteral("compose.") + QLatin1String(verb);
    action.title = title;
    action.icon = QLatin1String(icon);
    action.severity = severity;
    action.parameters << Parameter{QStringLiteral("service"),
                                   ComposeActionsText::tr("Service; empty: all of the project"),
                                   Parameter::Type::Text,
                                   false,
                                   {}};
    action.plan = [word = QString::fromLatin1(verb), severity](const InstanceSession &session,
                                                               const QJsonObject &arguments,
                                                               const OperationContext &context) {
        return planOf(word, severity, session, arguments, context);
    };
    return action;
}

Result<QJsonValue> queryServices(const InstanceSession &session, const QJsonObject &,
                                 const OperationContext &context)
{
    const auto compose = composeOf(session);
    if (!compose)
        return failure(compose.error());
    const auto services = (*compose)->project().services(context);
    if (!services)
        return failure(services.error());
    QJsonArray rows;
    for (const ComposeService &service : *services) {
        QJsonArray containers;
        QStringList states;
        QJsonArray ports;
        for (const DockerContainer &container : service.containers) {
            containers << QJsonObject{{QStringLiteral("name"), container.name},
                                      {QStringLiteral("image"), container.image},
                                      {QStringLiteral("state"), container.state},
                                      {QStringLiteral("status"), container.status}};
            if (!states.contains(container.status))
                states << container.status;
            for (const int port : container.ports)
                ports << port;
        }
        rows << QJsonObject{{QStringLiteral("service"), service.name},
                            {QStringLiteral("isData"), service.name == (*compose)->service()},
                            {QStringLiteral("running"), service.runningCount()},
                            {QStringLiteral("replicas"), service.containers.size()},
                            {QStringLiteral("status"), states.join(QStringLiteral("; "))},
                            {QStringLiteral("dependsOn"), QJsonArray::fromStringList(service.dependsOn)},
                            {QStringLiteral("ports"), ports},
                            {QStringLiteral("containers"), containers}};
    }
    return QJsonValue(rows);
}

} // namespace

void addComposeActions(Catalogue &catalogue)
{
    catalogue.add(
        actionOf("up", ComposeActionsText::tr("Create and start the project"), "play", Severity::Reversible));
    catalogue.add(actionOf("restart", ComposeActionsText::tr("Restart the project"), "arrow-repeat",
                           Severity::Disruptive));
    catalogue.add(actionOf("recreate", ComposeActionsText::tr("Replace containers"), "arrow-repeat",
                           Severity::Destructive));
    catalogue.add(actionOf("down", ComposeActionsText::tr("Stop and remove the project"), "stop",
                           Severity::Destructive));
    catalogue.add(QueryEntry{QStringLiteral("compose.services"),
                             ComposeActionsText::tr("Services of the compose project"),
                             {},
                             queryServices});
}

} // namespace pilothouse
