// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/postgresaccess.h"
#include "core/profile/profilestore.h"
#include "ui/controllers/discoverycontroller.h"
#include "ui/controllers/fleetcontroller.h"
#include "ui/controllers/instancefields.h"
#include "ui/controllers/probecontroller.h"

#include <QTimer>

namespace pilothouse {

/// What this controller works with; all of it outlives it.
struct AddInstanceServices
{
    FleetController &fleet;
    const ProfileStore &profiles;
    const SessionFactory &sessions;
    ProbeServices probe;
    const PostgresAccess *postgres = nullptr; ///< null: passwords of databases cannot be kept
};

/// Why a description is no instance yet. `isMissing`: the field is empty, which needs no red.
struct FieldProblem
{
    InstanceField field = InstanceField::None;
    QString sentence;
    bool isMissing = false;

    bool operator==(const FieldProblem &) const = default;
};

/// The description of an instance, a new one or one that is stored already: checked at once, probed by itself
/// shortly after the last change, stored when the operator says so. UI thread.
class AddInstanceController final : public QObject
{
    Q_OBJECT
public:
    /// `stored`: the instance that is described anew; its name stays.
    explicit AddInstanceController(AddInstanceServices services, std::optional<Instance> stored = {},
                                   QObject *parent = nullptr);
    ~AddInstanceController() override;

    const std::optional<Instance> &stored() const { return m_stored; }
    /// The groups of the instances there are.
    QStringList groups() const;

    /// The profiles that can be used, by title.
    QList<ProfileEntry> profiles() const;
    const Instance &draft() const { return m_draft; }
    /// The draft with what was read off its container where the operator named nothing: this is stored.
    Instance completed() const;
    /// Checks it and, where it is complete enough, probes it 600 ms after the last change.
    void setDraft(const Instance &draft);
    /// The database on a server that the profile knows first; empty: none.
    QString serverDatabase(const QString &profile) const;
    /// The address as it was typed, and a password that is tried now and kept when the instance is stored.
    void setDatabaseAddress(const QString &address, const Secret &password);
    QList<FieldProblem> problems() const { return m_problems; }
    /// What is wrong in a field, or what was read and is in the way because of it; empty: nothing.
    QString wrongIn(InstanceField field) const;
    ProbeController &probe() { return m_probe; }
    void probeNow();
    /// It probes, or is about to.
    bool isReading() const { return m_delay.isActive() || m_probe.findings().isReading; }
    /// Why it cannot be added now, for the foot; empty: it can.
    QString refusal() const;
    /// The refusal is about something that is wrong, not about something that is missing or still being read.
    bool isRefusalWrong() const;

    /// What there is on this machine.
    DiscoveryController &discovery() { return m_discovery; }
    const DiscoveryController &discovery() const { return m_discovery; }
    /// The containers among it that an instance can be made of.
    QList<Candidate> containers() const;

    /// Stores it; added() or addFailed() follows.
    void add();
    bool isAdding() const { return m_isAdding; }

signals:
    void changed();
    void added(const QString &name);
    void addFailed(const pilothouse::Error &error);

private:
    void check();
    void checkName();
    void checkRest();
    void checkFolders();
    bool canProbe() const;
    /// What is probed: the name need not be chosen yet.
    Instance probed() const;
    bool isInTheWay(const ProbeFinding &finding) const;
    /// The same for checkInstance(): a container's data folder is read off the container.
    Instance shape() const;
    bool needsDataFolder() const;
    void checkAddress();
    void store();
    void onStored(const Result<Instance> &stored);

    AddInstanceServices m_services;
    ProbeController m_probe;
    DiscoveryController m_discovery;
    std::optional<Instance> m_stored;
    QTimer m_delay;
    Instance m_draft;
    Instance m_lastProbed;
    QList<FieldProblem> m_problems;
    QString m_storedName; ///< stored, but not in the list yet
    bool m_isAdding = false;
    QString m_addressProblem; ///< why what was typed is no address
    Secret m_password;
};

} // namespace pilothouse
