// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchserver.h"

#include <QDir>
#include <QElapsedTimer>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace pilothouse {
namespace {

constexpr int Port = 54327;
constexpr std::chrono::minutes FillTime{10};
constexpr qint64 BytesPerFile = 4'315; ///< with its calls and all indexes
constexpr qint64 CallsPerFile = 3;

/// The server refuses to run as root.
QStringList asServerUser(const QStringList &words)
{
    if (::geteuid() != 0)
        return words;
    return QStringList{QStringLiteral("runuser"), QStringLiteral("-u"), QStringLiteral("postgres"),
                       QStringLiteral("--")}
           + words;
}

Result<> runProgram(QStringList words, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    const QString program = words.takeFirst();
    process.start(program, words);
    if (process.waitForFinished(120'000) && process.exitCode() == 0)
        return {};
    return failure(ErrorKind::Internal, u"a program of PostgreSQL failed"_qs,
                   QString::fromUtf8(process.readAllStandardError()));
}

const QByteArray Settings = "listen_addresses = ''\nshared_buffers = 1GB\nfsync = on\nmax_wal_size = 4GB\n"
                            "maintenance_work_mem = 64MB\n";

} // namespace

BenchServer::BenchServer(QString folder)
    : m_folder(std::move(folder))
{
}

QString BenchServer::program(const QString &name)
{
    return u"/usr/lib/postgresql/15/bin/"_qs + name;
}

Result<std::unique_ptr<BenchServer>> BenchServer::create(const BenchOptions &options)
{
    if (!QFile::exists(program(u"postgres"_qs)))
        return failure(ErrorKind::NotFound, u"PostgreSQL 15 is not installed"_qs);
    // A socket's path must be short, and the server's own user must reach it.
    std::unique_ptr<BenchServer> server(new BenchServer(u"/tmp/pilothouse-bench-pg"_qs));
    const auto ready = server->start().and_then([&] { return server->fill(options.bytes); });
    if (!ready)
        return failure(ready.error());
    return server;
}

BenchServer::~BenchServer()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    QFile pid(m_folder + u"/data/postmaster.pid");
    if (pid.open(QIODevice::ReadOnly))
        ::kill(static_cast<pid_t>(pid.readLine().trimmed().toInt()), SIGINT);
    m_process->waitForFinished(30'000);
}

Result<> BenchServer::start()
{
    const QString data = m_folder + u"/data";
    if (!QFile::exists(data + u"/PG_VERSION")) {
        QDir().mkpath(m_folder);
        if (const passwd *user = ::getpwnam("postgres"); user && ::geteuid() == 0)
            (void)!::chown(QFile::encodeName(m_folder).constData(), user->pw_uid, user->pw_gid);
        const auto made =
            runProgram(asServerUser({program(u"initdb"_qs), u"-D"_qs, data, u"-U"_qs, u"postgres"_qs,
                                     u"--encoding=UTF8"_qs, u"--locale=C.UTF-8"_qs, u"--auth=trust"_qs}),
                       u"/tmp"_qs);
        if (!made)
            return made;
        QFile file(data + u"/postgresql.conf");
        if (!file.open(QIODevice::Append))
            return failure(ErrorKind::Internal, u"the server cannot be configured"_qs);
        file.write("port = " + QByteArray::number(Port) + "\nunix_socket_directories = '" + m_folder.toUtf8()
                   + "'\n" + Settings);
    }
    m_process = std::make_unique<QProcess>();
    m_process->setWorkingDirectory(u"/tmp"_qs);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    QStringList words = asServerUser({program(u"postgres"_qs), u"-D"_qs, data});
    const QString first = words.takeFirst();
    m_process->start(first, words);
    QElapsedTimer timer;
    timer.start();
    while (!PostgresConnection::open(given(u"postgres"_qs).connection, {}, {}, {}))
        if (timer.elapsed() > 60'000 || m_process->waitForFinished(50))
            return failure(ErrorKind::Internal, u"the server does not start"_qs);
    return {};
}

Result<> BenchServer::run(const QByteArray &sql, const QString &database) const
{
    PostgresLimits limits;
    limits.isReadOnly = false;
    auto connection = PostgresConnection::open(given(database).connection, {}, limits, {});
    return connection ? connection->execute(sql, FillTime, {}) : failure(connection.error());
}

Result<QVariant> BenchServer::value(const QByteArray &sql, const QString &database) const
{
    auto connection = PostgresConnection::open(given(database).connection, {}, {}, {});
    return connection ? connection->value({sql, {}, FillTime, 1}, {}) : failure(connection.error());
}

Result<> BenchServer::makeEmpty(const QString &database) const
{
    return run("DROP DATABASE IF EXISTS " + database.toUtf8() + " WITH (FORCE)").and_then([&] {
        return run("CREATE DATABASE " + database.toUtf8() + " TEMPLATE template0");
    });
}

/// The shape of a service that keeps files and the calls of its tools: contents of words as bytea, results as
/// jsonb; the same in every run.
Result<> BenchServer::fill(qint64 bytes) const
{
    const auto size = value("SELECT coalesce((SELECT pg_database_size(oid) FROM pg_database WHERE datname = '"
                                + database().toUtf8() + "'), 0)",
                            u"postgres"_qs);
    if (!size || qAbs(size->toLongLong() - bytes) < bytes / 4)
        return size ? Result<>() : failure(size.error());
    const QByteArray files = QByteArray::number(bytes / BytesPerFile);
    const QByteArray calls = QByteArray::number(bytes / BytesPerFile * CallsPerFile);
    const QList<QByteArray> statements{
        "CREATE TABLE public.users(id int PRIMARY KEY, name text UNIQUE, email text, created_at timestamptz);"
        "CREATE TABLE public.paragraphs(id int PRIMARY KEY, words text);"
        "CREATE TABLE public.fs_inode(ino bigint PRIMARY KEY, mode int, uid int REFERENCES public.users(id), "
        "size bigint, mtime timestamptz);"
        "CREATE TABLE public.fs_dentry(parent bigint, name text, ino bigint REFERENCES public.fs_inode(ino), "
        "PRIMARY KEY (parent, name));"
        "CREATE TABLE public.fs_data(ino bigint REFERENCES public.fs_inode(ino), off bigint, data bytea, "
        "PRIMARY KEY (ino, off));"
        "CREATE TABLE public.tool_calls(id bigserial PRIMARY KEY, name text, parameters jsonb, result jsonb, "
        "started_at timestamptz, duration_ms int)",
        "INSERT INTO public.users SELECT i, 'user' || i, 'user' || i || '@example.test', "
        "timestamptz '2026-01-01' + i * interval '1 minute' FROM generate_series(1, 2000) i",
        "INSERT INTO public.paragraphs SELECT i, string_agg(substr(md5((i * 1000 + k)::text), 1, 4 + k % 7), "
        "' ' ORDER BY k) FROM generate_series(1, 5000) i, generate_series(1, 60) k GROUP BY i",
        "INSERT INTO public.fs_inode SELECT i, 33188, 1 + i % 2000, 4096, timestamptz '2026-01-01' + i * "
        "interval '1 second' FROM generate_series(1, "
            + files + ") i",
        "INSERT INTO public.fs_dentry SELECT i / 50, 'file_' || i || '.ts', i FROM generate_series(1, "
            + files + ") i",
        "INSERT INTO public.fs_data SELECT n, 0, convert_to(a.words || n || b.words || md5(n::text) || "
        "a.words "
        "|| b.words, 'utf8') FROM generate_series(1, "
            + files
            + ") g(n) JOIN public.paragraphs a ON a.id = 1 + (n * 7919::bigint) % 5000 "
              "JOIN public.paragraphs b ON b.id = 1 + (n * 104729::bigint) % 5000",
        "INSERT INTO public.tool_calls(name, parameters, result, started_at, duration_ms) SELECT "
        "(ARRAY['shell', 'read_file', 'write_file', 'search'])[1 + n % 4], jsonb_build_object('path', "
        "'/src/' "
        "|| n, 'cid', md5(n::text)), jsonb_build_object('out', p.words, 'n', n), timestamptz '2026-01-01' + "
        "n "
        "* interval '1 second', n % 5000 FROM generate_series(1, "
            + calls + ") g(n) JOIN public.paragraphs p ON p.id = 1 + (n * 7919::bigint) % 5000",
        "CREATE INDEX ON public.tool_calls(started_at); CREATE INDEX ON public.tool_calls(name); ANALYZE",
        "VACUUM"};
    Result<> done = makeEmpty(database());
    for (const QByteArray &statement : statements)
        if (done)
            done = run(statement, database());
    return done;
}

GivenConnection BenchServer::given(const QString &name) const
{
    GivenConnection given;
    given.connection.host = m_folder;
    given.connection.port = Port;
    given.connection.user = u"postgres"_qs;
    given.connection.database = name;
    return given;
}

QStringList BenchServer::words() const
{
    return {u"-h"_qs, m_folder, u"-p"_qs, QString::number(Port), u"-U"_qs, u"postgres"_qs};
}

} // namespace pilothouse
