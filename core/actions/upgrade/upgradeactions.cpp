// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgrade/upgradeactions.h"

#include "core/actions/upgrade/upgradefacts.h"
#include "core/actions/upgrade/upgradeplans.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct UpgradeActionsText
{
    Q_DECLARE_TR_FUNCTIONS(Upgrade)
};

Result<Plan> planUpgrade(const BackupTools &tools, const InstanceSession &session,
                         const QJsonObject &arguments, const OperationContext &context)
{
    const QString kind = session.runtime().kind();
    if (isContainerKind(kind))
        return planContainerUpgrade(tools, session, arguments, context);
    if (kind == QLatin1String("process") || kind == QLatin1String("systemd"))
        return planPackageUpgrade(tools, session, arguments, context);
    return failure(
        Error{ErrorKind::Refused,
              session.instance().name,
              UpgradeActionsText::tr("Pilothouse does not know what runs here, so it cannot upgrade it."),
              UpgradeActionsText::tr("Choose its container or command in the settings of the instance."),
              {}});
}

} // namespace

void addUpgradeActions(Catalogue &catalogue, const BackupTools &tools)
{
    Action run;
    run.id = QStringLiteral("upgrade.run");
    run.title = UpgradeActionsText::tr("Upgrade");
    run.icon = QStringLiteral("upgrade");
    run.severity = Severity::Disruptive;
    run.parameters = {
        {QStringLiteral("image"), UpgradeActionsText::tr("Image"), Parameter::Type::Text, false, {}},
        {QStringLiteral("file"),
         UpgradeActionsText::tr("File with the image or package"),
         Parameter::Type::Path,
         false,
         {}},
        {QStringLiteral("version"),
         UpgradeActionsText::tr("Version of the package"),
         Parameter::Type::Text,
         false,
         {}}};
    run.parameters << UpgradeData::parameters();
    run.runbookItems = {QStringLiteral("P37"), QStringLiteral("P38"), QStringLiteral("P39")};
    run.plan = [tools](const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) {
        return planUpgrade(tools, session, arguments, context);
    };
    run.undo = [tools](const InstanceSession &session, const OperationRecord &record,
                       const OperationContext &context) {
        return planUpgradeUndo(tools, session, record, context);
    };
    catalogue.add(run);
    Action tidy;
    tidy.id = QStringLiteral("upgrade.tidy");
    tidy.title = UpgradeActionsText::tr("Remove old versions");
    tidy.icon = QStringLiteral("delete");
    tidy.severity = Severity::Irreversible;
    tidy.plan = [tools](const InstanceSession &session, const QJsonObject &,
                        const OperationContext &context) { return planUpgradeTidy(tools, session, context); };
    catalogue.add(tidy);
    QueryEntry check;
    check.id = QStringLiteral("upgrade.check");
    check.title = UpgradeActionsText::tr("What runs, and what is newer");
    check.run = [](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
        return upgradeFacts(session, context);
    };
    catalogue.add(check);
}

} // namespace pilothouse
