// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/actions/backup/restoreplaces.h"
#include "core/actions/logs/logwatch.h"
#include "core/actions/service/servicewindow.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/steps/postgresword.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// What a put-back says of itself.
struct RestoreUndoPlanText
{
    Q_DECLARE_TR_FUNCTIONS(RestoreUndoPlan)
};

/// Turns what an operation has kept into a plan that puts it back bit for bit, keeping in turn what is there
/// now.
class RestoreUndoPlanner
{
public:
    RestoreUndoPlanner(const BackupTools &tools, const InstanceSession &session,
                       const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
        , m_plan(newPlan(session, QStringLiteral("backup.restore")))
        , m_places(tools.files, session, m_plan.operation)
    {
    }

    Result<Plan> plan(const OperationRecord &record)
    {
        m_plan.severity = Severity::Destructive;
        nameIt(record.plan);
        m_plan.undoes = record.plan.operation;
        m_wasLeftStopped = hasStep(record.plan, u"service.stop") && !hasStarted(record);
        Result<QByteArray> fingerprint = fingerprintOf(m_session, m_context);
        if (!fingerprint)
            return tl::unexpected(fingerprint.error());
        m_plan.fingerprint = *fingerprint;
        for (const StepCall &call : record.plan.steps)
            if (Result<> taken = take(call, record); !taken)
                return tl::unexpected(taken.error());
        if (m_kept.isEmpty() && m_trees.isEmpty() && m_databases.isEmpty())
            return failure(
                ErrorKind::Refused,
                RestoreUndoPlanText::tr("This operation has replaced nothing that could be put back."));
        addSteps();
        return m_plan;
    }

private:
    struct Kept
    {
        QString id;
        QString live;
        QString folder; ///< holds the family by its names; empty main file: there was none
        QJsonObject digests;
        bool hasMain = false;
        bool isSound = true; ///< SQLite could read it
    };
    struct ServerKept
    {
        QString id;
        QString live;
        QString kept;
        QJsonValue target;
    };
    struct Tree
    {
        QString id;
        QString live;
        QString aside;
        bool existed = false;
    };

    static bool hasStep(const Plan &plan, QStringView word)
    {
        return std::any_of(plan.steps.cbegin(), plan.steps.cend(),
                           [word](const StepCall &call) { return call.step == word; });
    }

    /// Whether the service was seen well at its end. A start may have failed, and nothing was undone for it.
    static bool hasStarted(const OperationRecord &record)
    {
        const auto isDone = [&record](const StepCall &call) {
            const StepRecord *step = record.step(call.id);
            return step && step->state == StepState::Done;
        };
        const QList<StepCall> &steps = record.plan.steps;
        return hasStep(record.plan, u"service.start")
               && std::all_of(steps.cbegin(), steps.cend(), [&](const StepCall &call) {
                      return !call.step.startsWith(u"service.") || !call.mayFail() || isDone(call);
                  });
    }

    /// Every second turn does the first operation again, so the name stays as long as it was.
    void nameIt(const Plan &undone)
    {
        const QString kept = undone.parameters.value(QStringLiteral("original")).toString();
        const QString original = kept.isEmpty() ? undone.title : kept;
        const bool isAgain =
            !undone.undoes.isNull() && !undone.parameters.value(QStringLiteral("again")).toBool();
        m_plan.parameters = {{QStringLiteral("original"), original}, {QStringLiteral("again"), isAgain}};
        m_plan.title = isAgain ? RestoreUndoPlanText::tr("Do again: %1").arg(original)
                               : RestoreUndoPlanText::tr("Put back: %1").arg(original);
        m_plan.button =
            isAgain ? RestoreUndoPlanText::tr("Do it again") : RestoreUndoPlanText::tr("Put it back");
    }

    /// Whether SQLite can read what was set aside: a service is only started on such data.
    bool isReadable(const QString &file) const
    {
        const Result<DatabaseInfo> info = SqliteEngine().info(file, m_context);
        return info && info->exists && !info->error && info->bytes > 0;
    }

    static QString text(const StepCall &call, const char *key)
    {
        return call.arguments.value(QLatin1String(key)).toString();
    }

    Result<> take(const StepCall &call, const OperationRecord &record)
    {
        const QString id = call.id.section(u'-', 1);
        const StepRecord *state = record.step(call.id);
        if (call.step == u"sqlite.save-family")
            return keep(Kept{id, text(call, "live"), text(call, "folder"),
                             state->outputs.value(QStringLiteral("files")).toObject(), false,
                             !state->outputs.value(QStringLiteral("safe")).toString().isEmpty()});
        if (call.step == u"postgres.swap-databases")
            return keepDatabase({text(call, "database"), text(call, "live"), text(call, "outgoing"),
                                 call.arguments.value(QStringLiteral("target"))});
        if (call.step == u"sqlite.swap-files" || call.step == u"restore.set-aside")
            return keep(
                Kept{id,
                     text(call, "live"),
                     text(call, "quarantine"),
                     {},
                     false,
                     isReadable(text(call, "quarantine") + u'/' + QFileInfo(text(call, "live")).fileName())});
        if (call.step == u"restore.swap-folder") {
            const bool existed = state->before.value(QStringLiteral("existed")).toBool();
            if (existed && !m_tools.files.exists(text(call, "aside")))
                return gone(text(call, "aside"));
            m_trees << Tree{id, text(call, "live"), text(call, "aside"), existed};
        }
        return {};
    }

    Result<> keep(Kept kept)
    {
        if (!m_tools.files.exists(kept.folder))
            return gone(kept.folder);
        kept.hasMain = m_tools.files.exists(kept.folder + u'/' + QFileInfo(kept.live).fileName());
        m_kept << kept;
        return {};
    }

    /// The server is asked: what was kept may have been removed by hand.
    Result<> keepDatabase(const ServerKept &kept)
    {
        if (!m_tools.server)
            return gone(kept.kept);
        auto connection = openBesideDatabase(*m_tools.server, m_session, kept.id, {}, m_context);
        if (!connection)
            return tl::unexpected(connection.error());
        const auto traits = DatabaseTwin(*connection, m_context).traits(kept.kept);
        if (!traits)
            return tl::unexpected(traits.error());
        if (!*traits)
            return gone(kept.kept);
        m_databases << kept;
        return {};
    }

    Result<> gone(const QString &place) const
    {
        return failure(Error{ErrorKind::Refused,
                             place,
                             RestoreUndoPlanText::tr("What was there before is no longer kept."),
                             RestoreUndoPlanText::tr("Restore from a backup instead."),
                             {}});
    }

    QString stageFolder(const QString &live) const
    {
        return QFileInfo(live).path() + u'/' + scratchName(m_plan.operation, QStringLiteral("stage"));
    }

    void addSteps()
    {
        addStaging();
        QStringList paths;
        QJsonArray asides;
        for (const Kept &kept : std::as_const(m_kept)) {
            paths << kept.live;
            asides.append(m_places.aside(kept.live, kept.id));
        }
        const ServiceWindow window = openServiceWindow(m_session, paths, m_context);
        m_plan.findings << window.findings;
        m_plan.steps << window.before;
        QJsonArray server;
        for (const ServerKept &kept : std::as_const(m_databases))
            server.append(QJsonObject{
                {QStringLiteral("database"), kept.id},
                {QStringLiteral("name"), PostgresWord::oldDatabase(kept.live, m_plan.operation)}});
        m_plan.steps << StepCall{QStringLiteral("safety"),
                                 QStringLiteral("restore.open-safety"),
                                 {{QStringLiteral("folder"), m_places.safety()},
                                  {QStringLiteral("server"), server},
                                  {QStringLiteral("title"), m_plan.title},
                                  {QStringLiteral("asides"), asides},
                                  {QStringLiteral("databases"), QJsonArray::fromStringList(paths)}}};
        for (const Kept &kept : std::as_const(m_kept))
            addDatabase(kept);
        for (const Tree &tree : std::as_const(m_trees))
            m_plan.steps << StepCall{QStringLiteral("folder-") + tree.id,
                                     QStringLiteral("restore.swap-folder"),
                                     {{QStringLiteral("live"), tree.live},
                                      {QStringLiteral("staged"), tree.existed ? tree.aside : QString()},
                                      {QStringLiteral("aside"), m_places.aside(tree.live, tree.id)},
                                      {QStringLiteral("keepAccess"), true}}};
        for (const ServerKept &kept : std::as_const(m_databases))
            m_plan.steps << StepCall{
                QStringLiteral("swap-") + kept.id,
                QStringLiteral("postgres.swap-databases"),
                {{QStringLiteral("database"), kept.id},
                 {QStringLiteral("target"), kept.target},
                 {QStringLiteral("live"), kept.live},
                 {QStringLiteral("incoming"), kept.kept},
                 {QStringLiteral("outgoing"), PostgresWord::oldDatabase(kept.live, m_plan.operation)}}};
        if (!m_stages.isEmpty())
            m_plan.steps << StepCall{QStringLiteral("clear"),
                                     QStringLiteral("restore.clear-stage"),
                                     {{QStringLiteral("folders"), QJsonArray::fromStringList(m_stages)}}};
        addStart(window);
        m_plan.losses << RestoreUndoPlanText::tr("Everything that was written since the restore");
        m_plan.notes << RestoreUndoPlanText::tr(
            "What is there now is kept for %n day(s) and can be put back.", nullptr,
            m_session.instance().safetyDays);
    }

    void addStaging()
    {
        QMap<QString, QJsonArray> stages;
        for (const Kept &kept : std::as_const(m_kept)) {
            if (!kept.hasMain)
                continue;
            const QString stage = stageFolder(kept.live);
            QJsonObject database{
                {QStringLiteral("id"), kept.id},
                {QStringLiteral("saved"), QString(kept.folder + u'/' + QFileInfo(kept.live).fileName())},
                {QStringLiteral("staged"), stagedPath(kept)},
                {QStringLiteral("digests"), kept.digests}};
            if (const Result<FileFacts> facts = accessFor(kept)) {
                database.insert(QStringLiteral("ownerId"), static_cast<qint64>(facts->ownerId));
                database.insert(QStringLiteral("groupId"), static_cast<qint64>(facts->groupId));
                database.insert(QStringLiteral("mode"), static_cast<qint64>(facts->mode));
            }
            stages[stage].append(database);
        }
        int number = 0;
        for (auto stage = stages.cbegin(); stage != stages.cend(); ++stage) {
            m_stages << stage.key();
            m_plan.steps << StepCall{QStringLiteral("stage%1").arg(++number),
                                     QStringLiteral("restore.stage-family"),
                                     {{QStringLiteral("stage"), stage.key()},
                                      {QStringLiteral("root"), QFileInfo(stage.key()).path()},
                                      {QStringLiteral("databases"), stage.value()}}};
        }
    }

    /// Whose the file becomes: as it is now. One that is not there now is as it was when it was moved away,
    /// or where only a private copy was kept, its folder's owner's.
    Result<FileFacts> accessFor(const Kept &kept) const
    {
        const Result<FileFacts> live = m_tools.files.facts(kept.live);
        if (live)
            return live;
        if (kept.digests.isEmpty())
            return m_tools.files.facts(kept.folder + u'/' + QFileInfo(kept.live).fileName());
        return m_tools.files.facts(QFileInfo(kept.live).path()).map([](FileFacts folder) {
            folder.mode = 0600;
            return folder;
        });
    }

    QString stagedPath(const Kept &kept) const
    {
        return stageFolder(kept.live) + QStringLiteral("/members/") + QFileInfo(kept.live).fileName();
    }

    void addDatabase(const Kept &kept)
    {
        const QString quarantine = m_places.aside(kept.live, kept.id);
        if (!kept.hasMain) {
            m_plan.steps << StepCall{
                QStringLiteral("swap-") + kept.id,
                QStringLiteral("restore.set-aside"),
                {{QStringLiteral("live"), kept.live}, {QStringLiteral("quarantine"), quarantine}}};
            return;
        }
        m_plan.steps << StepCall{QStringLiteral("swap-") + kept.id,
                                 QStringLiteral("sqlite.swap-files"),
                                 {{QStringLiteral("staged"), stagedPath(kept)},
                                  {QStringLiteral("live"), kept.live},
                                  {QStringLiteral("quarantine"), quarantine}}};
        for (const QString &ending : {QStringLiteral("-wal"), QStringLiteral("-journal")})
            if (m_tools.files.exists(kept.folder + u'/' + QFileInfo(kept.live).fileName() + ending))
                m_plan.steps << StepCall{QStringLiteral("beside%1-%2").arg(ending, kept.id),
                                         QStringLiteral("file.set-aside"),
                                         {{QStringLiteral("path"), QString(stagedPath(kept) + ending)},
                                          {QStringLiteral("aside"), QString(kept.live + ending)}}};
    }

    /// A service runs again afterwards where it runs now, or where what is undone had left it stopped. A
    /// state that it could not run on stays stopped: it was put back to be looked at. What was there before
    /// is what was asked for, so a service that does not become well on it is told, and undoes nothing.
    void addStart(const ServiceWindow &window)
    {
        const bool isSound = std::all_of(m_kept.cbegin(), m_kept.cend(),
                                         [](const Kept &kept) { return kept.hasMain && kept.isSound; });
        const bool isStarted = isSound && (window.isUp || m_wasLeftStopped);
        const LogWatch watch = isStarted ? logWatchOf(m_session) : LogWatch();
        m_plan.findings << watch.findings;
        for (const StepCall &call : window.start)
            if (call.step == u"service.unfence")
                m_plan.steps << call;
        if (isStarted) {
            m_plan.steps << mayFail(withMark({serviceStartCall(m_session)}, watch))
                         << mayFail({serviceWaitHealthyCall(m_session)});
            m_plan.proofs << mayFail(watch.proof);
            return;
        }
        if (window.isUp)
            m_plan.proofs << mayFail({expectRunningCall(m_session)});
        addStaysStopped(window, isSound);
    }

    /// Said in the plan, and once more when it is done.
    void addStaysStopped(const ServiceWindow &window, bool isSound)
    {
        const bool isSeen = !window.start.isEmpty();
        if (window.isUp)
            m_plan.findings << Finding{
                QStringLiteral("note-stays-stopped"),
                FindingKind::Warning,
                RestoreUndoPlanText::tr("What comes back could not be read when it was replaced, or was not "
                                        "there, so the service "
                                        "stays stopped."),
                {}};
        else if (isSeen)
            m_plan.findings << Finding{
                QStringLiteral("note-stays-stopped"),
                FindingKind::Info,
                isSound ? RestoreUndoPlanText::tr("The service is stopped, and is not started.")
                        : RestoreUndoPlanText::tr("The service is stopped, and is not started: what comes "
                                                  "back could not be read when it was replaced, or was not "
                                                  "there."),
                {}};
    }

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    Plan m_plan;
    RestorePlaces m_places;
    QList<Kept> m_kept;
    QList<Tree> m_trees;
    QList<ServerKept> m_databases;
    QStringList m_stages;
    bool m_wasLeftStopped = false; ///< by what is undone here, so it runs again afterwards
};

} // namespace

Result<Plan> planRestoreUndo(const BackupTools &tools, const InstanceSession &session,
                             const OperationRecord &record, const OperationContext &context)
{
    return RestoreUndoPlanner(tools, session, context).plan(record);
}

} // namespace pilothouse
