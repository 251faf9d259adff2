// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/rehearsal.h"

#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/plan/executor.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

namespace pilothouse {

namespace {

/// What a rehearsal finds missing.
struct RehearsalText
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

Result<> checkWritable(FileOps &files, const QString &folder)
{
    const QString probe =
        QStringLiteral("%1/.pilothouse-%2").arg(folder, QUuid::createUuid().toString(QUuid::WithoutBraces));
    const auto done = files.makeFolder(folder)
                          .and_then([&] { return files.write(probe, QByteArray("rehearsal\n")); })
                          .and_then([&] { return files.removeFile(probe); });
    return done ? done : failure(withSubject(done.error(), folder));
}

} // namespace

Result<> rehearseSchedule(FileOps &files, const InstanceSession &session, const Plan &plan,
                          const QStringList &agreed, const OperationContext &context)
{
    Approval approval;
    approval.accepted = agreed;
    const QStringList missing = Executor::missingApproval(plan, approval, session.instance().isProduction());
    if (!missing.isEmpty())
        return failure(Error{ErrorKind::Refused,
                             session.instance().name,
                             RehearsalText::tr("This cannot run unattended: %1").arg(missing.join(u' ')),
                             {},
                             {}});
    if (session.runtime().kind() != u"files") {
        if (const auto status = session.runtime().status(context); !status)
            return tl::unexpected(withSubject(status.error(), session.instance().name));
    }
    for (const DatabaseReference &database : session.databases()) {
        if (!session.profile().backup.databases.contains(database.id) || !QFileInfo::exists(database.path))
            continue;
        const auto info = SqliteEngine().info(database.path, context);
        if (!info)
            return tl::unexpected(withSubject(info.error(), database.path));
        if (info->error)
            return failure(withSubject(*info->error, database.path));
    }
    if (const auto writable = checkWritable(files, session.backupFolder()); !writable)
        return writable;
    const QString second = session.instance().secondBackupDir;
    return second.isEmpty() || !QFileInfo::exists(second) ? Result<>() : checkWritable(files, second);
}

} // namespace pilothouse
