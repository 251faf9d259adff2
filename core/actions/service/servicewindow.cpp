// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/servicewindow.h"

#include "core/database/sqliteengine.h"
#include "core/runtime/serviceruntime.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

/// What stands against a stop.
struct ServiceWindowText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceWindow)
};

void addHolders(ServiceWindow &window, const QString &database)
{
    const SqliteEngine::Holders holders = SqliteEngine::holders(database);
    const QString name = QFileInfo(database).fileName();
    QStringList programs;
    for (const FileHolder &holder : holders.list)
        programs << QStringLiteral("%1 (%2)").arg(holder.program).arg(holder.pid);
    if (!programs.isEmpty())
        window.findings << Finding{
            QStringLiteral("held-") + name, FindingKind::Blocker,
            ServiceWindowText::tr("%1 is in use by %2.").arg(name, programs.join(QStringLiteral(", "))),
            ServiceWindowText::tr("Stop it, then plan this again.")};
    const bool isUnseen =
        !holders.isComplete
        && std::none_of(window.findings.cbegin(), window.findings.cend(),
                        [](const Finding &finding) { return finding.id == u"holders-unseen"; });
    if (isUnseen)
        window.findings << Finding{
            QStringLiteral("holders-unseen"), FindingKind::NeedsConsent,
            ServiceWindowText::tr("Not all processes can be seen, so somebody may have the databases open."),
            ServiceWindowText::tr("Make sure that the service is stopped, or run this as root.")};
}

} // namespace

QList<Finding> stopFindings(const ServiceStatus &status)
{
    QList<Finding> findings;
    if (status.removesItself)
        findings << Finding{
            QStringLiteral("removes-itself"), FindingKind::Blocker,
            ServiceWindowText::tr("The container was started with --rm: stopping it would delete it."),
            ServiceWindowText::tr("Create it again without --rm, with a restart policy.")};
    if (status.state == ServiceState::Paused)
        findings << Finding{
            QStringLiteral("paused"), FindingKind::Blocker,
            ServiceWindowText::tr("The service is paused: it could not end by itself and would be killed."),
            ServiceWindowText::tr("Let it go on first.")};
    return findings;
}

ServiceWindow openServiceWindow(const InstanceSession &session, const QStringList &databases,
                                const OperationContext &context)
{
    ServiceWindow window;
    if (!session.runtime().canControl()) {
        for (const QString &database : databases)
            addHolders(window, database);
        return window;
    }
    const Result<ServiceStatus> status = session.runtime().status(context);
    if (!status || status->state == ServiceState::Unknown) {
        window.findings << Finding{QStringLiteral("service-unknown"), FindingKind::Blocker,
                                   ServiceWindowText::tr("It cannot be seen whether the service runs."),
                                   status ? status->reason : status.error().toText().replace(u'\n', u' ')};
        return window;
    }
    if (status->state == ServiceState::Missing)
        return window;
    window.isUp = status->state != ServiceState::Stopped;
    window.before << serviceFenceCall(session);
    window.start << serviceUnfenceCall(session);
    if (window.isUp) {
        window.findings << stopFindings(*status);
        window.before << serviceStopCall(session);
        window.start << serviceStartCall(session);
        window.healthy << serviceWaitHealthyCall(session);
    }
    return window;
}

} // namespace pilothouse
