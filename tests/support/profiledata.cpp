// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/profiledata.h"

#include "tests/support/testsupport.h"

#include <sqlite3.h>

#include <QDir>
#include <QFileInfo>

namespace pilothouse {
namespace {
sqlite3 *opened(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    sqlite3 *handle = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK)
        qFatal("cannot open %s", qPrintable(path));
    return handle;
}

const QByteArray usersSql = R"(
CREATE TABLE users (userId TEXT PRIMARY KEY, username TEXT UNIQUE NOT NULL, email TEXT UNIQUE NOT NULL,
  passwordHash TEXT NOT NULL, containerId TEXT NOT NULL, displayName TEXT, avatar TEXT,
  isActive INTEGER NOT NULL DEFAULT 1, createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL);
INSERT INTO users VALUES
  ('u-ada', 'ada', 'ada@example.org', 'x', 'user-a', 'Ada', NULL, 1, 1795212549731, 1795212549731),
  ('u-bob', 'bob', 'bob@example.org', 'x', 'user-a2', NULL, NULL, 0, 1795212549732, 1795212549732);
)";
} // namespace

void runSql(const QString &path, const QByteArray &sql)
{
    sqlite3 *handle = opened(path);
    char *message = nullptr;
    if (sqlite3_exec(handle, sql.constData(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", qPrintable(path), message);
    sqlite3_close(handle);
}

QList<QStringList> selectSql(const QString &path, const QString &sql, const QVariantMap &parameters)
{
    sqlite3 *handle = opened(path);
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", qPrintable(sql), sqlite3_errmsg(handle));
    for (auto item = parameters.begin(); item != parameters.end(); ++item) {
        const int index = sqlite3_bind_parameter_index(statement, (u':' + item.key()).toUtf8().constData());
        const QByteArray value = item.value().toString().toUtf8();
        if (index > 0)
            sqlite3_bind_text64(statement, index, value.constData(),
                                static_cast<sqlite3_uint64>(value.size()),
                                reinterpret_cast<sqlite3_destructor_type>(-1), SQLITE_UTF8);
    }
    QList<QStringList> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        QStringList row;
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            row << QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, i)));
        rows << row;
    }
    if (sqlite3_finalize(statement) != SQLITE_OK)
        qFatal("%s: %s", qPrintable(sql), sqlite3_errmsg(handle));
    sqlite3_close(handle);
    return rows;
}

