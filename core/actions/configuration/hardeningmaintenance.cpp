// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/hardeningmaintenance.h"

#include "core/actions/configuration/exposure.h"
#include "core/actions/configuration/limits.h"
#include "core/actions/configuration/logsettings.h"
#include "core/actions/configuration/permissionaudit.h"
#include "core/base/clock.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/domain/maintenanceitem.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr double HighShare = 0.8;
constexpr qsizetype MostNamed = 3;

struct HardeningMaintenanceText
{
    Q_DECLARE_TR_FUNCTIONS(HardeningMaintenance)
};

MaintenanceItem itemOf(const char *id, MaintenanceGroup group, MaintenanceState state,
                       const QString &sentence, const QString &evidence)
{
    MaintenanceItem item;
    item.id = QLatin1String(id);
    item.group = group;
    item.state = state;
    item.sentence = sentence;
    item.evidence = evidence;
    item.page = QStringLiteral("configuration");
    item.buttonText = HardeningMaintenanceText::tr("Show");
    return item;
}

MaintenanceItem unknownItem(const char *id, MaintenanceGroup group, const QString &sentence,
                            const Error &error)
{
    return itemOf(id, group, MaintenanceState::NotKnown, sentence, error.message);
}

/// How a file is called for people: by its place in the data folder where it is in there.
QString nameIn(const QString &dataDir, const QString &path)
{
    if (path == dataDir)
        return HardeningMaintenanceText::tr("the data folder");
    return path.startsWith(dataDir + u'/') ? path.mid(dataDir.size() + 1) : path;
}

MaintenanceItem permissionsItem(const InstanceSession &session, const HardeningTools &tools,
                                const OperationContext &context)
{
    constexpr auto Group = MaintenanceGroup::Access;
    const auto audit = auditPermissions(session, tools.files, context);
    if (!audit)
        return unknownItem("permissions", Group,
                           HardeningMaintenanceText::tr("The permissions of the files could not be checked"),
                           audit.error());
    QStringList named;
    bool canFix = false;
    for (const AccessFinding &finding : audit->findings) {
        if (finding.kind == FindingKind::Info)
            continue;
        named << nameIn(session.instance().dataDir, finding.path);
        canFix = canFix || finding.canFix();
    }
    const auto files = static_cast<int>(audit->files);
    if (named.isEmpty())
        return itemOf("permissions", Group, MaintenanceState::Good,
                      HardeningMaintenanceText::tr("Only the service gets at its files"),
                      HardeningMaintenanceText::tr("%n file(s) were looked at.", nullptr, files));
    MaintenanceItem item = itemOf(
        "permissions", Group, MaintenanceState::Warning,
        HardeningMaintenanceText::tr("Others get at %n file(s)", nullptr, static_cast<int>(named.size())),
        named.mid(0, MostNamed).join(QStringLiteral(", ")));
    if (canFix) {
        item.action = QStringLiteral("permissions.fix");
        item.buttonText = HardeningMaintenanceText::tr("Set permissions");
        item.effects << HardeningMaintenanceText::tr(
            "Sets owner and mode as the profile wants them; Undo puts them back.");
    }
    return item;
}

MaintenanceItem exposureItem(const InstanceSession &session, const OperationContext &context)
{
    constexpr auto Group = MaintenanceGroup::Access;
    const auto exposure = exposureOf(session, context);
    if (!exposure)
        return unknownItem("exposure", Group,
                           HardeningMaintenanceText::tr("Who can reach the service is not known"),
                           exposure.error());
    for (const ProbeFinding &finding : exposure->findings) {
        if (finding.verdict == ProbeVerdict::InTheWay)
            return itemOf("exposure", Group, MaintenanceState::Bad,
                          HardeningMaintenanceText::tr("The service is open to others"),
                          QStringLiteral("%1: %2").arg(finding.title, finding.text));
    }
    return itemOf("exposure", Group, MaintenanceState::Good,
                  HardeningMaintenanceText::tr("The service is reached only from where it should be"),
                  HardeningMaintenanceText::tr("Ports, networks, rights and mounts were looked at."));
}

