// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

/// Portagent's own statements, letter for letter: sqlite_master keeps them as they were written.
constexpr char UsersSchema[] = R"sql(
CREATE TABLE IF NOT EXISTS users (
        userId TEXT PRIMARY KEY,
        username TEXT UNIQUE NOT NULL,
        email TEXT UNIQUE NOT NULL,
        passwordHash TEXT NOT NULL,
        containerId TEXT NOT NULL,
        displayName TEXT,
        avatar TEXT,
        isActive INTEGER NOT NULL DEFAULT 1,
        createdAt INTEGER NOT NULL,
        updatedAt INTEGER NOT NULL
      );
CREATE INDEX IF NOT EXISTS idx_users_username ON users(username);
CREATE INDEX IF NOT EXISTS idx_users_email ON users(email);
CREATE INDEX IF NOT EXISTS idx_users_containerId ON users(containerId);
)sql";

constexpr char KeyValueSchema[] = R"sql(
CREATE TABLE IF NOT EXISTS kv_storage (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    );
CREATE INDEX IF NOT EXISTS idx_kv_key ON kv_storage(key);
)sql";

constexpr char TablesSchema[] = R"sql(
CREATE TABLE IF NOT EXISTS containers (containerId TEXT PRIMARY KEY, createdAt INTEGER NOT NULL, updatedAt INTEGER NOT NULL, config TEXT);
CREATE TABLE IF NOT EXISTS images (imageId TEXT PRIMARY KEY, type TEXT NOT NULL, definitionName TEXT NOT NULL, parentImageId TEXT, definition TEXT NOT NULL, config TEXT NOT NULL, messages TEXT NOT NULL, createdAt TEXT NOT NULL, driverState TEXT);
CREATE INDEX IF NOT EXISTS idx_images_definitionName ON images(definitionName);
CREATE INDEX IF NOT EXISTS idx_images_type ON images(type);
CREATE TABLE IF NOT EXISTS sessions (sessionId TEXT PRIMARY KEY, containerId TEXT NOT NULL, imageId TEXT NOT NULL, title TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS idx_sessions_imageId ON sessions(imageId);
CREATE INDEX IF NOT EXISTS idx_sessions_containerId ON sessions(containerId);
CREATE TABLE IF NOT EXISTS messages (messageId TEXT PRIMARY KEY, sessionId TEXT NOT NULL, role TEXT NOT NULL, content TEXT NOT NULL, createdAt TEXT NOT NULL, FOREIGN KEY (sessionId) REFERENCES sessions(sessionId) ON DELETE CASCADE);
CREATE INDEX IF NOT EXISTS idx_messages_sessionId ON messages(sessionId);
)sql";

constexpr char QueueSchema[] = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS queue_entries (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      cursor TEXT NOT NULL UNIQUE,
      topic TEXT NOT NULL,
      event TEXT NOT NULL,
      timestamp INTEGER NOT NULL
    );
CREATE INDEX IF NOT EXISTS idx_queue_topic_cursor ON queue_entries(topic, cursor);
CREATE INDEX IF NOT EXISTS idx_queue_timestamp ON queue_entries(timestamp);
CREATE TABLE IF NOT EXISTS queue_consumers (
      consumer_id TEXT NOT NULL,
      topic TEXT NOT NULL,
      cursor TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (consumer_id, topic)
    );
)sql";

} // namespace pilothouse
