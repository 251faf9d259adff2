// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demostore.h"

#include "app/demo/demorandom.h"
#include "app/demo/demoschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

namespace pilothouse {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString isoText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QVariant millis(const QDateTime &time)
{
    return static_cast<qlonglong>(time.toMSecsSinceEpoch());
}

QJsonObject imageRecord(const DemoConversation &conversation)
{
    return {{QStringLiteral("imageId"), conversation.imageId},
            {QStringLiteral("containerId"), conversation.containerId},
            {QStringLiteral("sessionId"), conversation.sessionId},
            {QStringLiteral("name"), conversation.name},
            {QStringLiteral("description"), QString()},
            {QStringLiteral("systemPrompt"), QStringLiteral("You are a helpful AI assistant.")},
            {QStringLiteral("createdAt"), conversation.createdAt.toMSecsSinceEpoch()},
            {QStringLiteral("updatedAt"), conversation.updatedAt.toMSecsSinceEpoch()},
            {QStringLiteral("metadata"),
             QJsonObject{{QStringLiteral("claudeSdkSessionId"), conversation.sdkSessionId}}}};
}

QJsonObject sessionRecord(const DemoConversation &conversation)
{
    return {{QStringLiteral("sessionId"), conversation.sessionId},
            {QStringLiteral("imageId"), conversation.imageId},
            {QStringLiteral("containerId"), conversation.containerId},
            {QStringLiteral("createdAt"), conversation.createdAt.toMSecsSinceEpoch()},
            {QStringLiteral("updatedAt"), conversation.createdAt.toMSecsSinceEpoch()}};
}

} // namespace

DemoStore::DemoStore(DemoDatabase users, DemoDatabase agents, DemoDatabase queue)
    : m_users(std::move(users))
    , m_agents(std::move(agents))
    , m_queue(std::move(queue))
{
}

Result<DemoStore> DemoStore::open(const QString &dataDirectory, Layout layout)
{
    const QString folder = dataDirectory + QStringLiteral("/data");
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::Refused,
                       QCoreApplication::translate("DemoStore", "The folder cannot be made."), folder);
    auto users = DemoDatabase::open(folder + QStringLiteral("/portagent.db"));
    if (!users)
        return failure(users.error());
    auto agents = DemoDatabase::open(folder + QStringLiteral("/agentx.db"));
    if (!agents)
        return failure(agents.error());
    auto queue = DemoDatabase::open(folder + QStringLiteral("/queue.db"));
    if (!queue)
        return failure(queue.error());
    const auto tables =
        agents->query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'containers'");
    if (!tables)
        return failure(tables.error());
    DemoStore store(std::move(*users), std::move(*agents), std::move(*queue));
    store.m_layout = tables->isEmpty() ? layout : Layout::Tables;
    if (const auto created = store.createSchemas(); !created)
        return failure(created.error());
    return store;
}

Result<> DemoStore::createSchemas()
{
    if (auto result = m_users.execute(UsersSchema); !result)
        return result;
    if (auto result = m_agents.execute(m_layout == Layout::KeyValue ? KeyValueSchema : TablesSchema); !result)
        return result;
    return m_queue.execute(QueueSchema);
}

Result<> DemoStore::begin()
{
    for (DemoDatabase *database : {&m_users, &m_agents, &m_queue}) {
        if (auto result = database->execute("BEGIN"); !result)
            return result;
    }
    return {};
}

Result<> DemoStore::commit()
{
    for (DemoDatabase *database : {&m_users, &m_agents, &m_queue}) {
        if (auto result = database->execute("COMMIT"); !result)
            return result;
    }
    return {};
}

Result<> DemoStore::addUser(const DemoUser &user)
{
    return m_users.run(
        "INSERT INTO users (userId, username, email, passwordHash, containerId, displayName, avatar,"
        " isActive, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)",
        {user.userId, user.username, user.email, user.passwordHash, user.containerId, user.displayName,
         user.isActive ? 1 : 0, millis(user.createdAt), millis(user.createdAt)});
}

Result<> DemoStore::putValue(const QString &key, const QString &value, const QDateTime &time)
{
    return m_agents.run(
        "INSERT INTO kv_storage (key, value, created_at, updated_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT(key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
        {key, value, millis(time), millis(time)});
}