MaintenanceItem limitsItem(const InstanceSession &session, const HardeningTools &tools,
                           const OperationContext &context)
{
    constexpr auto Group = MaintenanceGroup::Running;
    const auto report = limitsOf(session, &tools.metrics, tools.clock.now(), context);
    if (!report)
        return unknownItem("limits", Group,
                           HardeningMaintenanceText::tr("What the service may use is not known"),
                           report.error());
    const qint64 limit = report->limits.memoryBytes;
    if (limit == 0)
        return itemOf(
            "limits", Group, report->canSet ? MaintenanceState::Warning : MaintenanceState::NotKnown,
            HardeningMaintenanceText::tr("The service may use all memory of this machine"),
            report->memoryPeak > 0
                ? HardeningMaintenanceText::tr("At most %1 in 7 days.").arg(formatBytes(report->memoryPeak))
                : QString());
    const double peak = static_cast<double>(report->memoryPeak) / static_cast<double>(limit);
    MaintenanceItem item =
        itemOf("limits", Group, peak > HighShare ? MaintenanceState::Warning : MaintenanceState::Good,
               HardeningMaintenanceText::tr("The service may use %1 of memory").arg(formatBytes(limit)),
               HardeningMaintenanceText::tr("At most %1 in 7 days.").arg(formatBytes(report->memoryPeak)));
    item.use.share =
        report->use ? static_cast<double>(report->use->memoryBytes) / static_cast<double>(limit) : 0;
    item.use.peak = std::min(1.0, peak);
    item.use.text = item.evidence;
    return item;
}

MaintenanceItem logsItem(const LogSettings &settings)
{
    constexpr auto Group = MaintenanceGroup::Running;
    for (const ProbeFinding &finding : settings.findings) {
        if (finding.verdict == ProbeVerdict::InTheWay)
            return itemOf("logs", Group, MaintenanceState::Warning, finding.text, finding.advice);
    }
    return itemOf(
        "logs", Group, MaintenanceState::Good, HardeningMaintenanceText::tr("The logs stay within bounds"),
        settings.mostBytes > 0
            ? HardeningMaintenanceText::tr("At most %1 in all.").arg(formatBytes(settings.mostBytes))
            : QString());
}

MaintenanceItem revertItem(const PendingRevert &revert, const QDateTime &now)
{
    const bool isOverdue = revert.isOverdue(now);
    MaintenanceItem item = itemOf(
        "revert", MaintenanceGroup::Running, isOverdue ? MaintenanceState::Bad : MaintenanceState::Working,
        isOverdue ? HardeningMaintenanceText::tr("%1 should have gone back").arg(revert.title)
                  : HardeningMaintenanceText::tr("%1 goes back by itself").arg(revert.title),
        HardeningMaintenanceText::tr("Due %1.").arg(formatMoment(shownTime(revert.dueAt), shownTime(now))));
    item.until = revert.dueAt;
    return item;
}

} // namespace

MaintenanceProvider accessMaintenance(const HardeningTools &tools)
{
    return {QStringLiteral("access"), MaintenanceGroup::Access,
            [tools](const InstanceSession &session,
                    const OperationContext &context) -> Result<QList<MaintenanceItem>> {
                return QList<MaintenanceItem>{permissionsItem(session, tools, context),
                                              exposureItem(session, context)};
            }};
}

MaintenanceProvider runningMaintenance(const HardeningTools &tools)
{
    return {QStringLiteral("running"), MaintenanceGroup::Running,
            [tools](const InstanceSession &session,
                    const OperationContext &context) -> Result<QList<MaintenanceItem>> {
                const auto settings = logSettingsOf(session, tools.files, tools.reverts, context);
                QList<MaintenanceItem> items{limitsItem(session, tools, context)};
                if (!settings)
                    return items << unknownItem("logs", MaintenanceGroup::Running,
                                                HardeningMaintenanceText::tr("The logs could not be checked"),
                                                settings.error());
                if (settings->pending)
                    items.prepend(revertItem(*settings->pending, tools.clock.now()));
                return items << logsItem(*settings);
            }};
}

} // namespace pilothouse
