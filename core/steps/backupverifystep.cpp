// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupverifystep.h"

#include "core/process/commandline.h"

namespace pilothouse {

StepText BackupVerifyStep::describe(const QJsonObject &arguments) const
{
    return {
        tr("Verify %1 from its files").arg(lastPart(arguments, "folder")),
        QStringLiteral("cd %1 && sha256sum -c manifest.sha256").arg(shellQuoted(text(arguments, "folder")))};
}

Result<QJsonObject> BackupVerifyStep::prepare(const StepScope &scope) const
{
    const QByteArray stamp = store().stampFile(text(scope.arguments, "folder"), BackupStore::Stamp::Verified);
    return QJsonObject{{QStringLiteral("stamp"), QString::fromUtf8(stamp)}};
}

Result<QJsonObject> BackupVerifyStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString folder = text(scope.arguments, "folder");
    const QString scratch = scope.session.stateFolder() + QStringLiteral("/scratch");
    const Result<Manifest> verified = store().verifySet(folder, scratch, scope.context);
    if (!verified && verified.error().kind == ErrorKind::BadData) {
        // A manifest that is broken itself cannot be stamped; the history says so of its own accord.
        const Error &error = verified.error();
        const QString note = error.detail.isEmpty() ? error.message : error.message + u' ' + error.detail;
        if (const Result<Manifest> manifest = store().manifest(folder); manifest)
            if (Result<> stamped =
                    store().stamp(folder, BackupStore::Stamp::Verified, BackupStamp::State::Failed, note);
                !stamped)
                return tl::unexpected(stamped.error());
    }
    if (!verified)
        return tl::unexpected(verified.error());
    if (Result<> stamped =
            store().stamp(folder, BackupStore::Stamp::Verified, BackupStamp::State::Reached, {});
        !stamped)
        return tl::unexpected(stamped.error());
    return QJsonObject{{QStringLiteral("id"), verified->id},
                       {QStringLiteral("members"), verified->members.size()}};
}

Result<Observed> BackupVerifyStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    const QString stamp = QString::fromUtf8(store().stampFile(folder, BackupStore::Stamp::Verified));
    const bool isNew = stamp != text(before, "stamp");
    return isNew && store().record(folder).verified.state == BackupStamp::State::Reached ? Observed::Done
                                                                                         : Observed::NotDone;
}

Result<> BackupVerifyStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString folder = text(scope.arguments, "folder");
    if (!files().exists(folder) || store().record(folder).verified.state == BackupStamp::State::Failed)
        return {};
    return store().setStampFile(folder, BackupStore::Stamp::Verified, text(before, "stamp").toUtf8());
}

} // namespace pilothouse
