// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/restorelosses.h"
#include "core/actions/backup/restoreplanner.h"
#include "core/actions/logs/logwatch.h"
#include "core/actions/service/servicewindow.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// What a restore says of itself.
struct RestorePlanText
{
    Q_DECLARE_TR_FUNCTIONS(RestorePlan)
};

constexpr qint64 RestoredBytesPerMillisecond = 60'000;

} // namespace

Result<Plan> RestorePlanner::plan(const QJsonObject &arguments)
{
    m_arguments = arguments;
    const QString backup = arguments.value(QStringLiteral("backup")).toString();
    const QString wanted = backup.isEmpty() ? arguments.value(QStringLiteral("file")).toString() : backup;
    if (wanted.isEmpty())
        return failure(ErrorKind::BadInput,
                       RestorePlanText::tr("Say which backup or which file to restore from."));
    Result<RestoreSource> source =
        openRestoreSource(wanted, m_session, m_tools.files, m_tools.clock, m_context);
    if (!source)
        return tl::unexpected(source.error());
    m_source = std::move(*source);
    const bool hasServer =
        std::any_of(m_source.manifest.databases.cbegin(), m_source.manifest.databases.cend(),
                    [](const ManifestDatabase &database) { return database.server.has_value(); });
    if (!intoDatabase().isEmpty() && !hasServer)
        return failure(Error{ErrorKind::BadInput,
                             intoDatabase(),
                             RestorePlanText::tr("Give the absolute path of a folder that is not there yet."),
                             {},
                             {}});
    if (Result<> chosen = chooseDatabases(); !chosen)
        return tl::unexpected(chosen.error());
    Result<QByteArray> fingerprint = fingerprintOf(m_session, m_context);
    if (!fingerprint)
        return tl::unexpected(fingerprint.error());
    m_plan.fingerprint = *fingerprint;
    describe();
    const QString into = arguments.value(QStringLiteral("into")).toString();
    if (!into.isEmpty())
        return intoDatabase().isEmpty() ? planBeside(into) : planBesideOnServer();
    addInPlace();
    return m_plan;
}

Result<> RestorePlanner::chooseDatabases()
{
    QStringList wanted =
        m_arguments.value(QStringLiteral("databases")).toString().split(u',', Qt::SkipEmptyParts);
    const bool isAll = wanted.isEmpty();
    for (const ManifestDatabase &database : m_source.manifest.databases) {
        const bool isHere = database.server || m_session.database(database.id);
        if (!isHere || !(isAll || wanted.removeAll(database.id) > 0))
            continue;
        if (Result<> chosen = database.server ? chooseServer(database) : chooseFile(database); !chosen)
            return chosen;
    }
    if (!wanted.isEmpty())
        return failure(Error{ErrorKind::BadInput,
                             wanted.first(),
                             RestorePlanText::tr("The backup holds no such database."),
                             {},
                             {}});
    if (m_targets.isEmpty() && m_servers.isEmpty())
        return failure(Error{ErrorKind::BadData,
                             m_source.file,
                             RestorePlanText::tr("The backup holds no database of this service."),
                             {},
                             {}});
    if (isAll)
        chooseTrees();
    else if (m_targets.size() + m_servers.size() < m_source.manifest.databases.size())
        m_plan.findings << Finding{
            QStringLiteral("subset"),
            FindingKind::Warning,
            RestorePlanText::tr(
                "Only a part of the backup is restored; the databases may no longer fit together."),
            {}};
    return {};
}

Result<> RestorePlanner::chooseFile(const ManifestDatabase &database)
{
    if (!intoDatabase().isEmpty())
        return {};
    m_targets << Target{*m_session.database(database.id),
                        &database,
                        {},
                        false,
                        m_source.manifest.member(database.member)->bytes};
    m_bytes += m_targets.last().bytes;
    const ProfileDatabase *profile = m_session.profile().database(database.id);
    const bool hasLayout =
        profile->layouts.isEmpty()
        || std::any_of(profile->layouts.cbegin(), profile->layouts.cend(),
                       [&](const ProfileLayout &layout) { return layout.id == database.layout; });
    if (hasLayout)
        return {};
    return failure(Error{ErrorKind::BadData,
                         database.id,
                         RestorePlanText::tr("Its tables have a layout that this service does not have."),
                         {},
                         database.layout});
}

