// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/permissions.h"

#include "core/actions/configuration/permissionaudit.h"
#include "core/instances/fingerprint.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/steps/filestepsupport.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qsizetype MostSteps = 400;
constexpr qsizetype MostNamedFiles = 5;

struct PermissionsText
{
    Q_DECLARE_TR_FUNCTIONS(Permissions)
};

Plan startPlan(const InstanceSession &session, const OperationContext &context)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = QStringLiteral("permissions.fix");
    plan.title = PermissionsText::tr("Set the permissions of the files of %1").arg(plan.instance);
    plan.button = PermissionsText::tr("Set permissions");
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    return plan;
}

StepCall modeCall(const QString &path, const QString &mode, qsizetype number)
{
    return {QStringLiteral("mode-%1").arg(number),
            QStringLiteral("file.set-mode"),
            {{QStringLiteral("path"), path}, {QStringLiteral("mode"), mode}}};
}

StepCall ownerCall(const QString &path, qint64 owner, qint64 group, qsizetype number)
{
    return {QStringLiteral("owner-%1").arg(number),
            QStringLiteral("file.set-owner"),
            {{QStringLiteral("path"), path},
             {QStringLiteral("ownerId"), owner},
             {QStringLiteral("groupId"), group}}};
}

QString named(const QStringList &paths)
{
    const QString some = paths.mid(0, MostNamedFiles).join(QStringLiteral(", "));
    return paths.size() > MostNamedFiles
               ? PermissionsText::tr("%1 and %2 more").arg(some).arg(paths.size() - MostNamedFiles)
               : some;
}

void addPermissionFinding(Plan &plan, const char *id, FindingKind kind, const QString &text,
                          const QString &advice = {})
{
    plan.findings << Finding{QLatin1String(id), kind, text, advice};
}

/// What is set, and what cannot be.
struct Fixes
{
    QStringList lost;    // paths that the service itself would not get at any more
    QStringList foreign; // whose owner only root can change
    QStringList other;   // that no word mends
};

/// Whether it is changed at all: the owner only by root.
bool isChanged(const AccessFinding &finding, bool isRoot)
{
    return finding.canFix() && (isRoot || !finding.ownerId);
}

void addFix(Plan &plan, Fixes &fixes, const AccessFinding &finding, bool isRoot)
{
    if (!isChanged(finding, isRoot)) {
        (finding.canFix() ? fixes.foreign : fixes.other) << finding.path;
        return;
    }
    const qsizetype number = plan.steps.size() + 1;
    if (finding.ownerId)
        plan.steps << ownerCall(finding.path, *finding.ownerId, finding.groupId.value_or(*finding.ownerId),
                                number);
    if (finding.mode)
        plan.steps << modeCall(finding.path, modeText(*finding.mode), number);
}

/// Set-id bits go first, so that no program of somebody else's gets the rights of who is given it. Then
/// owners: a mode that would shut the service out is right once the file is its own.
int roundOf(const AccessFinding &finding)
{
    if (finding.id == QLatin1String("set-id"))
        return 0;
    return finding.ownerId ? 1 : 2;
}

/// One sentence about why nothing is set.
Finding idleFinding(const Plan &plan, const Fixes &fixes)
{
    const QString id = QStringLiteral("nothing-to-fix");
    if (!fixes.foreign.isEmpty())
        return {id, FindingKind::Blocker,
                PermissionsText::tr("Only root can change the owner of %1.").arg(named(fixes.foreign)),
                PermissionsText::tr("Run Pilothouse as root to mend them.")};
    if (!fixes.other.isEmpty())
        return {id,
                FindingKind::NothingToDo,
                PermissionsText::tr("There is nothing that Pilothouse could set; this is left to you: %1.")
                    .arg(named(fixes.other)),
                {}};
    return {id,
            FindingKind::NothingToDo,
            PermissionsText::tr("There is nothing to set: the files of %1 are as they should be.")
                .arg(plan.instance),
            {}};
}

void addFindings(Plan &plan, const Fixes &fixes)
{
    if (plan.steps.isEmpty()) {
        plan.findings << idleFinding(plan, fixes);
        return;
    }
    if (!fixes.lost.isEmpty())
        addPermissionFinding(plan, "loses-access", FindingKind::NeedsConsent,
                             PermissionsText::tr("The service itself would not get at this any more: %1.")
                                 .arg(named(fixes.lost)),
                             PermissionsText::tr("Give the files to the service first."));
    if (!fixes.foreign.isEmpty())
        addPermissionFinding(
            plan, "owner-stays", FindingKind::Warning,
            PermissionsText::tr("Only root can change the owner; these stay as they are: %1.")
                .arg(named(fixes.foreign)),
            PermissionsText::tr("Run Pilothouse as root to mend them."));
    if (!fixes.other.isEmpty())
        addPermissionFinding(plan, "not-mended", FindingKind::Info,
                             PermissionsText::tr("This is left to you: %1.").arg(named(fixes.other)));
}

