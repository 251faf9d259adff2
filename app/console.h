// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/entities/metrics.h"
#include "core/actions/maintenance/troubleshooter.h"
#include "core/actions/service/engineroute.h"
#include "core/audit/auditlog.h"
#include "core/backup/backupstore.h"
#include "core/base/clock.h"
#include "core/database/sqliteengine.h"
#include "core/drill/drillbook.h"
#include "core/files/fileops.h"
#include "core/instances/instancelock.h"
#include "core/instances/instancestore.h"
#include "core/instances/postgresaccess.h"
#include "core/instances/sessionfactory.h"
#include "core/monitoring/metricstore.h"
#include "core/monitoring/snapshottaker.h"
#include "core/net/httpclient.h"
#include "core/plan/catalogue.h"
#include "core/plan/executor.h"
#include "core/plan/revertstore.h"
#include "core/profile/profilestore.h"
#include "core/schedule/schedulestore.h"
#include "core/secrets/keychainsecretstore.h"
#include "core/secrets/newsecrets.h"
#include "core/settings/checkstore.h"
#include "core/settings/settingsstore.h"
#include "core/settings/statelocation.h"
#include "core/settings/statestore.h"

#include <memory>

namespace pilothouse {

struct ConsoleOptions
{
    QString stateDir; ///< empty: PILOTHOUSE_HOME, then the XDG folders
};

/// A service that stood still because a Pilothouse had died in the middle of an operation.
struct HeldService
{
    QString instance;
    QString title;              ///< of the operation, which was put back
    std::optional<Error> error; ///< why it could not be put back
};

/// Every part of the core, built once in the order in which they need each other: what the window, the
/// command line and tests stand on. No Widgets. Blocking to open; its parts may be used from any worker
/// thread.
class Console
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Console>> open(const ConsoleOptions &options);
    ~Console();

    const StateLocation &location() const { return m_location; }
    FileOps &files() { return m_files; }
    const Clock &clock() const { return m_clock; }
    const SqliteEngine &engine() const { return m_engine; }
    DataEngines dataEngines() const { return {m_engine, &m_postgres}; }
    /// What an operation has made and nobody has been shown yet.
    NewSecrets &newSecrets() { return m_newSecrets; }
    const HttpClient &http() const { return m_http; }
    const ProfileStore &profiles() const { return m_profiles; }
    const InstanceStore &instances() const { return m_instances; }
    const InstanceLock &lock() const { return m_lock; }
    const SettingsStore &settings() const { return m_settings; }
    const CheckStore &checks() const { return m_checks; }
    BackupStore &backups() { return m_backups; }
    ScheduleStore &schedules() { return m_schedules; }
    const MetricStore &metrics() const { return m_metrics; }
    const PostgresAccess &postgres() const { return m_postgres; }
    const SessionFactory &sessions() const { return m_sessions; }
    const StepRegistry &steps() const { return m_steps; }
    JournalStore &journals() { return m_journals; }
    RevertStore &reverts() { return m_reverts; }
    AuditLog &audit() { return m_audit; }
    Executor &executor() { return m_executor; }
    const Catalogue &catalogue() const { return m_catalogue; }
    TroubleServices troubleServices() const;
    MetricsTools metricsTools() { return {sendWith(m_http), m_secrets, m_clock}; }

    /// The session of a stored instance.
    [[nodiscard]] Result<std::shared_ptr<InstanceSession>> session(const QString &name) const;
    /// Runs a query of the catalogue after checking its arguments.
    [[nodiscard]] Result<QJsonValue> query(const QString &id, const InstanceSession &session,
                                           const QJsonObject &arguments,
                                           const OperationContext &context) const;
    /// Unlocks a production instance, with an audit line.
    [[nodiscard]] Result<LockState> unlock(const Instance &instance, std::chrono::minutes duration,
                                           const QString &reason, const QString &how);
    [[nodiscard]] Result<> lockNow(const Instance &instance, const QString &how);
    /// Stores what is known of an instance anew, with an audit line. Locked where it is locked production.
    [[nodiscard]] Result<> change(const Instance &before, const Instance &after, const QString &how);
    /// Whether this instance can keep its backups where it says; others may have their data there.
    [[nodiscard]] Result<> checkPlaces(const InstanceSession &session) const;
    /// Takes an instance off the list, with an audit line; its service, data and backups stay. Locked where
    /// it is locked production, Refused where something would still be done to it by itself.
    [[nodiscard]] Result<> remove(const Instance &instance, const QString &how);
    /// Forgets that an operation goes back by itself, with an audit line; what it changed stays.
    [[nodiscard]] Result<PendingRevert> cancelRevert(const QUuid &operation, const QString &how);
    /// Lets services go on that a Pilothouse has paused and not lived to let go: each such operation is put
    /// back by the executor, as "journal rollback" does. Nothing where none is; asks only what an engine
    /// reaches.
    QList<HeldService> letHeldGo(const OperationContext &context);
    /// Clears up after drills that a killed Pilothouse has left in the middle: each is put back, and gets its
    /// report. Nothing where none is.
    QList<HeldService> clearDrills(const OperationContext &context);
    const DrillBook &drills() const { return m_drills; }
    /// Keeps the key with which drills call the service, with an audit line; an empty one forgets it.
    [[nodiscard]] Result<> keepDrillKey(const Instance &instance, const Secret &key, const QString &how,
                                        const OperationContext &context);
    /// One look at an instance, for the monitor: with the age of its last backup.
    InstanceSnapshot look(const InstanceSession &session, const InstanceSnapshot &previous, bool isFull,
                          const OperationContext &context) const;

private:
    explicit Console(StateLocation location);
    void fillVocabulary();
    void fillCatalogue();
    /// The lock of what is stored, whatever the caller has read before.
    [[nodiscard]] Result<> checkUnlocked(const Instance &instance) const;
    /// Refused where a schedule or a return would go on without the instance.
    [[nodiscard]] Result<> checkNothingWaits(const Instance &instance) const;
    /// Whether the service stands still, and is the one that stood still then.
    static bool isHeld(const InstanceSession &session, const StepRecord &held,
                       const OperationContext &context);
    /// Checks where backups are to go, and remembers where they went.
    [[nodiscard]] Result<Instance> withPlaces(const Instance &before, const Instance &after) const;
    void addBackups(const InstanceSession &session, InstanceSnapshot &snapshot) const;
    /// Takes the key for drills along to the instance's new name; to no name: forgets it.
    [[nodiscard]] Result<> moveDrillKey(const Instance &instance, const QString &newName);
    /// Writes the report of a drill that has ended; nothing for other operations.
    [[nodiscard]] Result<> reportDrill(const QUuid &operation, const InstanceSession &session);

    StateLocation m_location;
    SystemClock m_clock;
    FileOps m_files;
    SqliteEngine m_engine;
    HttpClient m_http;
    NewSecrets m_newSecrets;
    StateStore m_state;
    InstanceStore m_instances;
    InstanceLock m_lock;
    SettingsStore m_settings;
    CheckStore m_checks;
    MetricStore m_metrics;
    KeychainSecretStore m_secrets;
    PostgresAccess m_postgres;
    ProfileStore m_profiles;
    SessionFactory m_sessions;
    SnapshotTaker m_taker;
    EngineRoute m_route;
    BackupStore m_backups;
    RevertStore m_reverts;
    ScheduleStore m_schedules;
    StepRegistry m_steps;
    JournalStore m_journals;
    AuditLog m_audit;
    DrillBook m_drills;
    Executor m_executor;
    Catalogue m_catalogue;
};

} // namespace pilothouse
