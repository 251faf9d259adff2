// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logwatch.h"
#include "core/actions/server/pointintime.h"
#include "core/actions/service/servicewindow.h"
#include "core/base/clock.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/steps/clusterword.h"

#include <QFileInfo>
#include <QJsonArray>

#include <unistd.h>

namespace pilothouse {

namespace {

struct PointInTimePlanText
{
    Q_DECLARE_TR_FUNCTIONS(PointInTimePlan)
};

constexpr qint64 RestoredBytesPerMs = 100'000; // a guess, only shown
constexpr qint64 ServerRestartMs = 5000;       // the same
constexpr qint64 BesidesBytes = 64 << 20;      // WAL and temporary files of a recovery
constexpr qsizetype LongestSocketFolder = 88;  // of the 107 bytes of a socket's path

Finding blocker(const char *id, const QString &text, const QString &advice = {})
{
    return {QLatin1String(id), FindingKind::Blocker, text, advice};
}

/// One restore to a point in time while it is planned.
class RestorePlanner
{
public:
    RestorePlanner(const PointInTimeTools &tools, const InstanceSession &session, PointInTime state,
                   const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_state(std::move(state))
        , m_context(context)
    {
    }

    Result<Plan> plan(const QJsonObject &arguments)
    {
        const auto target = momentFromText(arguments.value(QLatin1String("time")).toString());
        if (!target)
            return failure(target.error());
        m_target = *target;
        m_isInPlace = arguments.value(QLatin1String("inPlace")).toBool();
        m_isKept = arguments.value(QLatin1String("keep")).toBool() && !m_isInPlace;
        auto plan = newServerPlan(m_session, "pitr.restore", arguments, m_context);
        if (!plan)
            return plan;
        m_plan = std::move(*plan);
        name();
        m_plan.findings << m_state.missing;
        if (!m_state.cluster || !m_state.state || m_plan.hasBlocker())
            return m_plan;
        checkTime();
        if (m_plan.hasBlocker())
            return m_plan;
        const QString into = arguments.value(QLatin1String("into")).toString();
        const QString usual = ClusterWord::restoredFolder(m_state.cluster->dataFolder, m_plan.operation);
        m_folder = into.isEmpty() || m_isInPlace ? usual : into + u'/' + QFileInfo(usual).fileName();
        checkPlace();
        addCopy();
        if (m_isInPlace)
            addExchange();
        else
            addEnd();
        return m_plan;
    }

private:
    void name()
    {
        const QString when = momentInBothZones(m_target);
        m_plan.title =
            m_isInPlace ? PointInTimePlanText::tr("Take the server of %1 back to %2").arg(m_state.name, when)
                        : PointInTimePlanText::tr("Restore the server of %1 as of %2, beside the live one")
                              .arg(m_state.name, when);
        m_plan.button = m_isInPlace ? PointInTimePlanText::tr("Take the server back")
                                    : PointInTimePlanText::tr("Restore beside");
        m_plan.severity = m_isInPlace ? Severity::Destructive : Severity::Reversible;
    }

    void checkTime()
    {
        const QDateTime from = m_state.state->from();
        m_backup = m_state.state->before(m_target);
        if (m_target > m_tools.clock.now())
            m_plan.findings << blocker(
                "future", PointInTimePlanText::tr("%1 is still to come.").arg(momentInBothZones(m_target)));
        else if (!m_backup)
            m_plan.findings << blocker(
                "too-early",
                PointInTimePlanText::tr("%1 cannot be reached: the first backup ended at %2.")
                    .arg(momentInBothZones(m_target), momentInBothZones(from)),
                PointInTimePlanText::tr("Choose a time from then on."));
        else if (m_backup->hasErrors)
            m_plan.findings << Finding{
                QStringLiteral("page-errors"),
                FindingKind::NeedsConsent,
                PointInTimePlanText::tr("The backup %1 holds pages whose checksums are wrong.")
                    .arg(m_backup->label),
                {}};
    }

    void checkPlace()
    {
        const QString parent = QFileInfo(m_folder).path();
        if (QFile::encodeName(m_folder).size() > LongestSocketFolder)
            m_plan.findings << blocker(
                "long-path",
                PointInTimePlanText::tr("The path %1 is too long for a server's socket.").arg(m_folder),
                PointInTimePlanText::tr("Give a shorter folder with --into."));
        if (!m_tools.files.exists(parent)
            || ::access(QFile::encodeName(parent).constData(), W_OK | X_OK) != 0)
            m_plan.findings << blocker(
                "no-place", PointInTimePlanText::tr("No folder can be made in %1.").arg(parent),
                PointInTimePlanText::tr("Give another folder with --into, or run Pilothouse as root."));
        const qint64 needed = m_backup->bytes + m_backup->bytes / 10 + BesidesBytes;
        const qint64 free = m_tools.files.freeBytes(parent).value_or(0);
        m_plan.estimate.bytes = m_backup->bytes;
        m_plan.estimate.milliseconds = ServerRestartMs + m_backup->bytes / RestoredBytesPerMs;
        m_plan.estimate.space << SpaceNeed{parent, needed, free};
        if (free < needed)
            m_plan.findings << blocker("space", PointInTimePlanText::tr("%1 has %2 free, and %3 are needed.")
                                                    .arg(parent, formatBytes(free), formatBytes(needed)));
    }

    QJsonObject with(const QJsonObject &more) const
    {
        QJsonObject arguments = clusterArguments(m_state);
        if (m_isInPlace)
            arguments.insert(QStringLiteral("outgoing"), outgoing());
        for (auto it = more.constBegin(); it != more.constEnd(); ++it)
            arguments.insert(it.key(), it.value());
        return arguments;
    }

    QJsonArray assertions() const
    {
        QJsonArray all;
        for (const ProfileAssertion &assertion : m_session.profile().assertions)
            if (assertion.database == m_state.database && assertion.layout.isEmpty())
                all << QJsonObject{{QStringLiteral("title"), assertion.title},
                                   {QStringLiteral("select"), assertion.select}};
        return all;
    }

    QString outgoing() const { return ClusterWord::oldFolder(m_state.cluster->dataFolder, m_plan.operation); }

    /// A copy of the server at that time, proved beside the live one, which goes on.
    void addCopy()
    {
        const QString folderKey = QStringLiteral("folder");
        const QJsonObject restore{{folderKey, m_folder},
                                  {QStringLiteral("set"), m_backup->label},
                                  {QStringLiteral("target"), toIso(m_target)}};
        m_plan.steps << StepCall{QStringLiteral("check"), QStringLiteral("backrest.check"), with({})}
                     << StepCall{QStringLiteral("restore"), QStringLiteral("backrest.restore"), with(restore)}
                     << StepCall{QStringLiteral("recover"), QStringLiteral("beside.start"),
                                 with({{folderKey, m_folder}, {QStringLiteral("hold"), !m_isKept}})}
                     << StepCall{QStringLiteral("prove"), QStringLiteral("expect.cluster"),
                                 with({{folderKey, m_folder}, {QStringLiteral("assertions"), assertions()}})};
        m_plan.notes << PointInTimePlanText::tr("From the backup %1, with the WAL up to the wanted time.")
                            .arg(m_backup->label);
        if (!m_isKept)
            m_plan.steps << StepCall{QStringLiteral("end-copy"), QStringLiteral("beside.stop"),
                                     with({{folderKey, m_folder}})};
    }

    void addEnd()
    {
        m_plan.notes << PointInTimePlanText::tr("The live server and its service go on and are not touched.");
        if (m_isKept) {
            m_plan.notes << PointInTimePlanText::tr("It is left running: psql -h %1 -p %2 -U %3 %4")
                                .arg(m_folder)
                                .arg(m_state.cluster->port)
                                .arg(m_state.connection.user, m_state.name);
            m_plan.notes << PointInTimePlanText::tr(
                "Only its folder's owner and root get in, without a password.");
            return;
        }
        m_plan.steps << StepCall{QStringLiteral("remove-copy"), QStringLiteral("beside.remove"),
                                 with({{QStringLiteral("folder"), m_folder}})};
        m_plan.notes << PointInTimePlanText::tr("It is removed again when it has been proved.");
    }

    /// The whole server goes back, and whoever else uses it with it.
    void addWarnings()
    {
        m_plan.losses << PointInTimePlanText::tr(
                             "Everything that was written to any database of the server since %1")
                             .arg(momentInBothZones(m_target));
        if (!m_state.otherDatabases.isEmpty())
            m_plan.findings << Finding{
                QStringLiteral("other-databases"), FindingKind::NeedsConsent,
                PointInTimePlanText::tr("The whole server goes back, with its other databases too: %1.")
                    .arg(m_state.otherDatabases.join(QStringLiteral(", "))),
                PointInTimePlanText::tr(
                    "To take back one database alone, restore beside and copy it from there.")};
        if (m_state.replicas > 0)
            m_plan.findings << Finding{
                QStringLiteral("replicas"),
                FindingKind::NeedsConsent,
                PointInTimePlanText::tr("%n standby server(s) must be made anew afterwards.", nullptr,
                                        m_state.replicas),
                {}};
        m_plan.notes << PointInTimePlanText::tr("The old data directory is kept as %1.").arg(outgoing());
        m_plan.notes << PointInTimePlanText::tr(
            "Take a new backup with pgBackRest afterwards: it shortens every "
            "later restore.");
    }

    void addExchange()
    {
        addWarnings();
        const ServiceWindow window = openServiceWindow(m_session, {}, m_context);
        const LogWatch watch = window.isUp ? logWatchOf(m_session) : LogWatch();
        m_plan.findings << window.findings << watch.findings;
        m_plan.estimate.downtime = 3 * ServerRestartMs;
        m_plan.steps << window.before
                     << StepCall{QStringLiteral("stop-server"), QStringLiteral("cluster.stop"), with({})}
                     << StepCall{QStringLiteral("swap"), QStringLiteral("cluster.swap-folders"),
                                 with({{QStringLiteral("incoming"), m_folder},
                                       {QStringLiteral("outgoing"), outgoing()}})}
                     << StepCall{QStringLiteral("start-server"), QStringLiteral("cluster.start"), with({})}
                     << StepCall{QStringLiteral("prove-live"), QStringLiteral("expect.cluster"),
                                 with({{QStringLiteral("assertions"), assertions()}})}
                     << withMark(window.start, watch) << window.healthy;
        m_plan.proofs << watch.proof;
    }

    const PointInTimeTools &m_tools;
    const InstanceSession &m_session;
    const PointInTime m_state;
    const OperationContext &m_context;
    Plan m_plan;
    QDateTime m_target;
    QString m_folder;
    const BackrestBackup *m_backup = nullptr;
    bool m_isInPlace = false;
    bool m_isKept = false;
};

const StepCall *swapOf(const Plan &plan)
{
    for (const StepCall &call : plan.steps) {
        if (call.step == QLatin1String("cluster.swap-folders"))
            return &call;
    }
    return nullptr;
}

} // namespace

Result<Plan> planPointInTimeRestore(const PointInTimeTools &tools, const InstanceSession &session,
                                    const QJsonObject &arguments, const OperationContext &context)
{
    auto state = lookAtPointInTime(tools, session, arguments, context);
    if (!state)
        return failure(state.error());
    return RestorePlanner(tools, session, std::move(*state), context).plan(arguments);
}

Result<Plan> planPointInTimeUndo(const PointInTimeTools &tools, const InstanceSession &session,
                                 const OperationRecord &record, const OperationContext &context)
{
    const StepCall *swap = swapOf(record.plan);
    if (!swap)
        return failure(
            ErrorKind::Refused,
            PointInTimePlanText::tr("This operation has replaced nothing that could be put back."));
    const QString kept = swap->arguments.value(QLatin1String("outgoing")).toString();
    if (!tools.files.exists(kept))
        return failure(Error{ErrorKind::Refused,
                             kept,
                             PointInTimePlanText::tr("The data directory before is no longer there."),
                             PointInTimePlanText::tr("Restore to another point in time instead."),
                             {}});
    auto plan = newServerPlan(session, "pitr.restore", record.plan.parameters, context);
    if (!plan)
        return plan;
    plan->undoes = record.plan.operation;
    plan->severity = Severity::Destructive;
    plan->title = PointInTimePlanText::tr("Put back: %1").arg(record.plan.title);
    plan->button = PointInTimePlanText::tr("Put it back");
    plan->losses << PointInTimePlanText::tr("Everything that was written since the restore");
    QJsonObject arguments = swap->arguments;
    const QString live =
        serverClusterFromJson(arguments.value(QLatin1String("cluster")).toObject()).dataFolder;
    arguments.insert(QStringLiteral("incoming"), kept);
    arguments.insert(QStringLiteral("outgoing"), ClusterWord::oldFolder(live, plan->operation));
    const ServiceWindow window = openServiceWindow(session, {}, context);
    plan->findings << window.findings;
    plan->notes << PointInTimePlanText::tr("What is there now is kept as %1.")
                       .arg(ClusterWord::oldFolder(live, plan->operation));
    plan->estimate.downtime = plan->estimate.milliseconds = 2 * ServerRestartMs;
    plan->steps << window.before
                << StepCall{QStringLiteral("stop-server"), QStringLiteral("cluster.stop"), arguments}
                << StepCall{QStringLiteral("swap"), QStringLiteral("cluster.swap-folders"), arguments}
                << StepCall{QStringLiteral("start-server"), QStringLiteral("cluster.start"), arguments}
                << window.start << window.healthy;
    return plan;
}

} // namespace pilothouse
