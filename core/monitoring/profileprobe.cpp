// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/monitoring/profileprobe.h"

#include "core/base/units.h"
#include "core/monitoring/profileprobing.h"
#include "core/monitoring/snapshottaker.h"

#include <QDir>

namespace pilothouse {

namespace {

struct ProfileProbeText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileProbe)
};

} // namespace

QList<ProbeFinding> Probing::run()
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

QList<ProbeFinding> Probing::runPermissions()
{
    m_timer.start();
    lookAtPermissions();
    lookAtOwner();
    return m_findings;
}

void Probing::add(const QString &id, const QString &title, ProbeVerdict verdict, const QString &text,
                  const QString &advice)
{
    m_findings << ProbeFinding{id, title, verdict, text, advice, m_timer.restart()};
}

void Probing::lookAtStatus()
{
    const QString title = ProfileProbeText::tr("Service");
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
    add(QStringLiteral("image"), ProfileProbeText::tr("Image"),
        isKnown ? ProbeVerdict::Holds : ProbeVerdict::ToKnow, status->image,
        isKnown
            ? QString()
            : ProfileProbeText::tr("The profile knows %1.").arg(m_profile.images.join(QLatin1String(", "))));
}

void Probing::lookAtDatabases()
{
    if (m_session.isMirrored() && !QFileInfo::exists(dataDir()))
        return; // nothing is copied before the instance is in the list
    for (const ProfileDatabase &database : m_profile.databases)
        database.isOnServer() ? lookAtServer(database) : lookAtDatabase(database);
}

void Probing::lookAtDatabase(const ProfileDatabase &database)
{
    const QString id = QStringLiteral("database.") + database.id;
    const QString path = m_session.database(database.id)->path;
    const auto info = m_engines.sqlite.info(path, m_context);
    if (info && !info->exists) {
        add(id, database.path, database.isRequired ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow,
            ProfileProbeText::tr("Not there"),
            database.isRequired ? ProfileProbeText::tr("Check the data folder of the instance.") : QString());
        return;
    }
    if (!info || info->error) {
        const Error error = info ? *info->error : info.error();
        add(id, database.path, ProbeVerdict::InTheWay, error.message, error.advice);
        return;
    }
    const QString layout = layoutOf(m_engines.sqlite, database, path, m_context);
    QString title = ProfileProbeText::tr("no known layout");
    for (const ProfileLayout &known : database.layouts)
        title = known.id == layout ? known.title : title;
    const bool fits = !layout.isEmpty() || database.layouts.isEmpty();
    add(id, database.path, fits ? ProbeVerdict::Holds : ProbeVerdict::InTheWay,
        ProfileProbeText::tr("%1, %2, schema %3")
            .arg(title, formatBytes(info->bytes), info->schemaSha256.left(12)),
        fits ? QString()
             : ProfileProbeText::tr(
                 "This version of the service is not known to the profile; only copies are safe."));
    if (!database.journalMode.isEmpty() && info->journalMode != database.journalMode)
        add(id + QStringLiteral(".journal"), ProfileProbeText::tr("Journal of %1").arg(database.path),
            ProbeVerdict::ToKnow,
            ProfileProbeText::tr("%1, the profile says %2").arg(info->journalMode, database.journalMode));
}

void Probing::lookAtServer(const ProfileDatabase &database)
{
    const QString id = QStringLiteral("database.") + database.id;
    DataReader reader(m_session, m_engines, m_context);
    const auto layout = reader.layout(database.id);
    if (!layout) {
        add(id, database.title, database.isRequired ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow,
            layout.error().message, layout.error().advice);
        return;
    }
    const QString found = layout->value_or(QString());
    const auto known =
        std::find_if(database.layouts.begin(), database.layouts.end(),
                     [&](const ProfileLayout &one) { return !found.isEmpty() && one.id == found; });
    if (known != database.layouts.end())
        add(id, database.title, ProbeVerdict::Holds, known->title);
    else
        add(id, database.title, ProbeVerdict::InTheWay, ProfileProbeText::tr("no known layout"),
            ProfileProbeText::tr(
                "This version of the service is not known to the profile; only copies are safe."));
}

