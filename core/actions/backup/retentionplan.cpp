// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/backup/backupstore.h"
#include "core/backup/retention.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// What goes and what stays.
struct RetentionPlanText
{
    Q_DECLARE_TR_FUNCTIONS(RetentionPlan)
};

bool hasLastFailed(const JournalStore &journals, const QString &instance)
{
    for (const OperationRecord &record : journals.list(instance))
        if (record.plan.action == u"backup.create")
            return record.outcome != Outcome::Done;
    return false;
}

QStringList setsInUse(const JournalStore &journals)
{
    QStringList ids;
    for (const OperationRecord &record : journals.list())
        if (record.outcome != Outcome::Done && record.outcome != Outcome::PutBack)
            ids << record.plan.parameters.value(QStringLiteral("backup")).toString()
                << record.plan.operation.toString(QUuid::WithoutBraces);
    ids.removeAll(QString());
    return ids;
}

QString nameOf(const BackupRecord &record, const QDateTime &now)
{
    return RetentionPlanText::tr("%1, %2").arg(formatMoment(record.takenAt, shownTime(now)),
                                               formatBytes(record.bytes));
}

QString reasonsOf(const BackupRecord &record)
{
    QStringList words;
    for (const QString &reason : record.keptAs)
        words << retentionReasonText(reason);
    return words.join(QStringLiteral(", "));
}

Result<BackupRecord> requiredBackup(const BackupTools &tools, const InstanceSession &session,
                                    const QString &backup)
{
    return BackupStore(tools.files, tools.clock).find(session.backupFolder(), backup);
}

} // namespace

Result<Plan> planVerify(const BackupTools &tools, const InstanceSession &session,
                        const QJsonObject &arguments)
{
    const Result<BackupRecord> record =
        requiredBackup(tools, session, arguments.value(QStringLiteral("backup")).toString());
    if (!record)
        return tl::unexpected(record.error());
    Plan plan = newPlan(session, QStringLiteral("backup.verify"));
    plan.title = RetentionPlanText::tr("Verify the backup of %1")
                     .arg(formatMoment(record->takenAt, shownTime(tools.clock.now())));
    plan.button = RetentionPlanText::tr("Verify the backup");
    plan.parameters = {{QStringLiteral("backup"), record->id}};
    plan.estimate.bytes = record->bytes;
    plan.steps << StepCall{QStringLiteral("verify"),
                           QStringLiteral("backup.verify"),
                           {{QStringLiteral("folder"), record->folder}}};
    return plan;
}

Result<Plan> planPin(const BackupTools &tools, const InstanceSession &session, const QString &backup,
                     bool isPinned)
{
    const Result<BackupRecord> record = requiredBackup(tools, session, backup);
    if (!record)
        return tl::unexpected(record.error());
    Plan plan = newPlan(session, isPinned ? QStringLiteral("backup.pin") : QStringLiteral("backup.unpin"));
    plan.title = isPinned ? RetentionPlanText::tr("Pin a backup") : RetentionPlanText::tr("Unpin a backup");
    plan.button = plan.title;
    plan.parameters = {{QStringLiteral("backup"), record->id}};
    plan.steps << StepCall{
        QStringLiteral("pin"),
        QStringLiteral("backup.pin"),
        {{QStringLiteral("folder"), record->folder}, {QStringLiteral("pinned"), isPinned}}};
    return plan;
}

Result<Plan> planPrune(const BackupTools &tools, const InstanceSession &session)
{
    const BackupStore store(tools.files, tools.clock);
    const QDateTime now = tools.clock.now();
    const ProfileRetention &policy = session.profile().backup.retention;
    const RetentionInput input{store.list(session.backupFolder()), policy, now, setsInUse(tools.journals),
                               hasLastFailed(tools.journals, session.instance().name)};
    const RetentionChoice choice = planRetention(input);
    Plan plan = newPlan(session, QStringLiteral("backup.prune"));
    plan.severity = Severity::Irreversible;
    plan.title = RetentionPlanText::tr("Remove %n old backup(s) of %1", nullptr,
                                       static_cast<int>(choice.remove.size()))
                     .arg(session.instance().name);
    plan.button =
        RetentionPlanText::tr("Remove %n backup(s)", nullptr, static_cast<int>(choice.remove.size()));
    QJsonArray sets;
    for (const BackupRecord &record : choice.remove) {
        plan.losses << RetentionPlanText::tr("The backup of %1").arg(nameOf(record, now));
        plan.estimate.bytes += record.bytes;
        sets.append(
            QJsonObject{{QStringLiteral("id"), record.id},
                        {QStringLiteral("folder"), record.folder},
                        {QStringLiteral("digest"), store.manifestDigest(record.folder).value_or(QString())},
                        {QStringLiteral("copy"), record.secondCopy}});
    }
    for (const BackupRecord &record : choice.keep)
        plan.notes << RetentionPlanText::tr("Stays: the backup of %1 (%2)")
                          .arg(nameOf(record, now), reasonsOf(record));
    if (!choice.stopped.isEmpty())
        plan.findings << Finding{QStringLiteral("nothing"), FindingKind::Blocker, choice.stopped, {}};
    else if (choice.remove.isEmpty())
        plan.findings << Finding{
            QStringLiteral("nothing"),
            FindingKind::NothingToDo,
            RetentionPlanText::tr("There is nothing to remove: retention keeps every backup of %1.")
                .arg(session.instance().name),
            {}};
    const QJsonObject arguments{
        {QStringLiteral("sets"), sets},
        {QStringLiteral("policy"), QJsonObject{{QStringLiteral("days"), policy.days},
                                               {QStringLiteral("daily"), policy.daily},
                                               {QStringLiteral("weekly"), policy.weekly},
                                               {QStringLiteral("monthly"), policy.monthly}}},
        {QStringLiteral("inUse"), QJsonArray::fromStringList(input.inUse)},
        {QStringLiteral("hasLastFailed"), input.hasLastFailed}};
    plan.steps << StepCall{QStringLiteral("prune"), QStringLiteral("backup.prune"), arguments};
    return plan;
}

} // namespace pilothouse
