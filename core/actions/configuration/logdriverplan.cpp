// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The action that gives a container another log driver, or other limits of the one that it has.
#include "core/actions/configuration/logdriver.h"
#include "core/actions/configuration/restartplan.h"
#include "core/actions/upgrade/remake.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace pilothouse {

namespace {

struct LogDriverPlanText
{
    Q_DECLARE_TR_FUNCTIONS(LogDriver)
};

void addDriverFinding(Plan &plan, const char *id, FindingKind kind, const QString &text,
                      const QString &advice = {})
{
    plan.findings << Finding{QLatin1String(id), kind, text, advice};
}

QJsonObject configOf(const QJsonObject &inspected)
{
    return inspected.value(QLatin1String("HostConfig"))
        .toObject()
        .value(QLatin1String("LogConfig"))
        .toObject();
}

/// What the service was started with says more than a plan could change: its file must.
tl::unexpected<Error> composeSaysIt(const InstanceSession &session, const ComposeRuntime &compose,
                                    const QJsonObject &inspected, const QJsonObject &wanted)
{
    const QString file = inspected.value(QLatin1String("Config"))
                             .toObject()
                             .value(QLatin1String("Labels"))
                             .toObject()
                             .value(QLatin1String("com.docker.compose.project.config_files"))
                             .toString();
    const QString lines = composeLogging(compose.service(), wanted);
    return failure(Error{
        ErrorKind::Refused,
        session.instance().name,
        LogDriverPlanText::tr("The log driver of a compose service comes from its project's file."),
        (file.isEmpty() ? LogDriverPlanText::tr("Write this into the compose file, then run “compose up”:")
                        : LogDriverPlanText::tr("Write this into %1, then run “compose up”:").arg(file))
            + u'\n' + lines,
        {}});
}

tl::unexpected<Error> noDriver(const InstanceSession &session)
{
    return failure(
        Error{ErrorKind::Refused,
              session.instance().name,
              LogDriverPlanText::tr("Only what a container prints is kept by a log driver."),
              session.runtime().kind() == QLatin1String("systemd")
                  ? LogDriverPlanText::tr("How much the journal keeps is set in journald.conf: SystemMaxUse.")
                  : LogDriverPlanText::tr("How log files are rotated is set in the service."),
              {}});
}

/// A container does not start while its driver cannot reach the other side.
bool mustAnswer(const QString &driver, const QJsonObject &options)
{
    if (driver == QLatin1String("fluentd"))
        return options.value(QLatin1String("fluentd-async")).toString() != QLatin1String("true");
    return driver == QLatin1String("syslog")
           && options.value(QLatin1String("syslog-address")).toString().startsWith(QLatin1String("tcp"));
}

void addDriverFindings(Plan &plan, const QJsonObject &now, const QJsonObject &wanted)
{
    const QString driver = wanted.value(QLatin1String("Type")).toString();
    const QJsonObject options = wanted.value(QLatin1String("Config")).toObject();
    if (now == wanted)
        addDriverFinding(plan, "same", FindingKind::Info,
                         LogDriverPlanText::tr("That is how its log is kept already."));
    if (driver == QLatin1String("none"))
        addDriverFinding(plan, "keeps-nothing", FindingKind::Warning,
                         LogDriverPlanText::tr("Nothing of what the service prints can be read any more."),
                         LogDriverPlanText::tr("The driver local with a limit takes little room."));
    if (driver == QLatin1String("json-file") && !options.contains(QLatin1String("max-size")))
        addDriverFinding(plan, "no-limit", FindingKind::Warning,
                         LogDriverPlanText::tr("Without a size it grows until the disk is full."),
                         LogDriverPlanText::tr("Give it a size, such as 10m."));
    if (mustAnswer(driver, options))
        addDriverFinding(
            plan, "must-answer", FindingKind::Warning,
            LogDriverPlanText::tr("The container does not start while nobody answers where %1 sends.")
                .arg(driver),
            driver == QLatin1String("fluentd") ? LogDriverPlanText::tr("Add the option fluentd-async=true.")
                                               : QString());
}

void addDriverNotes(Plan &plan, const QJsonObject &wanted)
{
    const QString driver = wanted.value(QLatin1String("Type")).toString();
    const bool isElsewhere = driver == QLatin1String("syslog") || driver == QLatin1String("fluentd")
                             || driver == QLatin1String("gelf");
    plan.notes << LogDriverPlanText::tr(
        "What it has printed until now stays with the container that is set aside; the new one begins an "
        "empty log.");
    if (isElsewhere)
        plan.notes << LogDriverPlanText::tr("The driver %1 sends every line on; to read it here, the engine "
                                            "keeps the newest of them as well.")
                          .arg(driver);
    QJsonObject daemon{{QStringLiteral("log-driver"), driver}};
    if (const QJsonObject options = wanted.value(QLatin1String("Config")).toObject(); !options.isEmpty())
        daemon.insert(QStringLiteral("log-opts"), options);
    plan.notes << LogDriverPlanText::tr("For all containers made from now on, write this into "
                                        "/etc/docker/daemon.json and restart the engine: %1")
                      .arg(QString::fromUtf8(QJsonDocument(daemon).toJson(QJsonDocument::Compact)));
}

Result<> addRemade(Plan &plan, const InstanceSession &session, const StepCall &call,
                   const OperationContext &context)
{
    const auto findings = remakeFindings(session, context);
    if (!findings)
        return failure(findings.error());
    plan.findings << *findings;
    if (addChangeWhileStopped(plan, session, {call}, context))
        return {};
    plan.estimate = {};
    plan.severity = Severity::Reversible;
    addDriverFinding(plan, "not-running", FindingKind::Info,
                     LogDriverPlanText::tr("The service does not run; it holds from its next start on."));
    return {};
}

Result<Plan> planDriver(const InstanceSession &session, const QJsonObject &arguments,
                        const OperationContext &context)
{
    if (!runsInContainers(session.runtime()))
        return noDriver(session);
    const auto inspected = inspectContainerOf(session.runtime(), context);
    if (!inspected)
        return failure(withSubject(inspected.error(), session.instance().name));
    const QJsonObject now = configOf(*inspected);
    const auto wanted = wantedLogConfig(now, arguments);
    if (!wanted)
        return failure(wanted.error());
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime()))
        return composeSaysIt(session, *compose, *inspected, *wanted);
    Plan plan = restartPlan(session, QStringLiteral("logs.driver"), arguments, context);
    plan.title = LogDriverPlanText::tr("Change how the log of %1 is kept").arg(plan.instance);
    plan.button = LogDriverPlanText::tr("Restart with it");
    addDriverFindings(plan, now, *wanted);
    const auto call = recreateCall(plan, session, {{QStringLiteral("log"), *wanted}}, context);
    if (!call)
        return failure(call.error());
    if (auto added = addRemade(plan, session, *call, context); !added)
        return failure(added.error());
    addDriverNotes(plan, *wanted);
    return plan;
}

