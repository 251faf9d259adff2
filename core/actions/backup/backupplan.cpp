// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/actions/backup/dumpjobs.h"
#include "core/actions/backup/serverdump.h"
#include "core/actions/service/servicewindow.h"
#include "core/audit/actor.h"
#include "core/backup/backupstore.h"
#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSysInfo>

namespace pilothouse {

namespace {

/// What a backup says of itself.
struct BackupPlanText
{
    Q_DECLARE_TR_FUNCTIONS(BackupPlan)
};

constexpr qint64 BytesPerMillisecond = 100'000; // copy, pack, verify

/// Collects what a plan for a backup needs.
class BackupPlanner
{
public:
    BackupPlanner(const BackupTools &tools, const InstanceSession &session, const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
        , m_plan(newPlan(session, QStringLiteral("backup.create")))
    {
    }

    Result<Plan> plan(const QJsonObject &arguments)
    {
        const QJsonValue jobs = arguments.value(QStringLiteral("jobs"));
        if (!jobs.isUndefined() && (jobs.toInt(-1) < 1 || jobs.toInt() > MostDumpJobs))
            return failure(ErrorKind::BadInput,
                           BackupPlanText::tr("“jobs” is a whole number from 1 to %1.").arg(MostDumpJobs));
        m_isOffline = arguments.value(QStringLiteral("offline")).toBool();
        m_trigger = arguments.value(QStringLiteral("trigger")).toString(QStringLiteral("operator"));
        const QString name = BackupStore::setName(m_tools.clock.now(), m_plan.operation);
        m_stamp = name.section(u'-', 0, 0);
        m_folder = m_session.backupFolder() + u'/' + name;
        m_plan.parameters = arguments;
        m_plan.title = BackupPlanText::tr("Back up %1").arg(m_session.instance().name);
        m_plan.button = BackupPlanText::tr("Back up %1").arg(m_session.instance().name);
        m_plan.fingerprint = fingerprintOf(m_session, m_context).value_or(QByteArray());
        for (const QString &id : m_session.profile().backup.databases)
            if (const std::optional<DatabaseReference> database = m_session.database(id))
                addDatabase(*database);
            else if (const std::optional<ServerDatabase> server = m_session.serverDatabase(id))
                if (Result<> added = addServer(*server); !added)
                    return tl::unexpected(added.error());
        addFiles();
        if (m_databases.isEmpty() && m_dumps.isEmpty() && !m_plan.hasBlocker())
            m_plan.findings << Finding{QStringLiteral("nothing"),
                                       FindingKind::Blocker,
                                       BackupPlanText::tr("There is no database to back up."),
                                       {}};
        addSpace();
        addSteps();
        return m_plan;
    }

private:
    struct Entry
    {
        DatabaseReference reference;
        QString member;
    };

    void addDatabase(const DatabaseReference &database)
    {
        const Result<FileFacts> facts = m_tools.files.facts(database.path);
        if (!facts) {
            const FindingKind kind = database.isRequired ? FindingKind::Blocker : FindingKind::Info;
            m_plan.findings << Finding{QStringLiteral("missing-") + database.id, kind,
                                       BackupPlanText::tr("%1 is not there.").arg(database.fileName),
                                       facts.error().advice};
            return;
        }
        m_databases << Entry{database, QStringLiteral("%1-%2.db").arg(database.id, m_stamp)};
        m_bytes += facts->bytes;
        if (m_isOffline)
            return;
        const Result<BackupForecast> forecast = SqliteEngine().forecast(database.path, m_context);
        if (!forecast) {
            m_isOffline = true;
            m_plan.findings << Finding{
                QStringLiteral("offline"), FindingKind::Warning,
                BackupPlanText::tr(
                    "%1 cannot be copied while the service runs, so it is stopped for the copy.")
                    .arg(database.fileName),
                forecast.error().message};
        } else if (forecast->stallsWriters) {
            m_plan.findings << Finding{
                QStringLiteral("stall-") + database.id, FindingKind::Warning,
                BackupPlanText::tr("Writers to %1 wait for about %2 while it is copied.")
                    .arg(database.fileName, formatDuration(forecast->stallMilliseconds)),
                BackupPlanText::tr("It has a rollback journal; in WAL mode nobody would wait.")};
        }
    }

    /// A server that cannot be asked is a finding; a table that is not there is a mistake.
    Result<> addServer(const ServerDatabase &database)
    {
        if (!m_tools.server)
            return {};
        const QString tables = m_plan.parameters.value(QStringLiteral("tables")).toString();
        const ServerDumpWish wish{database, m_stamp, tables.split(u',', Qt::SkipEmptyParts),
                                  m_plan.parameters.value(QStringLiteral("jobs")).toInt()};
        const Result<ServerDump> dump =
            lookAtDump(*m_tools.server, m_session, wish, m_plan.findings, m_context);
        if (!dump && (dump.error().kind == ErrorKind::BadInput || dump.error().kind == ErrorKind::Cancelled))
            return tl::unexpected(dump.error());
        if (dump) {
            m_dumps << *dump;
            m_serverBytes += dump->bytes;
            return {};
        }
        const FindingKind kind = database.isRequired ? FindingKind::Blocker : FindingKind::Warning;
        m_plan.findings << Finding{QStringLiteral("unreachable-") + database.id, kind,
                                   dump.error().toText().replace(u'\n', u' '), dump.error().advice};
        return {};
    }

    void addFiles()
    {
        for (const ProfileFiles &files : m_session.profile().files) {
            const bool isWanted = files.isInBackup && m_session.profile().backup.files.contains(files.id);
            const Result<QString> path = m_session.pathOf(files.path);
            if (isWanted && path && m_tools.files.exists(*path))
                m_trees.append(files.path);
        }
    }

    void addSpace()
    {
        const qint64 free = m_tools.files.freeBytes(m_session.backupFolder()).value_or(0);
        const qint64 needed = m_bytes + m_bytes * 2 / 5 + m_serverBytes + (1 << 20);
        m_plan.estimate.bytes = m_bytes + m_serverBytes;
        m_plan.estimate.milliseconds = 500 + (m_bytes + m_serverBytes) / BytesPerMillisecond;
        m_plan.estimate.space << SpaceNeed{m_session.backupFolder(), needed, free};
        if (free < needed)
            m_plan.findings << Finding{
                QStringLiteral("space"), FindingKind::Blocker,
                BackupPlanText::tr("%1 has %2 free, and about %3 are needed.")
                    .arg(m_session.backupFolder(), formatBytes(free), formatBytes(needed)),
                BackupPlanText::tr("Make room, or choose another folder for backups.")};
        const QString second = m_session.instance().secondBackupDir;
        if (!second.isEmpty() && !m_tools.files.exists(second))
            m_plan.findings << Finding{
                QStringLiteral("second-missing"), FindingKind::Warning,
                BackupPlanText::tr("The second folder, %1, is not there; there will be only one copy.")
                    .arg(second),
                BackupPlanText::tr("Mount it, or choose another one.")};
    }

    QJsonObject common() const
    {
        return {{QStringLiteral("partial"), QString(m_folder + QStringLiteral(".partial"))},
                {QStringLiteral("folder"), m_folder}};
    }

    void add(const QString &id, const QString &word, QJsonObject arguments)
    {
        const QJsonObject shared = common();
        for (auto value = shared.begin(); value != shared.end(); ++value)
            arguments.insert(value.key(), value.value());
        m_plan.steps << StepCall{id, word, arguments};
    }

    void addSteps()
    {
        ServiceWindow window;
        if (m_isOffline) {
            QStringList paths;
            for (const Entry &entry : std::as_const(m_databases))
                paths << entry.reference.path;
            window = openServiceWindow(m_session, paths, m_context);
            m_plan.findings << window.findings;
            m_plan.severity = window.isUp ? Severity::Disruptive : Severity::Reversible;
            m_plan.estimate.downtime = window.isUp ? 5000 + m_bytes / (4 * BytesPerMillisecond) : 0;
        }
        add(QStringLiteral("begin"), QStringLiteral("backup.begin"), {});
        m_plan.steps << window.before;
        QJsonArray members;
        QJsonArray ids;
        for (const Entry &entry : std::as_const(m_databases)) {
            const DatabaseReference &database = entry.reference;
            add(QStringLiteral("stage-") + database.id, QStringLiteral("backup.stage"),
                {{QStringLiteral("database"), database.id},
                 {QStringLiteral("source"), database.path},
                 {QStringLiteral("member"), entry.member}});
            members.append(QJsonObject{{QStringLiteral("id"), database.id},
                                       {QStringLiteral("member"), entry.member},
                                       {QStringLiteral("original"), database.relativePath}});
            ids.append(database.id);
        }
        for (const ServerDump &dump : std::as_const(m_dumps)) {
            add(QStringLiteral("dump-") + dump.id, QStringLiteral("postgres.dump"), toArguments(dump));
            ids.append(dump.id);
        }
        m_plan.steps << window.start << window.healthy;
        addPublication(members, ids);
    }

    /// A set of dumps alone has no archive: its files are what the runbook's own commands restore from.
    void addPublication(const QJsonArray &members, const QJsonArray &ids)
    {
        const bool hasArchive = !members.isEmpty() || !m_trees.isEmpty();
        const QString format = m_session.instance().archiveFormat;
        const QString archive = hasArchive ? QStringLiteral("backup-%1.%2").arg(m_stamp, format) : QString();
        if (hasArchive)
            add(QStringLiteral("archive"), QStringLiteral("archive.create"),
                {{QStringLiteral("archive"), archive},
                 {QStringLiteral("format"), format},
                 {QStringLiteral("databases"), members},
                 {QStringLiteral("trees"), m_trees}});
        QJsonObject publish{
            {QStringLiteral("archive"), archive},
            {QStringLiteral("stamp"), m_stamp},
            {QStringLiteral("databases"), ids},
            {QStringLiteral("trigger"), m_trigger},
            {QStringLiteral("kind"), m_isOffline ? QStringLiteral("offline") : QStringLiteral("online")},
            {QStringLiteral("toolVersion"), m_tools.version},
            {QStringLiteral("user"), osUser()},
            {QStringLiteral("host"), QSysInfo::machineHostName()}};
        if (const Result<ServiceStatus> status = m_session.runtime().status(m_context)) {
            publish.insert(QStringLiteral("serviceVersion"), status->image);
            publish.insert(QStringLiteral("imageDigest"), status->imageDigest);
        }
        add(QStringLiteral("publish"), QStringLiteral("backup.publish"), publish);
        add(QStringLiteral("verify"), QStringLiteral("backup.verify"), {});
        const QString second = m_session.instance().secondBackupDir;
        if (!second.isEmpty())
            add(QStringLiteral("copy"), QStringLiteral("backup.copy"),
                {{QStringLiteral("destination"), second}});
    }

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    Plan m_plan;
    QList<Entry> m_databases;
    QList<ServerDump> m_dumps;
    QJsonArray m_trees;
    QString m_stamp;
    QString m_folder;
    QString m_trigger;
    qint64 m_bytes = 0;
    qint64 m_serverBytes = 0;
    bool m_isOffline = false;
};

} // namespace

Plan newPlan(const InstanceSession &session, const QString &action)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = action;
    return plan;
}

Result<Plan> planBackup(const BackupTools &tools, const InstanceSession &session,
                        const QJsonObject &arguments, const OperationContext &context)
{
    return BackupPlanner(tools, session, context).plan(arguments);
}

} // namespace pilothouse
