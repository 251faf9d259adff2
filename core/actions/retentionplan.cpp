// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backupplans.h"
#include "core/backup/backupstore.h"
#include "core/backup/retention.h"
#include "core/base/units.h"
#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

/// What goes and what stays.
struct Text
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
    return Text::tr("%1, %2").arg(formatMoment(record.takenAt, now.toLocalTime()), formatBytes(record.bytes));
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
    plan.title = Text::tr("Verify the backup of %1")
                     .arg(formatMoment(record->takenAt, tools.clock.now().toLocalTime()));
    plan.button = Text::tr("Verify the backup");
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
    plan.title = isPinned ? Text::tr("Pin a backup") : Text::tr("Unpin a backup");
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
    plan.title = Text::tr("Remove %n old backup(s) of %1", nullptr, static_cast<int>(choice.remove.size()))
                     .arg(session.instance().name);
    plan.button = Text::tr("Remove %n backup(s)", nullptr, static_cast<int>(choice.remove.size()));
    QJsonArray sets;
    for (const BackupRecord &record : choice.remove) {
        plan.losses << Text::tr("The backup of %1").arg(nameOf(record, now));
        plan.estimate.bytes += record.bytes;
        sets.append(
            QJsonObject{{QStringLiteral("id"), record.id},
                        {QStringLiteral("folder"), record.folder},
                        {QStringLiteral("digest"), store.manifestDigest(record.folder).value_or(QString())},
                        {QStringLiteral("copy"), record.secondCopy}});
    }
    for (const BackupRecord &record : choice.keep)
        plan.notes << Text::tr("Stays: the backup of %1 (%2)").arg(nameOf(record, now), reasonsOf(record));
    if (choice.remove.isEmpty())
        plan.findings << Finding{QStringLiteral("nothing"),
                                 FindingKind::Blocker,
                                 choice.stopped.isEmpty() ? Text::tr("There is nothing to remove.")
                                                          : choice.stopped,
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

Result<Plan> planTidy(const BackupTools &tools, const InstanceSession &session)
{
    QList<QUuid> needed;
    for (const OperationRecord &record : tools.journals.list())
        if (record.outcome != Outcome::Done && record.outcome != Outcome::PutBack)
            needed << record.plan.operation;
    Plan plan = newPlan(session, QStringLiteral("backup.tidy"));
    QStringList folders = BackupStore(tools.files, tools.clock).leftovers(session.backupFolder(), needed);
    for (const QString &folder : std::as_const(folders))
        plan.notes << Text::tr("%1 was never finished.").arg(QFileInfo(folder).fileName());
    for (const QString &name : tools.files.list(session.safetyFolder()).value_or(QStringList())) {
        const QString folder = session.safetyFolder() + u'/' + name;
        const QByteArray json =
            tools.files.read(folder + QStringLiteral("/safety.json")).value_or(QByteArray());
        const QJsonObject note = QJsonDocument::fromJson(json).object();
        const QDateTime until =
            QDateTime::fromString(note.value(QStringLiteral("keepUntil")).toString(), Qt::ISODateWithMs);
        if (!until.isValid() || until > tools.clock.now() || needed.contains(QUuid::fromString(name)))
            continue;
        plan.severity = Severity::Irreversible;
        plan.losses << Text::tr("The safety copy of “%1”, which can be put back no longer")
                           .arg(note.value(QStringLiteral("title")).toString());
        for (const QJsonValue &aside : note.value(QStringLiteral("asides")).toArray())
            if (tools.files.exists(aside.toString()))
                folders << aside.toString();
        folders << folder;
    }
    plan.title =
        Text::tr("Remove what %1 no longer needs", "name of an instance").arg(session.instance().name);
    plan.button = Text::tr("Remove %n folder(s)", nullptr, static_cast<int>(folders.size()));
    if (folders.isEmpty())
        plan.findings << Finding{
            QStringLiteral("nothing"), FindingKind::Blocker, Text::tr("There is nothing to remove."), {}};
    plan.steps << StepCall{QStringLiteral("sweep"),
                           QStringLiteral("backup.sweep"),
                           {{QStringLiteral("folders"), QJsonArray::fromStringList(folders)}}};
    return plan;
}

} // namespace pilothouse
