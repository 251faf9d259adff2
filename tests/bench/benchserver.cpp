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
constexpr qint64 BytesPerRow = 4'900; // of both tables together

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

/// Bytes that hardly deflate, and JSON that does so well; the same in every run.
Result<> BenchServer::fill(qint64 bytes) const
{
    const auto size =
        value("SELECT coalesce((SELECT pg_database_size(oid) FROM pg_database WHERE datname = 'bench'), 0)",
              u"postgres"_qs);
    if (!size || qAbs(size->toLongLong() - bytes) < bytes / 4)
        return size ? Result<>() : failure(size.error());
    const QByteArray rows = QByteArray::number(bytes / BytesPerRow);
    const QString bench = u"bench"_qs;
    const QList<QByteArray> statements{
        "CREATE TABLE public.entries(id bigint, tenant int NOT NULL, path text NOT NULL, meta jsonb);"
        "CREATE TABLE public.versions(id bigint, entry bigint NOT NULL, content bytea NOT NULL, at "
        "timestamptz NOT "
        "NULL); ALTER TABLE public.versions ALTER content SET STORAGE EXTERNAL;"
        "ALTER TABLE public.entries ALTER meta SET STORAGE EXTERNAL",
        "INSERT INTO public.entries SELECT i, i % 50, '/documents/' || i || '.md', "
        "jsonb_build_object('title', 'Document "
        "number ' || i, 'digest', md5(i::text), 'chunks', (SELECT jsonb_agg(jsonb_build_object('kind', "
        "'note', 'state', "
        "'ready', 'position', n, 'size', (i * n) % 900)) FROM generate_series(1, 45) n)) FROM "
        "generate_series(1, "
            + rows + "::bigint) i",
        "INSERT INTO public.versions SELECT i, i, decode(string_agg(md5((i * 1000 + n)::text), '' ORDER BY "
        "n), 'hex'), "
        "timestamptz '2026-01-01' + i * interval '1 second' FROM generate_series(1, "
            + rows + "::bigint) i, generate_series(1, 80) n GROUP BY i",
        "ALTER TABLE public.entries ADD PRIMARY KEY (id); ALTER TABLE public.versions ADD PRIMARY KEY (id);"
        "ALTER TABLE public.versions ADD FOREIGN KEY (entry) REFERENCES public.entries(id);"
        "CREATE INDEX entries_path ON public.entries(tenant, path);"
        "CREATE INDEX versions_entry ON public.versions(entry, at); ANALYZE",
        "VACUUM"};
    Result<> done = makeEmpty(bench);
    for (const QByteArray &statement : statements)
        if (done)
            done = run(statement, bench);
    return done;
}

GivenConnection BenchServer::given(const QString &database) const
{
    GivenConnection given;
    given.connection.host = m_folder;
    given.connection.port = Port;
    given.connection.user = u"postgres"_qs;
    given.connection.database = database;
    return given;
}

QStringList BenchServer::words() const
{
    return {u"-h"_qs, m_folder, u"-p"_qs, QString::number(Port), u"-U"_qs, u"postgres"_qs};
}

} // namespace pilothouse
