// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/sessions.h"

#include "core/actions/backup/backupplans.h"
#include "core/actions/upgrade/remake.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/secretplace.h"
#include "core/steps/secretchange.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 StartMs = 5000; // a guess, only shown

struct SessionsText
{
    Q_DECLARE_TR_FUNCTIONS(Sessions)
};

/// Words of the program that runs, or that would be started.
QStringList programWords(const InstanceSession &session, const ServiceStatus &status,
                         const OperationContext &context)
{
    QStringList words = session.instance().runtime.command;
    if (runsInContainers(session.runtime())) {
        const auto inspected = inspectContainerOf(session.runtime(), context);
        for (const QJsonValue &word :
             inspected.value_or(QJsonObject()).value(QLatin1String("Args")).toArray())
            words << word.toString();
        return words;
    }
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(status.pid));
    if (status.pid > 0 && file.open(QIODevice::ReadOnly))
        for (const QByteArray &word : file.readAll().split('\0'))
            words << QString::fromUtf8(word);
    return words;
}

/// The option of a list that stands among the words, as itself or as "--option=value".
QString foundOption(const QStringList &words, const QStringList &options)
{
    for (const QString &option : options)
        for (const QString &word : words)
            if (word == option || word.startsWith(option + u'='))
                return option;
    return {};
}

/// Plans the end of all sessions of one instance.
class SessionsEnd
{
public:
    SessionsEnd(const InstanceSession &session, const OperationContext &context)
        : m_session(session)
        , m_context(context)
        , m_variable(session.profile().sessions.secretVariable)
        , m_plan(newPlan(session, QStringLiteral("sessions.end")))
    {
    }

    Result<Plan> plan()
    {
        if (auto known = checkKnown(); !known)
            return failure(known.error());
        const auto status = m_session.runtime().status(m_context);
        if (!status)
            return failure(withSubject(status.error(), m_session.instance().name));
        m_plan.title = SessionsText::tr("End all sessions of %1").arg(m_plan.instance);
        m_plan.button = SessionsText::tr("End all sessions");
        m_plan.severity = Severity::Disruptive;
        m_plan.losses << SessionsText::tr(
            "Every sign-in: all users must sign in again, in every browser and app.");
        m_plan.estimate.downtime = m_session.profile().stopSeconds * qint64(1000) + StartMs;
        m_plan.estimate.milliseconds = m_plan.estimate.downtime;
        const QStringList words = programWords(m_session, *status, m_context);
        const QString option = foundOption(words, m_session.profile().sessions.options);
        if (!option.isEmpty())
            return failure(
                Error{ErrorKind::Refused,
                      m_session.instance().name,
                      SessionsText::tr("The secret stands in the command of the service (%1).").arg(option),
                      SessionsText::tr("Change it there and restart, or better: remove it from the command "
                                       "and set %1 in its environment.")
                          .arg(m_variable),
                      {}});
        const bool isFromFile = !foundOption(words, m_session.profile().sessions.fileOptions).isEmpty();
        auto added = isSet() || isFromFile ? addNewSecret() : addRestart(*status);
        if (!added)
            return failure(added.error());
        return m_plan;
    }

    Result<Plan> undo(const OperationRecord &record)
    {
        const auto &steps = record.plan.steps;
        const auto changed = std::find_if(steps.begin(), steps.end(), [](const StepCall &call) {
            return call.step == u"service.new-secret" || call.step == u"compose.replace"
                   || call.step == u"service.recreate" || call.step == u"service.exchange";
        });
        if (changed == steps.end())
            return failure(ErrorKind::Refused,
                           SessionsText::tr("Only a restart ended the sessions; the secret "
                                            "before was in no place from which it could come "
                                            "back."));
        m_plan.title = SessionsText::tr("Put the secret of %1 back").arg(m_plan.instance);
        m_plan.button = SessionsText::tr("Put the old secret back");
        m_plan.severity = Severity::Disruptive;
        m_plan.undoes = record.plan.operation;
        m_plan.losses << SessionsText::tr(
            "Sign-ins since then end; those from before are good again, as long as "
            "their time is not over.");
        m_plan.estimate.downtime = m_session.profile().stopSeconds * qint64(1000) + StartMs;
        m_plan.estimate.milliseconds = m_plan.estimate.downtime;
        const auto back = backCall(*changed, record);
        if (!back)
            return failure(back.error());
        addChangeWhileStopped(m_plan, m_session, {*back}, m_context);
        return m_plan;
    }

private:
    Result<> checkKnown() const
    {
        if (m_variable.isEmpty())
            return failure(
                Error{ErrorKind::Refused,
                      m_session.instance().name,
                      SessionsText::tr("The profile of this service does not say how its sessions end."),
                      {},
                      {}});
        if (m_session.runtime().canControl())
            return {};
        return failure(Error{
            ErrorKind::Refused,
            m_session.instance().name,
            SessionsText::tr(
                "Sessions end with a restart, and Pilothouse does not know how this service is started."),
            SessionsText::tr("Choose its container, unit or command in the settings of the instance."),
            {}});
    }

    /// Where that cannot be seen it counts as set: a new one is right then, too.
    bool isSet() const
    {
        const auto digests = secretDigestsInEffect(m_session.runtime(), m_variable, m_context);
        return !digests || std::any_of(digests->begin(), digests->end(), [](const QByteArray &digest) {
            return !digest.isEmpty();
        });
    }

