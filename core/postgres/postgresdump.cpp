// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresdump.h"

#include "core/files/fileops.h"
#include "core/postgres/dumpfile.h"
#include "core/postgres/dumpheader.h"
#include "core/postgres/dumppacker.h"
#include "core/postgres/dumpprogress.h"
#include "core/postgres/toolaccess.h"
#include "core/process/processrunner.h"

#include <QFileInfo>

#include <future>

namespace pilothouse {
namespace {

struct PostgresDumpText
{
    Q_DECLARE_TR_FUNCTIONS(PostgresDump)
};

using std::chrono::hours;
using std::chrono::seconds;

constexpr seconds DumpReadTime{30};
constexpr hours CountTime{6};
constexpr std::chrono::milliseconds DumpLookInterval{150};
constexpr int LinesOfComplaint = 12;

/// The name of a table as one of pg_dump's patterns: in quotes nothing in it is a wildcard.
QString patternOf(const DumpTable &table)
{
    const auto quoted = [](QString part) -> QString {
        return u'"' + part.replace(u'"', QStringLiteral("\"\"")) + u'"';
    };
    return quoted(table.schema) + u'.' + quoted(table.name);
}

/// What pg_dump has left on the disk.
struct FilledDump
{
    qint64 bytes = 0;
    QByteArray sha256;
    QByteArray beginning;
    QList<DumpPart> parts;
};

/// One dump from its first question to its last byte.
class Dump
{
public:
    Dump(const GivenConnection &given, const DumpRequest &request, const OperationContext &context)
        : m_given(given)
        , m_request(request)
        , m_context(context)
    {
    }

    Result<WrittenDump> write()
    {
        auto control = open();
        auto monitor = open();
        if (!control || !monitor)
            return failure(control ? monitor.error() : control.error());
        auto begun = begin(*control);
        if (!begun)
            return failure(begun.error());
        DumpProgress progress(m_tables, m_request.jobs, m_context);
        expectBySamples(progress, *monitor, m_tables, m_context);
        OperationContext counting; // ends with pg_dump
        std::atomic_bool isOver = false;
        auto dumping = std::async(std::launch::async, [&] {
            auto ran = run(begun->snapshot, progress);
            isOver = true;
            if (!ran)
                counting.cancel();
            return ran;
        });
        auto watching = std::async(std::launch::async, [&] { watch(*monitor, progress, isOver); });
        auto counted = count(*control, *begun, counting);
        auto ran = dumping.get();
        watching.get();
        if (!ran)
            return failure(ran.error());
        if (!counted)
            return failure(counted.error());
        return finish(std::move(*begun), std::move(*ran));
    }

private:
    Result<PostgresConnection> open() const
    {
        auto connection = PostgresConnection::open(m_given.connection, m_given.password, {}, m_context);
        if (!connection)
            return connection;
        const auto set = connection->execute(
            "SET idle_in_transaction_session_timeout = 0; SET row_security = off", DumpReadTime, m_context);
        return set ? std::move(connection) : failure(set.error());
    }

    /// Everything that is read here is of one instant, which pg_dump then takes over.
    Result<DumpFacts> begin(PostgresConnection &connection)
    {
        const auto begun =
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", DumpReadTime, m_context);
        if (!begun)
            return failure(begun.error());
        auto facts = readDumpFacts(connection, m_context);
        if (!facts)
            return facts;
        if (auto chosen = choose(connection, *facts); !chosen)
            return failure(chosen.error());
        const auto snapshot =
            connection.value({"SELECT pg_export_snapshot()", {}, DumpReadTime, 0}, m_context);
        if (!snapshot)
            return failure(snapshot.error());
        facts->snapshot = snapshot->toString();
        return facts;
    }

    Result<> choose(PostgresConnection &connection, DumpFacts &facts)
    {
        auto tables = dumpTables(connection, m_context);
        if (!tables)
            return failure(tables.error());
        if (m_request.tables.isEmpty()) {
            m_tables = std::move(*tables);
            return {};
        }
        for (const DumpTable &table : std::as_const(*tables))
            if (m_request.tables.contains(table.quoted))
                m_tables << table;
        if (m_tables.size() != m_request.tables.size())
            return failure(Error{ErrorKind::NotFound,
                                 m_request.tables.join(QStringLiteral(", ")),
                                 PostgresDumpText::tr("One of these tables is not there."),
                                 {},
                                 {}});
        const auto keys = cutForeignKeys(connection, m_request.tables, m_context);
        if (!keys)
            return failure(keys.error());
        facts.tables = m_request.tables;
        facts.allTables = static_cast<int>(tables->size());
        facts.foreignKeys = keys->outward;
        return {};
    }

