// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/planworld.h"

#include "core/runtime/serviceruntime.h"
#include "core/steps/filesteps.h"

#include <QDir>
#include <QDirIterator>

namespace pilothouse {

namespace {

InstanceSession sessionIn(const QString &folder)
{
    QDir().mkpath(folder + u"/data"_qs);
    Instance instance;
    instance.id = QUuid::createUuidV5(QUuid(), folder);
    instance.name = u"test-1"_qs;
    instance.dataDir = folder + u"/data"_qs;
    return InstanceSession(instance, ServiceProfile{}, nullptr, folder + u"/state"_qs);
}

} // namespace

PlanWorld::PlanWorld(const QString &folder)
    : journals(files, folder + u"/state/journal"_qs)
    , audit(files, folder + u"/state/audit"_qs, clock)
    , executor(steps, journals, audit, clock)
    , session(sessionIn(folder))
    , m_folder(folder)
{
    addFileSteps(steps, files);
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
    return executor.run(plan, {}, session, secrets, context, std::move(listener));
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
