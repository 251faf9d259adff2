// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console.h"

#include "core/actions/backupactions.h"
#include "core/actions/composeactions.h"
#include "core/actions/databases.h"
#include "core/actions/instancequeries.h"
#include "core/actions/logs.h"
#include "core/actions/orphans.h"
#include "core/actions/serviceactions.h"
#include "core/actions/upgradeactions.h"
#include "core/actions/users.h"
#include "core/instances/fingerprint.h"
#include "core/logs/containerlogstream.h"
#include "core/runtime/runtimefactory.h"
#include "core/steps/addbackupsteps.h"
#include "core/steps/filesteps.h"
#include "core/steps/journalsteps.h"
#include "core/steps/packagesteps.h"
#include "core/steps/servicesteps.h"
#include "core/steps/sqlitesteps.h"

#include <QProcessEnvironment>

namespace pilothouse {

namespace {

AuditEvent noteOf(const QString &action, const Instance &instance, const QString &how)
{
    AuditEvent event;
    event.target = instance.name;
    event.action = action;
    event.phase = QStringLiteral("note");
    event.how = how;
    return event;
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
    , m_profiles(ProfileStore::load(m_location.profilesFolder()))
    , m_sessions(m_profiles, makeRuntime, m_location.dataFolder)
    , m_taker(m_engine, sendWith(m_http), m_metrics, m_clock)
    , m_route(m_files, m_clock)
    , m_backups(m_files, m_clock)
    , m_journals(m_files, m_location.journalFolder())
    , m_audit(m_files, m_location.auditFolder(), m_clock)
    , m_executor(m_steps, m_journals, m_audit, m_clock)
{
    fillVocabulary();
    fillCatalogue();
    m_executor.setFingerprint(fingerprintOf);
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
    addBackupSteps(m_steps, m_files, m_clock);
    addPackageSteps(m_steps, m_files);
    addJournalSteps(m_steps, m_journals);
}

void Console::fillCatalogue()
{
    addInstanceQueries(m_catalogue, {m_instances, m_engine, m_taker, sendWith(m_http)});
    addServiceActions(m_catalogue);
    addComposeActions(m_catalogue);
    addDatabaseQueries(m_catalogue, m_engine);
    addUserActions(m_catalogue, m_engine);
    addOrphanActions(m_catalogue, m_engine, m_clock);
    addBackupActions(m_catalogue, {m_files, m_clock, m_journals, QCoreApplication::applicationVersion()});
    addUpgradeActions(m_catalogue, {m_files, m_clock, m_journals, QCoreApplication::applicationVersion()});
    LogActions(openContainerLog).registerInto(m_catalogue);
    m_catalogue.setRoute([this](const InstanceSession &session,
                                const OperationContext &context) { return m_route.refresh(session, false, context); },
                         [this](const InstanceSession &session, Plan plan, const OperationContext &context) {
                             return m_route.led(session, std::move(plan), context);
                         });
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

Result<> Console::change(const Instance &before, const Instance &after, const QString &how)
{
    const auto lock = m_lock.state(before);
    if (!lock)
        return tl::unexpected(lock.error());
    if (lock->isLocked && !after.isProduction())
        return failure(Error{
            ErrorKind::Locked,
            before.name,
            QCoreApplication::translate("Console", "It is production and locked, so it stays production."),
            QCoreApplication::translate("Console", "Unlock it first: pilothouse-cli lock unlock %1")
                .arg(before.name),
            {}});
    if (const auto stored = m_instances.update(after); !stored)
        return stored;
    AuditEvent event = noteOf(QStringLiteral("instance.change"), after, how);
    event.arguments = toJson(after);
    return m_audit.append(event).map([](const AuditRecord &) {});
}

InstanceSnapshot Console::look(const InstanceSession &session, const InstanceSnapshot &previous, bool isFull,
                               const OperationContext &context) const
{
    InstanceSnapshot snapshot = m_taker.take(session, previous, isFull, context);
    const QList<BackupRecord> backups = m_backups.list(session.backupFolder());
    const auto good = std::find_if(backups.begin(), backups.end(),
                                   [](const BackupRecord &b) { return b.countsForRetention(); });
    snapshot.lastBackupAt = good == backups.end() ? QDateTime() : good->takenAt;
    return snapshot;
}

} // namespace pilothouse
