// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backupplans.h"
#include "core/actions/logwatch.h"
#include "core/actions/restorelosses.h"
#include "core/actions/restoreplaces.h"
#include "core/actions/servicewindow.h"
#include "core/backup/restoresource.h"
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
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RestorePlan)
};

constexpr qint64 BytesPerMillisecond = 60'000;

/// Collects what a plan for a restore needs. Everything that the backup can be refused for is found here or
/// in the staging steps: before the service is touched.
class RestorePlanner
{
public:
    RestorePlanner(const BackupTools &tools, const InstanceSession &session, const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
        , m_plan(newPlan(session, QStringLiteral("backup.restore")))
        , m_places(tools.files, session, m_plan.operation)
    {
    }

    Result<Plan> plan(const QJsonObject &arguments)
    {
        m_arguments = arguments;
        const QString backup = arguments.value(QStringLiteral("backup")).toString();
        const QString wanted = backup.isEmpty() ? arguments.value(QStringLiteral("file")).toString() : backup;
        if (wanted.isEmpty())
            return failure(ErrorKind::BadInput, Text::tr("Say which backup or which file to restore from."));
        Result<RestoreSource> source =
            openRestoreSource(wanted, m_session, m_tools.files, m_tools.clock, m_context);
        if (!source)
            return tl::unexpected(source.error());
        m_source = std::move(*source);
        if (Result<> chosen = chooseDatabases(); !chosen)
            return tl::unexpected(chosen.error());
        Result<QByteArray> fingerprint = fingerprintOf(m_session, m_context);
        if (!fingerprint)
            return tl::unexpected(fingerprint.error());
        m_plan.fingerprint = *fingerprint;
        describe();
        const QString into = arguments.value(QStringLiteral("into")).toString();
        if (!into.isEmpty())
            return planBeside(into);
        addInPlace();
        return m_plan;
    }

private:
    struct Target
    {
        DatabaseReference live;
        const ManifestDatabase *database = nullptr;
        QString staged;
        bool isSwapped = false;
        qint64 bytes = 0;
    };
    struct Tree
    {
        QString id;
        QString relative; ///< without the slash at its end
    };

    Result<> chooseDatabases()
    {
        QStringList wanted =
            m_arguments.value(QStringLiteral("databases")).toString().split(u',', Qt::SkipEmptyParts);
        const bool isAll = wanted.isEmpty();
        for (const ManifestDatabase &database : m_source.manifest.databases) {
            const std::optional<DatabaseReference> live = m_session.database(database.id);
            if (!live || !(isAll || wanted.removeAll(database.id) > 0))
                continue;
            m_targets << Target{
                *live, &database, {}, false, m_source.manifest.member(database.member)->bytes};
            m_bytes += m_targets.last().bytes;
            const ProfileDatabase *profile = m_session.profile().database(database.id);
            const bool hasLayout =
                profile->layouts.isEmpty()
                || std::any_of(profile->layouts.cbegin(), profile->layouts.cend(),
                               [&](const ProfileLayout &layout) { return layout.id == database.layout; });
            if (!hasLayout)
                return failure(Error{ErrorKind::BadData,
                                     database.id,
                                     Text::tr("Its tables have a layout that this service does not have."),
                                     {},
                                     database.layout});
        }
        if (!wanted.isEmpty())
            return failure(Error{
                ErrorKind::BadInput, wanted.first(), Text::tr("The backup holds no such database."), {}, {}});
        if (m_targets.isEmpty())
            return failure(Error{ErrorKind::BadData,
                                 m_source.file,
                                 Text::tr("The backup holds no database of this service."),
                                 {},
                                 {}});
        if (isAll)
            chooseTrees();
        else if (m_targets.size() < m_source.manifest.databases.size())
            m_plan.findings << Finding{
                QStringLiteral("subset"),
                FindingKind::Warning,
                Text::tr("Only a part of the backup is restored; the databases may no longer fit together."),
                {}};
        return {};
    }

    void chooseTrees()
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

    void describe()
    {
        QStringList names;
        for (const Target &target : std::as_const(m_targets))
            names << target.live.fileName;
        const QString last = names.takeLast();
        const QString list =
            names.isEmpty() ? last : Text::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
        m_plan.parameters = m_arguments;
        if (!m_source.isForeign())
            m_plan.parameters.insert(QStringLiteral("backup"), m_source.manifest.id);
        m_plan.title = Text::tr("Restore %1 on %2").arg(list, m_session.instance().name);
        m_plan.button = Text::tr("Restore %1").arg(list);
        const QDateTime now = m_tools.clock.now().toLocalTime();
        m_plan.notes << Text::tr("From the backup of %1.").arg(formatMoment(m_source.manifest.created, now));
        if (m_source.isVerified) {
            m_plan.findings << Finding{QStringLiteral("backup-sound"),
                                       FindingKind::Info,
                                       Text::tr("Manifest and digests match, and the backup was verified."),
                                       {}};
            return;
        }
        m_plan.findings << Finding{
            QStringLiteral("backup-unverified"), FindingKind::NeedsConsent,
            m_source.isForeign() ? Text::tr(
                "Pilothouse did not make this file; nothing tells whether it is as it was when it was made.")
                                 : Text::tr("This backup was never verified."),
            m_source.isForeign() ? Text::tr("Its databases were opened and checked.")
                                 : Text::tr("Verify it first.")};
    }

    QJsonObject manifestReference() const
    {
        if (m_source.isForeign())
            return {{QStringLiteral("inline"), QString::fromUtf8(toCanonicalJson(m_source.manifest))}};
        const BackupStore store(m_tools.files, m_tools.clock);
        return {{QStringLiteral("set"), m_source.set},
                {QStringLiteral("digest"), store.manifestDigest(m_source.set).value_or(QString())}};
    }

    StepCall extractCall(const QString &id, const QString &stage, const QString &root,
                         const QStringList &wanted) const
    {
        QJsonObject names;
        for (auto name = m_source.names.cbegin(); name != m_source.names.cend(); ++name)
            names.insert(name.key(), name.value());
        return {id,
                QStringLiteral("archive.extract"),
                {{QStringLiteral("manifest"), manifestReference()},
                 {QStringLiteral("archive"), m_source.file},
                 {QStringLiteral("stage"), stage},
                 {QStringLiteral("root"), root},
                 {QStringLiteral("wanted"), QJsonArray::fromStringList(wanted)},
                 {QStringLiteral("names"), names},
                 {QStringLiteral("bare"), m_source.isBare}}};
    }

    StepCall checkCall(const QString &id, const QString &stage, const QList<Target> &targets) const
    {
        QJsonArray databases;
        for (const Target &target : targets)
            databases.append(QJsonObject{
                {QStringLiteral("id"), target.live.id},
                {QStringLiteral("wal"), target.isSwapped && target.database->journalMode == u"wal"},
                {QStringLiteral("staged"),
                 QString(stage + QStringLiteral("/members/") + target.database->member)}});
        return {id,
                QStringLiteral("restore.check-staged"),
                {{QStringLiteral("manifest"), manifestReference()},
                 {QStringLiteral("stage"), stage},
                 {QStringLiteral("databases"), databases}}};
    }

    Result<Plan> planBeside(const QString &into)
    {
        const QString folder = QDir::cleanPath(into);
        if (!folder.startsWith(u'/') || m_tools.files.exists(folder))
            return failure(Error{ErrorKind::BadInput,
                                 into,
                                 Text::tr("Give the absolute path of a folder that is not there yet."),
                                 {},
                                 {}});
        QStringList wanted = m_wantedFiles;
        for (const Target &target : std::as_const(m_targets))
            wanted << target.database->member;
        m_plan.title = Text::tr("Restore the backup beside the data, into %1").arg(folder);
        m_plan.button = Text::tr("Restore into %1").arg(QFileInfo(folder).fileName());
        m_plan.notes << Text::tr("The live data and the service are not touched.");
        addSpace(QFileInfo(folder).path(), m_bytes + (1 << 20));
        m_plan.steps << extractCall(QStringLiteral("extract"), folder, QFileInfo(folder).path(), wanted)
                     << checkCall(QStringLiteral("check"), folder, m_targets);
        return m_plan;
    }

    void addInPlace()
    {
        m_plan.severity = Severity::Destructive;
        for (Target &target : m_targets)
            target.isSwapped = isSwapNeeded(target);
        addSpaces();
        addStaging();
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
        const StepCall contents = contentsCall();
        m_plan.steps << contents;
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
                      << health.value_or(
                             StepCall{QStringLiteral("proof"), contents.step, contents.arguments});
        m_plan.estimate.bytes = m_bytes;
        m_plan.estimate.milliseconds =
            3000 + 1000 * qint64(watch.seconds) + 4 * m_bytes / BytesPerMillisecond;
        m_plan.estimate.downtime = window.isUp ? 3000 + 2 * m_bytes / BytesPerMillisecond : 0;
        addLosses(window.isUp);
    }

    void addLosses(bool isUp)
    {
        const QString since = formatMoment(m_source.manifest.created, m_tools.clock.now().toLocalTime());
        for (const Target &target : std::as_const(m_targets))
            m_plan.losses << lossesOf(target.live, *target.database, since, m_context);
        if (isUp)
            m_plan.losses << Text::tr("Open connections to %1 end.").arg(m_session.profile().title);
        m_plan.notes << Text::tr("What is there now is kept for %n day(s) and can be put back.", nullptr,
                                 m_session.instance().safetyDays);
    }

    /// One staging folder a file system: beside the data, so that renames work.
    void addStaging()
    {
        QMap<QString, QList<Target *>> stages;
        const QString dataDir = QDir::cleanPath(m_session.instance().dataDir);
        const quint64 device = m_places.deviceOf(dataDir);
        const QString name = scratchName(m_plan.operation, QStringLiteral("stage"));
        for (Target &target : m_targets) {
            const QString folder = QFileInfo(target.live.path).path();
            const QString stage = (m_places.deviceOf(folder) == device ? dataDir : folder) + u'/' + name;
            target.staged = stage + QStringLiteral("/members/") + target.database->member;
            stages[stage] << &target;
        }
        if (!m_trees.isEmpty())
            stages[dataDir + u'/' + name];
        int number = 0;
        for (auto stage = stages.cbegin(); stage != stages.cend(); ++stage) {
            const QString ending = ++number == 1 ? QString() : QStringLiteral("-%1").arg(number);
            const QString root = QFileInfo(stage.key()).path();
            QStringList wanted = root == dataDir ? m_wantedFiles : QStringList();
            QList<Target> targets;
            for (const Target *target : stage.value()) {
                wanted << target->database->member;
                targets << *target;
            }
            m_stages << stage.key();
            m_plan.steps << extractCall(QStringLiteral("extract") + ending, stage.key(), root, wanted);
            if (!targets.isEmpty())
                m_plan.steps << checkCall(QStringLiteral("check") + ending, stage.key(), targets);
        }
    }

    /// SQLite can only write into a live file that it can read, and in WAL mode only pages of the same size.
    bool isSwapNeeded(const Target &target)
    {
        if (m_arguments.value(QStringLiteral("aside")).toBool() || !m_tools.files.exists(target.live.path))
            return true;
        const SqliteEngine engine;
        const Result<DatabaseInfo> info = engine.info(target.live.path, m_context);
        const bool isUnread = !info || info->error.has_value() || info->bytes == 0;
        const Result<DatabaseCheck> check = isUnread ? Result<DatabaseCheck>(DatabaseCheck())
                                                     : engine.quickCheck(target.live.path, m_context);
        const bool isDamaged = isUnread || !check || check->verdict != CheckVerdict::Passed;
        if (isDamaged)
            m_plan.findings << Finding{
                QStringLiteral("damaged-") + target.live.id,
                FindingKind::Warning,
                Text::tr("%1 cannot be read as it is now; it is set aside, not written into.")
                    .arg(target.live.fileName),
                {}};
        return isDamaged || (info->journalMode == u"wal" && info->pageSize != target.database->pageSize);
    }

    void addSpace(const QString &path, qint64 needed)
    {
        const qint64 free = m_tools.files.freeBytes(path).value_or(0);
        m_plan.estimate.space << SpaceNeed{path, needed, free};
        if (free >= needed)
            m_plan.findings << Finding{QStringLiteral("space-")
                                           + QString::number(m_plan.estimate.space.size()),
                                       FindingKind::Info,
                                       Text::tr("%1 are needed at %2, and %3 are free.")
                                           .arg(formatBytes(needed), path, formatBytes(free)),
                                       {}};
        else
            m_plan.findings << Finding{QStringLiteral("space"), FindingKind::Blocker,
                                       Text::tr("%1 has %2 free, and %3 are needed.")
                                           .arg(path, formatBytes(free), formatBytes(needed)),
                                       Text::tr("Make room, then plan this again.")};
    }

    /// In place: staged, SQLite's own journal, and two forms of the safety copy. Set aside: only what is
    /// staged.
    void addSpaces()
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
                Text::tr("Space is short, so the live files are set aside instead of copied."),
                {}};
        }
        const QPair<qint64, qint64> need = needs(false);
        addSpace(dataDir, need.first);
        if (need.second > 0)
            addSpace(m_session.safetyFolder(), need.second);
    }

    void addSafety(const QStringList &paths)
    {
        QJsonArray asides;
        const auto add = [&](const QString &place) {
            if (!m_places.isInSafety(place))
                asides.append(place);
        };
        for (const Target &target : std::as_const(m_targets))
            if (target.isSwapped)
                add(m_places.aside(target.live.path, target.live.id));
        for (const Tree &tree : std::as_const(m_trees))
            add(m_places.aside(m_session.instance().dataDir + u'/' + tree.relative, tree.id));
        m_plan.steps << StepCall{QStringLiteral("safety"),
                                 QStringLiteral("restore.open-safety"),
                                 {{QStringLiteral("folder"), m_places.safety()},
                                  {QStringLiteral("title"), m_plan.title},
                                  {QStringLiteral("asides"), asides},
                                  {QStringLiteral("databases"), QJsonArray::fromStringList(paths)}}};
    }

    void addSwap(const Target &target)
    {
        const QString id = target.live.id;
        if (target.isSwapped) {
            QJsonObject arguments{{QStringLiteral("staged"), target.staged},
                                  {QStringLiteral("live"), target.live.path},
                                  {QStringLiteral("quarantine"), m_places.aside(target.live.path, id)}};
            if (!m_tools.files.exists(target.live.path))
                addAccess(*target.database, arguments);
            m_plan.steps << StepCall{QStringLiteral("swap-") + id, QStringLiteral("sqlite.swap-files"),
                                     arguments};
            return;
        }
        m_plan.steps << StepCall{QStringLiteral("save-") + id,
                                 QStringLiteral("sqlite.save-family"),
                                 {{QStringLiteral("live"), target.live.path},
                                  {QStringLiteral("folder"), QString(m_places.safety() + u'/' + id)}}};
        m_plan.steps << StepCall{
            QStringLiteral("swap-") + id,
            QStringLiteral("sqlite.restore-into"),
            {{QStringLiteral("staged"), target.staged},
             {QStringLiteral("live"), target.live.path},
             {QStringLiteral("content"), contentOf(*target.database)},
             {QStringLiteral("safety"), QStringLiteral("{output:save-%1.safe}").arg(id)}}};
    }

    /// What the staged file holds, as restore.check-staged has proved before.
    static QJsonObject contentOf(const ManifestDatabase &database)
    {
        QJsonObject tables;
        for (auto table = database.contentSha256.cbegin(); table != database.contentSha256.cend(); ++table)
            tables.insert(table.key(), table.value());
        return {{QStringLiteral("schemaSha256"), database.schemaSha256},
                {QStringLiteral("tableSha256"), tables}};
    }

    /// For a file that is missing: the owner of its folder, and the mode that it had in the backup.
    void addAccess(const ManifestDatabase &database, QJsonObject &arguments) const
    {
        const ManifestMember *member = m_source.manifest.member(database.member);
        const Result<FileFacts> folder =
            m_tools.files.facts(QFileInfo(arguments.value(QStringLiteral("live")).toString()).path());
        if (folder) {
            arguments.insert(QStringLiteral("ownerId"), static_cast<qint64>(folder->ownerId));
            arguments.insert(QStringLiteral("groupId"), static_cast<qint64>(folder->groupId));
        }
        arguments.insert(QStringLiteral("mode"),
                         static_cast<qint64>(m_source.isForeign() ? 0600 : member->mode));
    }

    void addTrees()
    {
        const QString dataDir = QDir::cleanPath(m_session.instance().dataDir);
        for (const Tree &tree : std::as_const(m_trees)) {
            const QString live = dataDir + u'/' + tree.relative;
            const QString stage = dataDir + u'/' + scratchName(m_plan.operation, QStringLiteral("stage"));
            m_plan.steps << StepCall{
                QStringLiteral("folder-") + tree.id,
                QStringLiteral("restore.swap-folder"),
                {{QStringLiteral("live"), live},
                 {QStringLiteral("staged"), QString(stage + QStringLiteral("/members/") + tree.relative)},
                 {QStringLiteral("aside"), m_places.aside(live, tree.id)}}};
        }
    }

    StepCall contentsCall() const
    {
        QJsonArray databases;
        for (const Target &target : m_targets)
            databases.append(QJsonObject{{QStringLiteral("id"), target.live.id},
                                         {QStringLiteral("path"), target.live.path}});
        return {
            QStringLiteral("contents"),
            QStringLiteral("expect.contents"),
            {{QStringLiteral("manifest"), manifestReference()}, {QStringLiteral("databases"), databases}}};
    }

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    Plan m_plan;
    RestorePlaces m_places;
    QJsonObject m_arguments;
    RestoreSource m_source;
    QList<Target> m_targets;
    QList<Tree> m_trees;
    QStringList m_wantedFiles;
    QStringList m_stages;
    qint64 m_bytes = 0;
};

} // namespace

Result<Plan> planRestore(const BackupTools &tools, const InstanceSession &session,
                         const QJsonObject &arguments, const OperationContext &context)
{
    return RestorePlanner(tools, session, context).plan(arguments);
}

} // namespace pilothouse
