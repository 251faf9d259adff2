// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/server/pointintime.h"
#include "core/actions/service/servicewindow.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/process/commandline.h"
#include "core/process/toollocator.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QThread>

namespace pilothouse {

namespace {

struct ArchivingPlanText
{
    Q_DECLARE_TR_FUNCTIONS(ArchivingPlan)
};

const QString UsualConfig = QStringLiteral("/etc/pgbackrest.conf");
const QString UsualRepository = QStringLiteral("/var/lib/pgbackrest");
constexpr qint64 LargestBackrestConfig = 1 << 20;
constexpr qint64 ArchivingRestartMs = 6000; // a guess, only shown

struct WantedStanza
{
    QString name;
    QString config;
    QString repository;
    QString content; ///< of the configuration file
};

QString socketFolderOf(const PointInTime &state)
{
    return state.connection.host.startsWith(u'/') ? state.connection.host : QString();
}

QString stanzaSection(const PointInTime &state, const WantedStanza &wanted)
{
    QString section = QStringLiteral("\n[%1]\npg1-path=%2\npg1-port=%3\n")
                          .arg(wanted.name, state.cluster->dataFolder)
                          .arg(state.cluster->port);
    if (const QString socket = socketFolderOf(state); !socket.isEmpty())
        section += QStringLiteral("pg1-socket-path=%1\n").arg(socket);
    return section;
}

QString globalSection(const WantedStanza &wanted)
{
    return QStringLiteral(
               "[global]\nrepo1-path=%1\nrepo1-retention-full=2\nlog-path=%1/log\nlock-path=%1/lock\n"
               "start-fast=y\nprocess-max=%2\n")
        .arg(wanted.repository)
        .arg(qBound(1, QThread::idealThreadCount(), 4));
}

/// The configuration with our stanza in it; what others have written stays as it is.
Result<WantedStanza> wantedStanza(const PointInTimeTools &tools, const PointInTime &state,
                                  const QString &instance, const QJsonObject &arguments)
{
    static const QRegularExpression Name(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_.-]*$"));
    const auto given = [&arguments](const char *key, const QString &usual) {
        const QString text = arguments.value(QLatin1String(key)).toString();
        return text.isEmpty() ? usual : text;
    };
    WantedStanza wanted{
        given("stanza", instance), given("config", UsualConfig), given("repository", UsualRepository), {}};
    if (!Name.match(wanted.name).hasMatch())
        return failure(ErrorKind::BadInput,
                       ArchivingPlanText::tr("“%1” is no name for a stanza.").arg(wanted.name));
    QString content;
    if (tools.files.exists(wanted.config)) {
        const auto read = tools.files.read(wanted.config, LargestBackrestConfig);
        if (!read)
            return failure(read.error());
        content = QString::fromUtf8(*read);
    }
    static const QRegularExpression Repository(QStringLiteral("^\\s*repo1-(path|host|type)\\s*="),
                                               QRegularExpression::MultilineOption);
    static const QRegularExpression RepositoryPath(QStringLiteral("^\\s*repo1-path\\s*=\\s*(\\S+)"),
                                                   QRegularExpression::MultilineOption);
    const QRegularExpression own(
        QStringLiteral("^\\s*\\[%1\\]\\s*$").arg(QRegularExpression::escape(wanted.name)),
        QRegularExpression::MultilineOption);
    const bool isOurs = content.contains(stanzaSection(state, wanted));
    if (isOurs)
        wanted.content = content;
    else if (own.match(content).hasMatch())
        return failure(
            Error{ErrorKind::Refused,
                  wanted.config,
                  ArchivingPlanText::tr("%1 has a stanza %2 already.").arg(wanted.config, wanted.name),
                  ArchivingPlanText::tr("Give another name with --stanza."),
                  {}});
    if (!isOurs && !Repository.match(content).hasMatch())
        wanted.content =
            content + (content.isEmpty() ? QString() : QStringLiteral("\n")) + globalSection(wanted);
    else {
        wanted.content = content;
        const QString path = RepositoryPath.match(content).captured(1);
        wanted.repository = path.isEmpty() ? wanted.repository : path;
    }
    if (isOurs)
        return wanted;
    if (!wanted.content.endsWith(u'\n'))
        wanted.content += u'\n';
    wanted.content += stanzaSection(state, wanted);
    return wanted;
}

/// The settings that are not yet as they must be, and whether a restart is needed for them.
QJsonObject wantedSettings(const PointInTime &state, const Stanza &stanza, const QString &config,
                           bool &restarts)
{
    QJsonObject settings;
    if (state.archive.walLevel == QLatin1String("minimal"))
        settings.insert(QStringLiteral("wal_level"), QStringLiteral("replica"));
    if (state.archive.archiveMode == QLatin1String("off"))
        settings.insert(QStringLiteral("archive_mode"), QStringLiteral("on"));
    restarts = !settings.isEmpty();
    const QString given =
        config == UsualConfig ? QString() : QStringLiteral(" --config=") + shellQuoted(config);
    settings.insert(QStringLiteral("archive_command"),
                    QString(shellQuoted(stanza.program) + given + QStringLiteral(" --stanza=") + stanza.name
                            + QStringLiteral(" archive-push %p")));
    return settings;
}

/// What would be in the way, beside what the plan itself mends.
void addArchivingFindings(const PointInTime &state, Plan &plan)
{
    static const QStringList Mended{QStringLiteral("wal-level"),       QStringLiteral("archive-mode"),
                                    QStringLiteral("archive-command"), QStringLiteral("stanza"),
                                    QStringLiteral("archive-failing"), QStringLiteral("no-backup")};
    for (const Finding &finding : state.missing)
        if (!Mended.contains(finding.id))
            plan.findings << finding;
    if (!state.isSuperuser)
        plan.findings << Finding{QStringLiteral("not-superuser"), FindingKind::Blocker,
                                 ArchivingPlanText::tr("The role %1 may not change the server's settings.")
                                     .arg(state.connection.user),
                                 ArchivingPlanText::tr("Connect Pilothouse as a superuser for this.")};
    if (!state.archive.archiveCommand.isEmpty() && !state.stanza)
        plan.findings << Finding{QStringLiteral("replaces-command"), FindingKind::NeedsConsent,
                                 ArchivingPlanText::tr("Another archive_command is replaced: %1")
                                     .arg(state.archive.archiveCommand),
                                 ArchivingPlanText::tr("Its archive gets no more WAL from then on.")};
}

/// A change of the server's settings, and what the words about the server get.
struct SettingsChange
{
    QJsonObject settings;
    QJsonObject arguments;
    bool needsRestart = false;
};

void addChange(const SettingsChange &change, const InstanceSession &session, Plan &plan,
               const OperationContext &context)
{
    QJsonObject setArguments = change.arguments;
    setArguments.insert(QStringLiteral("settings"), change.settings);
    const StepCall set{QStringLiteral("set"), QStringLiteral("cluster.set"), setArguments};
    if (!change.needsRestart) {
        plan.steps << set;
        plan.notes << ArchivingPlanText::tr("No restart is needed: the server takes it over as it runs.");
        return;
    }
    const ServiceWindow window = openServiceWindow(session, {}, context);
    plan.findings << window.findings;
    plan.estimate.downtime = ArchivingRestartMs;
    plan.notes << ArchivingPlanText::tr(
        "The database server must be restarted for it, which this plan does; all its "
        "sessions end.");
    plan.steps << set << window.before
               << StepCall{QStringLiteral("stop-server"), QStringLiteral("cluster.stop"), change.arguments}
               << StepCall{QStringLiteral("start-server"), QStringLiteral("cluster.start"), change.arguments}
               << window.start << window.healthy;
}

} // namespace

Result<Plan> planArchiving(const PointInTimeTools &tools, const InstanceSession &session,
                           const QJsonObject &arguments, const OperationContext &context)
{
    const auto state = lookAtPointInTime(tools, session, arguments, context);
    auto plan = state ? newServerPlan(session, "pitr.configure", arguments, context)
                      : Result<Plan>(failure(state.error()));
    if (!plan)
        return plan;
    plan->severity = Severity::Disruptive;
    plan->title =
        ArchivingPlanText::tr("Set up WAL archiving with pgBackRest for the server of %1").arg(state->name);
    plan->button = ArchivingPlanText::tr("Set up archiving");
    if (state->stanza && state->state && state->state->isSound
        && state->archive.archiveMode != QLatin1String("off")) {
        plan->findings << Finding{
            QStringLiteral("configured"),
            FindingKind::NothingToDo,
            ArchivingPlanText::tr("The server archives into the stanza %1 already.").arg(state->stanza->name),
            {}};
        return plan;
    }
    addArchivingFindings(*state, *plan);
    if (plan->hasBlocker())
        return plan;
    const auto wanted = wantedStanza(tools, *state, session.instance().name, arguments);
    const auto program = ToolLocator().find(QStringLiteral("pgbackrest"));
    if (!wanted || !program)
        return failure(wanted ? program.error() : wanted.error());
    const Stanza stanza{*program, wanted->config, wanted->name};
    bool restarts = false;
    const QJsonObject settings = wantedSettings(*state, stanza, wanted->config, restarts);
    QJsonObject common = clusterArguments(*state);
    common.insert(QStringLiteral("stanza"), toJson(stanza));
    QJsonObject configure = common;
    configure.insert(QStringLiteral("config"), wanted->config);
    configure.insert(QStringLiteral("content"), wanted->content);
    configure.insert(QStringLiteral("repository"), wanted->repository);
    plan->estimate.milliseconds = ArchivingRestartMs;
    plan->steps << StepCall{QStringLiteral("configure"), QStringLiteral("backrest.configure"), configure};
    addChange({settings, common, restarts}, session, *plan, context);
    plan->steps << StepCall{QStringLiteral("check"), QStringLiteral("backrest.check"), common};
    plan->notes << ArchivingPlanText::tr(
        "Take a first backup afterwards: points in time begin with its end.");
    return plan;
}

/// The settings go back; pgBackRest's configuration and its repository stay, with the backups in them.
Result<Plan> planArchivingUndo(const PointInTimeTools &tools, const InstanceSession &session,
                               const OperationRecord &record, const OperationContext &context)
{
    Q_UNUSED(tools)
    const StepRecord *was = record.step(QStringLiteral("set"));
    const auto call = std::find_if(record.plan.steps.cbegin(), record.plan.steps.cend(),
                                   [](const StepCall &step) { return step.id == QLatin1String("set"); });
    if (!was || call == record.plan.steps.cend() || was->before.isEmpty())
        return failure(ErrorKind::Refused, ArchivingPlanText::tr("This operation has changed no setting."));
    auto plan = newServerPlan(session, "pitr.configure", record.plan.parameters, context);
    if (!plan)
        return plan;
    plan->undoes = record.plan.operation;
    plan->severity = Severity::Disruptive;
    plan->title = ArchivingPlanText::tr("Put back: %1").arg(record.plan.title);
    plan->button = ArchivingPlanText::tr("Put it back");
    plan->losses << ArchivingPlanText::tr(
        "WAL is no longer archived: later points in time cannot be reached.");
    plan->notes << ArchivingPlanText::tr("pgBackRest's configuration and its repository stay.");
    QJsonObject common = call->arguments;
    common.remove(QStringLiteral("settings"));
    addChange({was->before, common, was->before.size() > 1}, session, *plan, context);
    return plan;
}

} // namespace pilothouse
