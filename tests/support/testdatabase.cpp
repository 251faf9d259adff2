// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testdatabase.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>

namespace pilothouse {

namespace {

constexpr qint64 FirstMoment = 1795211979420;

void makeKeyValueStore(const QString &path, const TestServiceSize &size)
{
    TestDatabase store(path);
    store.run(QStringLiteral(
        "CREATE TABLE kv_storage(key TEXT PRIMARY KEY, value TEXT NOT NULL, created_at INTEGER NOT NULL, "
        "updated_at INTEGER NOT NULL); CREATE INDEX idx_kv_key ON kv_storage(key); BEGIN"));
    const auto put = [&](const QString &key, const QString &value) {
        store.run(QStringLiteral("INSERT INTO kv_storage VALUES('%1', '%2', %3, %3)")
                      .arg(key, value)
                      .arg(FirstMoment));
    };
    for (int user = 0; user < size.users; ++user) {
        const QString container = testContainerId(user);
        put(QStringLiteral("containers:") + container,
            QStringLiteral("{\"containerId\":\"%1\"}").arg(container));
        for (int index = 0; index < size.sessionsPerUser; ++index) {
            const QString image = QStringLiteral("img_%1_%2").arg(user).arg(index);
            const QString session = QStringLiteral("sess_%1_%2").arg(user).arg(index);
            put(QStringLiteral("images:") + image,
                QStringLiteral("{\"imageId\":\"%1\",\"containerId\":\"%2\",\"sessionId\":\"%3\"}")
                    .arg(image, container, session));
            put(QStringLiteral("idx:images:name:chat:") + image, image);
            put(QStringLiteral("idx:images:container:%1:%2").arg(container, image), image);
            put(QStringLiteral("sessions:") + session,
                QStringLiteral("{\"sessionId\":\"%1\",\"imageId\":\"%2\",\"containerId\":\"%3\"}")
                    .arg(session, image, container));
            put(QStringLiteral("idx:sessions:image:%1:%2").arg(image, session), session);
            put(QStringLiteral("idx:sessions:container:%1:%2").arg(container, session), session);
            put(QStringLiteral("messages:") + session,
                QStringLiteral("[%1]").arg(
                    QStringList(size.messagesPerSession, QStringLiteral("{\"role\":\"user\"}")).join(u',')));
        }
    }
    store.run(QStringLiteral("COMMIT"));
}

void makeLegacyStore(const QString &path, const TestServiceSize &size)
{
    TestDatabase store(path);
    store.run(QStringLiteral(
        "CREATE TABLE containers(containerId TEXT PRIMARY KEY, createdAt INTEGER, updatedAt INTEGER, config "
        "TEXT);"
        "CREATE TABLE images(imageId TEXT PRIMARY KEY, type TEXT, definitionName TEXT, createdAt TEXT);"
        "CREATE TABLE sessions(sessionId TEXT PRIMARY KEY, containerId TEXT, imageId TEXT, title TEXT, "
        "createdAt TEXT);"
        "CREATE TABLE messages(messageId TEXT PRIMARY KEY, sessionId TEXT REFERENCES sessions(sessionId) ON "
        "DELETE CASCADE, "
        "role TEXT, content TEXT, createdAt TEXT); BEGIN"));
    for (int user = 0; user < size.users; ++user) {
        const QString container = testContainerId(user);
        store.run(QStringLiteral("INSERT INTO containers VALUES('%1', 1, 1, NULL)").arg(container));
        for (int index = 0; index < size.sessionsPerUser; ++index) {
            const QString id = QStringLiteral("%1_%2").arg(user).arg(index);
            store.run(
                QStringLiteral(
                    "INSERT INTO images VALUES('img_%1', 'chat', 'x', '2025-12-01T00:00:00Z');"
                    "INSERT INTO sessions VALUES('sess_%1', '%2', 'img_%1', 't', '2025-12-01T00:00:00Z')")
                    .arg(id, container));
            for (int message = 0; message < size.messagesPerSession; ++message)
                store.run(
                    QStringLiteral("INSERT INTO messages VALUES('msg_%1_%2', 'sess_%1', 'user', 'hi', 'x')")
                        .arg(id)
                        .arg(message));
        }
    }
    store.run(QStringLiteral("COMMIT"));
}

void makeQueue(const QString &path, const TestServiceSize &size)
{
    TestDatabase queue(path);
    queue.run(QStringLiteral("PRAGMA journal_mode=WAL;"
                             "CREATE TABLE queue_entries(id INTEGER PRIMARY KEY AUTOINCREMENT, cursor TEXT "
                             "UNIQUE, topic TEXT, event TEXT, timestamp INTEGER);"
                             "CREATE TABLE queue_consumers(consumer_id TEXT, topic TEXT, cursor TEXT, "
                             "updated_at INTEGER, PRIMARY KEY(consumer_id, topic));"
                             "BEGIN"));
    int cursor = 0;
    for (int user = 0; user < size.users; ++user) {
        for (int index = 0; index < size.sessionsPerUser; ++index) {
            queue.run(QStringLiteral("INSERT INTO queue_entries(cursor, topic, event, timestamp) "
                                     "VALUES('c%1', 'sess_%2_%3', '{}', %4)")
                          .arg(++cursor)
                          .arg(user)
                          .arg(index)
                          .arg(FirstMoment));
        }
        queue.run(QStringLiteral(
                      "INSERT INTO queue_entries(cursor, topic, event, timestamp) VALUES('c%1', 'global', "
                      "'{\"containerId\":\"%2\"}', %3)")
                      .arg(++cursor)
                      .arg(testContainerId(user))
                      .arg(FirstMoment));
    }
    queue.run(QStringLiteral("COMMIT"));
}

} // namespace

void TestDatabase::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

TestDatabase::TestDatabase(const QString &path)
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open(QFile::encodeName(path).constData(), &handle) != SQLITE_OK)
        qFatal("cannot open %s: %s", qPrintable(path), sqlite3_errmsg(handle));
    m_handle.reset(handle);
    sqlite3_busy_timeout(handle, 10000);
}

