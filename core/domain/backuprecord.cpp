// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/backuprecord.h"

#include "core/base/units.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

QString stateName(BackupStamp::State state)
{
    switch (state) {
    case BackupStamp::State::Reached:
        return QStringLiteral("reached");
    case BackupStamp::State::Failed:
        return QStringLiteral("failed");
    case BackupStamp::State::NotReached:
        break;
    }
    return QStringLiteral("notReached");
}

QJsonObject toJson(const BackupStamp &stamp)
{
    QJsonObject object{{QStringLiteral("state"), stateName(stamp.state)}};
    if (stamp.at.isValid())
        object.insert(QStringLiteral("at"), toIso(stamp.at));
    if (!stamp.note.isEmpty())
        object.insert(QStringLiteral("note"), stamp.note);
    return object;
}

/// The last stamp that was reached: what a list needs in one word.
QString lastStamp(const BackupRecord &record)
{
    if (record.proven.state == BackupStamp::State::Reached)
        return QStringLiteral("proven");
    if (record.verified.state == BackupStamp::State::Reached)
        return QStringLiteral("verified");
    return record.complete.state == BackupStamp::State::Reached ? QStringLiteral("complete")
                                                                : QStringLiteral("none");
}

} // namespace

QString partInWords(const BackupRecord &record)
{
    if (!record.isPart())
        return {};
    if (record.allTables < record.chosenTables)
        return QCoreApplication::translate("BackupRecord", "part");
    return QCoreApplication::translate("BackupRecord", "%1 of %2 tables")
        .arg(record.chosenTables)
        .arg(record.allTables);
}

QJsonObject toJson(const BackupRecord &record)
{
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("instance"), record.instance},
            {QStringLiteral("folder"), record.folder},
            {QStringLiteral("archive"), record.archive},
            {QStringLiteral("takenAt"), toIso(record.takenAt)},
            {QStringLiteral("milliseconds"), record.milliseconds},
            {QStringLiteral("bytes"), record.bytes},
            {QStringLiteral("contentBytes"), record.contentBytes},
            {QStringLiteral("trigger"), record.trigger},
            {QStringLiteral("kind"), record.kind},
            {QStringLiteral("databases"), QJsonArray::fromStringList(record.databases)},
            {QStringLiteral("complete"), toJson(record.complete)},
            {QStringLiteral("verified"), toJson(record.verified)},
            {QStringLiteral("proven"), toJson(record.proven)},
            {QStringLiteral("stamp"), lastStamp(record)},
            {QStringLiteral("isPart"), record.isPart()},
            {QStringLiteral("part"), partInWords(record)},
            {QStringLiteral("problem"), record.problem},
            {QStringLiteral("secondCopy"), record.secondCopy},
            {QStringLiteral("keptAs"), QJsonArray::fromStringList(record.keptAs)},
            {QStringLiteral("isPinned"), record.isPinned}};
}

} // namespace pilothouse
