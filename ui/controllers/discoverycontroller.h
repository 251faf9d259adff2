// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/discovery/discovery.h"
#include "core/profile/profilestore.h"
#include "ui/controllers/fleetcontroller.h"

#include <map>

namespace pilothouse {

/// Looks for services, each source on a worker of its own; the list grows as they answer. UI thread.
class DiscoveryController final : public QObject
{
    Q_OBJECT
public:
    DiscoveryController(OperationRunner &runner, const FleetController &fleet, const ProfileStore &profiles,
                        QObject *parent = nullptr);

    /// Looks again, also through `folders`.
    void start(const QStringList &folders = {});
    bool isReading() const;
    bool isReading(DiscoverySource source) const;
    /// Null: it has not answered yet.
    const SourceReport *report(DiscoverySource source) const;
    const QList<Candidate> &candidates() const { return m_candidates; }
    const QStringList &folders() const { return m_folders; }
    QString titleOf(const QString &profile) const;

signals:
    void changed();

private:
    void read(DiscoverySource source, const DiscoveryRequest &request);

    OperationRunner &m_runner;
    const FleetController &m_fleet;
    const ProfileStore &m_profiles;
    std::map<DiscoverySource, std::unique_ptr<LatestRead>> m_reads;
    std::map<DiscoverySource, SourceReport> m_reports;
    QList<Candidate> m_candidates;
    QStringList m_folders;
};

} // namespace pilothouse
