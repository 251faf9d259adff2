// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgrade/remake.h"
#include "core/actions/upgrade/upgradeplans.h"
#include "core/backup/backupstore.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/runtime/serviceruntime.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

struct UpgradeDataText
{
    Q_DECLARE_TR_FUNCTIONS(Upgrade)
};

constexpr int BackupCountsSeconds = 3600;
constexpr qint64 BytesPerMillisecond = 100'000;
constexpr int StandardWaitSeconds = 60;
constexpr int LongestWaitSeconds = 3600;

/// The steps by which a backup stops the service and starts it again: an upgrade has its own.
bool isOfWindow(const StepCall &call)
{
    static const QStringList Words{QStringLiteral("service.fence"), QStringLiteral("service.stop"),
                                   QStringLiteral("service.unfence"), QStringLiteral("service.start"),
                                   QStringLiteral("service.wait-healthy")};
    return Words.contains(call.step);
}

} // namespace

QList<Parameter> UpgradeData::parameters()
{
    return {{QStringLiteral("wait"),
             UpgradeDataText::tr("Seconds until it must be healthy"),
             Parameter::Type::Number,
             false,
             {}},
            {QStringLiteral("shrink"),
             UpgradeDataText::tr("The new version may remove rows"),
             Parameter::Type::Flag,
             false,
             {}}};
}

Result<QList<StepCall>> UpgradeData::backupSteps(Plan &plan)
{
    const QDateTime now = m_tools.clock.now();
    for (const BackupRecord &record :
         BackupStore(m_tools.files, m_tools.clock).list(m_session.backupFolder())) {
        const bool counts =
            record.verified.state == BackupStamp::State::Reached && record.countsForRetention();
        if (!counts || record.takenAt.secsTo(now) > BackupCountsSeconds)
            continue;
        plan.findings << Finding{QStringLiteral("backed-up"),
                                 FindingKind::Info,
                                 UpgradeDataText::tr("The backup of %1 is verified; no other one is made.")
                                     .arg(formatMoment(record.takenAt, shownTime(now))),
                                 {}};
        return QList<StepCall>();
    }
    const auto backup = planBackup(
        m_tools, m_session, {{QStringLiteral("trigger"), QStringLiteral("before upgrade")}}, m_context);
    if (!backup)
        return failure(backup.error());
    plan.findings << backup->findings;
    plan.notes << UpgradeDataText::tr("A backup is made and verified first.");
    plan.estimate.bytes += backup->estimate.bytes;
    plan.estimate.milliseconds += backup->estimate.milliseconds;
    plan.estimate.space << backup->estimate.space;
    QList<StepCall> steps;
    for (const StepCall &call : backup->steps) {
        m_isOffline = m_isOffline || call.step == u"service.stop";
        if (!isOfWindow(call))
            steps << call;
    }
    return steps;
}

Result<> UpgradeData::addBefore(Plan &plan, const QJsonObject &arguments)
{
    m_arguments = arguments;
    QStringList paths;
    qint64 bytes = 0;
    for (const DatabaseReference &database : m_session.databases()) {
        const auto facts = m_tools.files.facts(database.path);
        if (!facts)
            continue;
        m_databases << database;
        paths << database.path;
        bytes += facts->bytes;
    }
    const auto backup = backupSteps(plan);
    if (!backup)
        return failure(backup.error());
    m_window = openServiceWindow(m_session, paths, m_context);
    plan.findings << m_window.findings;
    if (!m_window.isUp)
        plan.findings << Finding{
            QStringLiteral("not-running"),
            FindingKind::Warning,
            UpgradeDataText::tr("The service does not run now. It is started, to prove the new version."),
            {}};
    if (!m_isOffline)
        plan.steps << *backup;
    plan.steps << m_window.before;
    if (m_isOffline)
        plan.steps << *backup;
    addCopies(plan, paths);
    const qint64 free = m_tools.files.freeBytes(m_session.instance().dataDir).value_or(0);
    plan.estimate.space << SpaceNeed{m_session.instance().dataDir, bytes, free};
    if (free < bytes)
        plan.findings << Finding{
            QStringLiteral("space-data"), FindingKind::Blocker,
            UpgradeDataText::tr("%1 has %2 free, and %3 are needed.")
                .arg(m_session.instance().dataDir, formatBytes(free), formatBytes(bytes)),
            UpgradeDataText::tr("Make room, then plan this again.")};
    plan.estimate.downtime =
        8000 + bytes / BytesPerMillisecond + (m_isOffline ? plan.estimate.milliseconds : 0);
    plan.estimate.milliseconds += plan.estimate.downtime;
    return {};
}

