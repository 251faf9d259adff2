// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresrestore.h"

#include "core/files/fileops.h"
#include "core/postgres/postgresconnection.h"
#include "core/postgres/postgresdump.h"
#include "core/postgres/toolaccess.h"
#include "core/process/processrunner.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <future>

namespace pilothouse {
namespace {

struct PostgresRestoreText
{
    Q_DECLARE_TR_FUNCTIONS(PostgresRestore)
};

constexpr std::chrono::seconds ReadTime{10};
constexpr std::chrono::milliseconds LookInterval{250};
constexpr std::chrono::minutes ListTime{10};

/// Only what comes after is lost with a crash of the server, and nothing does: the commit of the swap writes
/// the whole log up to it. Sorting in memory makes indexes quick.
const QString RestoreOptions = QStringLiteral("-c synchronous_commit=off -c maintenance_work_mem=256MB "
                                              "-c statement_timeout=0 -c lock_timeout=0");

/// The archive's own list without the entries that are left out.
Result<QString> listWithout(const DumpRestore &restore, const QString &folder,
                            const OperationContext &context)
{
    const CommandLine command{restore.program, {QStringLiteral("--list"), restore.file}, {}, {}};
    const auto listed = LocalProcessRunner().run(command, ListTime, context);
    if (!listed)
        return failure(listed.error());
    if (listed->exitCode != 0)
        return failure(toolError(QStringLiteral("pg_restore"), listed->standardError, restore.file));
    QByteArrayList kept;
    for (const QByteArray &line : listed->standardOutput.split('\n')) {
        const QString text = QString::fromUtf8(line);
        const bool isLeftOut =
            std::any_of(restore.leftOut.cbegin(), restore.leftOut.cend(), [&](const QString &key) {
                const QString name = key.section(u' ', -1);
                return text.contains(QStringLiteral(" FK CONSTRAINT ")) && text.contains(u' ' + name + u' ');
            });
        if (!isLeftOut)
            kept << line;
    }
    const QString file = folder + QStringLiteral("/list");
    if (auto written = FileOps().write(file, kept.join('\n')); !written)
        return failure(written.error());
    return file;
}

Result<QStringList> arguments(const DumpRestore &restore, const ToolAccess &access, const QString &folder,
                              const OperationContext &context)
{
    QStringList arguments{QStringLiteral("--exit-on-error"),
                          QStringLiteral("--jobs=%1").arg(qMax(1, restore.jobs)),
                          QStringLiteral("--dbname=") + access.connection()};
    if (!restore.hasOwners)
        arguments << QStringLiteral("--no-owner") << QStringLiteral("--no-privileges");
    if (!restore.leftOut.isEmpty()) {
        const auto list = listWithout(restore, folder, context);
        if (!list)
            return failure(list.error());
        arguments << QStringLiteral("--use-list=") + *list;
    }
    return arguments << restore.file;
}

/// Reports the growth of the database while something else fills it.
void watch(const GivenConnection &given, qint64 total, const std::atomic_bool &isOver,
           const OperationContext &context)
{
    auto connection = PostgresConnection::open(given.connection, given.password, {}, context);
    while (connection && !isOver && !context.isCancelled()) {
        const auto bytes =
            connection->value({"SELECT pg_database_size(current_database())", {}, ReadTime, 0}, context);
        if (!bytes)
            return;
        context.report({qMin(bytes->toLongLong(), total), total, {}});
        std::this_thread::sleep_for(LookInterval);
    }
}

} // namespace

Result<> restoreDump(const GivenConnection &given, const DumpRestore &restore,
                     const OperationContext &context)
{
    const QTemporaryDir folder;
    const auto access = ToolAccess::make(given.connection, given.password, restore.session);
    if (!access)
        return failure(access.error());
    CommandLine command{restore.program, {}, {{QStringLiteral("PGOPTIONS"), RestoreOptions}}, {}};
    const auto words = arguments(restore, *access, folder.path(), context);
    if (!words)
        return failure(words.error());
    command.arguments = *words;
    access->admit(command);
    std::atomic_bool isOver = false;
    auto watching = std::async(std::launch::async, [&] {
        if (restore.bytes > 0)
            watch(given, restore.bytes, isOver, context);
    });
    const auto ran = LocalProcessRunner().stream(
        command, [](const QByteArray &) { return true; }, context);
    isOver = true;
    watching.get();
    if (!ran)
        return failure(ran.error());
    if (ran->exitCode != 0)
        return failure(
            toolError(QStringLiteral("pg_restore"), ran->standardError, given.connection.database));
    return {};
}

Result<> readWholeDump(const QString &file, const QString &program, const OperationContext &context)
{
    const CommandLine command{program, {QStringLiteral("--file=/dev/null"), file}, {}, {}};
    const auto ran = LocalProcessRunner().stream(
        command, [](const QByteArray &) { return true; }, context);
    if (!ran)
        return failure(ran.error());
    if (ran->exitCode == 0 && !ran->standardError.contains("error:"))
        return {};
    Error error = toolError(QStringLiteral("pg_restore"), ran->standardError, file);
    error.kind = ErrorKind::BadData;
    error.message = PostgresRestoreText::tr("The dump cannot be read to its end.");
    error.advice = PostgresRestoreText::tr("Use another backup; keep this one only for an investigation.");
    return failure(error);
}

Result<QStringList> dumpContents(const QString &file, const QString &program, const OperationContext &context)
{
    static const QRegularExpression Entry(QStringLiteral("^[0-9]+; [0-9]+ [0-9]+ (.*)$"));
    const CommandLine command{program, {QStringLiteral("--list"), file}, {}, {}};
    const auto listed = LocalProcessRunner().run(command, ListTime, context);
    if (!listed)
        return failure(listed.error());
    if (listed->exitCode != 0)
        return failure(toolError(QStringLiteral("pg_restore"), listed->standardError, file));
    QStringList entries;
    for (const QString &line : QString::fromUtf8(listed->standardOutput).split(u'\n'))
        if (const auto match = Entry.match(line); match.hasMatch())
            entries << match.captured(1);
    return entries;
}

} // namespace pilothouse
