// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/planworld.h"

#include "core/runtime/serviceruntime.h"
#include "core/steps/filesteps.h"

#include <QDir>
#include <QDirIterator>

namespace pilothouse {

namespace {

/// A service that nothing is asked of.
class NoRuntime final : public ServiceRuntime
{
public:
    QString kind() const override { return u"files"_qs; }
    bool canControl() const override { return false; }
    Result<ServiceStatus> status(const OperationContext &) override { return ServiceStatus{}; }
    Result<ServiceStatistics> statistics(const OperationContext &) override { return ServiceStatistics{}; }
    Result<QList<EnvironmentEntry>> environment(const OperationContext &) override
    {
        return QList<EnvironmentEntry>{};
    }
    Result<QList<MountEntry>> mounts(const OperationContext &) override { return QList<MountEntry>{}; }
    Result<StopOutcome> stop(std::chrono::milliseconds, const OperationContext &) override
    {
        return StopOutcome{};
    }
    Result<> start(const OperationContext &) override { return {}; }
    Result<QJsonObject> fenceState(const OperationContext &) override { return QJsonObject{}; }
    Result<> fence(const OperationContext &) override { return {}; }
    Result<bool> isFenced(const OperationContext &) override { return false; }
    Result<> unfence(const QJsonObject &, const OperationContext &) override { return {}; }
    Result<ProcessOutput> exec(const CommandLine &, std::chrono::milliseconds,
                               const OperationContext &) override
    {
        return ProcessOutput{};
    }
    QString stopCommand() const override { return {}; }
    QString startCommand() const override { return {}; }
    QString fenceCommand() const override { return {}; }
    QString unfenceCommand() const override { return {}; }
};

Instance instanceIn(const QString &folder)
{
    QDir().mkpath(folder + u"/data"_qs);
    Instance instance;
    instance.id = QUuid::createUuidV5(QUuid(), folder);
    instance.name = u"test-1"_qs;
    instance.dataDir = folder + u"/data"_qs;
    return instance;
}

} // namespace

PlanWorld::PlanWorld(const QString &folder)
    : m_folder(folder)
    , journals(files, folder + u"/state/journal"_qs)
    , audit(files, folder + u"/state/audit"_qs, clock)
    , executor(steps, journals, audit, clock)
    , session(sessionFor(instanceIn(folder)))

{
    addFileSteps(steps, files);
}

InstanceSession PlanWorld::sessionFor(const Instance &instance) const
{
    return InstanceSession(instance, ServiceProfile{}, std::make_shared<NoRuntime>(),
                           m_folder + u"/state"_qs);
}

QString PlanWorld::data(const QString &name) const
{
    return m_folder + u"/data"_qs + (name.isEmpty() ? QString() : u'/' + name);
}

Plan PlanWorld::plan(const QList<StepCall> &calls, const QList<StepCall> &proofs) const
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = u"test.change"_qs;
    plan.title = u"Change test-1"_qs;
    plan.steps = calls;
    plan.proofs = proofs;
    return plan;
}

Result<RunReport> PlanWorld::run(const Plan &plan, Executor::Listener listener)
{
    return executor.run(plan, {}, {session, secrets, context, std::move(listener)});
}

QStringList PlanWorld::snapshot() const
{
    QStringList lines;
    QDirIterator entries(data(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString name = path.mid(data().size() + 1);
        if (name.contains(u".pilothouse"_qs))
            continue;
        const FileFacts facts = FileOps().facts(path).value();
        lines << u"%1 %2 %3"_qs.arg(name)
                     .arg(facts.mode, 0, 8)
                     .arg(facts.isRegular ? QString::fromLatin1(readAll(path).toHex()) : u"-"_qs);
    }
    lines.sort();
    return lines;
}

ScriptedStep::ScriptedStep(QString name, Script script, QStringList &log)
    : m_name(std::move(name))
    , m_script(std::move(script))
    , m_log(log)
{
}

StepText ScriptedStep::describe(const QJsonObject &) const
{
    return StepText{u"Do "_qs + m_name, u"do "_qs + m_name};
}

Result<QJsonObject> ScriptedStep::prepare(const StepScope &) const
{
    m_log << u"prepare "_qs + m_name;
    return QJsonObject{{u"was"_qs, 1}};
}

Result<QJsonObject> ScriptedStep::effect(const StepScope &scope, const QJsonObject &) const
{
    m_log << u"effect "_qs + m_name;
    if (m_script.during)
        m_script.during(scope);
    m_now = m_script.after;
    if (m_script.effectError)
        return failure(*m_script.effectError);
    return QJsonObject{{u"value"_qs, QString(m_name + u"-output"_qs)}, {u"number"_qs, 7}};
}

Result<Observed> ScriptedStep::observe(const StepScope &, const QJsonObject &) const
{
    return m_now;
}

Result<> ScriptedStep::compensate(const StepScope &, const QJsonObject &) const
{
    m_log << u"back "_qs + m_name;
    if (m_script.compensateError)
        return failure(*m_script.compensateError);
    m_now = m_script.afterBack;
    return {};
}

QString ScriptedStep::putBackShell(const QJsonObject &, const QJsonObject &) const
{
    return u"undo "_qs + m_name;
}

QStringList ScriptedStep::keptFiles(const QJsonObject &, const QJsonObject &) const
{
    return {u"/kept/"_qs + m_name};
}

} // namespace pilothouse
