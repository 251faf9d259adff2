// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/database/databaseplans.h"

#include "core/actions/backup/backupplans.h"
#include "core/actions/backup/restoreplaces.h"
#include "core/actions/database/databases.h"
#include "core/actions/logs/logwatch.h"
#include "core/actions/service/servicewindow.h"
#include "core/backup/backupstore.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/steps/servicecalls.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace pilothouse {

namespace {

/// What the plans say of themselves.
struct DatabasePlansText
{
    Q_DECLARE_TR_FUNCTIONS(DatabasePlans)
};

constexpr qint64 BytesPerMillisecond = 40'000;
constexpr double WorthShare = 0.2;

QString namesOf(const QList<DatabaseReference> &databases)
{
    QStringList names;
    for (const DatabaseReference &database : databases)
        names << database.fileName;
    return names.join(QStringLiteral(", "));
}

/// Collects one plan of VACUUM or ANALYZE.
class MaintainPlanner
{
public:
    MaintainPlanner(const DatabaseTools &tools, const InstanceSession &session, const QString &kind,
                    const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
        , m_kind(kind)
        , m_plan(newPlan(session, QStringLiteral("database.") + kind))
        , m_places(tools.backups.files, session, m_plan.operation)
    {
    }

    Result<Plan> plan(const QJsonObject &arguments)
    {
        auto databases = wantedDatabases(m_session, arguments);
        if (!databases)
            return failure(databases.error());
        const auto fingerprint = fingerprintOf(m_session, m_context);
        if (!fingerprint)
            return failure(fingerprint.error());
        m_databases = std::move(*databases);
        m_plan.fingerprint = *fingerprint;
        m_plan.parameters = arguments;
        m_plan.severity = Severity::Disruptive;
        for (const DatabaseReference &database : std::as_const(m_databases)) {
            if (auto looked = look(database); !looked)
                return failure(looked.error());
        }
        describe();
        addSpace();
        addSteps();
        return m_plan;
    }

private:
    bool isVacuum() const { return m_kind == QLatin1String("vacuum"); }

    Result<> look(const DatabaseReference &database)
    {
        const auto info = m_tools.engine.info(database.path, m_context);
        if (!info)
            return failure(info.error());
        if (info->error || info->pageCount == 0) {
            m_plan.findings << Finding{
                QStringLiteral("unreadable-") + database.id, FindingKind::Blocker,
                info->error ? DatabasePlansText::tr("%1 cannot be read: %2")
                                  .arg(database.fileName, info->error->message)
                            : DatabasePlansText::tr("%1 is empty.").arg(database.fileName),
                DatabasePlansText::tr("Salvage what can be read, or restore it from a backup.")};
            return {};
        }
        const auto check = m_tools.engine.quickCheck(database.path, m_context);
        if (!check)
            return failure(check.error());
        if (check->verdict == CheckVerdict::Failed)
            m_plan.findings << Finding{
                QStringLiteral("damaged-") + database.id, FindingKind::Blocker,
                DatabasePlansText::tr("%1 is damaged.").arg(database.fileName),
                DatabasePlansText::tr("Salvage what can be read, or restore it from a backup.")};
        m_bytes += info->bytes + std::max<qint64>(0, info->walBytes);
        if (isVacuum())
            addGain(database, *info);
        return {};
    }

    /// At least: pages that are partly filled are packed as well, by how much is not known before.
    void addGain(const DatabaseReference &database, const DatabaseInfo &info)
    {
        const qint64 gain = info.freePages * info.pageSize;
        const double share = static_cast<double>(info.freePages) / static_cast<double>(info.pageCount);
        m_plan.notes << DatabasePlansText::tr(
                            "%1 has %2 of %3 pages free: at least %4 (%5 %) are given back.")
                            .arg(database.fileName, formatCount(info.freePages), formatCount(info.pageCount),
                                 formatBytes(gain))
                            .arg(QLocale().toString(share * 100, 'f', 1));
        if (share < WorthShare)
            m_plan.findings << Finding{
                QStringLiteral("little-gain-") + database.id,
                FindingKind::Info,
                DatabasePlansText::tr("%1 is hardly worth it: less than a fifth of it is free.")
                    .arg(database.fileName),
                {}};
    }

    void describe()
    {
        const QString names = namesOf(m_databases);
        const QString instance = m_session.instance().name;
        m_plan.title = isVacuum() ? DatabasePlansText::tr("VACUUM %1 on %2").arg(names, instance)
                                  : DatabasePlansText::tr("ANALYZE %1 on %2").arg(names, instance);
        m_plan.button = isVacuum() ? DatabasePlansText::tr("VACUUM %1").arg(names)
                                   : DatabasePlansText::tr("ANALYZE %1").arg(names);
        m_plan.notes << DatabasePlansText::tr(
            "A new file is written beside the old one and compared with it, row by row; then they change "
            "places.");
        m_plan.notes << DatabasePlansText::tr("The old file is kept for %n day(s) and can be put back.",
                                              nullptr, m_session.instance().safetyDays);
    }

    /// The new files, one after the other; the old ones stay.
    void addSpace()
    {
        const QString folder = m_session.instance().dataDir;
        const qint64 needed = maintenanceSpace(m_bytes);
        const qint64 free = m_tools.backups.files.freeBytes(folder).value_or(0);
        m_plan.estimate.space << SpaceNeed{folder, needed, free};
        const bool isEnough = free >= needed;
        m_plan.findings << Finding{isEnough ? QStringLiteral("space-1") : QStringLiteral("space"),
                                   isEnough ? FindingKind::Info : FindingKind::Blocker,
                                   DatabasePlansText::tr("%1 are needed at %2, and %3 are free.")
                                       .arg(formatBytes(needed), folder, formatBytes(free)),
                                   isEnough ? QString()
                                            : DatabasePlansText::tr("Make room, then plan this again.")};
        if (const auto obstacle = m_places.obstacle())
            m_plan.findings << *obstacle;
    }

    void addSteps()
    {
        QStringList paths;
        QJsonArray asides;
        for (const DatabaseReference &database : std::as_const(m_databases)) {
            paths << database.path;
            const QString aside = m_places.aside(database.path, database.id);
            if (!m_places.isInSafety(aside))
                asides.append(aside);
        }
        const ServiceWindow window = openServiceWindow(m_session, paths, m_context);
        m_plan.findings << window.findings;
        m_plan.steps << window.before;
        m_plan.steps << StepCall{QStringLiteral("safety"),
                                 QStringLiteral("restore.open-safety"),
                                 {{QStringLiteral("folder"), m_places.safety()},
                                  {QStringLiteral("title"), m_plan.title},
                                  {QStringLiteral("asides"), asides},
                                  {QStringLiteral("databases"), QJsonArray::fromStringList(paths)}}};
        for (const DatabaseReference &database : std::as_const(m_databases))
            addDatabase(database);
        const LogWatch watch = window.isUp ? logWatchOf(m_session) : LogWatch();
        m_plan.findings << watch.findings;
        m_plan.steps << withMark(window.start, watch) << window.healthy;
        for (const DatabaseReference &database : std::as_const(m_databases)) {
            if (!isVacuum())
                m_plan.steps << keepCall(database, QStringLiteral("analyze"));
        }
        const auto health = window.isUp ? healthProof(m_session) : std::nullopt;
        m_plan.proofs << watch.proof;
        if (health)
            m_plan.proofs << *health;
        for (const DatabaseReference &database : std::as_const(m_databases))
            m_plan.proofs << StepCall{
                QStringLiteral("whole-") + database.id,
                QStringLiteral("sqlite.check"),
                {{QStringLiteral("path"), database.path}, {QStringLiteral("kind"), QStringLiteral("quick")}}};
        m_plan.estimate.bytes = m_bytes;
        const qint64 work = 3000 + 3 * m_bytes / BytesPerMillisecond;
        m_plan.estimate.milliseconds = work + 1000 * qint64(watch.seconds);
        m_plan.estimate.downtime = window.isUp ? work : 0;
        if (window.isUp)
            m_plan.losses
                << DatabasePlansText::tr("Open connections to %1 end.").arg(m_session.profile().title);
    }

    void addDatabase(const DatabaseReference &database)
    {
        const QString staged =
            QFileInfo(database.path).path() + u'/' + scratchName(m_plan.operation, database.fileName);
        m_plan.steps << StepCall{QStringLiteral("make-") + database.id,
                                 QStringLiteral("sqlite.maintain"),
                                 {{QStringLiteral("kind"), m_kind},
                                  {QStringLiteral("live"), database.path},
                                  {QStringLiteral("staged"), staged}}};
        m_plan.steps << StepCall{
            QStringLiteral("swap-") + database.id,
            QStringLiteral("sqlite.swap-files"),
            {{QStringLiteral("staged"), staged},
             {QStringLiteral("live"), database.path},
             {QStringLiteral("quarantine"), m_places.aside(database.path, database.id)}}};
    }

    static StepCall keepCall(const DatabaseReference &database, const QString &kind)
    {
        return {QStringLiteral("keep-") + database.id,
                QStringLiteral("check.keep"),
                {{QStringLiteral("path"), database.path},
                 {QStringLiteral("database"), database.id},
                 {QStringLiteral("kind"), kind}}};
    }

    const DatabaseTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    QString m_kind;
    Plan m_plan;
    RestorePlaces m_places;
    QList<DatabaseReference> m_databases;
    qint64 m_bytes = 0;
};

QList<StepCall> withoutStart(QList<StepCall> steps)
{
    steps.removeIf([](const StepCall &call) { return call.step == QLatin1String("service.start"); });
    return steps;
}

/// "Salvaged rows can be compared with the backup of …", or that there is none.
QString adviceFrom(const DatabaseTools &tools, const InstanceSession &session)
{
    const BackupStore store(tools.backups.files, tools.backups.clock);
    const QDateTime now = shownTime(tools.backups.clock.now());
    for (const BackupRecord &record : store.list(session.backupFolder())) {
        if (record.countsForRetention() && record.verified.state == BackupStamp::State::Reached)
            return DatabasePlansText::tr(
                       "There is a verified backup of %1: restoring that is safer where the rows written "
                       "since matter less. The report compares the rows with it.")
                .arg(formatMoment(record.takenAt, now));
    }
    return DatabasePlansText::tr("There is no verified backup to restore instead.");
}

/// The rows of every table in the newest verified backup; empty where there is none.
QJsonObject backupRows(const DatabaseTools &tools, const InstanceSession &session, const QString &database)
{
    const BackupStore store(tools.backups.files, tools.backups.clock);
    for (const BackupRecord &record : store.list(session.backupFolder())) {
        if (!record.countsForRetention() || record.verified.state != BackupStamp::State::Reached)
            continue;
        const auto manifest = store.manifest(record.folder);
        if (!manifest)
            continue;
        for (const ManifestDatabase &one : manifest->databases) {
            QJsonObject rows;
            for (auto table = one.rows.cbegin(); table != one.rows.cend(); ++table)
                rows.insert(table.key(), table.value());
            if (one.id == database)
                return rows;
        }
    }
    return {};
}

} // namespace

Result<QList<DatabaseReference>> wantedDatabases(const InstanceSession &session, const QJsonObject &arguments)
{
    const QString id = arguments.value(QStringLiteral("database")).toString();
    QList<DatabaseReference> wanted;
    for (const DatabaseReference &database : session.databases()) {
        if (id.isEmpty() ? QFileInfo::exists(database.path) : database.id == id)
            wanted << database;
    }
    if (!wanted.isEmpty())
        return wanted;
    if (!id.isEmpty())
        return failure(noSuchFile(session, id));
    const QList<ServerDatabase> onServers = session.serverDatabases();
    if (session.databases().isEmpty() && !onServers.isEmpty())
        return failure(noSuchFile(session, onServers.first().id));
    return failure(ErrorKind::NotFound, DatabasePlansText::tr("None of its databases is there."),
                   session.instance().name);
}

Result<Plan> planMaintain(const DatabaseTools &tools, const InstanceSession &session, const QString &kind,
                          const QJsonObject &arguments, const OperationContext &context)
{
    return MaintainPlanner(tools, session, kind, context).plan(arguments);
}

Result<Plan> planCheck(const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context)
{
    const auto databases = wantedDatabases(session, arguments);
    if (!databases)
        return failure(databases.error());
    const auto fingerprint = fingerprintOf(session, context);
    if (!fingerprint)
        return failure(fingerprint.error());
    Plan plan = newPlan(session, QStringLiteral("database.check"));
    plan.fingerprint = *fingerprint;
    plan.parameters = arguments;
    const QString names = namesOf(*databases);
    plan.title = DatabasePlansText::tr("Check %1 on %2").arg(names, session.instance().name);
    plan.button = DatabasePlansText::tr("Check %1").arg(names);
    plan.notes << DatabasePlansText::tr("The service goes on; nothing is changed. The verdicts are kept.");
    for (const DatabaseReference &database : *databases) {
        plan.estimate.bytes += QFileInfo(database.path).size();
        for (const char *kind : {"integrity", "foreignKeys"})
            plan.steps << StepCall{QLatin1String(kind) + u'-' + database.id,
                                   QStringLiteral("check.keep"),
                                   {{QStringLiteral("path"), database.path},
                                    {QStringLiteral("database"), database.id},
                                    {QStringLiteral("kind"), QLatin1String(kind)}}};
    }
    plan.estimate.milliseconds = 100 + plan.estimate.bytes / BytesPerMillisecond;
    return plan;
}

Result<Plan> planRecover(const DatabaseTools &tools, const InstanceSession &session,
                         const QJsonObject &arguments, const OperationContext &context)
{
    const auto databases = wantedDatabases(session, arguments);
    if (!databases)
        return failure(databases.error());
    const DatabaseReference &database = databases->first();
    const auto fingerprint = fingerprintOf(session, context);
    if (!fingerprint)
        return failure(fingerprint.error());
    Plan plan = newPlan(session, QStringLiteral("database.recover"));
    plan.fingerprint = *fingerprint;
    plan.parameters = arguments;
    plan.title = DatabasePlansText::tr("Salvage %1 on %2").arg(database.fileName, session.instance().name);
    plan.button = DatabasePlansText::tr("Salvage %1").arg(database.fileName);
    const QString folder = session.backupFolder() + QStringLiteral("/salvaged/")
                           + BackupStore::setName(tools.backups.clock.now(), plan.operation);
    const ServiceWindow window = openServiceWindow(session, {database.path}, context);
    plan.findings << window.findings;
    plan.severity = window.isUp ? Severity::Disruptive : Severity::Reversible;
    const auto check = tools.engine.quickCheck(database.path, context);
    const bool staysDown = window.isUp && (!check || check->verdict == CheckVerdict::Failed);
    if (check && check->verdict == CheckVerdict::Passed)
        plan.findings << Finding{
            QStringLiteral("not-damaged"), FindingKind::Warning,
            DatabasePlansText::tr("A quick check finds no damage in %1.").arg(database.fileName),
            DatabasePlansText::tr("Check it in full before you salvage it.")};
    qint64 bytes = 0;
    for (const QString &file : SqliteEngine::family(database.path))
        bytes += QFileInfo(file).size();
    const qint64 needed = 5 * bytes + (1 << 20);
    const qint64 free = tools.backups.files.freeBytes(session.backupFolder()).value_or(0);
    plan.estimate.space << SpaceNeed{session.backupFolder(), needed, free};
    if (free < needed)
        plan.findings << Finding{QStringLiteral("space"), FindingKind::Blocker,
                                 DatabasePlansText::tr("%1 are needed at %2, and %3 are free.")
                                     .arg(formatBytes(needed), session.backupFolder(), formatBytes(free)),
                                 DatabasePlansText::tr("Make room, then plan this again.")};
    plan.steps << window.before
               << StepCall{QStringLiteral("save"),
                           QStringLiteral("sqlite.save-family"),
                           {{QStringLiteral("live"), database.path},
                            {QStringLiteral("folder"), QString(folder + QStringLiteral("/damaged"))}}}
               << (staysDown ? withoutStart(window.start) : window.start)
               << StepCall{QStringLiteral("salvage"),
                           QStringLiteral("sqlite.salvage"),
                           {{QStringLiteral("damaged"),
                             QString(folder + QStringLiteral("/damaged/") + database.fileName)},
                            {QStringLiteral("folder"), folder},
                            {QStringLiteral("name"), database.fileName},
                            {QStringLiteral("backupRows"), backupRows(tools, session, database.id)}}};
    if (staysDown)
        plan.losses << DatabasePlansText::tr(
            "The service stays stopped: on a damaged database it would damage more. Start "
            "it after the restore.");
    plan.notes << DatabasePlansText::tr(
        "It works on a copy, with the log that lies beside the database. The live file is "
        "never changed.")
               << DatabasePlansText::tr(
                      "The salvaged file and a report of rows kept, recovered and lost go to %1.")
                      .arg(folder)
               << DatabasePlansText::tr("To use it, restore from %1; that is a plan of its own.")
                      .arg(folder + u'/' + database.fileName)
               << adviceFrom(tools, session);
    plan.estimate.bytes = bytes;
    plan.estimate.milliseconds = 1000 + 4 * bytes / BytesPerMillisecond;
    plan.estimate.downtime = window.isUp ? 3000 + bytes / BytesPerMillisecond : 0;
    return plan;
}

} // namespace pilothouse
