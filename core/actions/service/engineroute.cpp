// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/engineroute.h"

#include "core/actions/service/servicewindow.h"
#include "core/backup/datamirror.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/plan/lock.h"
#include "core/runtime/dockerruntime.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 CopiedPerMillisecond = 200'000; // bytes, out of a container through its engine
constexpr qint64 PauseAtLeast = 100;             // milliseconds

bool startsWithAny(const QString &word, std::initializer_list<const char *> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&word](const char *prefix) { return word.startsWith(QLatin1String(prefix)); });
}

/// Words that change databases of the copy, which then has to be brought back.
bool changesDatabase(const StepCall &call)
{
    return call.step == u"rows.change" || call.step == u"restore.set-aside"
           || startsWithAny(call.step, {"sqlite.restore-into", "sqlite.swap-files", "sqlite.vacuum",
                                        "sqlite.analyze", "sqlite.salvage"});
}

/// Words that change other files of the service: those in the container would stay.
bool changesFiles(const StepCall &call, const InstanceSession &session)
{
    if (call.step == u"restore.swap-folder")
        return true;
    return startsWithAny(call.step, {"file."})
           && call.arguments.value(QLatin1String("path"))
                  .toString()
                  .startsWith(session.instance().dataDir + u'/');
}

/// Rewrites one plan.
class Leader
{
    Q_DECLARE_TR_FUNCTIONS(EngineRoute)

public:
    Leader(const InstanceSession &session, const DataMirror &mirror, Plan &plan,
           const OperationContext &context)
        : m_session(session)
        , m_mirror(mirror)
        , m_plan(plan)
        , m_context(context)
        , m_note(mirror.note())
    {
        for (const MirrorFile &file : std::as_const(m_note.files))
            m_bytes += file.facts.bytes;
    }

    void lead()
    {
        dropFiles();
        const bool isChange = std::any_of(m_plan.steps.cbegin(), m_plan.steps.cend(), changesDatabase);
        const bool isBackup = std::any_of(m_plan.steps.cbegin(), m_plan.steps.cend(),
                                          [](const StepCall &call) { return call.step == u"backup.stage"; });
        if (isChange)
            leadChange();
        else if (isBackup)
            leadBackup();
    }

private:
    qsizetype indexOf(const QString &word) const
    {
        for (qsizetype at = 0; at < m_plan.steps.size(); ++at)
            if (m_plan.steps.at(at).step == word)
                return at;
        return -1;
    }

    QString reason() const
    {
        auto *docker = dynamic_cast<DockerRuntime *>(&m_session.runtime());
        const QString folder = docker ? docker->hostDataFolder(m_context).value_or(QString()) : QString();
        const QString why = reasonForEngine(folder, m_mirror.databasePaths());
        return why.isEmpty() ? tr("It was added so; its folder on this machine could be used too.")
                             : tr("Why: %1.").arg(why);
    }

    void addWay()
    {
        m_plan.findings << Finding{
            QStringLiteral("through-engine"), FindingKind::Info,
            tr("The data lies in %1 of the container and is reached by the container engine.")
                .arg(m_session.containerFolder()),
            reason()};
    }

    StepCall copyCall(bool isPausing, const QStringList &folders) const
    {
        return {QStringLiteral("fetch"),
                QStringLiteral("container.copy"),
                {{QStringLiteral("container"), m_mirror.container()},
                 {QStringLiteral("inside"), m_session.containerFolder()},
                 {QStringLiteral("folder"), m_session.instance().dataDir},
                 {QStringLiteral("databases"), QJsonArray::fromStringList(m_mirror.databasePaths())},
                 {QStringLiteral("folders"), QJsonArray::fromStringList(folders)},
                 {QStringLiteral("pause"), isPausing}}};
    }

    StepCall pushCall() const
    {
        return {QStringLiteral("push"),
                QStringLiteral("container.push"),
                {{QStringLiteral("container"), m_mirror.container()},
                 {QStringLiteral("inside"), m_session.containerFolder()},
                 {QStringLiteral("folder"), m_session.instance().dataDir},
                 {QStringLiteral("databases"), m_mirror.databasePaths().join(u' ')}}};
    }

    /// Folders beside the databases that belong to a backup.
    QStringList backupFolders() const
    {
        QStringList folders;
        for (const ProfileFiles &files : m_session.profile().files)
            if (files.isInBackup && m_session.profile().backup.files.contains(files.id))
                folders << files.path;
        return folders;
    }

    /// Nothing can be removed in a container without a program in it.
    void dropFiles()
    {
        QStringList places;
        for (const StepCall &call : std::as_const(m_plan.steps))
            if (changesFiles(call, m_session)) {
                const QString live = call.arguments.value(QLatin1String("live"))
                                         .toString(call.arguments.value(QLatin1String("path")).toString());
                places << m_session.containerFolder() + live.mid(m_session.instance().dataDir.size());
            }
        const bool isDeletion =
            m_plan.action == u"users.delete" && !m_plan.parameters.contains(QLatin1String("undoOf"));
        if (places.isEmpty() && isDeletion) // what lies there now is not known
            for (const QString &folder : backupFolders())
                places << m_session.containerFolder() + u'/' + folder;
        if (places.isEmpty())
            return;
        erase_if(m_plan.losses,
                 [this](const QString &loss) { return loss.contains(m_session.instance().dataDir); });
        erase_if(m_plan.steps, [this](const StepCall &call) { return changesFiles(call, m_session); });
        m_plan.findings << Finding{
            QStringLiteral("files-stay"), FindingKind::NeedsConsent,
            tr("Files in the container stay as they are: %1").arg(places.join(QStringLiteral(", "))),
            tr("Through the engine only databases are changed. Change these files in the container.")};
    }

