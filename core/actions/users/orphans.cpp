// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/orphans.h"

#include "core/actions/users/deletebuilder.h"
#include "core/actions/users/users.h"
#include "core/actions/users/usersplans.h"
#include "core/actions/users/usersreads.h"
#include "core/base/clock.h"
#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "core/instances/fingerprint.h"

#include <QDir>
#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr int MostValues = 200000;
constexpr int MostCleaned = 1000;
constexpr std::chrono::seconds SelectDeadline{10};
constexpr qint64 Young = 60 * 60 * 1000;

struct OrphansText
{
    Q_DECLARE_TR_FUNCTIONS(Orphans)
};

QString orphansText(const char *text)
{
    return QCoreApplication::translate("Orphans", text);
}

/// Owners as they turn up in the data, each with when the youngest of its things was made (0: not known).
using OwnerTimes = QMap<QString, qint64>;

void note(OwnerTimes &owners, const QString &value, qint64 at)
{
    if (!value.isEmpty())
        owners[value] = std::max(owners.value(value), at);
}

Result<> readRows(const InstanceSession &session, const SqliteEngine &engine,
                  const ProfileOrphanSource &source, OwnerTimes &owners, const OperationContext &context)
{
    DataReader reader(session, engine, context);
    const auto layout = reader.layout(source.database);
    if (!layout)
        return failure(layout.error());
    if (!*layout || (!source.layout.isEmpty() && **layout != source.layout))
        return {};
    const auto rows = reader.select(source.database, SqlQuery{source.select, {}, MostValues, SelectDeadline});
    if (!rows)
        return failure(rows.error());
    if (rows->isCut)
        return failure(
            ErrorKind::Refused,
            orphansText(QT_TRANSLATE_NOOP("Orphans", "There are more owners than can be compared.")),
            QString::number(MostValues));
    for (const QList<QVariant> &row : rows->rows)
        note(owners, row.value(0).toString(), row.value(1).toLongLong());
    return {};
}

Result<> readFolders(const InstanceSession &session, const ProfileOrphanSource &source, OwnerTimes &owners)
{
    const auto path = session.pathOf(source.files);
    if (!path)
        return failure(path.error());
    const QFileInfoList folders =
        QDir(*path).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders)
        note(owners, folder.fileName(), folder.lastModified().toMSecsSinceEpoch());
    return {};
}

Result<OwnerTimes> ownersInTheData(const InstanceSession &session, const SqliteEngine &engine,
                                   const ProfileEntity &entity, const OperationContext &context)
{
    OwnerTimes owners;
    for (const ProfileOrphanSource &source : entity.orphans.sources) {
        const auto read = source.files.isEmpty() ? readRows(session, engine, source, owners, context)
                                                 : readFolders(session, source, owners);
        if (!read)
            return failure(read.error());
    }
    return owners;
}

Result<Orphan> orphanOf(const InstanceSession &session, const SqliteEngine &engine,
                        const ProfileEntity &entity, const QString &value, const OperationContext &context)
{
    // The selectors that find what a user owns find it for a user who is not there, too.
    EntityRow ghost;
    ghost.values.insert(entity.orphans.parameter, value);
    auto things = findOwned(session, engine, entity, ghost, context);
    if (!things)
        return failure(things.error());
    Orphan orphan{value, {}, 0, 0};
    for (const OwnedThings &one : *things) {
        if (one.keys.isEmpty() && !one.isThere)
            continue;
        orphan.rows += one.keys.size();
        orphan.folders += one.isThere ? 1 : 0;
        orphan.things << one;
    }
    return orphan;
}

Result<ProfileEntity> entityWithOrphans(const InstanceSession &session, const QString &entityId)
{
    auto entity = findEntity(session, entityId);
    if (entity && entity->orphans.sources.isEmpty())
        return failure(
            ErrorKind::Refused,
            orphansText(QT_TRANSLATE_NOOP("Orphans", "The profile does not say how to find orphans.")),
            entityId);
    return entity;
}

QString entityOf(const QJsonObject &arguments)
{
    return arguments.value(QStringLiteral("entity")).toString(QStringLiteral("user"));
}

/// Those that the arguments name ("a,b"); all where they name none. NotFound names one that is no orphan.
Result<QList<Orphan>> chosen(const OrphanReport &report, const QJsonObject &arguments)
{
    QStringList wanted = arguments.value(QStringLiteral("only")).toString().split(u',', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return report.orphans;
    QList<Orphan> orphans;
    for (const Orphan &orphan : report.orphans) {
        if (wanted.removeAll(orphan.value) > 0)
            orphans << orphan;
    }
    if (!wanted.isEmpty())
        return failure(
            ErrorKind::NotFound,
            orphansText(QT_TRANSLATE_NOOP("Orphans", "That is no orphan: somebody owns it, it is too young, "
                                                     "or it is not there.")),
            wanted.first());
    return orphans;
}

Plan startPlan(const InstanceSession &session, const QList<Orphan> &orphans, const QJsonObject &arguments,
               const OperationContext &context)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = QStringLiteral("users.clean-orphans");
    plan.parameters = arguments;
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    plan.severity = Severity::Destructive;
    const int count = static_cast<int>(orphans.size());
    plan.title = OrphansText::tr("Delete %n orphan(s) on %1", nullptr, count).arg(plan.instance);
    plan.button = OrphansText::tr("Delete %n orphan(s)", nullptr, count);
    plan.notes << orphansText(QT_TRANSLATE_NOOP(
        "Orphans", "They belong to no account: what deleted users and refused registrations left behind."));
    plan.notes << orphansText(QT_TRANSLATE_NOOP(
        "Orphans", "It can be put back: every row is kept in the journal, files are only moved aside."));
    return plan;
}

} // namespace