void RestorePlanner::chooseTrees()
{
    for (const ProfileFiles &files : m_session.profile().files) {
        if (!files.path.endsWith(u'/'))
            continue;
        for (const ManifestMember &member : m_source.manifest.members)
            if (member.role == u"file" && member.path.startsWith(files.path)) {
                m_wantedFiles << member.path;
                m_bytes += member.bytes;
            }
        const bool hasAny = std::any_of(m_wantedFiles.cbegin(), m_wantedFiles.cend(),
                                        [&](const QString &path) { return path.startsWith(files.path); });
        if (hasAny)
            m_trees << Tree{files.id, files.path.chopped(1)};
    }
}

void RestorePlanner::describe()
{
    QStringList names;
    for (const Target &target : std::as_const(m_targets))
        names << target.live.fileName;
    for (const ServerTarget &target : std::as_const(m_servers))
        names << target.live;
    const QString last = names.takeLast();
    const QString list =
        names.isEmpty() ? last : RestorePlanText::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
    m_plan.parameters = m_arguments;
    if (!m_source.isForeign())
        m_plan.parameters.insert(QStringLiteral("backup"), m_source.manifest.id);
    m_plan.title = RestorePlanText::tr("Restore %1 on %2").arg(list, m_session.instance().name);
    m_plan.button = RestorePlanText::tr("Restore %1").arg(list);
    const QDateTime now = shownTime(m_tools.clock.now());
    m_plan.notes
        << RestorePlanText::tr("From the backup of %1.").arg(formatMoment(m_source.manifest.created, now));
    if (m_source.isVerified) {
        m_plan.findings << Finding{
            QStringLiteral("backup-sound"),
            FindingKind::Info,
            RestorePlanText::tr("Manifest and digests match, and the backup was verified."),
            {}};
        return;
    }
    m_plan.findings << Finding{
        QStringLiteral("backup-unverified"), FindingKind::NeedsConsent,
        m_source.isForeign()
            ? RestorePlanText::tr("No manifest proves this file; nothing tells whether it is as it "
                                  "was when it was made.")
            : RestorePlanText::tr("This backup was never verified."),
        m_source.isForeign()
            ? (m_servers.isEmpty() ? RestorePlanText::tr("Its databases were opened and checked.")
                                   : RestorePlanText::tr("It was read to its end."))
            : RestorePlanText::tr("Verify it first.")};
}

Result<Plan> RestorePlanner::planBeside(const QString &into)
{
    const QString folder = QDir::cleanPath(into);
    if (!folder.startsWith(u'/') || m_tools.files.exists(folder))
        return failure(Error{ErrorKind::BadInput,
                             into,
                             RestorePlanText::tr("Give the absolute path of a folder that is not there yet."),
                             {},
                             {}});
    QStringList wanted = m_wantedFiles;
    for (const Target &target : std::as_const(m_targets))
        wanted << target.database->member;
    m_plan.title = RestorePlanText::tr("Restore the backup beside the data, into %1").arg(folder);
    m_plan.button = RestorePlanText::tr("Restore into %1").arg(QFileInfo(folder).fileName());
    m_plan.notes << RestorePlanText::tr("The live data and the service are not touched.");
    addSpace(QFileInfo(folder).path(), m_bytes + (1 << 20));
    m_plan.steps << extractCall(QStringLiteral("extract"), folder, QFileInfo(folder).path(), wanted)
                 << checkCall(QStringLiteral("check"), folder, m_targets);
    return m_plan;
}