    void leadBackup()
    {
        addWay();
        // Who writes waits for the pause, not for the copying of the copy.
        erase_if(m_plan.findings, [](const Finding &finding) { return finding.id.startsWith(u"stall-"); });
        QStringList folders;
        for (const QString &folder : backupFolders()) {
            const auto facts =
                m_mirror.engine().fileFacts(m_mirror.container(), m_mirror.inside(folder), m_context);
            if (facts && *facts)
                folders << folder;
        }
        for (StepCall &call : m_plan.steps)
            if (call.step == u"archive.create")
                call.arguments.insert(QStringLiteral("trees"), QJsonArray::fromStringList(folders));
        const Result<ServiceStatus> status = m_session.runtime().status(m_context);
        const bool isStopping = indexOf(QStringLiteral("service.stop")) >= 0;
        const bool isPausing = !isStopping && status && status->state != ServiceState::Stopped;
        if (isPausing) {
            const qint64 pause = PauseAtLeast + m_bytes / CopiedPerMillisecond;
            m_plan.findings << Finding{
                QStringLiteral("pause"), FindingKind::Warning,
                tr("The container is paused for about %1 while its databases are copied.")
                    .arg(formatDuration(pause)),
                tr("Requests wait for that long; connections stay. With --offline the service is stopped "
                   "instead.")};
            m_plan.estimate.downtime = pause;
        }
        if (status && status->state == ServiceState::Paused)
            m_plan.findings << Finding{QStringLiteral("paused"), FindingKind::Blocker,
                                       tr("The container is paused already."),
                                       tr("Let it go on first: docker unpause %1").arg(m_mirror.container())};
        m_plan.steps.insert(indexOf(QStringLiteral("backup.stage")), copyCall(isPausing, folders));
    }

    void leadChange()
    {
        addWay();
        if (indexOf(QStringLiteral("service.fence")) < 0)
            addWindow();
        const qsizetype stop = indexOf(QStringLiteral("service.stop"));
        const qsizetype fence = indexOf(QStringLiteral("service.fence"));
        m_plan.steps.insert(std::max(stop, fence) + 1, copyCall(false, {}));
        const qsizetype unfence = indexOf(QStringLiteral("service.unfence"));
        m_plan.steps.insert(unfence < 0 ? m_plan.steps.size() : unfence, pushCall());
        m_plan.notes << tr(
            "The service is stopped, its databases are copied out, changed here and brought back; "
            "until they are read back as they were sent, it does not start.");
    }

    /// A change that a service that is reached directly sees while it runs.
    void addWindow()
    {
        const ServiceWindow window = openServiceWindow(m_session, {}, m_context);
        m_plan.findings << window.findings;
        m_plan.steps = window.before + m_plan.steps + window.start + window.healthy;
        if (!window.isUp)
            return;
        m_plan.severity = std::max(m_plan.severity, Severity::Disruptive);
        const qint64 away = 3000 + 4 * m_bytes / CopiedPerMillisecond;
        m_plan.estimate.downtime = std::max(m_plan.estimate.downtime, away);
        m_plan.findings << Finding{
            QStringLiteral("stops"), FindingKind::Warning,
            tr("The service is stopped for this, for about %1.").arg(formatDuration(away)),
            tr("Where its data is reached directly, as root or from a bind mount, it would go on.")};
    }

    const InstanceSession &m_session;
    const DataMirror &m_mirror;
    Plan &m_plan;
    const OperationContext &m_context;
    MirrorNote m_note;
    qint64 m_bytes = 0;
};

} // namespace

Result<> EngineRoute::refresh(const InstanceSession &session, bool withLogs,
                              const OperationContext &context) const
{
    const auto mirror = DataMirror::of(session, m_files, m_clock);
    if (!mirror)
        return {};
    const QString folder = session.mirrorFolder();
    if (Result<> made = m_files.makeFolder(session.instance().dataDir, {0700, {}, {}}); !made)
        return made;
    if (Result<> closed = m_files.setMode(folder, 0700); !closed)
        return closed;
    // An operation that works on the copy must find it as it left it.
    const auto lock = LeasedLock::take(writerLockPath(session), leaseOfThisProcess({}, m_clock.now()));
    if (!lock && mirror->note().takenAt.isValid())
        return {};
    if (!lock)
        return tl::unexpected(lock.error());
    const Result<MirrorNote> fresh = mirror->refresh(context);
    if (!fresh && !mirror->note().takenAt.isValid())
        return tl::unexpected(fresh.error());
    return withLogs ? mirror->refreshLogs(context) : Result<>();
}

Result<Plan> EngineRoute::led(const InstanceSession &session, Plan plan,
                              const OperationContext &context) const
{
    if (const auto mirror = DataMirror::of(session, m_files, m_clock))
        Leader(session, *mirror, plan, context).lead();
    return plan;
}

QString reasonForEngine(const QString &hostFolder, const QStringList &databases)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("EngineRoute", source); };
    const QByteArray folder = QFile::encodeName(hostFolder);
    if (hostFolder.isEmpty())
        return text(QT_TRANSLATE_NOOP("EngineRoute", "the data lies in no folder of this machine"));
    if (::access(folder.constData(), R_OK | W_OK | X_OK) != 0)
        return text(QT_TRANSLATE_NOOP("EngineRoute", "this user may not read and write %1")).arg(hostFolder);
    if (::geteuid() == 0)
        return {};
    // SQLite would leave -wal and -shm of this user beside a database of another one and lock its service
    // out.
    for (const QString &database : databases) {
        const QFileInfo file(hostFolder + u'/' + database);
        if (file.exists() && file.ownerId() != ::geteuid())
            return text(QT_TRANSLATE_NOOP("EngineRoute", "%1 belongs to another user")).arg(file.filePath());
    }
    return {};
}

} // namespace pilothouse