Result<> DemoStore::addContainer(const QString &containerId, const QDateTime &createdAt)
{
    if (m_layout == Layout::Tables)
        return m_agents.run("INSERT INTO containers VALUES (?, ?, ?, NULL)",
                            {containerId, millis(createdAt), millis(createdAt)});
    const QJsonObject record{{QStringLiteral("containerId"), containerId},
                             {QStringLiteral("createdAt"), createdAt.toMSecsSinceEpoch()},
                             {QStringLiteral("updatedAt"), createdAt.toMSecsSinceEpoch()}};
    return putValue(QStringLiteral("containers:") + containerId, compact(record), createdAt);
}

Result<> DemoStore::addConversation(const DemoConversation &conversation, const QJsonArray &messages)
{
    return m_layout == Layout::Tables ? addTableConversation(conversation, messages)
                                      : addKeyValueConversation(conversation, messages);
}

Result<> DemoStore::addKeyValueConversation(const DemoConversation &conversation, const QJsonArray &messages)
{
    const QString &image = conversation.imageId;
    const QString &session = conversation.sessionId;
    const QString &container = conversation.containerId;
    const QList<std::pair<QString, QString>> records = {
        {u"images:" + image, compact(imageRecord(conversation))},
        {u"idx:images:name:" + conversation.name + u':' + image, image},
        {u"idx:images:container:" + container + u':' + image, image},
        {u"sessions:" + session, compact(sessionRecord(conversation))},
        {u"idx:sessions:image:" + image + u':' + session, session},
        {u"idx:sessions:container:" + container + u':' + session, session},
        {u"messages:" + session, compact(messages)},
    };
    for (const auto &[key, value] : records) {
        if (auto result = putValue(key, value, conversation.createdAt); !result)
            return result;
    }
    return {};
}

Result<> DemoStore::addTableConversation(const DemoConversation &conversation, const QJsonArray &messages)
{
    const QString definition = compact(QJsonObject{{QStringLiteral("name"), conversation.name}});
    if (auto result = m_agents.run(
            "INSERT INTO images VALUES (?, 'derived', ?, NULL, ?, '{}', '[]', ?, NULL)",
            {conversation.imageId, conversation.name, definition, isoText(conversation.createdAt)});
        !result)
        return result;
    if (auto result = m_agents.run("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)",
                                   {conversation.sessionId, conversation.containerId, conversation.imageId,
                                    conversation.name, isoText(conversation.createdAt),
                                    isoText(conversation.updatedAt)});
        !result)
        return result;
    return addTableMessages(conversation.sessionId, messages);
}

Result<> DemoStore::addTableMessages(const QString &sessionId, const QJsonArray &messages)
{
    for (const auto &value : messages) {
        const QJsonObject message = value.toObject();
        const auto time = QDateTime::fromMSecsSinceEpoch(message.value(u"timestamp").toInteger(), Qt::UTC);
        if (auto result = m_agents.run("INSERT INTO messages VALUES (?, ?, ?, ?, ?)",
                                       {message.value(u"id").toString(), sessionId,
                                        message.value(u"role").toString(), compact(message), isoText(time)});
            !result)
            return result;
    }
    return {};
}

Result<> DemoStore::appendMessages(const QString &sessionId, const QJsonArray &messages)
{
    if (m_layout == Layout::Tables)
        return addTableMessages(sessionId, messages);
    const QString key = u"messages:" + sessionId;
    const auto rows = m_agents.query("SELECT value FROM kv_storage WHERE key = ?", {key});
    if (!rows)
        return failure(rows.error());
    QJsonArray all;
    if (!rows->isEmpty())
        all = QJsonDocument::fromJson(rows->first().first().toString().toUtf8()).array();
    for (const auto &message : messages)
        all.append(message);
    return putValue(key, compact(all), QDateTime::currentDateTimeUtc());
}

