// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/postgresserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <QUrl>

#include <csignal>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse {
namespace {

const QString Programs = QStringLiteral("/usr/lib/postgresql/15/bin/");

/// The server refuses to be root: then it is the user that its package made.
QStringList asServerUser(const QStringList &words)
{
    QStringList all{QStringLiteral("setpriv"), QStringLiteral("--pdeathsig"), QStringLiteral("INT")};
    if (::geteuid() == 0)
        all << QStringLiteral("--reuid") << QStringLiteral("postgres") << QStringLiteral("--regid")
            << QStringLiteral("postgres") << QStringLiteral("--init-groups");
    return all + words;
}

void giveToServerUser(const QString &path)
{
    if (::geteuid() != 0)
        return;
    const passwd *user = ::getpwnam("postgres");
    if (!user || ::chown(QFile::encodeName(path).constData(), user->pw_uid, user->pw_gid) != 0)
        qFatal("%s cannot be given to the user postgres", qPrintable(path));
}

quint16 freeServerPort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(socket, any, size) != 0 || ::getsockname(socket, any, &size) != 0)
        qFatal("there is no free port");
    ::close(socket);
    return ntohs(address.sin_port);
}

QList<qint64> childrenOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    QList<qint64> children;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &word : file.readAll().split(' ')) {
            if (const qint64 child = word.trimmed().toLongLong(); child > 0)
                children << child;
        }
    }
    return children;
}

QByteArray quotedIdentifier(QString name)
{
    return '"' + name.replace(u'"', QLatin1String("\"\"")).toUtf8() + '"';
}

} // namespace

std::unique_ptr<PostgresServer> PostgresServer::ofTestbed()
{
    const QString address = qEnvironmentVariable("PILOTHOUSE_TESTBED_POSTGRES");
    if (address.isEmpty())
        return nullptr;
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    server->m_port = address.section(u':', 1).toUShort();
    server->m_socketFolder = qEnvironmentVariable("PILOTHOUSE_TESTBED_POSTGRES_SOCKET");
    server->m_password = qgetenv("PILOTHOUSE_TESTBED_POSTGRES_PASSWORD");
    return server;
}

std::unique_ptr<PostgresServer> PostgresServer::own(const QByteArray &settings)
{
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    if (!QFile::exists(Programs + u"postgres") || !server->makeCluster(settings))
        return nullptr;
    server->start();
    server->run("ALTER ROLE postgres PASSWORD '" + server->m_password + "'");
    return server;
}

PostgresServer::~PostgresServer()
{
    if (!m_process)
        return;
    thaw();
    stop(SIGINT);
}

bool PostgresServer::makeCluster(const QByteArray &settings)
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/pilothouse-pg-XXXXXX");
    m_socketFolder = m_folder->path();
    m_port = freeServerPort();
    m_password = "own-throw-away";
    giveToServerUser(m_folder->path());
    QStringList words =
        asServerUser({Programs + u"initdb", QStringLiteral("-D"), dataFolder(), QStringLiteral("-U"),
                      QStringLiteral("postgres"), QStringLiteral("--encoding=UTF8"),
                      QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"),
                      QStringLiteral("--auth-local=trust"), QStringLiteral("--auth-host=scram-sha-256")});
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    const QString program = words.takeFirst();
    process.start(program, words);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        qWarning("%s", process.readAllStandardError().constData());
        return false;
    }
    QFile file(dataFolder() + u"/postgresql.conf");
    if (!file.open(QIODevice::Append))
        return false;
    file.write("listen_addresses = '127.0.0.1'\nport = " + QByteArray::number(m_port)
               + "\nunix_socket_directories = '" + QFile::encodeName(m_socketFolder)
               + "'\nshared_buffers = 16MB\nfsync = off\n" + settings + '\n');
    return true;
}

