// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/loglevel.h"

#include "core/actions/configuration/restartplan.h"
#include "core/actions/upgrade/remake.h"
#include "core/base/clock.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/addedvariables.h"
#include "core/runtime/serviceruntime.h"
#include "core/steps/serviceaddvariablesstep.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr double MostMinutes = 7 * 24 * 60;

struct LogLevelText
{
    Q_DECLARE_TR_FUNCTIONS(LogLevel)
};

void addLevelFinding(Plan &plan, const char *id, FindingKind kind, const QString &text,
                     const QString &advice = {})
{
    plan.findings << Finding{QLatin1String(id), kind, text, advice};
}

/// Stopped while its variables change, so that a failed attempt leaves it running as it ran before.
Result<> addSteps(Plan &plan, const InstanceSession &session, const VariableChanges &changes,
                  const OperationContext &context)
{
    const auto status = session.runtime().status(context);
    if (!status)
        return failure(withSubject(status.error(), session.instance().name));
    const bool isUp = status->state != ServiceState::Stopped && status->state != ServiceState::Missing;
    const QJsonObject arguments{{QStringLiteral("service"), session.instance().name},
                                {QStringLiteral("variables"), toJson(changes)},
                                {QStringLiteral("shell"), session.runtime().addedVariablesCommand(changes)}};
    if (isUp)
        plan.steps << serviceStopCall(session);
    plan.steps << StepCall{QStringLiteral("variables"), QStringLiteral("service.add-variables"), arguments};
    if (!isUp) {
        plan.estimate = {};
        plan.severity = Severity::Reversible;
        addLevelFinding(
            plan, "not-running", FindingKind::Info,
            LogLevelText::tr("The service does not run; the level holds from its next start on."));
        return {};
    }
    plan.steps << serviceStartCall(session) << serviceWaitHealthyCall(session);
    if (const auto proof = healthProof(session))
        plan.proofs << *proof;
    return {};
}

Result<LevelSetting> knownLevel(const InstanceSession &session, const QString &wanted,
                                const OperationContext &context)
{
    auto level = logLevelOf(session, context);
    if (!level)
        return level;
    if (level->variable.isEmpty())
        return failure(ErrorKind::Refused,
                       LogLevelText::tr("The profile of this service knows no variable for the log level."));
    if (!level->choices.contains(wanted))
        return failure(ErrorKind::BadInput,
                       LogLevelText::tr("“%1” is no log level; expected is one of %2.")
                           .arg(wanted.left(40), level->choices.join(QStringLiteral(", "))));
    return level;
}