void UpgradeData::addCopies(Plan &plan, const QStringList &paths)
{
    const RestorePlaces places(m_tools.files, m_session, plan.operation);
    QJsonArray asides;
    for (const DatabaseReference &database : std::as_const(m_databases)) {
        const QString aside = places.aside(database.path, database.id);
        if (!places.isInSafety(aside))
            asides.append(aside);
    }
    plan.steps << StepCall{QStringLiteral("safety"),
                           QStringLiteral("restore.open-safety"),
                           {{QStringLiteral("folder"), places.safety()},
                            {QStringLiteral("title"), plan.title},
                            {QStringLiteral("asides"), asides},
                            {QStringLiteral("databases"), QJsonArray::fromStringList(paths)}}};
    for (const DatabaseReference &database : std::as_const(m_databases)) {
        const QString copy =
            QFileInfo(database.path).path() + u'/' + scratchName(plan.operation, database.fileName);
        plan.steps << StepCall{
            QStringLiteral("copy-") + database.id,
            QStringLiteral("sqlite.backup"),
            {{QStringLiteral("database"), database.path}, {QStringLiteral("destination"), copy}}};
        plan.steps << StepCall{QStringLiteral("swap-") + database.id,
                               QStringLiteral("sqlite.swap-files"),
                               {{QStringLiteral("staged"), copy},
                                {QStringLiteral("live"), database.path},
                                {QStringLiteral("quarantine"), places.aside(database.path, database.id)}}};
    }
    if (!m_databases.isEmpty())
        plan.notes << UpgradeDataText::tr(
            "The new version works on a copy of each database. The old ones are set aside as "
            "they are, and come back with the old version if anything fails.");
    plan.notes << UpgradeDataText::tr("The old version is kept for %n day(s) and can be put back.", nullptr,
                                      m_session.instance().safetyDays);
}

void UpgradeData::addAfter(Plan &plan)
{
    const LogWatch watch = logWatchOf(m_session);
    plan.findings << watch.findings;
    const bool isCompose = m_session.runtime().kind() == QLatin1String("compose");
    QList<StepCall> start = isCompose ? withoutUnfence(m_window.start) : m_window.start;
    if (!m_window.isUp)
        start << serviceStartCall(m_session);
    StepCall healthy = serviceWaitHealthyCall(m_session);
    const int wait =
        std::clamp(m_arguments.value(QStringLiteral("wait")).toVariant().toInt(), 0, LongestWaitSeconds);
    healthy.arguments.insert(QStringLiteral("timeoutMs"), 1000 * (wait > 0 ? wait : StandardWaitSeconds));
    plan.steps << withMark(start, watch) << healthy;
    for (const DatabaseReference &database : std::as_const(m_databases)) {
        QJsonArray layouts;
        if (const ProfileDatabase *known = m_session.profile().database(database.id))
            for (const ProfileLayout &layout : known->layouts)
                layouts.append(layout.probe);
        plan.proofs << StepCall{
            QStringLiteral("kept-") + database.id,
            QStringLiteral("expect.kept"),
            {{QStringLiteral("path"), database.path},
             {QStringLiteral("tables"), QStringLiteral("{output:copy-%1.tableRows}").arg(database.id)},
             {QStringLiteral("layouts"), layouts},
             {QStringLiteral("mayShrink"), m_arguments.value(QStringLiteral("shrink")).toBool()}}};
    }
    plan.proofs << watch.proof;
    if (const auto health = healthProof(m_session))
        plan.proofs << *health;
    plan.estimate.milliseconds += 1000 * qint64(watch.seconds);
    plan.losses << UpgradeDataText::tr("Open connections to %1 end.").arg(m_session.profile().title);
}

} // namespace pilothouse
