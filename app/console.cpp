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
#include "core/instances/backupplaces.h"
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
#include "core/steps/secretchange.h"
#include "core/steps/serverlock.h"
#include "core/steps/serversteps.h"
#include "core/steps/servicesteps.h"
#include "core/steps/sqlitesteps.h"

#include <QProcessEnvironment>

namespace pilothouse {

namespace {

QString consoleText(const char *text)
{
    return QCoreApplication::translate("Console", text);
}

AuditEvent noteOf(const QString &action, const Instance &instance, const QString &how)
{
    AuditEvent event;
    event.target = instance.name;
    event.action = action;
    event.phase = QStringLiteral("note");
    event.how = how;
    return event;
}

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
    addSqliteSteps(m_steps, m_files, m_engine);
    addServiceSteps(m_steps, m_http);
    addServerRowSteps(m_steps, m_postgres);
    addNewSecretStep(m_steps, m_http, m_newSecrets);
    addBackupSteps(m_steps, m_files, m_clock);
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
    addDrillActions(m_catalogue, {backups, m_engine, m_secrets});
    addUpgradeActions(m_catalogue, backups);
    addDatabaseActions(m_catalogue, {backups, m_engine, m_checks});
    addPermissionActions(m_catalogue, m_files);
    addExposureQuery(m_catalogue);
    addLimitActions(m_catalogue, m_metrics, m_clock);
    addLogLevelAction(m_catalogue, m_reverts, m_clock);
    addLogSettingsQuery(m_catalogue, m_files, m_reverts);
    addScheduleActions(m_catalogue,
                       {m_files, m_clock, backups,
                        QCoreApplication::applicationDirPath() + QStringLiteral("/pilothouse-cli")});
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

Result<LockState> Console::unlock(const Instance &instance, std::chrono::minutes duration,
                                  const QString &reason, const QString &how)
{
    auto state = m_lock.unlock(instance, duration);
    if (!state)
        return state;
    AuditEvent event = noteOf(QStringLiteral("lock.unlock"), instance, how);
    event.arguments = {{QStringLiteral("minutes"), static_cast<qint64>(duration.count())}};
    event.reason = reason;
    if (const auto written = m_audit.append(event); !written)
        return tl::unexpected(written.error());
    return state;
}

Result<> Console::lockNow(const Instance &instance, const QString &how)
{
    if (const auto locked = m_lock.lock(instance); !locked)
        return locked;
    return m_audit.append(noteOf(QStringLiteral("lock.lock"), instance, how)).map([](const AuditRecord &) {});
}

Result<> Console::checkUnlocked(const Instance &instance) const
{
    const auto stored = m_instances.find(instance.name);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto lock = m_lock.state(*stored);
    if (!lock)
        return tl::unexpected(lock.error());
    return lock->isLocked ? failure(lockedError(instance.name)) : Result<>();
}

Result<> Console::checkNothingWaits(const Instance &instance) const
{
    const auto schedule = m_schedules.find(instance);
    if (!schedule)
        return tl::unexpected(schedule.error());
    if (*schedule)
        return failure(
            Error{ErrorKind::Refused,
                  instance.name,
                  consoleText(QT_TRANSLATE_NOOP("Console", "It is still backed up by schedule, %1."))
                      .arg((*schedule)->time.title()),
                  consoleText(QT_TRANSLATE_NOOP("Console", "First run: pilothouse-cli schedule remove %1"))
                      .arg(instance.name),
                  {}});
    for (const PendingRevert &revert : m_reverts.list()) {
        if (revert.instance != instance.name)
            continue;
        return failure(Error{
            ErrorKind::Refused,
            instance.name,
            consoleText(QT_TRANSLATE_NOOP("Console", "%1 has still to go back by itself.")).arg(revert.title),
            consoleText(QT_TRANSLATE_NOOP("Console", "First put it back: pilothouse-cli undo apply %1, or "
                                                     "leave it as it is: pilothouse-cli revert cancel %1"))
                .arg(revert.operation.toString(QUuid::WithoutBraces)),
            {}});
    }
    return {};
}

Result<> Console::remove(const Instance &instance, const QString &how)
{
    const auto allowed = checkUnlocked(instance).and_then([&] { return checkNothingWaits(instance); });
    if (!allowed)
        return allowed;
    if (const auto removed = m_instances.remove(instance.id); !removed)
        return removed;
    AuditEvent event = noteOf(QStringLiteral("instance.remove"), instance, how);
    event.arguments = toJson(instance);
    const auto noted = m_audit.append(event).map([](const AuditRecord &) {});
    if (const auto forgotten = m_postgres.movePasswords(instance, {}, {}); !forgotten)
        return forgotten;
    if (const auto forgotten = moveDrillKey(instance, {}); !forgotten)
        return forgotten;
    // The private copy of data in a container goes with it: it is no backup. So do its secrets.
    QStringList folders{InstanceSession::givenFolder(m_location.dataFolder, instance.id),
                        SecretChange::keptFolder(m_location.dataFolder, instance.id)};
    if (const auto session = m_sessions.make(instance); session && (*session)->isMirrored())
        folders << (*session)->mirrorFolder();
    for (const QString &folder : std::as_const(folders)) {
        if (auto gone = m_files.exists(folder) ? m_files.removeTree(folder) : Result<>(); !gone)
            return gone;
    }
    return noted;
}

Result<PendingRevert> Console::cancelRevert(const QUuid &operation, const QString &how)
{
    const auto found = m_reverts.find(operation);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(
            ErrorKind::NotFound,
            consoleText(QT_TRANSLATE_NOOP("Console", "No operation of that id goes back by itself.")),
            operation.toString(QUuid::WithoutBraces));
    if (const auto removed = m_reverts.remove(operation); !removed)
        return tl::unexpected(removed.error());
    AuditEvent event;
    event.target = (*found)->instance;
    event.action = QStringLiteral("revert.cancel");
    event.phase = QStringLiteral("note");
    event.how = how;
    event.arguments = toJson(**found);
    return m_audit.append(event).map([&found](const AuditRecord &) { return **found; });
}

Result<> Console::change(const Instance &before, const Instance &after, const QString &how)
{
    if (const auto same = m_instances.find(before.name); !same || *same != after) {
        if (const auto unlocked = checkUnlocked(before); !unlocked)
            return unlocked;
    }
    const auto wanted = withPlaces(before, after);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (const auto stored = m_instances.update(*wanted); !stored)
        return stored;
    AuditEvent event = noteOf(QStringLiteral("instance.change"), *wanted, how);
    event.arguments = toJson(*wanted);
    const auto noted = m_audit.append(event).map([](const AuditRecord &) {});
    if (!noted || before.name == after.name)
        return noted;
    return m_postgres.movePasswords(before, after.name, {}).and_then([&] {
        return moveDrillKey(before, after.name);
    });
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
        const auto report = m_executor.rollBack(record.plan.operation, **session, {}, context);
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

Result<Instance> Console::withPlaces(const Instance &before, const Instance &after) const
{
    const auto profile = m_sessions.profile(after.profile);
    if (const auto good = checkInstance(after, !profile || profile->needsDataFolder()); !good)
        return tl::unexpected(good.error());
    const auto old = m_sessions.make(before);
    const auto changed = m_sessions.make(after);
    if (!old || !changed) // its profile is not there: what it was told is kept as it is
        return after;
    const bool isMoved =
        before.backupDir != after.backupDir || before.secondBackupDir != after.secondBackupDir;
    if (const auto good = isMoved ? checkPlaces(**changed) : Result<>(); !good)
        return tl::unexpected(good.error());
    return rememberingFormerPlaces(**old, **changed);
}

Result<> Console::checkPlaces(const InstanceSession &session) const
{
    const auto all = m_instances.list();
    if (!all)
        return tl::unexpected(all.error());
    QList<std::shared_ptr<InstanceSession>> others;
    for (const Instance &other : *all) {
        if (other.id == session.instance().id)
            continue;
        if (const auto made = m_sessions.make(other))
            others << *made;
    }
    return checkBackupPlaces(session, others);
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