void addRevert(Plan &plan, const QString &title, double minutes, const QDateTime &now)
{
    if (minutes <= 0) {
        addLevelFinding(plan, "stays", FindingKind::Info,
                        LogLevelText::tr("It stays so until it is put back."),
                        LogLevelText::tr("Give it a number of minutes after which it goes back by itself."));
        return;
    }
    const QDateTime due = now.addSecs(static_cast<qint64>(minutes * 60));
    plan.steps << StepCall{QStringLiteral("revert"),
                           QStringLiteral("revert.plan"),
                           {{QStringLiteral("title"), title}, {QStringLiteral("dueAt"), toIso(due)}}};
    plan.notes
        << LogLevelText::tr(
               "After %1 it goes back by itself, with another restart, whether or not Pilothouse is open.")
               .arg(formatDuration(static_cast<qint64>(minutes * 60'000)))
        << LogLevelText::tr(
               "A restart of this machine ends the wait. When Pilothouse is opened next, it waits again or, "
               "where it is overdue, asks you to put it back.");
}

/// A container gets its environment when it is made: the same one again, with another level.
Result<> addContainer(Plan &plan, const InstanceSession &session, const StepCall &call,
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
    addLevelFinding(plan, "not-running", FindingKind::Info,
                    LogLevelText::tr("The service does not run; the level holds from its next start on."));
    return {};
}

bool isOwnContainer(const InstanceSession &session)
{
    return session.runtime().kind() == QLatin1String("docker");
}

Result<> addChange(Plan &plan, const InstanceSession &session, const QString &variable, const QString &wanted,
                   const OperationContext &context)
{
    if (isOwnContainer(session)) {
        const QJsonObject variables{{variable, wanted}};
        const auto call = recreateCall(plan, session, {{QStringLiteral("variables"), variables}}, context);
        return call ? addContainer(plan, session, *call, context) : failure(call.error());
    }
    if (const auto variables = session.runtime().addedVariables(context); !variables)
        return failure(withSubject(variables.error(), session.instance().name));
    return addSteps(plan, session, {{variable, wanted}}, context);
}

Result<Plan> planLevel(const InstanceSession &session, const QDateTime &now, const QJsonObject &arguments,
                       const OperationContext &context)
{
    const QString wanted = arguments.value(QLatin1String("level")).toString();
    const double minutes = arguments.value(QLatin1String("minutes")).toDouble();
    const auto level = knownLevel(session, wanted, context);
    if (!level)
        return failure(level.error());
    if (minutes < 0 || minutes > MostMinutes)
        return failure(ErrorKind::BadInput,
                       LogLevelText::tr("Expected are minutes, at most a week of them."));
    Plan plan = restartPlan(session, QStringLiteral("logs.level"), arguments, context);
    const QString title = QStringLiteral("%1=%2").arg(level->variable, wanted);
    plan.title = LogLevelText::tr("Let %1 log with %2").arg(plan.instance, title);
    plan.button = LogLevelText::tr("Restart with %1").arg(title);
    if (auto added = addChange(plan, session, level->variable, wanted, context); !added)
        return failure(added.error());
    if (level->value == wanted)
        addLevelFinding(plan, "same", FindingKind::Info, LogLevelText::tr("That is its level already."));
    plan.notes << level->text;
    addRevert(plan, title, minutes, now);
    return plan;
}

/// The container back that the change (or its undo) has set aside.
Result<> addOldContainer(Plan &plan, const InstanceSession &session, const OperationRecord &record,
                         const OperationContext &context)
{
    for (const StepCall &call : record.plan.steps) {
        if (call.step != u"service.recreate" && call.step != u"service.exchange")
            continue;
        const auto back = exchangeCall(plan, session, call, record, context);
        return back ? addContainer(plan, session, *back, context) : failure(back.error());
    }
    return failure(ErrorKind::Refused, LogLevelText::tr("Nothing was changed."));
}

QJsonObject variablesOf(const QJsonObject &object)
{
    return object.value(QLatin1String("variables")).toObject();
}

/// The way back. A journal of an earlier version has all variables, of which one was changed.
VariableChanges oldValues(const QJsonObject &set, const QJsonObject &before)
{
    QJsonObject back;
    for (auto variable = set.begin(); variable != set.end(); ++variable) {
        const QJsonValue old = before.value(variable.key());
        if (set.size() == 1 || old != variable.value())
            back.insert(variable.key(), old.isUndefined() ? QJsonValue() : old);
    }
    return changesFromJson(back);
}

Result<> addOldVariables(Plan &plan, const InstanceSession &session, const OperationRecord &record,
                         const OperationContext &context)
{
    const StepRecord *step = record.step(QStringLiteral("variables"));
    const auto now = session.runtime().addedVariables(context);
    if (!step || !now)
        return failure(step
                           ? now.error()
                           : Error{ErrorKind::Refused, {}, LogLevelText::tr("Nothing was changed."), {}, {}});
    QJsonObject set;
    for (const StepCall &call : record.plan.steps) {
        if (call.id == QLatin1String("variables"))
            set = variablesOf(call.arguments);
    }
    if (changed(*now, changesFromJson(set)) != *now)
        addLevelFinding(plan, "changed-since", FindingKind::Warning,
                        LogLevelText::tr("It was changed once more since then."));
    return addSteps(plan, session, oldValues(set, variablesOf(step->before)), context);
}

Result<Plan> planUndo(const InstanceSession &session, const RevertStore &reverts,
                      const OperationRecord &record, const OperationContext &context)
{
    Plan plan = restartPlan(session, QStringLiteral("logs.level"), {}, context);
    plan.title = LogLevelText::tr("Put the log level of %1 back").arg(plan.instance);
    plan.button = LogLevelText::tr("Restart with the level before");
    plan.undoes = record.plan.operation;
    if (auto added = isOwnContainer(session) ? addOldContainer(plan, session, record, context)
                                             : addOldVariables(plan, session, record, context);
        !added)
        return failure(added.error());
    const auto pending = reverts.find(record.plan.operation);
    if (pending && *pending)
        plan.steps << StepCall{
            QStringLiteral("revert"),
            QStringLiteral("revert.cancel"),
            {{QStringLiteral("operation"), record.plan.operation.toString(QUuid::WithoutBraces)}}};
    return plan;
}

} // namespace

Result<LevelSetting> logLevelOf(const InstanceSession &session, const OperationContext &context)
{
    LevelSetting level;
    const ProfileVariable *variable = session.profile().variable(session.profile().logLevelVariable);
    if (!variable)
        return level;
    level.variable = variable->name;
    level.choices = variable->choices;
    level.text = variable->text;
    level.value = variable->standard;
    level.from = QStringLiteral("default");
    const auto added = session.runtime().addedVariables(context);
    const auto environment = session.runtime().environment(context);
    for (const EnvironmentEntry &entry : environment.value_or(QList<EnvironmentEntry>())) {
        if (entry.key == level.variable) {
            level.value = entry.value;
            level.from = QStringLiteral("environment");
        }
    }
    if (added && added->contains(level.variable)) {
        level.value = added->value(level.variable);
        level.from = QStringLiteral("pilothouse");
    } else if (!environment && session.runtime().canControl()) {
        level.value.clear();
        level.from.clear();
    }
    return level;
}

QJsonObject toJson(const LevelSetting &level)
{
    return {{QStringLiteral("variable"), level.variable},
            {QStringLiteral("value"), level.value},
            {QStringLiteral("from"), level.from},
            {QStringLiteral("choices"), QJsonArray::fromStringList(level.choices)},
            {QStringLiteral("text"), level.text}};
}

void addLogLevelAction(Catalogue &catalogue, const RevertStore &reverts, const Clock &clock)
{
    Action action;
    action.id = QStringLiteral("logs.level");
    action.title = LogLevelText::tr("Change the log level");
    action.icon = QStringLiteral("sliders");
    action.severity = Severity::Disruptive;
    action.runbookItems = QStringList{QStringLiteral("P10")};
    action.parameters = {
        {QStringLiteral("level"), LogLevelText::tr("Level"), Parameter::Type::Text, true, {}},
        {QStringLiteral("minutes"),
         LogLevelText::tr("Minutes until it goes back"),
         Parameter::Type::Number,
         false,
         {}}};
    action.plan = [&clock](const InstanceSession &session, const QJsonObject &arguments,
                           const OperationContext &context) {
        return planLevel(session, clock.now(), arguments, context);
    };
    action.undo = [&reverts](const InstanceSession &session, const OperationRecord &record,
                             const OperationContext &context) {
        return planUndo(session, reverts, record, context);
    };
    catalogue.add(action);
}

} // namespace pilothouse
