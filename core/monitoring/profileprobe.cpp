// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/profileprobe.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/monitoring/snapshottaker.h"
#include "core/runtime/serviceruntime.h"

#include <QDir>
#include <QElapsedTimer>

#include <sys/stat.h>

namespace pilothouse {
namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileProbe)
};

struct PlaceFacts
{
    uint mode = 0;
    uint ownerId = 0;
    uint groupId = 0;
    bool isFolder = false;
};

std::optional<PlaceFacts> factsOf(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    return PlaceFacts{facts.st_mode & 07777, facts.st_uid, facts.st_gid, S_ISDIR(facts.st_mode)};
}

QString octal(uint mode)
{
    return QString::number(mode, 8);
}

/// One probing of one instance: each look adds findings with the time it took.
class Probing
{
public:
    Probing(const InstanceSession &session, const SqliteEngine &engine, const HttpSend &send,
            const OperationContext &context)
        : m_session(session)
        , m_profile(session.profile())
        , m_engine(engine)
        , m_send(send)
        , m_context(context)
        , m_isContainer(isContainerKind(session.runtime().kind()))
    {
    }

    QList<ProbeFinding> run()
    {
        using Look = void (Probing::*)();
        const Look looks[] = {
            &Probing::lookAtDataFolder, &Probing::lookAtStatus,      &Probing::lookAtDatabases,
            &Probing::lookAtFiles,      &Probing::lookAtLogs,        &Probing::lookAtEnvironment,
            &Probing::lookAtMounts,     &Probing::lookAtPermissions, &Probing::lookAtOwner,
            &Probing::lookAtHealth,     &Probing::lookAtLibrary};
        for (const Look look : looks) {
            if (m_context.isCancelled())
                break;
            m_timer.start();
            (this->*look)();
        }
        return m_findings;
    }

private:
    void add(const QString &id, const QString &title, ProbeVerdict verdict, const QString &text,
             const QString &advice = {})
    {
        m_findings << ProbeFinding{id, title, verdict, text, advice, m_timer.restart()};
    }

    QString dataDir() const { return m_session.instance().dataDir; }

    void lookAtDataFolder()
    {
        const QString title = Text::tr("Data folder");
        const auto facts = factsOf(dataDir());
        if (!facts || !facts->isFolder)
            add(QStringLiteral("data-folder"), title, ProbeVerdict::InTheWay,
                facts ? Text::tr("%1 is not a folder").arg(dataDir())
                      : Text::tr("%1 is not there").arg(dataDir()),
                Text::tr("Set the data folder of the instance; for a container it is the host's side of the "
                         "mount."));
        else if (!QFileInfo(dataDir()).isReadable())
            add(QStringLiteral("data-folder"), title, ProbeVerdict::InTheWay,
                Text::tr("%1 cannot be read by this user").arg(dataDir()),
                Text::tr("Run Pilothouse as a user who may read it."));
        else
            add(QStringLiteral("data-folder"), title, ProbeVerdict::Holds, dataDir());
    }

    void lookAtStatus()
    {
        const QString title = Text::tr("Service");
        const auto status = m_session.runtime().status(m_context);
        if (!status) {
            add(QStringLiteral("status"), title, ProbeVerdict::NotKnown, status.error().message,
                status.error().advice);
            return;
        }
        const bool isRunning = status->state == ServiceState::Running;
        const bool isMissing = status->state == ServiceState::Missing;
        add(QStringLiteral("status"), title,
            isRunning   ? ProbeVerdict::Holds
            : isMissing ? ProbeVerdict::InTheWay
                        : ProbeVerdict::ToKnow,
            status->reason.isEmpty() ? serviceStateName(status->state) : status->reason);
        if (!m_isContainer)
            return;
        const QString name = status->image.section(u'@', 0, 0);
        const auto fits = [&name](const QString &image) {
            return name == image || name.startsWith(image + u':');
        };
        const bool isKnown = std::any_of(m_profile.images.begin(), m_profile.images.end(), fits);
        add(QStringLiteral("image"), Text::tr("Image"), isKnown ? ProbeVerdict::Holds : ProbeVerdict::ToKnow,
            status->image,
            isKnown ? QString()
                    : Text::tr("The profile knows %1.").arg(m_profile.images.join(QLatin1String(", "))));
    }