    Result<FilledDump> run(const QString &snapshot, DumpProgress &progress) const
    {
        const auto access = ToolAccess::make(m_given.connection, m_given.password, m_request.session);
        if (!access)
            return failure(access.error());
        CommandLine command{m_request.program, arguments(snapshot), {}, {}};
        command.arguments << QStringLiteral("--dbname=") + access->connection();
        access->admit(command);
        const auto report = [&progress](const QByteArray &bytes) {
            progress.takeReport(bytes);
            return true;
        };
        return isFolder() ? fillFolder(command, report) : fillFile(command, report);
    }

    bool isFolder() const { return m_request.jobs > 1; }

    Result<FilledDump> fillFile(const CommandLine &command, const LocalProcessRunner::OnOutput &report) const
    {
        auto pipe = DumpPipe::make();
        if (!pipe)
            return failure(pipe.error());
        auto packer = DumpPacker::start(std::move(pipe->reading), m_request.file);
        if (!packer)
            return failure(packer.error());
        const auto ran =
            LocalProcessRunner().runBetween(command, {{}, std::move(pipe->writing)}, m_context, report);
        pipe->writing = NativeFile(); // of a program that did not start
        auto packed = packer->finish();
        if (!packed || !ran) // a file that cannot be written ends pg_dump, and not the other way round
            return failure(packed ? ran.error() : packed.error());
        if (ran->exitCode != 0)
            return failure(complaint(*ran));
        return FilledDump{packed->bytes, packed->sha256, packed->beginning, {}};
    }

    /// pg_dump makes the folder itself, and ends with us where we are killed: it writes its report into our
    /// pipe before each table.
    Result<FilledDump> fillFolder(const CommandLine &command,
                                  const LocalProcessRunner::OnOutput &report) const
    {
        const auto ran = LocalProcessRunner().runBetween(command, {}, m_context, report);
        if (!ran)
            return failure(ran.error());
        if (ran->exitCode != 0)
            return failure(complaint(*ran));
        const auto beginning = dumpBeginning(m_request.file);
        auto parts = beginning ? sealDumpFolder(m_request.file, m_context) : failure(beginning.error());
        if (!parts)
            return failure(parts.error());
        FilledDump filled{0, {}, *beginning, std::move(*parts)};
        for (const DumpPart &part : std::as_const(filled.parts))
            filled.bytes += part.bytes;
        return filled;
    }

    Error complaint(const ProcessOutput &ran) const
    {
        return toolError(QStringLiteral("pg_dump"), ran.standardError, m_given.connection.database);
    }

    QStringList arguments(const QString &snapshot) const
    {
        QStringList arguments{QStringLiteral("--verbose"), QStringLiteral("--lock-wait-timeout=30s"),
                              QStringLiteral("--snapshot=") + snapshot};
        if (isFolder())
            arguments << QStringLiteral("--format=directory") << QStringLiteral("--compress=1")
                      << QStringLiteral("--jobs=%1").arg(m_request.jobs)
                      << QStringLiteral("--file=") + m_request.file;
        else
            arguments << QStringLiteral("--format=custom") << QStringLiteral("--compress=0");
        if (m_request.tables.isEmpty())
            return arguments;
        arguments << QStringLiteral("--strict-names");
        for (const DumpTable &table : m_tables)
            arguments << QStringLiteral("--table=") + patternOf(table);
        return arguments;
    }

    /// What the server says of each COPY in work; a server that does not say it is no failure.
    void watch(PostgresConnection &connection, DumpProgress &progress, const std::atomic_bool &isOver) const
    {
        while (!isOver && !m_context.isCancelled()) {
            const auto copied =
                connection.run({"SELECT p.relid::int8, p.bytes_processed FROM pg_stat_progress_copy p "
                                "JOIN pg_stat_activity a USING (pid) WHERE a.application_name = $1",
                                {m_request.session},
                                DumpReadTime,
                                0},
                               m_context);
            if (!copied)
                return;
            QHash<qint64, qint64> tables;
            for (const QList<QVariant> &row : copied->rows)
                tables.insert(row.value(0).toLongLong(), row.value(1).toLongLong());
            progress.setCopied(tables);
            std::this_thread::sleep_for(DumpLookInterval);
        }
    }

    Result<> count(PostgresConnection &connection, DumpFacts &facts, const OperationContext &context) const
    {
        for (const DumpTable &table : m_tables) {
            const auto rows = connection.value(
                {"SELECT count(*) FROM ONLY " + table.quoted.toUtf8(), {}, CountTime, 0}, context);
            if (!rows)
                return failure(rows.error());
            facts.rows.insert(table.quoted, rows->toLongLong());
        }
        return {};
    }