QJsonObject toJson(const OrphanReport &report)
{
    QJsonArray rows;
    for (const Orphan &orphan : report.orphans) {
        QStringList titles;
        for (const OwnedThings &one : orphan.things)
            titles << QStringLiteral("%1 (%2)")
                          .arg(one.owned.title)
                          .arg(std::max<qsizetype>(1, one.keys.size()));
        rows << QJsonObject{{QStringLiteral("value"), orphan.value},
                            {QStringLiteral("rows"), orphan.rows},
                            {QStringLiteral("folders"), orphan.folders},
                            {QStringLiteral("things"), titles.join(QStringLiteral(", "))}};
    }
    return {{QStringLiteral("parameter"), report.parameter},
            {QStringLiteral("young"), report.young},
            {QStringLiteral("orphans"), rows}};
}

Result<OrphanReport> findOrphans(const InstanceSession &session, const SqliteEngine &engine,
                                 const QString &entityId, const QDateTime &now,
                                 const OperationContext &context)
{
    const auto entity = entityWithOrphans(session, entityId);
    if (!entity)
        return failure(entity.error());
    // The data first, the accounts after it: an account made in between is seen.
    const auto owners = ownersInTheData(session, engine, *entity, context);
    if (!owners)
        return failure(owners.error());
    const auto accounts = listEntities(session, engine, entityId, context);
    if (!accounts)
        return failure(accounts.error());
    QSet<QString> known;
    for (const EntityRow &row : *accounts)
        known.insert(row.values.value(entity->orphans.parameter).toString());
    OrphanReport report{entity->orphans.parameter, {}, 0};
    for (auto owner = owners->cbegin(); owner != owners->cend() && !context.isCancelled(); ++owner) {
        if (known.contains(owner.key()))
            continue;
        if (now.toMSecsSinceEpoch() - owner.value() < Young) {
            ++report.young;
            continue;
        }
        auto orphan = orphanOf(session, engine, *entity, owner.key(), context);
        if (!orphan)
            return failure(orphan.error());
        if (!orphan->things.isEmpty())
            report.orphans << *orphan;
    }
    return report;
}

Result<Plan> planOrphanClean(const InstanceSession &session, const SqliteEngine &engine,
                             const QJsonObject &arguments, const QDateTime &now,
                             const OperationContext &context)
{
    const auto report = findOrphans(session, engine, entityOf(arguments), now, context);
    if (!report)
        return failure(report.error());
    auto orphans = chosen(*report, arguments);
    if (!orphans)
        return failure(orphans.error());
    if (orphans->isEmpty())
        return failure(ErrorKind::Refused,
                       orphansText(QT_TRANSLATE_NOOP("Orphans", "There are no orphans to delete.")),
                       session.instance().name);
    Plan plan = startPlan(session, orphans->mid(0, MostCleaned), arguments, context);
    if (orphans->size() > MostCleaned)
        plan.findings << Finding{
            QStringLiteral("part"),
            FindingKind::Info,
            orphansText(QT_TRANSLATE_NOOP("Orphans", "%1 are deleted now; do it again for the rest."))
                .arg(MostCleaned),
            {}};
    DeleteBuilder builder(session, plan);
    for (const Orphan &orphan : orphans->mid(0, MostCleaned)) {
        for (const OwnedThings &things : orphan.things)
            builder.add(things);
    }
    plan.estimate.milliseconds = builder.rows();
    plan.steps << builder.fileSteps() << builder.rowSteps();
    return plan;
}

void addOrphanActions(Catalogue &catalogue, const SqliteEngine &engine, const Clock &clock)
{
    const Parameter entity{QStringLiteral("entity"),
                           orphansText(QT_TRANSLATE_NOOP("Orphans", "Kind")),
                           Parameter::Type::Text,
                           false,
                           {}};
    Action clean;
    clean.id = QStringLiteral("users.clean-orphans");
    clean.title = orphansText(QT_TRANSLATE_NOOP("Orphans", "Delete orphans"));
    clean.icon = QStringLiteral("eraser");
    clean.severity = Severity::Destructive;
    clean.parameters = {entity,
                        {QStringLiteral("only"),
                         orphansText(QT_TRANSLATE_NOOP("Orphans", "Only these")),
                         Parameter::Type::Text,
                         false,
                         {}}};
    clean.runbookItems = {QStringLiteral("P30")};
    clean.plan = [&engine, &clock](const InstanceSession &session, const QJsonObject &arguments,
                                   const OperationContext &context) {
        return planOrphanClean(session, engine, arguments, clock.now(), context);
    };
    clean.undo = [&engine](const InstanceSession &session, const OperationRecord &record,
                           const OperationContext &context) {
        return planRowsUndo(session, engine, record, context);
    };
    catalogue.add(clean);
    catalogue.add(
        QueryEntry{QStringLiteral("users.orphans"),
                   orphansText(QT_TRANSLATE_NOOP("Orphans", "Data that belongs to no account")),
                   {entity},
                   [&engine, &clock](const InstanceSession &session, const QJsonObject &arguments,
                                     const OperationContext &context) {
                       return findOrphans(session, engine, entityOf(arguments), clock.now(), context)
                           .map([](const OrphanReport &report) { return QJsonValue(toJson(report)); });
                   }});
}

} // namespace pilothouse
