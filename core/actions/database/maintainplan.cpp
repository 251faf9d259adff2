// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/actions/backup/restoreplaces.h"
#include "core/actions/database/databaseplans.h"
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

/// What the plans of VACUUM and ANALYZE say.
struct MaintainPlanText
{
    Q_DECLARE_TR_FUNCTIONS(DatabasePlans)
};

constexpr double WorthShare = 0.2;

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
                info->error ? MaintainPlanText::tr("%1 cannot be read: %2")
                                  .arg(database.fileName, info->error->message)
                            : MaintainPlanText::tr("%1 is empty.").arg(database.fileName),
                MaintainPlanText::tr("Salvage what can be read, or restore it from a backup.")};
            return {};
        }
        const auto check = m_tools.engine.quickCheck(database.path, m_context);
        if (!check)
            return failure(check.error());
        if (check->verdict == CheckVerdict::Failed)
            m_plan.findings << Finding{
                QStringLiteral("damaged-") + database.id, FindingKind::Blocker,
                MaintainPlanText::tr("%1 is damaged.").arg(database.fileName),
                MaintainPlanText::tr("Salvage what can be read, or restore it from a backup.")};
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
        m_plan.notes << MaintainPlanText::tr("%1 has %2 of %3 pages free: at least %4 (%5 %) are given back.")
                            .arg(database.fileName, formatCount(info.freePages), formatCount(info.pageCount),
                                 formatBytes(gain), QLocale().toString(share * 100, 'f', 1));
        if (share < WorthShare)
            m_plan.findings << Finding{
                QStringLiteral("little-gain-") + database.id,
                FindingKind::Info,
                MaintainPlanText::tr("%1 is hardly worth it: less than a fifth of it is free.")
                    .arg(database.fileName),
                {}};
    }

    void describe()
    {
        const QString names = databaseNames(m_databases);
        const QString instance = m_session.instance().name;
        m_plan.title = isVacuum() ? MaintainPlanText::tr("VACUUM %1 on %2").arg(names, instance)
                                  : MaintainPlanText::tr("ANALYZE %1 on %2").arg(names, instance);
        m_plan.button = isVacuum() ? MaintainPlanText::tr("VACUUM %1").arg(names)
                                   : MaintainPlanText::tr("ANALYZE %1").arg(names);
        m_plan.notes << MaintainPlanText::tr(
            "A new file is written beside the old one and compared with it, row by row; then they change "
            "places.");
        m_plan.notes << MaintainPlanText::tr("The old file is kept for %n day(s) and can be put back.",
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
                                   MaintainPlanText::tr("%1 are needed at %2, and %3 are free.")
                                       .arg(formatBytes(needed), folder, formatBytes(free)),
                                   isEnough ? QString()
                                            : MaintainPlanText::tr("Make room, then plan this again.")};
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
        const qint64 work = 3000 + 3 * m_bytes / DatabaseBytesPerMillisecond;
        m_plan.estimate.milliseconds = work + 1000 * qint64(watch.seconds);
        m_plan.estimate.downtime = window.isUp ? work : 0;
        if (window.isUp)
            m_plan.losses
                << MaintainPlanText::tr("Open connections to %1 end.").arg(m_session.profile().title);
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

} // namespace

Result<Plan> planMaintain(const DatabaseTools &tools, const InstanceSession &session, const QString &kind,
                          const QJsonObject &arguments, const OperationContext &context)
{
    return MaintainPlanner(tools, session, kind, context).plan(arguments);
}

} // namespace pilothouse