    Result<WrittenDump> finish(DumpFacts facts, FilledDump filled) const
    {
        const auto header = dumpHeader(filled.beginning);
        if (!header)
            return failure(header.error());
        facts.dumpVersion = header->dumpVersion;
        facts.archiveVersion = header->archiveVersion;
        facts.packing = isFolder() ? QStringLiteral("directory") : QStringLiteral("zstd");
        facts.systemIdentifier = systemIdentifier();
        return WrittenDump{std::move(facts), filled.bytes, filled.sha256, std::move(filled.parts)};
    }

    /// In a session of its own: a role that may not ask ends no transaction by asking.
    QString systemIdentifier() const
    {
        auto connection = open();
        if (!connection)
            return {};
        const auto found = connection->value(
            {"SELECT system_identifier::text FROM pg_control_system()", {}, DumpReadTime, 0}, m_context);
        return found ? found->toString() : QString();
    }

    const GivenConnection &m_given;
    const DumpRequest &m_request;
    const OperationContext &m_context;
    QList<DumpTable> m_tables;
};

} // namespace

Error toolError(const QString &program, const QByteArray &complaints, const QString &subject)
{
    QStringList lines = QString::fromUtf8(complaints).split(u'\n', Qt::SkipEmptyParts);
    QStringList errors = lines.filter(QStringLiteral("error:"));
    if (errors.isEmpty())
        errors = lines.mid(qMax<qsizetype>(0, lines.size() - LinesOfComplaint));
    const QString said = errors.mid(0, LinesOfComplaint).join(u'\n');
    const auto holds = [&said](const char *words) { return said.contains(QLatin1String(words)); };
    Error error{
        ErrorKind::BadData, subject, PostgresDumpText::tr("%1 failed.").arg(program), {}, said.left(4000)};
    if (holds("No space left on device")) {
        error.kind = ErrorKind::NoSpace;
        error.message = PostgresDumpText::tr("There is no space left for what %1 writes.").arg(program);
        error.advice = PostgresDumpText::tr("Make room, then try again.");
    } else if (holds("permission denied") || holds("must be owner") || holds("authentication failed")
               || holds("row-level security")) {
        error.kind = ErrorKind::Refused;
        error.message =
            PostgresDumpText::tr("The server does not let this role do what %1 has to.").arg(program);
        error.advice = PostgresDumpText::tr("Connect with the role that owns the database.");
    } else if (holds("server version mismatch")) {
        error.kind = ErrorKind::Refused;
        error.message = PostgresDumpText::tr("%1 is older than the server.").arg(program);
    } else if (holds("connection to server") || holds("server closed the connection")
               || holds("terminating connection") || holds("SSL SYSCALL")) {
        error.kind = ErrorKind::Unreachable;
        error.message = PostgresDumpText::tr("The connection to the server was lost.");
        error.advice = PostgresDumpText::tr("Look whether the server runs, then try again.");
    }
    return error;
}

Result<WrittenDump> writeDump(const GivenConnection &given, const DumpRequest &request,
                              const OperationContext &context)
{
    if (FileOps().exists(request.file))
        return failure(
            Error{ErrorKind::BadInput, request.file, PostgresDumpText::tr("It is there already."), {}, {}});
    auto written = Dump(given, request, context).write();
    if (!written)
        if (auto removed = removeDump(request.file); !removed)
            return failure(removed.error());
    return written;
}

Result<> writeGlobals(const GivenConnection &given, const QString &program, const QString &file,
                      const OperationContext &context)
{
    const auto access = ToolAccess::make(given.connection, given.password, QStringLiteral("pilothouse"));
    if (!access)
        return failure(access.error());
    FileOps files;
    if (auto made = files.write(file, {}, {0600, {}, {}}); !made)
        return made;
    CommandLine command{program, {}, {}, {}};
    command.arguments << QStringLiteral("--globals-only") << QStringLiteral("--no-role-passwords")
                      << QStringLiteral("--file=") + file
                      << QStringLiteral("--dbname=") + access->connection();
    access->admit(command);
    const auto ran = LocalProcessRunner().run(command, std::chrono::minutes(5), context);
    const Result<> ended = !ran ? Result<>(failure(ran.error()))
                           : ran->exitCode == 0
                               ? files.syncFile(file)
                               : Result<>(failure(toolError(QStringLiteral("pg_dumpall"), ran->standardError,
                                                            given.connection.database)));
    if (!ended && files.exists(file))
        (void)files.removeFile(file); // the failure is what matters
    return ended;
}

} // namespace pilothouse