void RestorePlanner::addInPlace()
{
    m_plan.severity = Severity::Destructive;
    for (Target &target : m_targets)
        target.isSwapped = isSwapNeeded(target);
    if (!m_targets.isEmpty() || !m_trees.isEmpty()) {
        addSpaces();
        addStaging();
    }
    const ServerRestore server(m_tools, m_session, m_source, m_context);
    for (const ServerTarget &target : std::as_const(m_servers))
        m_plan.steps << server.staging(target, manifestReference());
    QStringList paths;
    for (const Target &target : std::as_const(m_targets))
        paths << target.live.path;
    const ServiceWindow window = openServiceWindow(m_session, paths, m_context);
    m_plan.findings << window.findings;
    m_plan.steps << window.before;
    addSafety(paths);
    for (const Target &target : std::as_const(m_targets))
        addSwap(target);
    addTrees();
    for (const ServerTarget &target : std::as_const(m_servers))
        m_plan.steps << server.swap(target);
    const StepCall contents = m_targets.isEmpty() && !m_servers.isEmpty()
                                  ? server.proof(m_servers.first(), m_servers.first().live,
                                                 manifestReference(), QStringLiteral("contents"))
                                  : contentsCall();
    m_plan.steps << contents;
    if (!m_stages.isEmpty())
        m_plan.steps << StepCall{QStringLiteral("clear"),
                                 QStringLiteral("restore.clear-stage"),
                                 {{QStringLiteral("folders"), QJsonArray::fromStringList(m_stages)}}};
    const LogWatch watch = window.isUp ? logWatchOf(m_session) : LogWatch();
    m_plan.findings << watch.findings;
    m_plan.steps << withMark(window.start, watch) << window.healthy;
    if (!m_source.isForeign())
        m_plan.steps << StepCall{QStringLiteral("proven"),
                                 QStringLiteral("backup.stamp-proven"),
                                 {{QStringLiteral("folder"), m_source.set}}};
    const std::optional<StepCall> health = window.isUp ? healthProof(m_session) : std::nullopt;
    m_plan.proofs << watch.proof
                  << health.value_or(StepCall{QStringLiteral("proof"), contents.step, contents.arguments});
    m_plan.estimate.bytes = m_bytes;
    m_plan.estimate.milliseconds =
        3000 + 1000 * qint64(watch.seconds) + 4 * m_bytes / RestoredBytesPerMillisecond;
    m_plan.estimate.downtime = window.isUp ? 3000 + 2 * m_bytes / RestoredBytesPerMillisecond : 0;
    addLosses(window.isUp);
}

void RestorePlanner::addLosses(bool isUp)
{
    const QString since = formatMoment(m_source.manifest.created, shownTime(m_tools.clock.now()));
    for (const Target &target : std::as_const(m_targets))
        m_plan.losses << lossesOf(target.live, *target.database, since, m_context);
    if (isUp)
        m_plan.losses << RestorePlanText::tr("Open connections to %1 end.").arg(m_session.profile().title);
    m_plan.notes << RestorePlanText::tr("What is there now is kept for %n day(s) and can be put back.",
                                        nullptr, m_session.instance().safetyDays);
}

void RestorePlanner::addSpace(const QString &path, qint64 needed)
{
    const qint64 free = m_tools.files.freeBytes(path).value_or(0);
    m_plan.estimate.space << SpaceNeed{path, needed, free};
    if (free >= needed)
        m_plan.findings << Finding{QStringLiteral("space-") + QString::number(m_plan.estimate.space.size()),
                                   FindingKind::Info,
                                   RestorePlanText::tr("%1 are needed at %2, and %3 are free.")
                                       .arg(formatBytes(needed), path, formatBytes(free)),
                                   {}};
    else
        m_plan.findings << Finding{QStringLiteral("space"), FindingKind::Blocker,
                                   RestorePlanText::tr("%1 has %2 free, and %3 are needed.")
                                       .arg(path, formatBytes(free), formatBytes(needed)),
                                   RestorePlanText::tr("Make room, then plan this again.")};
}

void RestorePlanner::addSpaces()
{
    const QString dataDir = m_session.instance().dataDir;
    const bool isOneSystem = m_places.deviceOf(dataDir) == m_places.deviceOf(m_session.safetyFolder());
    const auto needs = [&](bool isForced) {
        QPair<qint64, qint64> need{m_bytes + m_bytes / 10 + (1 << 20), 1 << 20};
        for (const Target &target : std::as_const(m_targets))
            if (!target.isSwapped && !isForced) {
                need.first += target.bytes;
                need.second += 2 * m_tools.files.facts(target.live.path).value_or(FileFacts()).bytes;
            }
        return isOneSystem ? qMakePair(need.first + need.second, qint64{0}) : need;
    };
    const auto isShort = [&](const QPair<qint64, qint64> &need) {
        return m_tools.files.freeBytes(dataDir).value_or(0) < need.first
               || m_tools.files.freeBytes(m_session.safetyFolder()).value_or(0) < need.second;
    };
    if (isShort(needs(false)) && !isShort(needs(true))) {
        for (Target &target : m_targets)
            target.isSwapped = true;
        m_plan.findings << Finding{
            QStringLiteral("set-aside"),
            FindingKind::Info,
            RestorePlanText::tr("Space is short, so the live files are set aside instead of copied."),
            {}};
    }
    const QPair<qint64, qint64> need = needs(false);
    addSpace(dataDir, need.first);
    if (need.second > 0)
        addSpace(m_session.safetyFolder(), need.second);
}

Result<Plan> planRestore(const BackupTools &tools, const InstanceSession &session,
                         const QJsonObject &arguments, const OperationContext &context)
{
    return RestorePlanner(tools, session, context).plan(arguments);
}

} // namespace pilothouse
