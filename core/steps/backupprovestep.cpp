// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupprovestep.h"

namespace pilothouse {

StepText BackupProveStep::describe(const QJsonObject &arguments) const
{
    return {tr("Mark %1 as proven").arg(lastPart(arguments, "folder")), {}};
}

Result<QJsonObject> BackupProveStep::prepare(const StepScope &scope) const
{
    const QByteArray stamp = store().stampFile(text(scope.arguments, "folder"), BackupStore::Stamp::Proven);
    return QJsonObject{{QStringLiteral("stamp"), QString::fromUtf8(stamp)}};
}

Result<QJsonObject> BackupProveStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString operation = scope.operation.toString(QUuid::WithoutBraces);
    return store()
        .stamp(text(scope.arguments, "folder"), BackupStore::Stamp::Proven, BackupStamp::State::Reached,
               operation)
        .map([] { return QJsonObject(); });
}

Result<Observed> BackupProveStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const BackupRecord record = store().record(text(scope.arguments, "folder"));
    const bool isDone = record.proven.state == BackupStamp::State::Reached
                        && record.proven.note == scope.operation.toString(QUuid::WithoutBraces);
    return isDone ? Observed::Done : Observed::NotDone;
}

Result<> BackupProveStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return store().setStampFile(text(scope.arguments, "folder"), BackupStore::Stamp::Proven,
                                text(before, "stamp").toUtf8());
}

} // namespace pilothouse
