// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demodatabase.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse {

/// A row of portagent.db's users.
struct DemoUser
{
    QString userId;
    QString username;
    QString email;
    QString passwordHash;
    QString containerId;
    QString displayName; ///< null where the person gave none
    bool isActive = true;
    QDateTime createdAt;
};

/// An image with its one session, as Portagent makes them together.
struct DemoConversation
{
    QString imageId;
    QString sessionId;
    QString containerId;
    QString name;
    QString sdkSessionId;
    QDateTime createdAt;
    QDateTime updatedAt;
};

/// The three databases of a Portagent, with its exact schemas. Not thread-safe.
class DemoStore
{
public:
    /// How agentx.db keeps its records: since LogTape as key and value, up to December 2025 as tables.
    enum class Layout { KeyValue, Tables };

    /// Opens `<dataDirectory>/data/*.db`, creating what is missing; an existing agentx.db keeps its own
    /// layout.
    [[nodiscard]] static Result<DemoStore> open(const QString &dataDirectory,
                                                Layout layout = Layout::KeyValue);

    Layout layout() const { return m_layout; }

    [[nodiscard]] Result<> addUser(const DemoUser &user);
    [[nodiscard]] Result<> addContainer(const QString &containerId, const QDateTime &createdAt);
    [[nodiscard]] Result<> addConversation(const DemoConversation &conversation, const QJsonArray &messages);
    /// Adds messages to a session that exists.
    [[nodiscard]] Result<> appendMessages(const QString &sessionId, const QJsonArray &messages);
    [[nodiscard]] Result<> addEvent(const QString &topic, const QJsonObject &event, const QDateTime &time);
    [[nodiscard]] Result<> addConsumer(const QString &consumerId, const QString &topic,
                                       const QDateTime &time);

    /// A user by name or e-mail; NotFound where there is none.
    [[nodiscard]] Result<DemoUser> user(const QString &nameOrEmail);
    /// The ids of up to `limit` sessions, the newest first.
    [[nodiscard]] Result<QStringList> sessionIds(int limit);

    /// Leaves queue.db's write-ahead log on disk at the end, as the real service does even after a clean
    /// stop.
    void keepQueueLog() { m_queue.keepLogOnClose(); }

    /// One transaction in each of the databases, for writing many records.
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> commit();

private:
    DemoStore(DemoDatabase users, DemoDatabase agents, DemoDatabase queue);
    Result<> createSchemas();
    Result<> putValue(const QString &key, const QString &value, const QDateTime &time);
    Result<> addKeyValueConversation(const DemoConversation &conversation, const QJsonArray &messages);
    Result<> addTableConversation(const DemoConversation &conversation, const QJsonArray &messages);
    Result<> addTableMessages(const QString &sessionId, const QJsonArray &messages);

    DemoDatabase m_users;
    DemoDatabase m_agents;
    DemoDatabase m_queue;
    Layout m_layout = Layout::KeyValue;
    qint64 m_lastCursorTime = 0;
    int m_cursorNumber = 0;
};

/// A message as Portagent stores it; an assistant's content is a list of one text part.
QJsonObject demoMessage(const QString &id, const QString &role, const QString &text, const QDateTime &time);

/// What the queue holds under a session's topic, and under "global" for a new container.
QJsonObject demoQueueEvent(const QString &sessionId, const QDateTime &time);
QJsonObject demoContainerEvent(const QString &containerId, const QDateTime &time);

} // namespace pilothouse