/// The container back that the change (or its undo) has set aside.
Result<Plan> planDriverUndo(const InstanceSession &session, const OperationRecord &record,
                            const OperationContext &context)
{
    Plan plan = restartPlan(session, QStringLiteral("logs.driver"), {}, context);
    plan.title = LogDriverPlanText::tr("Keep the log of %1 as before").arg(plan.instance);
    plan.button = LogDriverPlanText::tr("Restart as before");
    plan.undoes = record.plan.operation;
    plan.notes << LogDriverPlanText::tr(
        "What it has printed since then stays with the container that is set aside now.");
    for (const StepCall &call : record.plan.steps) {
        if (call.step != u"service.recreate" && call.step != u"service.exchange")
            continue;
        const auto back = exchangeCall(plan, session, call, record, context);
        if (!back)
            return failure(back.error());
        return addRemade(plan, session, *back, context).map([&plan] { return plan; });
    }
    return failure(ErrorKind::Refused, LogDriverPlanText::tr("Nothing was changed."));
}

Parameter driverParameter(const char *name, const QString &title, Parameter::Type type)
{
    return {QLatin1String(name), title, type, false, {}};
}

} // namespace

void addLogDriverAction(Catalogue &catalogue)
{
    Action action;
    action.id = QStringLiteral("logs.driver");
    action.title = LogDriverPlanText::tr("Change how the log is kept");
    action.icon = QStringLiteral("sliders");
    action.severity = Severity::Disruptive;
    action.runbookItems = QStringList{QStringLiteral("P11"), QStringLiteral("V24"), QStringLiteral("V25"),
                                      QStringLiteral("V26")};
    action.parameters = {
        driverParameter("driver", LogDriverPlanText::tr("Driver, such as json-file"), Parameter::Type::Text),
        driverParameter("size", LogDriverPlanText::tr("Size of a file, such as 10m"), Parameter::Type::Text),
        driverParameter("files", LogDriverPlanText::tr("Files at most"), Parameter::Type::Number),
        driverParameter("options", LogDriverPlanText::tr("Options, KEY=VALUE with commas between"),
                        Parameter::Type::Text)};
    action.plan = planDriver;
    action.undo = planDriverUndo;
    catalogue.add(action);
}

} // namespace pilothouse
