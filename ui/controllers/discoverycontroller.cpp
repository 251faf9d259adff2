// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/discoverycontroller.h"

#include "core/instances/instancesession.h"

namespace pilothouse {

namespace {

QList<Instance> knownIn(const FleetController &fleet)
{
    QList<Instance> known;
    for (const QString &name : fleet.names())
        known << fleet.session(name)->instance();
    return known;
}

} // namespace

DiscoveryController::DiscoveryController(OperationRunner &runner, const FleetController &fleet,
                                         const ProfileStore &profiles, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_fleet(fleet)
    , m_profiles(profiles)
{
}

void DiscoveryController::start(const QStringList &folders)
{
    m_folders = folders;
    DiscoveryRequest request;
    request.known = knownIn(m_fleet);
    request.folders = folders;
    for (const ProfileEntry &entry : m_profiles.entries()) {
        if (entry.profile)
            request.profiles << *entry.profile;
    }
    for (const DiscoverySource source : DiscoverySources)
        read(source, request);
    emit changed();
}

void DiscoveryController::read(DiscoverySource source, const DiscoveryRequest &request)
{
    std::unique_ptr<LatestRead> &reader = m_reads[source];
    if (!reader)
        reader = std::make_unique<LatestRead>(m_runner, this);
    reader->start(
        tr("Looking for services"),
        [source, request](const OperationContext &context) -> Result<SourceReport> {
            return discover(source, request, context);
        },
        [this, source](Result<SourceReport> report) {
            if (report)
                m_reports[source] = std::move(*report);
            else
                m_reports[source] = SourceReport{source, {}, report.error(), 0};
            QList<SourceReport> reports;
            for (const auto &[place, known] : m_reports)
                reports << known;
            m_candidates = joined(reports, knownIn(m_fleet));
            emit changed();
        });
}

bool DiscoveryController::isReading() const
{
    return std::any_of(m_reads.begin(), m_reads.end(),
                       [](const auto &reader) { return reader.second->isRunning(); });
}

bool DiscoveryController::isReading(DiscoverySource source) const
{
    const auto reader = m_reads.find(source);
    return reader != m_reads.end() && reader->second->isRunning();
}

const SourceReport *DiscoveryController::report(DiscoverySource source) const
{
    const auto report = m_reports.find(source);
    return report == m_reports.end() ? nullptr : &report->second;
}

QString DiscoveryController::titleOf(const QString &profile) const
{
    for (const ProfileEntry &entry : m_profiles.entries()) {
        if (entry.id == profile && entry.profile)
            return entry.profile->title;
    }
    return {};
}

} // namespace pilothouse