void makeKeyValueData(const QString &dataDir)
{
    runSql(dataDir + QStringLiteral("/data/portagent.db"), usersSql);
    runSql(dataDir + QStringLiteral("/data/agentx.db"), R"(
CREATE TABLE kv_storage (key TEXT PRIMARY KEY, value TEXT NOT NULL, created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL);
CREATE INDEX idx_kv_key ON kv_storage(key);
INSERT INTO kv_storage SELECT column1, column2, 1, 1 FROM (VALUES
  ('containers:user-a', '{"containerId":"user-a"}'), ('containers:user-a2', '{"containerId":"user-a2"}'),
  ('images:img_1', '{"imageId":"img_1","containerId":"user-a","name":"one"}'),
  ('images:img_2', '{"imageId":"img_2","containerId":"user-a2","name":"user-a"}'),
  ('images:broken', 'not json'),
  ('idx:images:name:one:img_1', 'img_1'), ('idx:images:name:user-a:img_2', 'img_2'),
  ('idx:images:container:user-a:img_1', 'img_1'), ('idx:images:container:user-a2:img_2', 'img_2'),
  ('sessions:sess_1', '{"sessionId":"sess_1","imageId":"img_1","containerId":"user-a"}'),
  ('sessions:sess_2', '{"sessionId":"sess_2","imageId":"img_2","containerId":"user-a2"}'),
  ('idx:sessions:image:img_1:sess_1', 'sess_1'), ('idx:sessions:image:img_2:sess_2', 'sess_2'),
  ('idx:sessions:container:user-a:sess_1', 'sess_1'), ('idx:sessions:container:user-a2:sess_2', 'sess_2'),
  ('messages:sess_1', '[{"id":"m1"},{"id":"m2"},{"id":"m3"}]'), ('messages:sess_2', '[{"id":"m4"}]'),
  ('messages:sess_9', '{"odd":true}'));
)");
    runSql(dataDir + QStringLiteral("/data/queue.db"), R"(
PRAGMA journal_mode = WAL;
CREATE TABLE queue_entries (id INTEGER PRIMARY KEY AUTOINCREMENT, cursor TEXT NOT NULL UNIQUE, topic TEXT NOT NULL,
  event TEXT NOT NULL, timestamp INTEGER NOT NULL);
CREATE TABLE queue_consumers (consumer_id TEXT NOT NULL, topic TEXT NOT NULL, cursor TEXT NOT NULL,
  updated_at INTEGER NOT NULL, PRIMARY KEY (consumer_id, topic));
INSERT INTO queue_entries (cursor, topic, event, timestamp) VALUES
  ('1', 'sess_1', '{"type":"a"}', 1), ('2', 'sess_2', '{"type":"b"}', 2),
  ('3', 'global', '{"type":"c","data":{"containerId":"user-a"}}', 3),
  ('4', 'global', '{"type":"d","data":{"containerId":"user-a2"}}', 4), ('5', 'global', 'user-a, not json', 5);
INSERT INTO queue_consumers VALUES ('c', 'sess_1', '1', 1), ('c', 'sess_2', '2', 1), ('c', 'global', '5', 1);
)");
    writeAll(dataDir + QStringLiteral("/containers/user-a/workdirs/img_1/note.txt"), "a");
    writeAll(dataDir + QStringLiteral("/containers/user-a2/workdirs/img_2/note.txt"), "b");
    writeAll(dataDir + QStringLiteral("/logs/portagent.log"),
             "2026-11-20 22:08:51.346 +00:00 [INF] portagent·queue/EventQueue: 'EventQueue created' {}\n");
}

void makeTableData(const QString &dataDir)
{
    runSql(dataDir + QStringLiteral("/data/portagent.db"), usersSql);
    runSql(dataDir + QStringLiteral("/data/agentx.db"), R"(
CREATE TABLE containers (containerId TEXT PRIMARY KEY, createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL,
  config TEXT);
CREATE TABLE images (imageId TEXT PRIMARY KEY, type TEXT NOT NULL, createdAt TEXT NOT NULL);
CREATE TABLE sessions (sessionId TEXT PRIMARY KEY, containerId TEXT NOT NULL, imageId TEXT NOT NULL, title TEXT);
CREATE TABLE messages (messageId TEXT PRIMARY KEY, sessionId TEXT NOT NULL
  REFERENCES sessions(sessionId) ON DELETE CASCADE, role TEXT NOT NULL, content TEXT NOT NULL);
INSERT INTO containers VALUES ('user-a', 1, 1, NULL), ('user-a2', 1, 1, NULL);
INSERT INTO images VALUES ('img_1', 't', 'x'), ('img_2', 't', 'x'), ('img_shared', 't', 'x');
INSERT INTO sessions VALUES ('sess_1', 'user-a', 'img_1', NULL), ('sess_1b', 'user-a', 'img_shared', NULL),
  ('sess_2', 'user-a2', 'img_2', NULL), ('sess_2b', 'user-a2', 'img_shared', NULL);
INSERT INTO messages VALUES ('m1', 'sess_1', 'user', 'x'), ('m2', 'sess_1b', 'user', 'x'), ('m3', 'sess_2', 'user', 'x');
)");
}

QByteArray testProfile(const QString &name)
{
    return readAll(QStringLiteral(PILOTHOUSE_TEST_DATA "/profiles/") + name);
}

} // namespace pilothouse