Result<> DemoStore::addEvent(const QString &topic, const QJsonObject &event, const QDateTime &time)
{
    const qint64 now = qMax(m_lastCursorTime, time.toMSecsSinceEpoch());
    m_cursorNumber = now == m_lastCursorTime ? m_cursorNumber + 1 : 0;
    m_lastCursorTime = now;
    const QString cursor = base36(now) + QStringLiteral("-%1").arg(m_cursorNumber, 4, 36, QLatin1Char('0'));
    return m_queue.run("INSERT INTO queue_entries (cursor, topic, event, timestamp) VALUES (?, ?, ?, ?)",
                       {cursor, topic, compact(event), millis(time)});
}

Result<> DemoStore::addConsumer(const QString &consumerId, const QString &topic, const QDateTime &time)
{
    const QString cursor = base36(time.toMSecsSinceEpoch()) + QStringLiteral("-0000");
    return m_queue.run("INSERT OR REPLACE INTO queue_consumers VALUES (?, ?, ?, ?)",
                       {consumerId, topic, cursor, millis(time)});
}

Result<DemoUser> DemoStore::user(const QString &nameOrEmail)
{
    const auto rows =
        m_users.query("SELECT userId, username, email, passwordHash, containerId, displayName, isActive,"
                      " createdAt FROM users WHERE username = ?1 OR email = ?1",
                      {nameOrEmail});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate("DemoStore", "There is no such user."));
    const QVariantList &row = rows->first();
    DemoUser user;
    user.userId = row.at(0).toString();
    user.username = row.at(1).toString();
    user.email = row.at(2).toString();
    user.passwordHash = row.at(3).toString();
    user.containerId = row.at(4).toString();
    user.displayName = row.at(5).toString();
    user.isActive = row.at(6).toInt() != 0;
    user.createdAt = QDateTime::fromMSecsSinceEpoch(row.at(7).toLongLong(), Qt::UTC);
    return user;
}

Result<QStringList> DemoStore::sessionIds(int limit)
{
    const QByteArray statement =
        m_layout == Layout::Tables
            ? QByteArray("SELECT sessionId FROM sessions ORDER BY createdAt DESC, sessionId LIMIT ?")
            : QByteArray(
                "SELECT substr(key, 10) FROM kv_storage WHERE key >= 'sessions:' AND key < 'sessions;'"
                " ORDER BY created_at DESC, key LIMIT ?");
    const auto rows = m_agents.query(statement, {limit});
    if (!rows)
        return failure(rows.error());
    QStringList ids;
    for (const QVariantList &row : *rows)
        ids.append(row.first().toString());
    return ids;
}

QJsonObject demoMessage(const QString &id, const QString &role, const QString &text, const QDateTime &time)
{
    QJsonValue content(text);
    if (role == QLatin1String("assistant"))
        content = QJsonArray{
            QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}}};
    return {{QStringLiteral("id"), id},
            {QStringLiteral("role"), role},
            {QStringLiteral("subtype"), role},
            {QStringLiteral("content"), content},
            {QStringLiteral("timestamp"), time.toMSecsSinceEpoch()}};
}

QJsonObject demoQueueEvent(const QString &sessionId, const QDateTime &time)
{
    return {{QStringLiteral("type"), QStringLiteral("text_delta")},
            {QStringLiteral("timestamp"), time.toMSecsSinceEpoch()},
            {QStringLiteral("source"), QStringLiteral("environment")},
            {QStringLiteral("category"), QStringLiteral("stream")},
            {QStringLiteral("intent"), QStringLiteral("notification")},
            {QStringLiteral("data"), QJsonObject{{QStringLiteral("text"), QStringLiteral("…")}}},
            {QStringLiteral("context"), QJsonObject{{QStringLiteral("sessionId"), sessionId}}}};
}

QJsonObject demoContainerEvent(const QString &containerId, const QDateTime &time)
{
    const QJsonObject container{{QStringLiteral("containerId"), containerId}};
    QJsonObject data = container;
    data.insert(QStringLiteral("createdAt"), time.toMSecsSinceEpoch());
    return {{QStringLiteral("type"), QStringLiteral("container_created")},
            {QStringLiteral("timestamp"), time.toMSecsSinceEpoch()},
            {QStringLiteral("source"), QStringLiteral("container")},
            {QStringLiteral("category"), QStringLiteral("lifecycle")},
            {QStringLiteral("intent"), QStringLiteral("notification")},
            {QStringLiteral("data"), data},
            {QStringLiteral("context"), container}};
}

} // namespace pilothouse
