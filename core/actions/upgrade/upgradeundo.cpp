// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgrade/remake.h"
#include "core/actions/upgrade/upgradefacts.h"
#include "core/actions/upgrade/upgradeplans.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/instances/packagefacts.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerruntime.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct UpgradeUndoText
{
    Q_DECLARE_TR_FUNCTIONS(Upgrade)
};

constexpr std::chrono::seconds CountingTime{5};

tl::unexpected<Error> gone(const QString &what)
{
    return failure(
        Error{ErrorKind::Refused,
              what,
              UpgradeUndoText::tr("The old version is no longer kept."),
              UpgradeUndoText::tr("Upgrade to its image or version instead, and restore a backup."),
              {}});
}

/// The word that brings back what this one has set aside.
Result<StepCall> backCall(const StepCall &call, const OperationRecord &record, const QUuid &operation,
                          const InstanceSession &session, const OperationContext &context)
{
    const StepRecord *made = record.step(call.id);
    const QJsonObject before = made ? made->before : QJsonObject();
    const QString kept = call.arguments.value(QLatin1String("kept")).toString();
    if (call.step.startsWith(QLatin1String("package."))) {
        const QString folder = call.arguments.value(QLatin1String("folder")).toString();
        const auto installed = packageAt(folder);
        if (!installed)
            return failure(installed.error());
        if (!FileOps().exists(kept))
            return gone(kept);
        return StepCall{QStringLiteral("exchange"),
                        QStringLiteral("package.exchange"),
                        {{QStringLiteral("folder"), folder},
                         {QStringLiteral("other"), kept},
                         {QStringLiteral("kept"), keptPackage(*installed, operation)}}};
    }
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime());
        compose && call.step == u"compose.replace") {
        const QString was = before.value(QLatin1String("image")).toString();
        if (was.isEmpty() || !compose->project().engine().inspectImage(was, context))
            return gone(call.arguments.value(QLatin1String("keep")).toString());
        StepCall back = call;
        back.arguments.insert(QStringLiteral("image"), was);
        back.arguments.insert(QStringLiteral("keep"), keptImageName(*compose, operation));
        return back;
    }
    const auto *docker = dynamic_cast<const DockerRuntime *>(&session.runtime());
    if (!docker || !docker->engine().inspect(kept, context))
        return gone(kept);
    if (auto same = checkStillThere(docker->engine(), call, record, context); !same)
        return failure(same.error());
    const QString container = call.arguments.value(QLatin1String("container")).toString();
    return StepCall{QStringLiteral("exchange"),
                    QStringLiteral("service.exchange"),
                    {{QStringLiteral("docker"), dockerWord(session)},
                     {QStringLiteral("container"), container},
                     {QStringLiteral("other"), kept},
                     {QStringLiteral("kept"), keptName(container, operation)}}};
}

/// Tables that have more rows now than when the upgrade set the old file aside.
QStringList lossesSince(const OperationRecord &record, const OperationContext &context)
{
    QStringList losses;
    for (const StepCall &call : record.plan.steps) {
        const StepRecord *copy =
            record.step(QString(call.id).replace(QLatin1String("swap-"), QLatin1String("copy-")));
        if (call.step != u"sqlite.swap-files" || !copy)
            continue;
        const QString live = call.arguments.value(QLatin1String("live")).toString();
        const QJsonObject before = copy->outputs.value(QLatin1String("tableRows")).toObject();
        const auto tables = SqliteEngine().tables(live, CountingTime, context);
        for (const TableInfo &table : tables.value_or(QList<TableInfo>())) {
            const qint64 extra = table.rows - before.value(table.name).toInteger();
            if (!before.isEmpty() && extra > 0)
                losses << UpgradeUndoText::tr("%1 rows of %2 in %3 that came since")
                              .arg(formatCount(extra), table.name, QFileInfo(live).fileName());
        }
    }
    return losses;
}

bool replacesService(const StepCall &call)
{
    static const QStringList Words{QStringLiteral("service.recreate"), QStringLiteral("service.exchange"),
                                   QStringLiteral("package.install"), QStringLiteral("package.exchange"),
                                   QStringLiteral("compose.replace")};
    return Words.contains(call.step);
}

} // namespace

Result<Plan> planUpgradeUndo(const BackupTools &tools, const InstanceSession &session,
                             const OperationRecord &record, const OperationContext &context)
{
    const auto &steps = record.plan.steps;
    const auto replaced = std::find_if(steps.begin(), steps.end(), replacesService);
    if (replaced == steps.end())
        return failure(ErrorKind::Refused, UpgradeUndoText::tr("This operation has replaced no version."));
    auto plan = planRestoreUndo(tools, session, record, context);
    if (!plan)
        return plan;
    auto back = backCall(*replaced, record, plan->operation, session, context);
    if (!back)
        return failure(back.error());
    plan->action = QStringLiteral("upgrade.run");
    plan->losses = QStringList{UpgradeUndoText::tr("Everything that was written since %1")
                                   .arg(formatMoment(record.endedAt, shownTime(tools.clock.now())))}
                   + lossesSince(record, context);
    const auto unfence = std::find_if(plan->steps.begin(), plan->steps.end(), [](const StepCall &call) {
        return call.step == u"service.unfence" || call.step == u"service.start";
    });
    if (unfence == plan->steps.end())
        return failure(
            Error{ErrorKind::Refused,
                  session.instance().name,
                  UpgradeUndoText::tr("The service is not there, or cannot be started and stopped."),
                  {},
                  {}});
    plan->steps.insert(unfence, *back);
    if (back->step == u"compose.replace")
        plan->steps = withoutUnfence(plan->steps);
    if (const auto health = healthProof(session))
        plan->proofs << *health;
    return plan;
}

Result<Plan> planUpgradeTidy(const BackupTools &tools, const InstanceSession &session,
                             const OperationContext &context)
{
    const auto kept = keptContainers(session, context);
    if (!kept)
        return failure(kept.error());
    Plan plan = newPlan(session, QStringLiteral("upgrade.tidy"));
    plan.title = UpgradeUndoText::tr("Remove old versions of %1").arg(session.instance().name);
    plan.button = UpgradeUndoText::tr("Remove old versions");
    plan.severity = Severity::Irreversible;
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    const QDateTime limit = tools.clock.now().addDays(-session.instance().safetyDays);
    for (const KeptContainer &container : *kept) {
        if (!container.since.isValid() || container.since > limit) {
            plan.notes << UpgradeUndoText::tr("%1 stays: its time is not over.").arg(container.name);
            continue;
        }
        plan.losses << UpgradeUndoText::tr("%1 with %2, which can be put back no longer")
                           .arg(container.name, container.image);
        plan.steps << StepCall{
            QStringLiteral("remove-%1").arg(plan.steps.size() + 1),
            QStringLiteral("container.remove"),
            {{QStringLiteral("docker"), dockerWord(session)}, {QStringLiteral("container"), container.name}}};
    }
    if (plan.steps.isEmpty())
        plan.findings << Finding{
            QStringLiteral("nothing"),
            FindingKind::NothingToDo,
            kept->isEmpty() ? UpgradeUndoText::tr("There is nothing to remove: no old version of %1 is kept.")
                                  .arg(session.instance().name)
                            : UpgradeUndoText::tr("There is nothing to remove: an old version of %1 is kept "
                                                  "for %n day(s).",
                                                  nullptr, session.instance().safetyDays)
                                  .arg(session.instance().name),
            {}};
    return plan;
}

} // namespace pilothouse
