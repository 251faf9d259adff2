// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/service/instancequeries.h"

#include "core/base/redaction.h"
#include "core/domain/instance.h"
#include "core/instances/instancesession.h"
#include "core/instances/instancestore.h"
#include "core/monitoring/profileprobe.h"
#include "core/monitoring/verdict.h"
#include "core/plan/catalogue.h"
#include "core/profile/profilestore.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {
struct InstanceQueriesText
{
    Q_DECLARE_TR_FUNCTIONS(InstanceQueries)
};

Result<QJsonValue> showInstance(const InstanceSession &session)
{
    QJsonObject object = toJson(session.instance());
    QJsonArray databases;
    for (const DatabaseReference &database : session.databases())
        databases << QJsonObject{{QStringLiteral("id"), database.id},
                                 {QStringLiteral("path"), database.path}};
    object.insert(QStringLiteral("databases"), databases);
    object.insert(QStringLiteral("profileTitle"), session.profile().title);
    object.insert(QStringLiteral("backupFolder"), session.backupFolder());
    object.insert(QStringLiteral("healthUrl"), session.healthUrl());
    return object;
}

/// Without what other parts of the program know: errors in the log are the callers' to add. Backups are
/// wanted where somebody set up a schedule.
Result<QJsonValue> statusOf(const InstanceSession &session, const InstanceServices &services,
                            const OperationContext &context)
{
    InstanceSnapshot snapshot = services.snapshots.take(session, {}, true, context);
    if (context.isCancelled())
        return failure(Error{
            ErrorKind::Cancelled, session.instance().name, InstanceQueriesText::tr("Cancelled."), {}, {}});
    if (services.addBackups)
        services.addBackups(session, snapshot);
    InstanceFacts facts;
    facts.wantsBackups = snapshot.schedule.has_value();
    if (services.addOperations)
        services.addOperations(session, facts);
    const InstanceVerdict verdict = verdictOf(snapshot, session.profile(), facts, snapshot.at);
    QJsonObject object = toJson(snapshot);
    object.insert(QStringLiteral("state"), instanceStateName(verdict.state));
    object.insert(QStringLiteral("reason"), verdict.reason);
    return object;
}

Result<QJsonValue> environmentOf(const InstanceSession &session, const OperationContext &context)
{
    const auto entries = session.runtime().environment(context);
    if (!entries)
        return failure(withSubject(entries.error(), session.instance().name));
    QJsonArray list;
    for (const EnvironmentEntry &entry : *entries) {
        const auto isIt = [&entry](const ProfileVariable &variable) { return variable.name == entry.key; };
        const auto &known = session.profile().environment;
        const auto variable = std::find_if(known.begin(), known.end(), isIt);
        const bool isSecret = entry.isSecret || (variable != known.end() && variable->isSecret);
        list << QJsonObject{{QStringLiteral("key"), entry.key},
                            {QStringLiteral("value"), isSecret ? secretMask() : entry.value},
                            {QStringLiteral("isSecret"), isSecret},
                            {QStringLiteral("text"), variable == known.end() ? QString() : variable->text}};
    }
    return list;
}

Result<QJsonValue> mountsOf(const InstanceSession &session, const OperationContext &context)
{
    const auto mounts = session.runtime().mounts(context);
    if (!mounts)
        return failure(withSubject(mounts.error(), session.instance().name));
    QJsonArray list;
    for (const MountEntry &mount : *mounts)
        list << QJsonObject{{QStringLiteral("kind"), mount.kind},
                            {QStringLiteral("source"), mount.source},
                            {QStringLiteral("target"), mount.target},
                            {QStringLiteral("isReadOnly"), mount.isReadOnly},
                            {QStringLiteral("isData"), mount.target == session.profile().containerDataDir}};
    return list;
}
} // namespace

void addInstanceQueries(Catalogue &catalogue, const InstanceServices &services)
{
    catalogue.add(
        QueryEntry{QStringLiteral("instance.list"),
                   InstanceQueriesText::tr("Instances"),
                   {},
                   [services](const InstanceSession &, const QJsonObject &, const OperationContext &) {
                       return instancesAsJson(services.instances).map([](const QJsonArray &list) {
                           return QJsonValue(list);
                       });
                   }});
    catalogue.add(QueryEntry{QStringLiteral("instance.show"),
                             InstanceQueriesText::tr("Instance"),
                             {},
                             [](const InstanceSession &session, const QJsonObject &,
                                const OperationContext &) { return showInstance(session); }});
    catalogue.add(QueryEntry{QStringLiteral("instance.probe"),
                             InstanceQueriesText::tr("What really is there"),
                             {},
                             [services](const InstanceSession &session, const QJsonObject &,
                                        const OperationContext &context) -> Result<QJsonValue> {
                                 QJsonArray list;
                                 for (const ProbeFinding &finding :
                                      probeInstance(session, services.engines, services.send, context))
                                     list << toJson(finding);
                                 return list;
                             }});
    catalogue.add(QueryEntry{
        QStringLiteral("status"),
        InstanceQueriesText::tr("Status"),
        {},
        [services](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
            return statusOf(session, services, context);
        }});
    catalogue.add(
        QueryEntry{QStringLiteral("service.environment"),
                   InstanceQueriesText::tr("Environment"),
                   {},
                   [](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
                       return environmentOf(session, context);
                   }});
    catalogue.add(
        QueryEntry{QStringLiteral("service.history"),
                   InstanceQueriesText::tr("Starts and ends of the last two days"),
                   {},
                   [services](const InstanceSession &session, const QJsonObject &,
                              const OperationContext &) -> Result<QJsonValue> {
                       return services.snapshots.runsOf(session.instance().id)
                           .map([](const QList<ServiceEvent> &events) { return QJsonValue(toJson(events)); });
                   }});
    catalogue.add(QueryEntry{QStringLiteral("service.mounts"),
                             InstanceQueriesText::tr("Mounts"),
                             {},
                             [](const InstanceSession &session, const QJsonObject &,
                                const OperationContext &context) { return mountsOf(session, context); }});
}

Result<QJsonArray> instancesAsJson(const InstanceStore &instances)
{
    return instances.list().map([](const QList<Instance> &all) {
        QJsonArray list;
        for (const Instance &instance : all)
            list << toJson(instance);
        return list;
    });
}

QJsonArray profilesAsJson(const ProfileStore &profiles)
{
    QJsonArray list;
    for (const ProfileEntry &entry : profiles.entries())
        list << QJsonObject{{QStringLiteral("id"), entry.id},
                            {QStringLiteral("title"), entry.profile ? entry.profile->title : QString()},
                            {QStringLiteral("file"), entry.file},
                            {QStringLiteral("isBuiltIn"), entry.isBuiltIn},
                            {QStringLiteral("problem"), entry.error ? entry.error->message : QString()}};
    return list;
}

} // namespace pilothouse
