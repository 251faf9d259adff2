// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace pilothouse {

/// What a PostgreSQL server says of itself and of one of its databases.
struct ServerFacts
{
    QString version;       ///< "15.18"
    int versionNumber = 0; ///< 150018
    QDateTime startedAt;
    bool isInRecovery = false; ///< a standby, or one that is being restored
    bool isEncrypted = false;  ///< this connection
    QString database;
    QString encoding;
    QString collation;
    qint64 bytes = 0;       ///< of that database
    int maxConnections = 0; ///< those for superusers included
    int reservedConnections = 0;
    int connections = 0; ///< client sessions of all databases
    int hidden = 0;      ///< of those: what they do is not told to a role without pg_monitor
    int active = 0;
    int idleInTransaction = 0;
    int waiting = 0;              ///< for a lock
    qint64 oldestTransaction = 0; ///< milliseconds
    double cacheHitRate = -1;     ///< of that database, 0 to 1; -1: nothing was read yet
    qint64 commits = 0;
    qint64 rollbacks = 0;
    qint64 deadlocks = 0;
    qint64 temporaryBytes = 0;
    qint64 transactionAge = 0; ///< of its oldest frozen row; the server stops at 2 000 million
    QMap<QString, QString> settings;

    /// Of 1: how much of what ordinary roles may have is taken.
    double connectionShare() const;
};

/// One client of the server.
struct ServerSession
{
    qint64 pid = 0;
    qint64 backendStart = 0; ///< microseconds since 1970; with the pid it names a session for good; 0: hidden
    QString user;
    QString database;
    QString application;
    QString client; ///< address; empty: over the socket
    QString state;  ///< "active", "idle", "idle in transaction" ...
    QString waitsFor;
    QString query;             ///< what runs, or what ran last
    qint64 transactionMs = -1; ///< -1: none
    qint64 stateMs = -1;       ///< how long it has been in that state
    QList<qint64> blockedBy;   ///< pids
    QString lockedObject;      ///< what it waits for, where that is a table of this database
    QString lockMode;
    bool isOwn = false; ///< this program's

    bool isBlocked() const { return !blockedBy.isEmpty(); }
    /// Another role's, of which this one sees nothing but pid, role, database and program.
    bool isHidden() const { return backendStart == 0; }
};

/// A line of the tree of those who wait for each other: roots block and wait for nobody.
struct LockLine
{
    ServerSession session;
    int depth = 0;
    int blocks = 0; ///< sessions below it
};

struct DatabaseSize
{
    QString name;
    qint64 bytes = -1; ///< -1: this role may not see it
    bool isOwn = false;
};

struct SchemaSize
{
    QString name;
    int tables = 0;
    qint64 tableBytes = 0;
    qint64 indexBytes = 0;
    qint64 toastBytes = 0;
};

/// A table with its size and the state of its maintenance.
struct RelationSize
{
    QString schema;
    QString name;
    qint64 rows = -1; ///< the planner's estimate; -1: never analysed
    qint64 tableBytes = 0;
    qint64 indexBytes = 0;
    qint64 toastBytes = 0;
    qint64 deadRows = 0;
    qint64 bloatBytes = -1; ///< estimate of what a rewrite would free; -1: not known
    QDateTime vacuumedAt;   ///< by hand or by itself
    QDateTime analyzedAt;

    qint64 bytes() const { return tableBytes + indexBytes + toastBytes; }
};

struct IndexSize
{
    QString schema;
    QString table;
    QString name;
    qint64 bytes = 0;
    qint64 scans = 0;
    bool isValid = true;
};

struct ServerSizes
{
    QList<DatabaseSize> databases;
    QList<SchemaSize> schemas;
    QList<RelationSize> tables; ///< the largest
    QList<IndexSize> indexes;   ///< the largest
    int tableCount = 0;
};

/// How far a VACUUM, ANALYZE, CREATE INDEX, REINDEX or CLUSTER is.
struct MaintenanceProgress
{
    qint64 pid = 0;
    QString command;
    QString table;
    QString phase;
    qint64 done = 0;
    qint64 total = 0; ///< 0: not known
};

QJsonObject toJson(const ServerFacts &facts);
QJsonObject toJson(const ServerSession &session);
QJsonObject toJson(const LockLine &line);
QJsonObject toJson(const ServerSizes &sizes);
QJsonObject toJson(const MaintenanceProgress &progress);

/// The tree of who waits for whom, each blocked session below one that blocks it; deadlocked ones are roots.
QList<LockLine> lockTree(const QList<ServerSession> &sessions);

} // namespace pilothouse