void PostgresServer::launch()
{
    m_process = std::make_unique<QProcess>();
    m_process->setWorkingDirectory(m_folder->path());
    m_process->setStandardErrorFile(m_folder->filePath(QStringLiteral("log")), QIODevice::Append);
    QStringList words = asServerUser({Programs + u"postgres", QStringLiteral("-D"), dataFolder()});
    const QString program = words.takeFirst();
    m_process->start(program, words);
}

void PostgresServer::start()
{
    launch();
    QElapsedTimer timer;
    timer.start();
    while (!isReady()) {
        if (timer.elapsed() > 30'000 || m_process->waitForFinished(20))
            qFatal("PostgreSQL does not start; see %s/log", qPrintable(m_folder->path()));
    }
}

bool PostgresServer::isReady() const
{
    return m_process->state() == QProcess::Running
           && PostgresConnection::open(connection(), {}, {}, {}).has_value();
}

void PostgresServer::stop(int signal)
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_process->processId()), signal);
    if (!m_process->waitForFinished(10'000)) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

QList<qint64> PostgresServer::processes() const
{
    if (!m_process || m_process->processId() <= 0)
        return {};
    return QList<qint64>{m_process->processId()} + childrenOf(m_process->processId());
}

void PostgresServer::freeze()
{
    for (const qint64 pid : processes())
        ::kill(static_cast<pid_t>(pid), SIGSTOP);
}

void PostgresServer::thaw()
{
    for (const qint64 pid : processes())
        ::kill(static_cast<pid_t>(pid), SIGCONT);
}

DatabaseConnection PostgresServer::connection(const QString &database) const
{
    DatabaseConnection connection;
    connection.host = m_socketFolder;
    connection.port = m_port;
    connection.user = QStringLiteral("postgres");
    connection.database = database;
    return connection;
}

DatabaseConnection PostgresServer::networkConnection(const QString &database) const
{
    DatabaseConnection connection = this->connection(database);
    connection.host = QStringLiteral("127.0.0.1");
    connection.sslMode = QStringLiteral("disable");
    return connection;
}

QByteArray PostgresServer::url(const QString &database) const
{
    return "postgresql://postgres:" + m_password + "@127.0.0.1:" + QByteArray::number(m_port) + '/'
           + QUrl::toPercentEncoding(database) + "?sslmode=disable";
}

PostgresRows PostgresServer::run(const QByteArray &sql, const QString &database) const
{
    PostgresLimits limits;
    limits.isReadOnly = false;
    auto session = PostgresConnection::open(connection(database), {}, limits, {});
    PostgresQuery query;
    query.text = sql;
    query.deadline = std::chrono::seconds(60);
    const auto rows =
        session.and_then([&query](PostgresConnection &opened) { return opened.run(query, {}); });
    if (!rows)
        qFatal("%s: %s", sql.constData(), qPrintable(rows.error().toText()));
    return *rows;
}

QVariant PostgresServer::value(const QByteArray &sql, const QString &database) const
{
    const PostgresRows rows = run(sql, database);
    return rows.rows.isEmpty() ? QVariant() : rows.rows.first().value(0);
}

PostgresDatabase::PostgresDatabase(const PostgresServer &server, const QString &name)
    : m_server(server)
    , m_name(name)
{
    static int count = 0;
    if (m_name.isEmpty())
        m_name = QStringLiteral("test_%1_%2").arg(QCoreApplication::applicationPid()).arg(++count);
    m_server.run("CREATE DATABASE " + quotedIdentifier(m_name) + " TEMPLATE template0");
}

PostgresDatabase::~PostgresDatabase()
{
    m_server.run("DROP DATABASE IF EXISTS " + quotedIdentifier(m_name) + " WITH (FORCE)");
}

PostgresConnection PostgresDatabase::open(const PostgresLimits &limits) const
{
    auto session = PostgresConnection::open(connection(), {}, limits, {});
    if (!session)
        qFatal("%s", qPrintable(session.error().toText()));
    return std::move(*session);
}

} // namespace pilothouse
