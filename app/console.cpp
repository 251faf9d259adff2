// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include "app/revertwaiter.h"
#include "core/actions/backup/backupactions.h"
#include "core/actions/configuration/exposure.h"
#include "core/actions/configuration/hardeningmaintenance.h"
#include "core/actions/configuration/limits.h"
#include "core/actions/configuration/loglevel.h"
#include "core/actions/configuration/logsettings.h"
#include "core/actions/configuration/permissions.h"
#include "core/actions/database/databaseactions.h"
#include "core/actions/database/databasemaintenance.h"
#include "core/actions/database/databases.h"
#include "core/actions/drill/drillactions.h"
#include "core/actions/entities/entities.h"
#include "core/actions/entities/metrics.h"
#include "core/actions/logs/logs.h"
#include "core/actions/schedule/scheduleactions.h"
#include "core/actions/server/pointintime.h"
#include "core/actions/server/scaling.h"
#include "core/actions/server/serveractions.h"
#include "core/actions/server/serverqueries.h"
#include "core/actions/service/composeactions.h"
#include "core/actions/service/instancelife.h"
#include "core/actions/service/instancequeries.h"
#include "core/actions/service/serviceactions.h"
#include "core/actions/upgrade/upgradeactions.h"
#include "core/actions/users/orphans.h"
#include "core/actions/users/sessions.h"
#include "core/actions/users/users.h"
#include "core/instances/fingerprint.h"
#include "core/logs/containerlogstream.h"
#include "core/plan/heldup.h"
#include "core/runtime/runtimefactory.h"
#include "core/schedule/backupclock.h"
#include "core/steps/addbackupsteps.h"
#include "core/steps/clustersteps.h"
#include "core/steps/drillsteps.h"
#include "core/steps/filesteps.h"
#include "core/steps/httpnewsecretstep.h"
#include "core/steps/journalsteps.h"
#include "core/steps/maintenancesteps.h"
#include "core/steps/packagesteps.h"
#include "core/steps/postgreschangerows.h"
#include "core/steps/postgrescopysteps.h"
#include "core/steps/revertsteps.h"
#include "core/steps/schedulesteps.h"
#include "core/steps/serverlock.h"
#include "core/steps/serversteps.h"
#include "core/steps/servicesteps.h"
#include "core/steps/sqlitesteps.h"

#include <QProcessEnvironment>

namespace pilothouse {

namespace {

/// Instances of another state folder may have the same names; so they have a place of their own.
QString keyringNameOf(const StateLocation &location)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PILOTHOUSE_HOME"));
    const auto usual = StateLocation::resolve({}, environment);
    const QString name = QStringLiteral("pilothouse");
    return usual && usual->dataFolder == location.dataFolder ? name : name + u':' + location.dataFolder;
}

} // namespace

Result<std::unique_ptr<Console>> Console::open(const ConsoleOptions &options)
{
    const auto location = StateLocation::resolve(options.stateDir, QProcessEnvironment::systemEnvironment());
    if (!location)
        return tl::unexpected(location.error());
    if (const auto prepared = location->prepare(); !prepared)
        return tl::unexpected(prepared.error());
    std::unique_ptr<Console> console(new Console(*location));
    if (const auto opened = console->m_state.open(); !opened)
        return tl::unexpected(opened.error());
    return console;
}

Console::Console(StateLocation location)
    : m_location(std::move(location))
    , m_state(m_location.database())
    , m_instances(m_state)
    , m_lock(m_state)
    , m_settings(m_state)
    , m_checks(m_state)
    , m_metrics(m_state)
    , m_secrets(keyringNameOf(m_location))
    , m_postgres(m_secrets)
    , m_profiles(ProfileStore::load(m_location.profilesFolder()))
    , m_sessions(m_profiles, makeRuntime, m_location.dataFolder)
    , m_taker(dataEngines(), sendWith(m_http), m_metrics, m_clock)
    , m_route(m_files, m_clock)
    , m_backups(m_files, m_clock)
    , m_reverts(m_files, m_location.revertFolder())
    , m_schedules(m_files, m_location.dataFolder)
    , m_journals(m_files, m_location.journalFolder())
    , m_audit(m_files, m_location.auditFolder(), m_clock)
    , m_drills(m_files, m_location.dataFolder, m_secrets, m_audit, m_clock)
    , m_executor(m_steps, m_journals, m_audit, m_clock)
{
    fillVocabulary();
    fillCatalogue();
    m_executor.setFingerprint(fingerprintOf);
    m_executor.setEnding([this](const QUuid &operation, const InstanceSession &session) {
        return reportDrill(operation, session);
    });
    m_executor.setOperationLock([this](const Plan &plan, const InstanceSession &session) {
        return serverLockFor(plan, session, m_steps, m_postgres, m_clock.now());
    });
    m_executor.setLock([this](const Instance &instance) {
        return m_lock.state(instance).map([](const LockState &state) { return state.isLocked; });
    });
}

