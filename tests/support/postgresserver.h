// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/databaseconnection.h"
#include "core/postgres/postgresconnection.h"
#include "core/secrets/secret.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace pilothouse {

/// A PostgreSQL server for tests: the testbed's, or one of its own that may be stopped, killed and starved.
class PostgresServer
{
public:
    /// The testbed's, shared by all tests; null where it does not run.
    static std::unique_ptr<PostgresServer> ofTestbed();
    /// A fresh cluster in a private folder, with further lines of postgresql.conf; null where PostgreSQL 15
    /// is not installed. It ends with this object, or with the test program.
    static std::unique_ptr<PostgresServer> own(const QByteArray &settings = {});
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Over the socket, as the superuser, who needs no password there.
    DatabaseConnection connection(const QString &database = QStringLiteral("postgres")) const;
    /// Over 127.0.0.1 as the superuser, with password(); without TLS.
    DatabaseConnection networkConnection(const QString &database = QStringLiteral("postgres")) const;
    /// "postgresql://postgres:...@127.0.0.1:port/database".
    QByteArray url(const QString &database = QStringLiteral("postgres")) const;
    Secret password() const { return Secret(QByteArray(m_password)); }
    quint16 port() const { return m_port; }
    QString socketFolder() const { return m_socketFolder; }

    /// Runs statements as the superuser; ends the test program where one fails.
    PostgresRows run(const QByteArray &sql, const QString &database = QStringLiteral("postgres")) const;
    QVariant value(const QByteArray &sql, const QString &database = QStringLiteral("postgres")) const;

    // Of a server of one's own:

    /// Starts it (again) and waits until it takes connections.
    void start();
    /// Starts it (again) and waits for nothing.
    void launch();
    /// Ends it by a signal (SIGINT: fast, SIGQUIT: as in a crash) and waits.
    void stop(int signal);
    /// Stops every process of it in the middle of what it does (SIGSTOP), or lets all of them go on.
    void freeze();
    void thaw();
    QString dataFolder() const { return m_folder->filePath(QStringLiteral("data")); }

private:
    PostgresServer() = default;
    bool makeCluster(const QByteArray &settings);
    bool isReady() const;
    QList<qint64> processes() const;

    QString m_socketFolder;
    quint16 m_port = 0;
    QByteArray m_password;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
};

/// A database on a server for one test; it is dropped with its scope, whoever is connected.
class PostgresDatabase
{
public:
    /// With a name of its own, or a given one, which may hold any characters.
    explicit PostgresDatabase(const PostgresServer &server, const QString &name = {});
    ~PostgresDatabase();
    PostgresDatabase(const PostgresDatabase &) = delete;
    PostgresDatabase &operator=(const PostgresDatabase &) = delete;

    QString name() const { return m_name; }
    DatabaseConnection connection() const { return m_server.connection(m_name); }
    DatabaseConnection networkConnection() const { return m_server.networkConnection(m_name); }
    QByteArray url() const { return m_server.url(m_name); }
    PostgresRows run(const QByteArray &sql) const { return m_server.run(sql, m_name); }
    QVariant value(const QByteArray &sql) const { return m_server.value(sql, m_name); }
    /// A session of a test; ends the test program where there is none.
    PostgresConnection open(const PostgresLimits &limits = {}) const;

private:
    const PostgresServer &m_server;
    QString m_name;
};

} // namespace pilothouse

#define PILOTHOUSE_REQUIRE_POSTGRES(server)                                                                  \
    PILOTHOUSE_REQUIRE(server, "no PostgreSQL: run ./dev testbed up and eval \"$(./dev testbed env)\"")