    Result<> addRestart(const ServiceStatus &status)
    {
        const bool isDown = status.state == ServiceState::Stopped || status.state == ServiceState::Missing;
        m_plan.findings << Finding{
            QStringLiteral("not-set"),
            FindingKind::Info,
            SessionsText::tr(
                "%1 is not set: the service makes a new one at each start, so a restart is enough.")
                .arg(m_variable),
            {}};
        if (isDown)
            m_plan.findings << Finding{QStringLiteral("not-running"),
                                       FindingKind::Blocker,
                                       SessionsText::tr("The service does not run, so there is no session."),
                                       {}};
        if (status.removesItself)
            m_plan.findings << Finding{
                QStringLiteral("removes-itself"), FindingKind::Blocker,
                SessionsText::tr("The container was started with --rm: stopping it would delete it."),
                SessionsText::tr("Create it again without --rm, with a restart policy.")};
        m_plan.steps << serviceRestartCall(m_session) << serviceWaitHealthyCall(m_session);
        if (const auto proof = healthProof(m_session))
            m_plan.proofs << *proof;
        return {};
    }

    Result<> addNewSecret()
    {
        m_plan.findings << Finding{
            QStringLiteral("set"),
            FindingKind::Info,
            SessionsText::tr("%1 is set: it gets a new random value, which is told nowhere.").arg(m_variable),
            {}};
        const int days = m_session.profile().sessions.lifetimeDays;
        if (days > 0)
            m_plan.notes << SessionsText::tr("Without this, tokens stay good for up to %n day(s).", nullptr,
                                             days);
        m_plan.notes << SessionsText::tr(
            "The secret before is kept where only this user can read it, for an undo.");
        const auto findings = remakeFindings(m_session, m_context);
        if (!findings)
            return failure(findings.error());
        m_plan.findings << *findings;
        const auto calls = changeCalls();
        if (!calls)
            return failure(calls.error());
        const bool isUp = addChangeWhileStopped(m_plan, m_session, *calls, m_context);
        if (isUp && calls->first().step == u"service.new-secret") {
            StepCall proof = calls->first();
            proof.id = QStringLiteral("in-effect");
            proof.step = QStringLiteral("expect.new-secret");
            m_plan.proofs << proof;
        }
        return {};
    }

    QJsonObject lineArguments(const SecretPlace::Line &line) const
    {
        return {{QStringLiteral("service"), m_session.instance().name},
                {QStringLiteral("variable"), m_variable},
                {QStringLiteral("file"), line.file},
                {QStringLiteral("line"), line.name},
                {QStringLiteral("shell"), SecretChange::shell(line)}};
    }

    Result<QList<StepCall>> changeCalls() const
    {
        const QString kind = m_session.runtime().kind();
        if (kind == QLatin1String("docker"))
            return recreateCall(m_plan, m_session, {{QStringLiteral("secret"), m_variable}}, m_context)
                .map([](const StepCall &call) { return QList<StepCall>{call}; });
        const auto line = SecretPlace::lineFor(m_session.runtime(), m_variable, m_context);
        if (!line)
            return failure(line.error());
        if (kind == QLatin1String("compose")) {
            const auto all = containersOf(m_session.runtime(), m_context);
            if (!all)
                return failure(all.error());
            QJsonObject change = lineArguments(*line);
            change.insert(QStringLiteral("changeShell"), SecretChange::shell(*line));
            return QList<StepCall>{composeReplaceCall(m_session, all->containers.size(), change)};
        }
        return QList<StepCall>{
            StepCall{QStringLiteral("secret"), QStringLiteral("service.new-secret"), lineArguments(*line)}};
    }

    /// Where the secret stands now; of a project it is known where it stood.
    Result<SecretPlace::Line> lineOf(const StepCall &changed) const
    {
        if (changed.step == u"service.new-secret")
            return SecretPlace::lineFor(m_session.runtime(), m_variable, m_context);
        return SecretPlace::Line{changed.arguments.value(QLatin1String("file")).toString(),
                                 changed.arguments.value(QLatin1String("line")).toString()};
    }

    Result<StepCall> backCall(const StepCall &changed, const OperationRecord &record) const
    {
        const QUuid &operation = record.plan.operation;
        if (changed.step == u"service.recreate" || changed.step == u"service.exchange")
            return exchangeCall(m_plan, m_session, changed, record, m_context);
        if (!SecretChange::isKept(m_session, operation))
            return failure(Error{ErrorKind::Refused,
                                 m_session.instance().name,
                                 SessionsText::tr("The old secret is no longer kept."),
                                 {},
                                 {}});
        StepCall back = changed;
        const auto line = lineOf(changed);
        if (!line)
            return failure(line.error());
        const QString shell = SecretChange::backShell(*line, SecretChange::keptFile(m_session, operation));
        const bool isCompose = changed.step == u"compose.replace";
        back.arguments.insert(QStringLiteral("file"), line->file);
        back.arguments.insert(QStringLiteral("of"), operation.toString(QUuid::WithoutBraces));
        back.arguments.insert(isCompose ? QStringLiteral("changeShell") : QStringLiteral("shell"), shell);
        back.arguments.insert(QStringLiteral("backShell"), QString());
        return back;
    }

    const InstanceSession &m_session;
    const OperationContext &m_context;
    QString m_variable;
    Plan m_plan;
};

} // namespace

void addSessionActions(Catalogue &catalogue)
{
    Action end;
    end.id = QStringLiteral("sessions.end");
    end.title = SessionsText::tr("End all sessions");
    end.icon = QStringLiteral("box-arrow-right");
    end.severity = Severity::Disruptive;
    end.runbookItems = QStringList{QStringLiteral("P29"), QStringLiteral("P30")};
    end.plan = [](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
        return SessionsEnd(session, context).plan();
    };
    end.undo = [](const InstanceSession &session, const OperationRecord &record,
                  const OperationContext &context) { return SessionsEnd(session, context).undo(record); };
    catalogue.add(end);
}

} // namespace pilothouse