Console::~Console() = default;

void Console::fillVocabulary()
{
    addFileSteps(m_steps, m_files);
    addSqliteSteps(m_steps, m_files, m_engine, &m_checks);
    addServiceSteps(m_steps, m_http);
    addServerRowSteps(m_steps, m_postgres);
    addNewSecretStep(m_steps, m_http, m_newSecrets);
    addBackupSteps(m_steps, m_files, m_clock, &m_checks);
    addPostgresCopySteps(m_steps, m_files, m_clock, m_postgres);
    addPackageSteps(m_steps, m_files);
    addJournalSteps(m_steps, m_journals);
    addMaintenanceSteps(m_steps, m_files, m_engine, m_checks);
    addRevertSteps(m_steps, m_reverts, revertWaiter(m_location.dataFolder));
    addScheduleSteps(m_steps, m_files);
    addServerSteps(m_steps, m_postgres);
    addDrillSteps(m_steps, {m_files, m_clock, m_postgres, m_engine, m_http, m_secrets});
    addClusterSteps(m_steps, m_files, m_clock, m_postgres);
}

void Console::fillCatalogue()
{
    addInstanceQueries(m_catalogue, {m_instances, dataEngines(), m_taker, sendWith(m_http),
                                     [this](const InstanceSession &session, InstanceSnapshot &snapshot) {
                                         addBackups(session, snapshot);
                                     },
                                     [this](const InstanceSession &session, InstanceFacts &facts) {
                                         addOperations(m_journals, session, facts);
                                     }});
    addServiceActions(m_catalogue);
    addComposeActions(m_catalogue);
    addDatabaseQueries(m_catalogue, m_engine, &m_checks, &m_postgres);
    addServerQueries(m_catalogue, m_postgres, m_metrics);
    addServerActions(m_catalogue, m_postgres);
    addPointInTime(m_catalogue, {m_files, m_clock, m_postgres});
    addScalingQuery(m_catalogue, m_postgres);
    addUserActions(m_catalogue, m_engine);
    addEntityActions(m_catalogue, dataEngines());
    addMetricsQuery(m_catalogue, metricsTools());
    addSessionActions(m_catalogue);
    addOrphanActions(m_catalogue, m_engine, m_clock);
    const BackupTools backups{m_files, m_clock, m_journals, QCoreApplication::applicationVersion(),
                              &m_postgres};
    addBackupActions(m_catalogue, backups);
    const DrillTools drills{backups, m_engine, m_secrets};
    addDrillActions(m_catalogue, drills);
    addUpgradeActions(m_catalogue, backups);
    addDatabaseActions(m_catalogue, {backups, m_engine, m_checks});
    addPermissionActions(m_catalogue, m_files);
    addExposureQuery(m_catalogue);
    addLimitActions(m_catalogue, m_metrics, m_clock);
    addLogLevelAction(m_catalogue, m_reverts, m_clock);
    addLogDriverAction(m_catalogue);
    addLogSettingsQuery(m_catalogue, m_files, m_reverts);
    addScheduleActions(m_catalogue,
                       {m_files, m_clock, backups,
                        QCoreApplication::applicationDirPath() + QStringLiteral("/pilothouse-cli"),
                        [drills](const InstanceSession &session, const OperationContext &context) {
                            return planDrill(drills, session, {}, context);
                        }});
    LogActions(openContainerLog).registerInto(m_catalogue);
    const HardeningTools hardening{m_files, m_metrics, m_reverts, m_clock};
    addMaintenanceQuery(m_catalogue, {databaseMaintenance({m_engine, m_checks, m_backups, m_files, m_clock}),
                                      accessMaintenance(hardening), runningMaintenance(hardening)});
    addTroubleshooting(m_catalogue, troubleServices());
    m_catalogue.setRoute(
        [this](const InstanceSession &session, const OperationContext &context) {
            return m_route.refresh(session, false, context);
        },
        [this](const InstanceSession &session, Plan plan, const OperationContext &context) {
            return m_route.led(session, std::move(plan), context);
        });
}