    void lookAtDatabases()
    {
        for (const ProfileDatabase &database : m_profile.databases)
            lookAtDatabase(database);
    }

    void lookAtDatabase(const ProfileDatabase &database)
    {
        const QString id = QStringLiteral("database.") + database.id;
        const QString path = m_session.database(database.id)->path;
        const auto info = m_engine.info(path, m_context);
        if (info && !info->exists) {
            add(id, database.path, database.isRequired ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow,
                Text::tr("Not there"),
                database.isRequired ? Text::tr("Check the data folder of the instance.") : QString());
            return;
        }
        if (!info || info->error) {
            const Error error = info ? *info->error : info.error();
            add(id, database.path, ProbeVerdict::InTheWay, error.message, error.advice);
            return;
        }
        const QString layout = layoutOf(m_engine, database, path, m_context);
        QString title = Text::tr("no known layout");
        for (const ProfileLayout &known : database.layouts)
            title = known.id == layout ? known.title : title;
        const bool fits = !layout.isEmpty() || database.layouts.isEmpty();
        add(id, database.path, fits ? ProbeVerdict::Holds : ProbeVerdict::InTheWay,
            Text::tr("%1, %2, schema %3").arg(title, formatBytes(info->bytes), info->schemaSha256.left(12)),
            fits
                ? QString()
                : Text::tr("This version of the service is not known to the profile; only copies are safe."));
        if (!database.journalMode.isEmpty() && info->journalMode != database.journalMode)
            add(id + QStringLiteral(".journal"), Text::tr("Journal of %1").arg(database.path),
                ProbeVerdict::ToKnow,
                Text::tr("%1, the profile says %2").arg(info->journalMode, database.journalMode));
    }

    void lookAtFiles()
    {
        for (const ProfileFiles &files : m_profile.files) {
            const bool isThere = QFileInfo::exists(dataDir() + u'/' + files.path);
            add(QStringLiteral("files.") + files.id, files.title,
                isThere ? ProbeVerdict::Holds : ProbeVerdict::ToKnow,
                isThere ? files.path : Text::tr("%1 is not there").arg(files.path));
        }
    }

    void lookAtLogs()
    {
        for (const ProfileLogSource &source : m_profile.logs) {
            const QString id = QStringLiteral("log.") + source.id;
            if (source.kind == QLatin1String("container")) {
                add(id, source.title, m_isContainer ? ProbeVerdict::Holds : ProbeVerdict::DoesNotApply,
                    m_isContainer ? Text::tr("Kept by the container engine")
                                  : Text::tr("The service does not run in a container"));
                continue;
            }
            const QFileInfo file(dataDir() + u'/' + source.path);
            if (!file.exists())
                add(id, source.title, ProbeVerdict::ToKnow, Text::tr("%1 is not there").arg(source.path));
            else if (!file.isReadable())
                add(id, source.title, ProbeVerdict::InTheWay,
                    Text::tr("%1 cannot be read by this user").arg(source.path));
            else
                add(id, source.title, ProbeVerdict::Holds, formatBytes(file.size()));
        }
    }

