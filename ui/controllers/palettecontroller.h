// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/fleetcontroller.h"
#include "ui/models/paletteentry.h"

namespace pilothouse {

class ShortcutList;

/// A page as the palette offers it.
struct PalettePage
{
    QString id;
    QString title;
};

/// What this controller works with; all of it outlives it.
struct PaletteServices
{
    OperationRunner &runner;
    FleetController &fleet;
    const Catalogue &catalogue;
    const ShortcutList &shortcuts;
    QList<PalettePage> pages;
};

/// What the palette finds: actions, instances, pages, users, backups, the manual and the runbook's headings.
/// Users and backups are read, and users looked through, on a worker. UI thread.
class PaletteController final : public QObject
{
    Q_OBJECT
public:
    explicit PaletteController(PaletteServices services, QObject *parent = nullptr);

    /// Begins anew with an instance in front; an empty name: none.
    void begin(const QString &instance);
    void setTyped(const QString &typed);
    const QList<PaletteGroup> &groups() const { return m_groups; }
    QString instance() const { return m_instance; }
    /// True while users or backups are being read or looked through.
    bool isReading() const { return m_usersRead.isRunning() || m_backupsRead.isRunning(); }
    /// The backups that were read, as choices for a form.
    QList<PaletteEntry> backups() const { return m_backups; }

    void noteUsed(const PaletteEntry &entry);
    QStringList recent() const { return m_recent; }
    void setRecent(const QStringList &recent) { m_recent = recent; }

signals:
    void changed();

private:
    using Users = std::shared_ptr<const QList<PaletteEntry>>;

    void readBackups(const SessionPointer &session);
    void findUsers();
    void arrange();
    QList<PaletteEntry> actionsOf(const QString &instance, bool isOther) const;
    QList<PaletteEntry> placesToGo() const;
    QList<PaletteEntry> runbookPlaces() const;
    QList<PaletteEntry> manualPlaces() const;
    QList<PaletteEntry> windowEntries() const;

    PaletteServices m_services;
    LatestRead m_usersRead;
    LatestRead m_backupsRead;
    QString m_instance;
    QString m_typed;
    QStringList m_recent; ///< ids, newest first
    Users m_users;
    QList<PaletteHit> m_userHits;
    QList<PaletteEntry> m_backups;
    QList<PaletteEntry> m_manual;
    QList<PaletteGroup> m_groups;
};

} // namespace pilothouse
