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

void needSpace(Plan &plan, const DatabaseTools &tools, const QString &folder, qint64 needed)
{
    const qint64 free = tools.backups.files.freeBytes(folder).value_or(0);
    plan.estimate.space << SpaceNeed{folder, needed, free};
    if (free < needed)
        plan.findings << Finding{QStringLiteral("space"), FindingKind::Blocker,
                                 DatabasePlansText::tr("%1 are needed at %2, and %3 are free.")
                                     .arg(formatBytes(needed), folder, formatBytes(free)),
                                 DatabasePlansText::tr("Make room, then plan this again.")};
}

/// The copy of the damaged files, while the service stands still, and the work on that copy.
std::pair<StepCall, StepCall> salvageCalls(const DatabaseTools &tools, const InstanceSession &session,
                                           const DatabaseReference &database, const QString &folder)
{
    const QString damaged = folder + QStringLiteral("/damaged");
    return {StepCall{QStringLiteral("save"),
                     QStringLiteral("sqlite.save-family"),
                     {{QStringLiteral("live"), database.path}, {QStringLiteral("folder"), damaged}}},
            StepCall{QStringLiteral("salvage"),
                     QStringLiteral("sqlite.salvage"),
                     {{QStringLiteral("damaged"), QString(damaged + u'/' + database.fileName)},
                      {QStringLiteral("folder"), folder},
                      {QStringLiteral("name"), database.fileName},
                      {QStringLiteral("backupRows"), backupRows(tools, session, database.id)}}}};
}

QStringList salvageNotes(const QString &folder, const QString &fileName)
{
    return {DatabasePlansText::tr(
                "It works on a copy, with the log that lies beside the database. The live file is "
                "never changed."),
            DatabasePlansText::tr("The salvaged file and a report of rows kept, recovered and lost go to %1.")
                .arg(folder),
            DatabasePlansText::tr("To use it, restore from %1; that is a plan of its own.")
                .arg(folder + u'/' + fileName)};
}

} // namespace

QString databaseNames(const QList<DatabaseReference> &databases)
{
    QStringList names;
    for (const DatabaseReference &database : databases)
        names << database.fileName;
    return names.join(QStringLiteral(", "));
}

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
    const QString names = databaseNames(*databases);
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
    plan.estimate.milliseconds = 100 + plan.estimate.bytes / DatabaseBytesPerMillisecond;
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
    needSpace(plan, tools, session.backupFolder(), 5 * bytes + (1 << 20));
    const auto [save, salvage] = salvageCalls(tools, session, database, folder);
    plan.steps << window.before << save << (staysDown ? withoutStart(window.start) : window.start) << salvage;
    if (staysDown)
        plan.losses << DatabasePlansText::tr(
            "The service stays stopped: on a damaged database it would damage more. Start "
            "it after the restore.");
    plan.notes << salvageNotes(folder, database.fileName) << adviceFrom(tools, session);
    plan.estimate.bytes = bytes;
    plan.estimate.milliseconds = 1000 + 4 * bytes / DatabaseBytesPerMillisecond;
    plan.estimate.downtime = window.isUp ? 3000 + bytes / DatabaseBytesPerMillisecond : 0;
    return plan;
}

} // namespace pilothouse