    void lookAtEnvironment()
    {
        const QString id = QStringLiteral("environment");
        const QString title = Text::tr("Environment");
        if (m_session.runtime().kind() == QLatin1String("files")) {
            add(id, title, ProbeVerdict::DoesNotApply, Text::tr("Only files are known, no running service"));
            return;
        }
        const auto entries = m_session.runtime().environment(m_context);
        if (!entries) {
            add(id, title, ProbeVerdict::NotKnown, entries.error().message, entries.error().advice);
            return;
        }
        QStringList set;
        for (const EnvironmentEntry &entry : *entries)
            set << entry.key;
        bool isGood = true;
        for (const ProfileVariable &variable : m_profile.environment) {
            if (set.contains(variable.name) || (!variable.isRequired && !variable.isSecret))
                continue;
            isGood = false;
            add(id + u'.' + variable.name, variable.name,
                variable.isRequired ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow, Text::tr("Not set"),
                variable.text);
        }
        if (isGood)
            add(id, title, ProbeVerdict::Holds, Text::tr("Everything that is required is set"));
    }

    void lookAtMounts()
    {
        const QString id = QStringLiteral("mounts");
        const QString title = Text::tr("Mounts");
        if (!m_isContainer) {
            add(id, title, ProbeVerdict::DoesNotApply, Text::tr("The service does not run in a container"));
            return;
        }
        const auto mounts = m_session.runtime().mounts(m_context);
        if (!mounts) {
            add(id, title, ProbeVerdict::NotKnown, mounts.error().message, mounts.error().advice);
            return;
        }
        const auto isData = [this](const MountEntry &mount) {
            return mount.target == m_profile.containerDataDir;
        };
        const auto data = std::find_if(mounts->begin(), mounts->end(), isData);
        if (data == mounts->end())
            add(id, title, ProbeVerdict::InTheWay,
                Text::tr("Nothing is mounted at %1: the data goes with the container")
                    .arg(m_profile.containerDataDir),
                Text::tr("Mount a folder there before anything else."));
        else if (data->isReadOnly)
            add(id, title, ProbeVerdict::InTheWay, Text::tr("%1 is mounted read-only").arg(data->target));
        else if (data->kind == QLatin1String("bind") && QDir(data->source) != QDir(dataDir()))
            add(id, title, ProbeVerdict::InTheWay,
                Text::tr("The container keeps its data in %1, the instance says %2")
                    .arg(data->source, dataDir()),
                Text::tr("Set the data folder of the instance to %1.").arg(data->source));
        else
            add(id, title, ProbeVerdict::Holds,
                Text::tr("%1 at %2, read and write").arg(data->source, data->target));
    }

    void lookAtPermissions()
    {
        for (const ProfilePermission &wanted : m_profile.permissions) {
            QStringList loose;
            bool isAny = false;
            for (const QString &path : pathsOf(wanted.path)) {
                const auto facts = factsOf(path);
                isAny = isAny || facts.has_value();
                if (facts && (facts->mode & ~wanted.mode) != 0)
                    loose << QStringLiteral("%1 (%2)").arg(QDir(dataDir()).relativeFilePath(path),
                                                           octal(facts->mode));
            }
            const QString id = QStringLiteral("permissions.") + wanted.path;
            const QString title = Text::tr("Permissions of %1").arg(wanted.path);
            if (!isAny)
                add(id, title, ProbeVerdict::NotKnown, Text::tr("Nothing is there"));
            else if (loose.isEmpty())
                add(id, title, ProbeVerdict::Holds, Text::tr("At most %1").arg(octal(wanted.mode)));
            else
                add(id, title, ProbeVerdict::ToKnow,
                    Text::tr("Wider than %1: %2").arg(octal(wanted.mode), loose.join(QLatin1String(", "))),
                    Text::tr("Others on this machine may read it; set %1.").arg(octal(wanted.mode)));
        }
    }

    /// What a relative glob of one level names.
    QStringList pathsOf(const QString &glob) const
    {
        if (!glob.contains(u'*') && !glob.contains(u'?'))
            return {QDir::cleanPath(dataDir() + u'/' + glob)};
        const QFileInfo split(dataDir() + u'/' + glob);
        QStringList paths;
        for (const QFileInfo &file :
             QDir(split.path()).entryInfoList({split.fileName()}, QDir::Files | QDir::Hidden))
            paths << file.filePath();
        return paths;
    }