void Probing::lookAtLogs()
{
    for (const ProfileLogSource &source : m_profile.logs) {
        const QString id = QStringLiteral("log.") + source.id;
        if (source.kind == QLatin1String("container")) {
            add(id, source.title, m_isContainer ? ProbeVerdict::Holds : ProbeVerdict::DoesNotApply,
                m_isContainer ? ProfileProbeText::tr("Kept by the container engine")
                              : ProfileProbeText::tr("The service does not run in a container"));
            continue;
        }
        const QFileInfo file(dataDir() + u'/' + source.path);
        if (!file.exists())
            add(id, source.title, ProbeVerdict::ToKnow,
                ProfileProbeText::tr("%1 is not there").arg(source.path));
        else if (!file.isReadable())
            add(id, source.title, ProbeVerdict::InTheWay,
                ProfileProbeText::tr("%1 cannot be read by this user").arg(source.path));
        else
            add(id, source.title, ProbeVerdict::Holds, formatBytes(file.size()));
    }
}

void Probing::lookAtEnvironment()
{
    const QString id = QStringLiteral("environment");
    const QString title = ProfileProbeText::tr("Environment");
    if (m_session.runtime().kind() == QLatin1String("files")) {
        add(id, title, ProbeVerdict::DoesNotApply,
            ProfileProbeText::tr("Only files are known, no running service"));
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
            variable.isRequired ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow,
            ProfileProbeText::tr("Not set"), variable.text);
    }
    if (isGood)
        add(id, title, ProbeVerdict::Holds, ProfileProbeText::tr("Everything that is required is set"));
}

void Probing::lookAtHealth()
{
    const QString id = QStringLiteral("health");
    const QString title = ProfileProbeText::tr("Health");
    const ProfileEndpoint *endpoint = m_profile.endpoint(QStringLiteral("health"));
    if (!endpoint) {
        add(id, title, ProbeVerdict::DoesNotApply, ProfileProbeText::tr("The profile has no health address"));
        return;
    }
    if (m_session.healthUrl().isEmpty()) {
        add(id, title, ProbeVerdict::NotKnown, ProfileProbeText::tr("The instance has no health address"),
            ProfileProbeText::tr(
                "Where the service listens elsewhere, set the health address of the instance."));
        return;
    }
    const HealthAnswer answer = probeHealth(*endpoint, m_session, m_send, m_context);
    if (answer.verdict == HealthVerdict::Passed)
        add(id, title, ProbeVerdict::Holds,
            ProfileProbeText::tr("%1 answered as expected after %2 ms")
                .arg(answer.url)
                .arg(answer.milliseconds));
    else
        add(id, title, answer.status != 0 ? ProbeVerdict::InTheWay : ProbeVerdict::NotKnown,
            QStringLiteral("%1: %2").arg(answer.url, answer.reason),
            ProfileProbeText::tr(
                "Where the service listens elsewhere, set the health address of the instance."));
}

void Probing::lookAtLibrary()
{
    const QString warning = SqliteEngine::libraryWarning();
    add(QStringLiteral("sqlite"), ProfileProbeText::tr("SQLite of this program"),
        warning.isEmpty() ? ProbeVerdict::Holds : ProbeVerdict::ToKnow, SqliteEngine::libraryVersion(),
        warning);
}

ProbeFinding probeFinding(const QString &id, ProbeVerdict verdict, const QString &title, const QString &text,
                          const QString &advice)
{
    ProbeFinding finding;
    finding.id = id;
    finding.title = title;
    finding.verdict = verdict;
    finding.text = text;
    finding.advice = advice;
    return finding;
}

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

QList<ProbeFinding> probeInstance(const InstanceSession &session, const DataEngines &engines,
                                  const HttpSend &send, const OperationContext &context)
{
    return Probing(session, engines, send, context).run();
}

} // namespace pilothouse
