// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/drill/drillplan.h"

#include "core/actions/backup/backupplans.h"
#include "core/backup/backupstore.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/serviceaddress.h"
#include "core/secrets/unitcredential.h"
#include "core/steps/postgresword.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QThread>

namespace pilothouse {
namespace {

struct DrillPlanText
{
    Q_DECLARE_TR_FUNCTIONS(DrillPlan)
};

constexpr int MostDrillJobs = 4;
constexpr std::chrono::seconds RoleTime{10};

/// Collects what a plan for a drill needs.
class DrillPlanner
{
public:
    DrillPlanner(const DrillTools &tools, const InstanceSession &session, const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
    {
    }

    Result<Plan> plan(const QJsonObject &arguments)
    {
        auto backup = planBackup(m_tools.backup, m_session,
                                 {{QStringLiteral("trigger"), QStringLiteral("drill")}}, m_context);
        if (!backup)
            return backup;
        m_plan = std::move(*backup);
        m_plan.action = QStringLiteral("drill.run");
        m_plan.parameters = arguments;
        m_plan.title = DrillPlanText::tr("Drill: back up %1, restore it into a scratch place and prove it")
                           .arg(m_session.instance().name);
        m_plan.button = DrillPlanText::tr("Run the drill");
        m_plan.notes << DrillPlanText::tr(
            "The live data are read, and get a marker at most. What is restored "
            "goes into a scratch place, which is removed afterwards.");
        const QList<StepCall> made = std::exchange(m_plan.steps, {});
        if (Result<> marked = addMarker(); !marked)
            return tl::unexpected(marked.error());
        m_plan.steps << made;
        if (Result<> restored = addRestores(made); !restored)
            return tl::unexpected(restored.error());
        addEnd();
        return m_plan;
    }

private:
    void addOpen()
    {
        QJsonObject arguments{{QStringLiteral("instance"), m_session.instance().name}};
        const BackupStore store(m_tools.backup.files, m_tools.backup.clock);
        for (const BackupRecord &record : store.list(m_session.backupFolder()))
            if (record.countsForRetention()) {
                arguments.insert(QStringLiteral("lastBackup"), toIso(record.takenAt));
                break;
            }
        m_plan.steps << StepCall{QStringLiteral("open"), QStringLiteral("drill.open"), arguments};
    }

    Result<> addMarker()
    {
        addOpen();
        const ProfileDrill &drill = m_session.profile().drill;
        const bool isReached = drill.marker && callOf(drill.marker->write);
        if (isReached && hasKey())
            return addWritten(*drill.marker);
        if (isReached)
            m_plan.findings << Finding{
                QStringLiteral("no-marker"), FindingKind::NeedsConsent,
                DrillPlanText::tr("No key for the service is kept, so no marker is written through it."),
                DrillPlanText::tr("Keep one: pilothouse-cli drill key %1").arg(m_session.instance().name)};
        else if (drill.marker)
            m_plan.findings << Finding{
                QStringLiteral("no-marker"), FindingKind::NeedsConsent,
                DrillPlanText::tr(
                    "Nothing says where the service listens, so no marker is written through it."),
                DrillPlanText::tr("Set the health address of the instance.")};
        return drill.newest ? addChosen(*drill.newest) : Result<>();
    }

    bool hasKey() const
    {
        const auto key = keptSecret(m_tools.secrets, drillKeyReference(m_session.instance().name), m_context);
        return key && !key->isEmpty();
    }

    /// The SELECT for the layout that the database has; empty: there is none for it.
    Result<QString> fitting(const QMap<QString, QString> &selects, const QString &database) const
    {
        return DataReader(m_session, {m_tools.engine, m_tools.backup.server}, m_context)
            .layout(database)
            .map([&selects](const std::optional<QString> &layout) {
                return layout ? selects.value(*layout, selects.value(QString())) : QString();
            });
    }

    Result<QJsonObject> callOf(const ProfileCall &call) const
    {
        return serviceAddress(m_session, call.url, m_context).map([&call](const ServiceAddress &address) {
            return QJsonObject{{QStringLiteral("url"), address.url.toString()},
                               {QStringLiteral("inside"), address.isInside},
                               {QStringLiteral("body"), call.body},
                               {QStringLiteral("status"), call.status}};
        });
    }

    Result<> addWritten(const ProfileMarker &marker)
    {
        const auto select = fitting(marker.select, marker.database);
        if (!select)
            return tl::unexpected(select.error());
        const auto write = callOf(marker.write);
        const auto remove = marker.remove ? callOf(*marker.remove) : write;
        if (!write || !remove)
            return tl::unexpected(!write ? write.error() : remove.error());
        m_markedDatabase = marker.database;
        m_select = *select;
        m_mark = {{QStringLiteral("database"), marker.database},
                  {QStringLiteral("select"), m_select},
                  {QStringLiteral("marker"), scratchName(m_plan.operation, QStringLiteral("drill"))},
                  {QStringLiteral("key"), drillKeyReference(m_session.instance().name)},
                  {QStringLiteral("write"), *write}};
        if (marker.remove)
            m_mark.insert(QStringLiteral("remove"), *remove);
        else
            m_plan.notes << DrillPlanText::tr(
                "The marker stays in the data; the next drill takes its place.");
        m_plan.steps << StepCall{QStringLiteral("mark"), QStringLiteral("drill.mark"), m_mark};
        return {};
    }

    Result<> addChosen(const ProfileNewest &newest)
    {
        const auto chosen = fitting(newest.newest, newest.database);
        const auto select = chosen ? fitting(newest.select, newest.database) : chosen;
        if (!select)
            return tl::unexpected(select.error());
        if (chosen->isEmpty() || select->isEmpty())
            return {};
        m_markedDatabase = newest.database;
        m_select = *select;
        m_plan.steps << StepCall{
            QStringLiteral("mark"),
            QStringLiteral("drill.choose"),
            {{QStringLiteral("database"), newest.database}, {QStringLiteral("newest"), *chosen}}};
        return {};
    }

    Result<> addRestores(const QList<StepCall> &made)
    {
        for (const StepCall &call : made) {
            if (call.step == u"backup.publish") {
                m_set = call.arguments.value(QLatin1String("folder")).toString();
                m_archive = call.arguments.value(QLatin1String("archive")).toString();
            }
            if (call.step == u"archive.create")
                m_members = call.arguments.value(QLatin1String("databases")).toArray();
        }
        for (const StepCall &call : made)
            if (call.step == u"postgres.dump")
                if (Result<> restored = addServer(call.arguments); !restored)
                    return restored;
        if (!m_members.isEmpty())
            addFiles();
        return {};
    }

    QJsonObject manifest() const
    {
        return {{QStringLiteral("set"), m_set},
                {QStringLiteral("digest"), QStringLiteral("{output:publish.digest}")}};
    }

    /// Where a copy is looked into: for the marker, if it is the marker's database.
    void addFind(const QString &database, const QString &copy, const QJsonArray &assertions)
    {
        QJsonObject arguments{{QStringLiteral("database"), database},
                              {QStringLiteral("copy"), copy},
                              {QStringLiteral("assertions"), assertions}};
        const bool isMarked = database == m_markedDatabase;
        if (isMarked) {
            arguments.insert(QStringLiteral("select"), m_select);
            arguments.insert(QStringLiteral("marker"), QStringLiteral("{output:mark.marker}"));
        }
        if (isMarked || !assertions.isEmpty())
            m_plan.steps << StepCall{QStringLiteral("find-") + database, QStringLiteral("drill.find"),
                                     arguments};
    }

    QJsonArray assertionsOf(const QString &database) const
    {
        DataReader reader(m_session, {m_tools.engine, m_tools.backup.server}, m_context);
        QJsonArray assertions;
        for (const ProfileAssertion &assertion : m_session.profile().assertions) {
            if (assertion.database != database)
                continue;
            const auto layout = assertion.layout.isEmpty()
                                    ? Result<std::optional<QString>>(std::optional<QString>(QString()))
                                    : reader.layout(database);
            if (layout && *layout == assertion.layout)
                assertions << QJsonObject{{QStringLiteral("title"), assertion.title},
                                          {QStringLiteral("select"), assertion.select}};
        }
        return assertions;
    }

    Result<> addServer(const QJsonObject &dump)
    {
        const QString id = dump.value(QLatin1String("database")).toString();
        const QString live = dump.value(QLatin1String("name")).toString();
        const QString scratch = PostgresWord::scratchDatabase(live, m_plan.operation);
        const auto role = lookAtRole(id, scratch);
        if (!role)
            return tl::unexpected(role.error());
        const QJsonObject common{{QStringLiteral("database"), id},
                                 {QStringLiteral("name"), scratch},
                                 {QStringLiteral("live"), live},
                                 {QStringLiteral("target"), dump.value(QLatin1String("target"))}};
        const auto with = [&common](QJsonObject more) {
            for (auto item = common.begin(); item != common.end(); ++item)
                more.insert(item.key(), item.value());
            return more;
        };
        const QString file = m_set + u'/' + dump.value(QLatin1String("member")).toString();
        m_plan.steps
            << StepCall{QStringLiteral("create-") + id, QStringLiteral("postgres.create-database"), common}
            << StepCall{QStringLiteral("restore-") + id, QStringLiteral("postgres.restore"),
                        with({{QStringLiteral("manifest"), manifest()},
                              {QStringLiteral("file"), file},
                              {QStringLiteral("jobs"), qBound(1, QThread::idealThreadCount(), MostDrillJobs)},
                              {QStringLiteral("noOwner"), !*role}})}
            << StepCall{QStringLiteral("expect-") + id, QStringLiteral("postgres.expect"),
                        with({{QStringLiteral("manifest"), manifest()},
                              {QStringLiteral("assertions"), assertionsOf(id)}})};
        addFind(id, scratch, {});
        m_clear << StepCall{QStringLiteral("clear-") + id, QStringLiteral("drill.drop-database"), common};
        return {};
    }

    /// Whether our role may give owners; it must be able to make databases.
    Result<bool> lookAtRole(const QString &id, const QString &scratch)
    {
        auto connection = openBesideDatabase(*m_tools.backup.server, m_session, id, {}, m_context);
        if (!connection)
            return tl::unexpected(connection.error());
        const auto there = DatabaseTwin(*connection, m_context).traits(scratch);
        const auto role = connection->run(
            {"SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user", {}, RoleTime, 1},
            m_context);
        if (!there || !role)
            return tl::unexpected(there ? role.error() : there.error());
        if (*there)
            return failure(ErrorKind::Refused, DrillPlanText::tr("There is a database of this name already."),
                           scratch);
        const QList<QVariant> row = role->rows.value(0);
        const bool isSuperuser = row.value(0).toBool();
        if (!isSuperuser && !row.value(1).toBool())
            m_plan.findings << Finding{
                QStringLiteral("no-createdb"), FindingKind::Blocker,
                DrillPlanText::tr("This role may not make the database %1.").arg(scratch),
                DrillPlanText::tr("Let it: ALTER ROLE ... CREATEDB, or connect as another role.")};
        return isSuperuser;
    }

    void addFiles()
    {
        const QString stage =
            m_session.backupFolder() + u'/' + scratchName(m_plan.operation, QStringLiteral("drill"));
        QJsonArray wanted;
        QJsonArray staged;
        for (const QJsonValue &value : std::as_const(m_members)) {
            const QString member = value.toObject().value(QLatin1String("member")).toString();
            wanted << member;
            staged << QJsonObject{
                {QStringLiteral("id"), value.toObject().value(QLatin1String("id"))},
                {QStringLiteral("staged"), QString(stage + QStringLiteral("/members/") + member)}};
        }
        m_plan.steps << StepCall{QStringLiteral("extract"),
                                 QStringLiteral("archive.extract"),
                                 {{QStringLiteral("manifest"), manifest()},
                                  {QStringLiteral("archive"), QString(m_set + u'/' + m_archive)},
                                  {QStringLiteral("stage"), stage},
                                  {QStringLiteral("root"), m_session.backupFolder()},
                                  {QStringLiteral("wanted"), wanted}}}
                     << StepCall{QStringLiteral("check"),
                                 QStringLiteral("restore.check-staged"),
                                 {{QStringLiteral("manifest"), manifest()},
                                  {QStringLiteral("stage"), stage},
                                  {QStringLiteral("databases"), staged}}};
        for (const QJsonValue &value : std::as_const(staged)) {
            const QString id = value.toObject().value(QLatin1String("id")).toString();
            addFind(id, value.toObject().value(QLatin1String("staged")).toString(), assertionsOf(id));
        }
        m_clear << StepCall{QStringLiteral("clear"),
                            QStringLiteral("restore.clear-stage"),
                            {{QStringLiteral("folders"), QJsonArray{stage}}}};
        addSpace();
    }

    /// The backup's own need is in its plan; the scratch copy comes to it.
    void addSpace()
    {
        if (m_plan.estimate.space.isEmpty())
            return;
        SpaceNeed &space = m_plan.estimate.space.first();
        const bool wasEnough = space.free >= space.needed;
        space.needed += m_plan.estimate.bytes + (1 << 20);
        if (wasEnough && space.free < space.needed)
            m_plan.findings << Finding{
                QStringLiteral("space-drill"), FindingKind::Blocker,
                DrillPlanText::tr("%1 has %2 free, and about %3 are needed with the scratch copy.")
                    .arg(space.path, formatBytes(space.free), formatBytes(space.needed)),
                DrillPlanText::tr("Make room, or choose another folder for backups.")};
    }

    void addEnd()
    {
        m_plan.estimate.milliseconds *= 3;
        m_plan.steps << StepCall{QStringLiteral("proven"),
                                 QStringLiteral("backup.stamp-proven"),
                                 {{QStringLiteral("folder"), m_set}}};
        if (m_mark.contains(QStringLiteral("remove")))
            m_plan.steps << StepCall{QStringLiteral("unmark"), QStringLiteral("drill.unmark"), m_mark};
        m_plan.steps << m_clear;
    }

    const DrillTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    Plan m_plan;
    QJsonObject m_mark; ///< arguments of the word that writes the marker; empty: none is written
    QString m_markedDatabase;
    QString m_select;
    QString m_set;
    QString m_archive;
    QJsonArray m_members;
    QList<StepCall> m_clear;
};

} // namespace

QString drillKeyReference(const QString &instance)
{
    return instance + QStringLiteral("/drill");
}

Result<Plan> planDrill(const DrillTools &tools, const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context)
{
    return DrillPlanner(tools, session, context).plan(arguments);
}

} // namespace pilothouse