    void lookAtOwner()
    {
        const QString id = QStringLiteral("owner");
        const QString title = Text::tr("Owner of the databases");
        if (!m_isContainer) {
            add(id, title, ProbeVerdict::DoesNotApply, Text::tr("The service does not run in a container"));
            return;
        }
        QStringList others;
        for (const DatabaseReference &database : m_session.databases()) {
            const auto facts = factsOf(database.path);
            if (facts && (facts->ownerId != m_profile.ownerId || facts->groupId != m_profile.groupId))
                others << QStringLiteral("%1 (%2:%3)")
                              .arg(database.relativePath)
                              .arg(facts->ownerId)
                              .arg(facts->groupId);
        }
        const QString wanted = QStringLiteral("%1:%2").arg(m_profile.ownerId).arg(m_profile.groupId);
        if (others.isEmpty())
            add(id, title, ProbeVerdict::Holds, wanted);
        else
            add(id, title, ProbeVerdict::ToKnow,
                Text::tr("Not %1: %2").arg(wanted, others.join(QLatin1String(", "))),
                Text::tr("The service may not be able to write them."));
    }

    void lookAtHealth()
    {
        const QString id = QStringLiteral("health");
        const QString title = Text::tr("Health");
        const ProfileEndpoint *endpoint = m_profile.endpoint(QStringLiteral("health"));
        if (!endpoint) {
            add(id, title, ProbeVerdict::DoesNotApply, Text::tr("The profile has no health address"));
            return;
        }
        const HealthAnswer answer = probeHealth(*endpoint, m_session, m_send, m_context);
        if (answer.verdict == HealthVerdict::Passed)
            add(id, title, ProbeVerdict::Holds,
                Text::tr("%1 answered as expected after %2 ms").arg(answer.url).arg(answer.milliseconds));
        else
            add(id, title, answer.status != 0 ? ProbeVerdict::InTheWay : ProbeVerdict::NotKnown,
                QStringLiteral("%1: %2").arg(answer.url, answer.reason),
                Text::tr("Where the service listens elsewhere, set the health address of the instance."));
    }

    void lookAtLibrary()
    {
        const QString warning = SqliteEngine::libraryWarning();
        add(QStringLiteral("sqlite"), Text::tr("SQLite of this program"),
            warning.isEmpty() ? ProbeVerdict::Holds : ProbeVerdict::ToKnow, SqliteEngine::libraryVersion(),
            warning);
    }

    const InstanceSession &m_session;
    const ServiceProfile &m_profile;
    const SqliteEngine &m_engine;
    const HttpSend &m_send;
    const OperationContext &m_context;
    const bool m_isContainer;
    QElapsedTimer m_timer;
    QList<ProbeFinding> m_findings;
};
} // namespace

QString probeVerdictName(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Holds:
        return QStringLiteral("holds");
    case ProbeVerdict::DoesNotApply:
        return QStringLiteral("doesNotApply");
    case ProbeVerdict::ToKnow:
        return QStringLiteral("toKnow");
    case ProbeVerdict::InTheWay:
        return QStringLiteral("inTheWay");
    case ProbeVerdict::NotKnown:
        break;
    }
    return QStringLiteral("notKnown");
}

QJsonObject toJson(const ProbeFinding &finding)
{
    return {{QStringLiteral("id"), finding.id},
            {QStringLiteral("title"), finding.title},
            {QStringLiteral("verdict"), probeVerdictName(finding.verdict)},
            {QStringLiteral("text"), finding.text},
            {QStringLiteral("advice"), finding.advice},
            {QStringLiteral("milliseconds"), finding.milliseconds}};
}

QList<ProbeFinding> probeInstance(const InstanceSession &session, const SqliteEngine &engine,
                                  const HttpSend &send, const OperationContext &context)
{
    return Probing(session, engine, send, context).run();
}

} // namespace pilothouse
