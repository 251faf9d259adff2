// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgrade/upgradeplans.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/instances/packagefacts.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <unistd.h>

namespace pilothouse {

namespace {

struct UpgradePackageText
{
    Q_DECLARE_TR_FUNCTIONS(Upgrade)
};

/// What npm is told to install: a file, or the package with a version.
Result<QString> sourceOf(const PackageFacts &installed, const QJsonObject &arguments, const FileOps &files)
{
    const QString file = arguments.value(QStringLiteral("file")).toString();
    const QString version = arguments.value(QStringLiteral("version")).toString();
    if (!file.isEmpty()) {
        if (!files.exists(file))
            return failure(
                Error{ErrorKind::NotFound, file, UpgradePackageText::tr("There is no such file."), {}, {}});
        return file;
    }
    if (version.isEmpty())
        return failure(ErrorKind::BadInput,
                       UpgradePackageText::tr("Say which version, or which file of “npm pack” holds it."));
    if (!isPackageVersion(version))
        return failure(ErrorKind::BadInput,
                       UpgradePackageText::tr("“%1” is no version.").arg(version.left(64)));
    return installed.name + u'@' + version;
}

/// Nobody wants an image where there is no container; what can be said instead is the package's version.
Error noImageError(const InstanceSession &session, const Result<PackageFacts> &installed)
{
    const QString message =
        session.runtime().kind() == QLatin1String("systemd")
            ? UpgradePackageText::tr("It is a systemd unit and runs in no container, so it has no image.")
            : UpgradePackageText::tr("It is a process and runs in no container, so it has no image.");
    const QString advice =
        installed ? UpgradePackageText::tr(
                        "Say a version of its npm package %1 (--version), or a file that “npm pack” has "
                        "made (--file).")
                        .arg(installed->name)
                  : UpgradePackageText::tr(
                      "Upgrade it in the way in which it was installed: it is no npm package that "
                      "Pilothouse could install.");
    return Error{ErrorKind::BadInput, session.instance().name, message, advice, {}};
}

void addFindings(Plan &plan, const PackageFacts &installed, const QJsonObject &arguments)
{
    plan.findings << Finding{QStringLiteral("package-now"),
                             FindingKind::Info,
                             UpgradePackageText::tr("Now: %1 %2, below %3.")
                                 .arg(installed.name, installed.version, installed.prefix),
                             {}};
    const QString folder = QFileInfo(installed.folder).path();
    if (QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty())
        plan.findings << Finding{QStringLiteral("no-npm"), FindingKind::Blocker,
                                 UpgradePackageText::tr("npm is not on this machine."),
                                 UpgradePackageText::tr("Install it, then try again.")};
    if (!QFileInfo(folder).isWritable())
        plan.findings << Finding{QStringLiteral("not-writable"), FindingKind::Blocker,
                                 UpgradePackageText::tr("You may not write to %1.").arg(folder),
                                 UpgradePackageText::tr("Run this as the user who installed the package.")};
    if (arguments.value(QStringLiteral("version")).toString() == installed.version)
        plan.findings << Finding{QStringLiteral("same-version"),
                                 FindingKind::Blocker,
                                 UpgradePackageText::tr("This version is installed already."),
                                 {}};
    if (arguments.value(QStringLiteral("file")).toString().isEmpty())
        plan.findings << Finding{
            QStringLiteral("from-registry"),
            FindingKind::Info,
            UpgradePackageText::tr(
                "npm fetches it from its registry while the service is stopped; if it cannot, the old one "
                "comes back."),
            {}};
}

} // namespace

Result<Plan> planPackageUpgrade(const BackupTools &tools, const InstanceSession &session,
                                const QJsonObject &arguments, const OperationContext &context)
{
    const auto installed = packageOf(session, context);
    if (!arguments.value(QStringLiteral("image")).toString().isEmpty())
        return failure(noImageError(session, installed));
    if (!installed)
        return failure(installed.error());
    const auto source = sourceOf(*installed, arguments, tools.files);
    if (!source)
        return failure(source.error());
    Plan plan = newPlan(session, QStringLiteral("upgrade.run"));
    plan.severity = Severity::Disruptive;
    plan.parameters = arguments;
    const QString shown = source->section(u'/', source->startsWith(u'/') ? -1 : 0);
    plan.title = UpgradePackageText::tr("Upgrade %1 to %2").arg(session.instance().name, shown);
    plan.button = UpgradePackageText::tr("Upgrade to %1").arg(shown);
    auto fingerprint = fingerprintOf(session, context);
    if (!fingerprint)
        return failure(fingerprint.error());
    plan.fingerprint = *fingerprint;
    addFindings(plan, *installed, arguments);
    UpgradeData data(tools, session, context);
    if (auto added = data.addBefore(plan, arguments); !added)
        return failure(added.error());
    plan.steps << StepCall{QStringLiteral("install"),
                           QStringLiteral("package.install"),
                           {{QStringLiteral("folder"), installed->folder},
                            {QStringLiteral("kept"), keptPackage(*installed, plan.operation)},
                            {QStringLiteral("package"), installed->name},
                            {QStringLiteral("from"), *source}}};
    data.addAfter(plan);
    return plan;
}

QString keptPackage(const PackageFacts &installed, const QUuid &operation)
{
    return installed.prefix + QStringLiteral("/lib/node_modules/.pilothouse-")
           + operation.toString(QUuid::WithoutBraces).left(8) + u'/' + installed.name.section(u'/', -1);
}

} // namespace pilothouse