TroubleServices Console::troubleServices() const
{
    return {m_engine, m_http, sendWith(m_http), m_backups, m_catalogue, openContainerLog, &m_postgres};
}

Result<std::shared_ptr<InstanceSession>> Console::session(const QString &name) const
{
    const auto instance = m_instances.find(name);
    if (!instance)
        return tl::unexpected(instance.error());
    return m_sessions.make(*instance);
}

Result<QJsonValue> Console::query(const QString &id, const InstanceSession &session,
                                  const QJsonObject &arguments, const OperationContext &context) const
{
    const QueryEntry *entry = m_catalogue.query(id);
    if (!entry)
        return failure(ErrorKind::BadInput,
                       QCoreApplication::translate("Console", "There is no query “%1”.").arg(id));
    if (const auto checked = Catalogue::check(entry->parameters, arguments); !checked)
        return tl::unexpected(checked.error());
    const bool isLog = id.startsWith(QLatin1String("logs."));
    if (const auto fresh = m_route.refresh(session, isLog, context); !fresh)
        return tl::unexpected(fresh.error());
    return entry->run(session, arguments, context);
}

QList<HeldService> Console::letHeldGo(const OperationContext &context)
{
    QList<HeldService> all;
    const QList<Instance> instances = m_instances.list().value_or(QList<Instance>());
    const bool isAnyPausable = std::any_of(instances.begin(), instances.end(),
                                           [](const Instance &instance) { return instance.isThroughEngine; });
    if (!isAnyPausable) // the journals are not read for nothing
        return all;
    for (const OperationRecord &record : m_journals.unfinished()) {
        const StepRecord *held = heldUpIn(record, m_steps);
        const auto session =
            held ? this->session(record.plan.instance) : failure(ErrorKind::NotFound, QString());
        if (!session || !isHeld(**session, *held, context))
            continue;
        const auto report = m_executor.rollBack(record.plan.operation, {**session, {}, context});
        HeldService one{record.plan.instance, record.plan.title, {}};
        if (!report && report.error().kind == ErrorKind::Locked)
            continue; // another Pilothouse does it
        if (!report)
            one.error = report.error();
        else if (report->outcome != Outcome::PutBack)
            one.error = report->error;
        all << one;
    }
    return all;
}

bool Console::isHeld(const InstanceSession &session, const StepRecord &held, const OperationContext &context)
{
    const auto status = session.runtime().status(context);
    return status && status->state == ServiceState::Paused
           && status->identity == held.before.value(QLatin1String("identity")).toString();
}

InstanceSnapshot Console::look(const InstanceSession &session, const InstanceSnapshot &previous, bool isFull,
                               const OperationContext &context) const
{
    // What cannot be copied now is shown as it was copied before.
    if (isFull && session.isMirrored())
        (void)m_route.refresh(session, true, context);
    InstanceSnapshot snapshot = m_taker.take(session, previous, isFull, context);
    addBackups(session, snapshot);
    return snapshot;
}

void Console::addBackups(const InstanceSession &session, InstanceSnapshot &snapshot) const
{
    const auto momentOf = [](const QList<BackupRecord> &records, auto counts) {
        const auto found = std::find_if(records.begin(), records.end(), counts);
        return found == records.end() ? QDateTime() : found->takenAt;
    };
    const QList<BackupRecord> backups = m_backups.list(session.backupFolder());
    snapshot.lastBackupAt = momentOf(backups, [](const BackupRecord &b) { return b.countsForRetention(); });
    snapshot.lastVerifiedAt = momentOf(backups, [](const BackupRecord &b) {
        return b.countsForRetention() && b.verified.state == BackupStamp::State::Reached;
    });
    const DrillState drill = drillState(m_files, session, m_clock.now());
    snapshot.lastDrillAt = drill.lastAt;
    snapshot.drillDueAt = drill.dueAt;
    snapshot.hasDrillFailed = drill.hasFailedSince;
    addStopOnPurpose(m_journals, snapshot);
    snapshot.schedule.reset();
    const auto schedule = m_schedules.find(session.instance());
    if (!schedule)
        qWarning("%s", qPrintable(schedule.error().toText()));
    else if (*schedule)
        snapshot.schedule = readSchedule(**schedule, m_schedules.lastRun(session.instance()),
                                         snapshot.lastVerifiedAt, snapshot.at);
}

} // namespace pilothouse