TestDatabase::~TestDatabase() = default;

bool TestDatabase::tryRun(const QString &sql)
{
    return sqlite3_exec(m_handle.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

void TestDatabase::run(const QString &sql)
{
    if (!tryRun(sql))
        qFatal("%s: %s", qPrintable(sql), sqlite3_errmsg(m_handle.get()));
}

QString TestDatabase::lastError() const
{
    return QString::fromUtf8(sqlite3_errmsg(m_handle.get()));
}

QVariant TestDatabase::value(const QString &sql)
{
    const QStringList all = column(sql);
    return all.isEmpty() ? QVariant() : QVariant(all.first());
}

QStringList TestDatabase::column(const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", qPrintable(sql), sqlite3_errmsg(m_handle.get()));
    QStringList cells;
    while (sqlite3_step(statement) == SQLITE_ROW)
        cells << QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return cells;
}

void TestDatabase::leaveWalBehind()
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

QString testUserId(int number)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

QString testContainerId(int number)
{
    return QStringLiteral("user-") + testUserId(number);
}

void makeTestUsers(const QString &path, int count)
{
    TestDatabase users(path);
    users.run(QStringLiteral(
        "CREATE TABLE users(userId TEXT PRIMARY KEY, username TEXT UNIQUE NOT NULL, email TEXT UNIQUE NOT "
        "NULL, "
        "passwordHash TEXT NOT NULL, containerId TEXT NOT NULL, displayName TEXT, avatar TEXT, "
        "isActive INTEGER NOT NULL DEFAULT 1, createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL);"
        "CREATE INDEX idx_users_username ON users(username); CREATE INDEX idx_users_containerId ON "
        "users(containerId); BEGIN"));
    for (int user = 0; user < count; ++user) {
        users.run(QStringLiteral("INSERT INTO users VALUES('%1', 'user%2', 'user%2@example.org', '$2b$10$x', "
                                 "'%3', NULL, NULL, 1, %4, %4)")
                      .arg(testUserId(user))
                      .arg(user)
                      .arg(testContainerId(user))
                      .arg(FirstMoment));
    }
    users.run(QStringLiteral("COMMIT"));
}

void makeTestService(const QString &folder, const TestServiceSize &size)
{
    QDir().mkpath(folder + QStringLiteral("/data"));
    makeTestUsers(folder + QStringLiteral("/data/portagent.db"), size.users);
    if (size.isLegacy)
        makeLegacyStore(folder + QStringLiteral("/data/agentx.db"), size);
    else
        makeKeyValueStore(folder + QStringLiteral("/data/agentx.db"), size);
    makeQueue(folder + QStringLiteral("/data/queue.db"), size);
    for (int user = 0; size.hasFolders && user < size.users; ++user)
        QDir().mkpath(
            folder + QStringLiteral("/containers/%1/workdirs/img_%2_0").arg(testContainerId(user)).arg(user));
}

} // namespace pilothouse