Result<Plan> planFix(const InstanceSession &session, const FileOps &files, const OperationContext &context)
{
    const auto audit = auditPermissions(session, files, context);
    if (!audit)
        return failure(audit.error());
    Plan plan = startPlan(session, context);
    Fixes fixes;
    const bool isRoot = ::geteuid() == 0;
    QSet<QString> owned; // that become the service's own
    for (const AccessFinding &finding : audit->findings) {
        if (finding.ownerId && isRoot)
            owned << finding.path;
    }
    QList<AccessFinding> findings = audit->findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const AccessFinding &a, const AccessFinding &b) { return roundOf(a) < roundOf(b); });
    for (const AccessFinding &finding : std::as_const(findings)) {
        if (plan.steps.size() >= MostSteps)
            break;
        addFix(plan, fixes, finding, isRoot);
        const bool staysOwn = !finding.ownerId && owned.contains(finding.path);
        if (finding.kind == FindingKind::NeedsConsent && isChanged(finding, isRoot) && !staysOwn)
            fixes.lost << finding.path;
    }
    addFindings(plan, fixes);
    if (plan.steps.size() >= MostSteps)
        addPermissionFinding(plan, "more", FindingKind::Info,
                             PermissionsText::tr("These are the first ones; run it again for the rest."));
    plan.notes << PermissionsText::tr("Owner and mode of each file are kept, and Undo puts them back.");
    return plan;
}

/// The call that puts a step of the fix back; nothing where the file is no longer as the fix left it.
std::optional<StepCall> backCall(const FileOps &files, const StepCall &call, const QJsonObject &before,
                                 qsizetype number)
{
    const QString path = call.arguments.value(QStringLiteral("path")).toString();
    const auto now = files.facts(path);
    if (!now)
        return std::nullopt;
    if (call.step == QLatin1String("file.set-mode")) {
        if (modeText(now->mode) != call.arguments.value(QStringLiteral("mode")).toString())
            return std::nullopt;
        return modeCall(path, before.value(QStringLiteral("mode")).toString(), number);
    }
    if (now->ownerId != static_cast<uint>(call.arguments.value(QStringLiteral("ownerId")).toInteger()))
        return std::nullopt;
    return ownerCall(path, before.value(QStringLiteral("ownerId")).toInteger(),
                     before.value(QStringLiteral("groupId")).toInteger(), number);
}

Result<Plan> planUndo(const InstanceSession &session, const FileOps &files, const OperationRecord &record,
                      const OperationContext &context)
{
    Plan plan = startPlan(session, context);
    plan.title = PermissionsText::tr("Put the permissions of the files of %1 back").arg(plan.instance);
    plan.button = PermissionsText::tr("Put back");
    plan.undoes = record.plan.operation;
    QStringList changed;
    for (auto call = record.plan.steps.crbegin(); call != record.plan.steps.crend(); ++call) {
        const StepRecord *step = record.step(call->id);
        const auto back = step ? backCall(files, *call, step->before, plan.steps.size() + 1) : std::nullopt;
        if (back)
            plan.steps << *back;
        else
            changed << call->arguments.value(QStringLiteral("path")).toString();
    }
    // Owners first here, too: a change of owner takes set-id bits away.
    std::stable_partition(plan.steps.begin(), plan.steps.end(),
                          [](const StepCall &call) { return call.step == QLatin1String("file.set-owner"); });
    if (plan.steps.isEmpty())
        return failure(ErrorKind::Refused,
                       PermissionsText::tr("Every one of these files has changed since, or is gone."));
    if (!changed.isEmpty())
        addPermissionFinding(
            plan, "changed-since", FindingKind::Warning,
            PermissionsText::tr("Changed since, so left as they are: %1.").arg(named(changed)));
    return plan;
}

} // namespace

void addPermissionActions(Catalogue &catalogue, FileOps &files)
{
    Action fix;
    fix.id = QStringLiteral("permissions.fix");
    fix.title = PermissionsText::tr("Set permissions");
    fix.icon = QStringLiteral("shield-lock");
    fix.severity = Severity::Reversible;
    fix.runbookItems = QStringList{QStringLiteral("P31")};
    fix.plan = [&files](const InstanceSession &session, const QJsonObject &,
                        const OperationContext &context) { return planFix(session, files, context); };
    fix.undo = [&files](const InstanceSession &session, const OperationRecord &record,
                        const OperationContext &context) {
        return planUndo(session, files, record, context);
    };
    catalogue.add(fix);
    catalogue.add(QueryEntry{
        QStringLiteral("permissions.audit"),
        PermissionsText::tr("Who may get at the files"),
        {},
        [&files](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
            return auditPermissions(session, files, context).map([](const PermissionAudit &audit) {
                return QJsonValue(toJson(audit));
            });
        }});
}

} // namespace pilothouse
