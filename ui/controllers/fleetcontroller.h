// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "core/domain/instancesnapshot.h"
#include "core/domain/instancestate.h"
#include "core/monitoring/monitor.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"
#include "ui/models/headertext.h"
#include "ui/models/railmodel.h"

#include <map>

namespace pilothouse {

class InstanceStore;
class ProfileStore;
class SessionFactory;

/// What this controller works with; all of it outlives it.
struct FleetServices
{
    OperationRunner &runner;
    const InstanceStore &instances;
    const ProfileStore &profiles;
    const SessionFactory &sessions;
    Monitor &monitor;
    OperationsController &operations;
    AuditLog &audit;
    const Clock &clock;
    /// Stores what is known of an instance anew, with its audit line; called on a worker.
    std::function<Result<>(const Instance &before, const Instance &after)> change = {};
    /// Takes an instance off the list, with its audit line; called on a worker.
    std::function<Result<>(const Instance &instance)> remove = {};
};

/// The stored instances, ready to be worked with; by name.
using FleetSessions = QList<std::shared_ptr<InstanceSession>>;

/// What the stored instances came to.
struct FleetReading
{
    /// Why nothing can be done with a stored instance, as where its profile is unknown.
    struct Unusable
    {
        Instance instance;
        Error error;
    };

    QList<Instance> stored; ///< all of them
    FleetSessions sessions;
    QList<Unusable> unusable;
};

/// Blocks: belongs on a worker.
[[nodiscard]] Result<FleetReading> readSessions(const InstanceStore &instances,
                                                const SessionFactory &factory);

/// All instances with what the monitor last saw of them. UI thread.
class FleetController final : public QObject
{
    Q_OBJECT
public:
    explicit FleetController(FleetServices services, QObject *parent = nullptr);

    /// Reads the stored instances and watches them.
    void reload();
    /// Reads them where they are others than when they were last read, as after a command line.
    void follow();
    /// The same with a list that was read elsewhere.
    void show(const Result<FleetReading> &reading);
    bool isLoaded() const { return m_isLoaded; }
    RailModel &railModel() { return m_rail; }
    QStringList names() const;
    bool has(const QString &name) const;
    /// Null where there is none.
    SessionPointer session(const QString &name) const;
    std::optional<InstanceSnapshot> snapshot(const QString &name) const;
    HeaderText header(const QString &name) const;
    /// Looks at an instance now.
    void refresh(const QString &name);

    /// Stores an instance; it is in the list when `done` is called.
    void add(const Instance &instance, QObject *receiver, std::function<void(Result<Instance>)> done);
    /// Stores what is known of an instance anew; it is in the list when `done` is called. Locked where
    /// production would lose its guard.
    void change(const Instance &before, const Instance &after, QObject *receiver,
                std::function<void(Result<>)> done);
    /// Forgets an instance; its service, data and backups stay as they are.
    void remove(const QString &name, QObject *receiver, std::function<void(Result<>)> done);

signals:
    void changed();
    void snapshotChanged(const QString &name);
    /// The stored instances could not be read, or one of them not be used; told once of each.
    void loadFailed(const pilothouse::Error &error);

private:
    struct Entry
    {
        std::shared_ptr<InstanceSession> session;
        std::optional<InstanceSnapshot> snapshot;
    };

    void take(const FleetReading &reading);
    void tell(const QList<FleetReading::Unusable> &unusable);
    void onSnapshot(const InstanceSnapshot &snapshot);
    void updateRail();
    InstanceVerdict verdictFor(const QString &name, const Entry &entry) const;
    void note(const QString &action, const QString &name, const QJsonObject &arguments);

    FleetServices m_services;
    LatestRead m_read;
    LatestRead m_look;
    QList<Instance> m_stored;   ///< as last read; what cannot be shown is not tried again and again
    QList<Instance> m_unusable; ///< as they were told of
    RailModel m_rail;
    std::map<QString, Entry> m_entries;
    bool m_isLoaded = false;
};

/// The mark of an instance's state.
StateKind stateKindOf(InstanceState state);

} // namespace pilothouse
