// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresrestore.h"

#include "core/files/fileops.h"
#include "core/postgres/dumpstream.h"
#include "core/postgres/postgresconnection.h"
#include "core/postgres/postgresdump.h"
#include "core/postgres/rowloader.h"
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

/// Only what comes after is lost with a crash of the server, and nothing does: the commit of the swap writes
/// the whole log up to it. Sorting in memory makes indexes quick.
const QString RestoreOptions = QStringLiteral("-c synchronous_commit=off -c maintenance_work_mem=256MB "
                                              "-c statement_timeout=0 -c lock_timeout=0");

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

/// One restore, in one of two ways.
class Restoring
{
public:
    Restoring(const GivenConnection &given, const DumpRestore &restore, const ToolAccess &access,
              const OperationContext &context)
        : m_given(given)
        , m_restore(restore)
        , m_access(access)
        , m_context(context)
    {
    }

    Result<> run()
    {
        auto stream = DumpStream::open(m_restore.file);
        if (!stream)
            return failure(stream.error());
        return stream->isReadable() ? runInParts(*stream) : runAtOnce();
    }

private:
    /// Tables, then rows in all sessions, then what is quicker and only right with the rows there: keys,
    /// indexes, triggers, rights.
    Result<> runInParts(DumpStream &stream)
    {
        const QString front = m_folder.path() + QStringLiteral("/front.dump");
        if (auto written = FileOps().write(front, stream.front()); !written)
            return written;
        if (auto made = runTool(front, {QStringLiteral("--section=pre-data")}); !made)
            return made;
        const RowLoading loading{m_given, m_restore.session, qMax(1, m_restore.jobs)};
        if (auto loaded = loadRows(loading, stream, m_context); !loaded)
            return failure(withSubject(loaded.error(), m_given.connection.database));
        QSet<int> loaded;
        for (const DumpEntry &entry : stream.entries())
            if (entry.hasData)
                loaded.insert(entry.id);
        const auto list = listWithout(front, loaded);
        if (!list)
            return failure(list.error());
        return runTool(front, {QStringLiteral("--section=data"), QStringLiteral("--section=post-data"),
                               jobs(), QStringLiteral("--use-list=") + *list});
    }

    Result<> runAtOnce()
    {
        const auto isPacked = isPackedDump(m_restore.file);
        if (!isPacked)
            return failure(isPacked.error());
        QStringList words;
        if (!*isPacked) // a pipe has one reader
            words << jobs();
        if (!m_restore.leftOut.isEmpty()) {
            const auto list = listWithout(m_restore.file, {});
            if (!list)
                return failure(list.error());
            words << QStringLiteral("--use-list=") + *list;
        }
        return runTool(m_restore.file, words);
    }

    QString jobs() const { return QStringLiteral("--jobs=%1").arg(qMax(1, m_restore.jobs)); }

    Result<> runTool(const QString &file, const QStringList &words)
    {
        CommandLine command{m_restore.program, words, {{QStringLiteral("PGOPTIONS"), RestoreOptions}}, {}};
        command.arguments << QStringLiteral("--exit-on-error")
                          << QStringLiteral("--dbname=") + m_access.connection();
        if (!m_restore.hasOwners)
            command.arguments << QStringLiteral("--no-owner") << QStringLiteral("--no-privileges");
        m_access.admit(command);
        const auto ran = runOnDump(command, file, DumpReading::AsNeeded, m_context);
        if (!ran)
            return failure(ran.error());
        if (ran->exitCode != 0)
            return failure(
                toolError(QStringLiteral("pg_restore"), ran->standardError, m_given.connection.database));
        return {};
    }

    /// The archive's own list without the entries that are loaded or left out.
    Result<QString> listWithout(const QString &archive, const QSet<int> &loaded)
    {
        const CommandLine command{m_restore.program, {QStringLiteral("--list")}, {}, {}};
        const auto listed = runOnDump(command, archive, DumpReading::AsNeeded, m_context);
        if (!listed)
            return failure(listed.error());
        if (listed->exitCode != 0)
            return failure(toolError(QStringLiteral("pg_restore"), listed->standardError, m_restore.file));
        QByteArrayList kept;
        for (const QByteArray &line : listed->standardOutput.split('\n'))
            if (!loaded.contains(line.left(line.indexOf(';')).toInt()) && !isLeftOut(QString::fromUtf8(line)))
                kept << line;
        const QString file = m_folder.path() + QStringLiteral("/list");
        if (auto written = FileOps().write(file, kept.join('\n')); !written)
            return failure(written.error());
        return file;
    }

    bool isLeftOut(const QString &line) const
    {
        return std::any_of(m_restore.leftOut.cbegin(), m_restore.leftOut.cend(), [&](const QString &key) {
            const QString name = key.section(u' ', -1);
            return line.contains(QStringLiteral(" FK CONSTRAINT ")) && line.contains(u' ' + name + u' ');
        });
    }

    const GivenConnection &m_given;
    const DumpRestore &m_restore;
    const ToolAccess &m_access;
    const OperationContext &m_context;
    const QTemporaryDir m_folder;
};

} // namespace

Result<> restoreDump(const GivenConnection &given, const DumpRestore &restore,
                     const OperationContext &context)
{
    const auto access = ToolAccess::make(given.connection, given.password, restore.session);
    if (!access)
        return failure(access.error());
    std::atomic_bool isOver = false;
    auto watching = std::async(std::launch::async, [&] {
        if (restore.bytes > 0)
            watch(given, restore.bytes, isOver, context);
    });
    auto restored = Restoring(given, restore, *access, context).run();
    isOver = true;
    watching.get();
    return restored;
}

Result<> readWholeDump(const QString &file, const QString &program, const OperationContext &context)
{
    const CommandLine command{program, {QStringLiteral("--file=/dev/null")}, {}, {}};
    const auto ran = runOnDump(command, file, DumpReading::Whole, context);
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
    const CommandLine command{program, {QStringLiteral("--list")}, {}, {}};
    const auto listed = runOnDump(command, file, DumpReading::AsNeeded, context);
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
