// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/fleetcontroller.h"

#include "core/audit/auditlog.h"
#include "core/base/units.h"
#include "core/instances/instancestore.h"
#include "core/instances/sessionfactory.h"
#include "core/monitoring/verdict.h"
#include "core/runtime/serviceruntime.h"
#include "ui/models/environment.h"

#include <utility>

namespace pilothouse {

namespace {

QString runtimeFact(const InstanceSession &session, const std::optional<InstanceSnapshot> &snapshot)
{
    const RuntimeSettings &runtime = session.instance().runtime;
    if (runtime.kind == QStringLiteral("docker"))
        return FleetController::tr("container %1").arg(runtime.container);
    if (runtime.kind == QStringLiteral("compose"))
        return FleetController::tr("compose %1/%2").arg(runtime.project, runtime.service);
    if (runtime.kind == QStringLiteral("systemd"))
        return FleetController::tr("unit %1").arg(runtime.unit);
    if (runtime.kind == QStringLiteral("process")) {
        const qint64 pid = snapshot && snapshot->status ? snapshot->status->pid : 0;
        return pid > 0 ? FleetController::tr("process %1").arg(pid) : FleetController::tr("process");
    }
    return FleetController::tr("files in %1").arg(session.instance().dataDir);
}

void addStatusFacts(QStringList &facts, const InstanceSnapshot &snapshot, const QDateTime &now)
{
    if (snapshot.status && snapshot.status->state == ServiceState::Running
        && snapshot.status->startedAt.isValid())
        facts << FleetController::tr("up %1").arg(formatDuration(snapshot.status->startedAt.msecsTo(now)));
    if (snapshot.at.isValid())
        facts << FleetController::tr("checked %1 ago").arg(formatDuration(snapshot.at.msecsTo(now)));
}

} // namespace

StateKind stateKindOf(InstanceState state)
{
    switch (state) {
    case InstanceState::NeedsOperator:
        return StateKind::NeedsOperator;
    case InstanceState::Down:
        return StateKind::Down;
    case InstanceState::BackupStale:
        return StateKind::BackupStale;
    case InstanceState::Warning:
        return StateKind::Warning;
    case InstanceState::Due:
        return StateKind::Due;
    case InstanceState::Working:
        return StateKind::Working;
    case InstanceState::Healthy:
        return StateKind::Healthy;
    case InstanceState::NotChecked:
        break;
    }
    return StateKind::NotChecked;
}

Result<FleetReading> readSessions(const InstanceStore &instances, const SessionFactory &factory)
{
    const auto stored = instances.list();
    if (!stored)
        return tl::unexpected(stored.error());
    FleetReading reading{*stored, {}, {}};
    for (const Instance &instance : *stored) {
        if (const auto session = factory.make(instance))
            reading.sessions << *session;
        else
            reading.unusable << FleetReading::Unusable{instance, withSubject(session.error(), instance.name)};
    }
    return reading;
}

FleetController::FleetController(FleetServices services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_read(services.runner, this)
    , m_look(services.runner, this)
{
    connect(&m_services.monitor, &Monitor::snapshotTaken, this, &FleetController::onSnapshot);
    connect(&m_services.operations, &OperationsController::listChanged, this, &FleetController::updateRail);
}

void FleetController::reload()
{
    const InstanceStore &store = m_services.instances;
    const SessionFactory &factory = m_services.sessions;
    m_read.start(
        tr("Reading the list of instances"),
        [&store, &factory](const OperationContext &) { return readSessions(store, factory); },
        [this](const Result<FleetReading> &reading) { show(reading); });
}

void FleetController::follow()
{
    const InstanceStore &store = m_services.instances;
    m_look.start(
        tr("Looking for changed instances"), [&store](const OperationContext &) { return store.list(); },
        [this](const Result<QList<Instance>> &stored) {
            if (!stored || *stored == m_stored)
                return;
            m_stored = *stored;
            reload();
        });
}

void FleetController::show(const Result<FleetReading> &reading)
{
    m_isLoaded = true;
    if (reading) {
        take(*reading);
        tell(reading->unusable);
    } else {
        emit loadFailed(reading.error());
    }
    emit changed();
}

void FleetController::tell(const QList<FleetReading::Unusable> &unusable)
{
    const QList<Instance> told = std::exchange(m_unusable, {});
    for (const auto &[instance, error] : unusable) {
        m_unusable << instance;
        if (!told.contains(instance))
            emit loadFailed(error);
    }
}

void FleetController::take(const FleetReading &reading)
{
    std::map<QString, Entry> entries;
    m_stored = reading.stored;
    for (const auto &session : reading.sessions) {
        const QString name = session->instance().name;
        const auto known = m_entries.find(name);
        const bool isSame =
            known != m_entries.end() && known->second.session->instance() == session->instance();
        entries[name] = isSame ? known->second : Entry{session, std::nullopt};
    }
    m_entries = std::move(entries);
    FleetSessions watched;
    for (const auto &[name, entry] : m_entries)
        watched << entry.session;
    m_services.monitor.setSessions(watched);
    updateRail();
}

void FleetController::onSnapshot(const InstanceSnapshot &snapshot)
{
    const auto entry = m_entries.find(snapshot.name);
    if (entry == m_entries.end())
        return;
    entry->second.snapshot = snapshot;
    updateRail();
    emit snapshotChanged(snapshot.name);
}

InstanceVerdict FleetController::verdictFor(const QString &name, const Entry &entry) const
{
    if (!entry.snapshot)
        return {};
    InstanceFacts facts;
    for (const OperationView &view : m_services.operations.operations()) {
        if (view.instance != name)
            continue;
        if (view.outcome == Outcome::NeedsOperator || view.outcome == Outcome::Interrupted)
            facts.needsOperator = view.title;
        else if (view.isRunning())
            facts.working = view.title;
    }
    return verdictOf(*entry.snapshot, entry.session->profile(), facts, m_services.clock.now());
}

void FleetController::updateRail()
{
    QList<RailItem> items;
    for (const auto &[name, entry] : m_entries) {
        const InstanceVerdict verdict = verdictFor(name, entry);
        const Instance &instance = entry.session->instance();
        const BadgeCell badge = environmentBadge(instance.environment);
        items << RailItem{name,
                          entry.session->profile().title,
                          stateKindOf(verdict.state),
                          verdict.reason,
                          badge.kind,
                          instance.group.isEmpty() ? badge.text : instance.group,
                          {}};
    }
    m_rail.setItems(items);
}

QStringList FleetController::names() const
{
    QStringList names;
    for (const auto &[name, entry] : m_entries)
        names << name;
    return names;
}

bool FleetController::has(const QString &name) const
{
    return m_entries.contains(name);
}

SessionPointer FleetController::session(const QString &name) const
{
    const auto entry = m_entries.find(name);
    return entry == m_entries.end() ? SessionPointer() : entry->second.session;
}

std::optional<InstanceSnapshot> FleetController::snapshot(const QString &name) const
{
    const auto entry = m_entries.find(name);
    return entry == m_entries.end() ? std::nullopt : entry->second.snapshot;
}

HeaderText FleetController::header(const QString &name) const
{
    HeaderText text;
    text.name = name;
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return text;
    const Entry &entry = found->second;
    const InstanceVerdict verdict = verdictFor(name, entry);
    const BadgeCell badge = environmentBadge(entry.session->instance().environment);
    text.environment = badge.kind;
    text.environmentText = badge.text;
    text.state = stateKindOf(verdict.state);
    text.reason = verdict.reason;
    text.canControl = entry.session->runtime().canControl();
    text.facts << entry.session->profile().title << runtimeFact(*entry.session, entry.snapshot);
    if (entry.snapshot) {
        addStatusFacts(text.facts, *entry.snapshot, m_services.clock.now());
        text.isRunning = entry.snapshot->status && entry.snapshot->status->state != ServiceState::Stopped;
    }
    return text;
}

void FleetController::refresh(const QString &name)
{
    if (const SessionPointer session = this->session(name))
        m_services.monitor.refresh(session->instance().id);
}

void FleetController::note(const QString &action, const QString &name, const QJsonObject &arguments)
{
    AuditLog &audit = m_services.audit;
    AuditEvent event;
    event.target = name;
    event.action = action;
    event.arguments = arguments;
    event.phase = QStringLiteral("note");
    event.how = QStringLiteral("window");
    m_services.runner.run(
        tr("Writing the audit"), this,
        [&audit, event](const OperationContext &) -> Result<> {
            const auto record = audit.append(event);
            if (!record)
                return tl::unexpected(record.error());
            return {};
        },
        [](const Result<> &) {});
}

void FleetController::add(const Instance &instance, QObject *receiver,
                          std::function<void(Result<Instance>)> done)
{
    const InstanceStore &store = m_services.instances;
    const QPointer<QObject> guard(receiver);
    m_services.runner.run(
        tr("Adding %1").arg(instance.name), this,
        [&store, instance](const OperationContext &) { return store.add(instance); },
        [this, guard, done = std::move(done)](const Result<Instance> &added) {
            if (added) {
                note(QStringLiteral("instance.add"), added->name, toJson(*added));
                reload();
            }
            if (guard)
                done(added);
        });
}

void FleetController::change(const Instance &before, const Instance &after, QObject *receiver,
                             std::function<void(Result<>)> done)
{
    const QPointer<QObject> guard(receiver);
    m_services.runner.run(
        tr("Changing %1").arg(after.name), this,
        [store = m_services.change, before, after](const OperationContext &) { return store(before, after); },
        [this, guard, done = std::move(done)](const Result<> &changed) {
            if (changed)
                reload();
            if (guard)
                done(changed);
        });
}

void FleetController::remove(const QString &name, QObject *receiver, std::function<void(Result<>)> done)
{
    const SessionPointer session = this->session(name);
    if (!session)
        return;
    const QPointer<QObject> guard(receiver);
    m_services.runner.run(
        tr("Removing %1 from the list").arg(name), this,
        [forget = m_services.remove, instance = session->instance()](const OperationContext &) {
            return forget(instance);
        },
        [this, guard, done = std::move(done)](const Result<> &removed) {
            if (removed)
                reload();
            if (guard)
                done(removed);
        });
}

} // namespace pilothouse
