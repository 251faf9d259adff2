// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demostory.h"

namespace pilothouse {

namespace {

using Level = DemoLogRecord::Level;

QString key(const char16_t *name)
{
    return QString::fromUtf16(name);
}

} // namespace

QList<DemoLogRecord> DemoStory::startUp(const QDateTime &time, const QString &dataDirectory)
{
    const QString runtime = QStringLiteral("runtime/RuntimeImpl");
    return {
        {time,
         Level::Info,
         QStringLiteral("persistence/Persistence"),
         QStringLiteral("Persistence created successfully"),
         {{key(u"driver"), QStringLiteral("Object")}}},
        {time.addMSecs(40),
         Level::Debug,
         QStringLiteral("queue/EventQueue"),
         QStringLiteral("Queue database schema initialized"),
         {}},
        {time.addMSecs(40),
         Level::Info,
         QStringLiteral("queue/EventQueue"),
         QStringLiteral("EventQueue created"),
         {{key(u"path"), QString(dataDirectory + u"/data/queue.db")}}},
        {time.addMSecs(41), Level::Info, runtime, QStringLiteral("RuntimeImpl constructor start"), {}},
        {time.addMSecs(42),
         Level::Info,
         runtime,
         QStringLiteral("LLM config loaded"),
         {{key(u"hasApiKey"), true}, {key(u"model"), QStringLiteral("demo-model")}}},
        {time.addMSecs(43), Level::Info, runtime, QStringLiteral("RuntimeImpl constructor done"), {}},
        {time.addMSecs(52),
         Level::Info,
         QStringLiteral("network/WebSocketServer"),
         QStringLiteral("WebSocket attached to existing HTTP server"),
         {{key(u"path"), QStringLiteral("/ws")}}},
    };
}

QList<DemoLogRecord> DemoStory::message(const QDateTime &time, const QString &sessionId)
{
    const QString request = m_random.decimalId(QStringLiteral("req"), time);
    const QString image = m_random.id(QStringLiteral("img"), time);
    const QString agent = m_random.id(QStringLiteral("agent"), time);
    const QString handler = QStringLiteral("runtime/CommandHandler");
    return {
        {time,
         Level::Debug,
         QStringLiteral("network/WebSocketConnection"),
         QStringLiteral("Received message"),
         {{key(u"bytes"), 180 + m_random.below(900)}}},
        {time.addMSecs(2),
         Level::Info,
         QStringLiteral("runtime/RuntimeImpl"),
         QStringLiteral("Message routed to agent"),
         {{key(u"imageId"), image},
          {key(u"agentId"), agent},
          {key(u"reused"), m_random.chance(60)},
          {key(u"requestId"), request}}},
        {time.addMSecs(9),
         Level::Info,
         QStringLiteral("runtime/AgentInteractor"),
         QStringLiteral("user_message event emitted to bus"),
         {{key(u"messageId"), m_random.decimalId(QStringLiteral("msg"), time, 7)},
          {key(u"requestId"), request},
          {key(u"agentId"), agent},
          {key(u"eventType"), QStringLiteral("user_message")}}},
        {time.addMSecs(300),
         Level::Info,
         handler,
         QStringLiteral("Handling image_messages_request"),
         {{key(u"requestId"), request}, {key(u"imageId"), image}}},
        {time.addMSecs(302),
         Level::Info,
         handler,
         QStringLiteral("Got messages for image"),
         {{key(u"imageId"), image}, {key(u"count"), 1 + m_random.below(40)}}},
        {time.addMSecs(640),
         Level::Info,
         QStringLiteral("environment/ClaudeEffector"),
         QStringLiteral("SDK result received"),
         {{key(u"subtype"), QStringLiteral("success")},
          {key(u"isError"), false},
          {key(u"sessionId"), sessionId}}},
    };
}

QList<DemoLogRecord> DemoStory::connection(const QDateTime &time)
{
    const QString connection = m_random.decimalId(QStringLiteral("conn"), time);
    const QString message =
        m_random.chance(50) ? QStringLiteral("Client connected") : QStringLiteral("Client disconnected");
    return {
        {time,
         Level::Info,
         QStringLiteral("network/WebSocketServer"),
         message,
         {{key(u"connectionId"), connection}, {key(u"totalConnections"), m_random.below(9)}}},
        {time.addMSecs(1),
         Level::Info,
         QStringLiteral("agentx/LocalAgentX"),
         message,
         {{key(u"connectionId"), connection}}},
    };
}

QList<DemoLogRecord> DemoStory::userCreated(const QDateTime &time, const QString &containerId)
{
    return {
        {time,
         Level::Debug,
         QStringLiteral("persistence/ContainerRepository"),
         QStringLiteral("Container saved"),
         {{key(u"containerId"), containerId}}},
        {time.addMSecs(1),
         Level::Info,
         QStringLiteral("runtime/RuntimeContainer"),
         QStringLiteral("Container created"),
         {{key(u"containerId"), containerId}}},
    };
}

QList<DemoLogRecord> DemoStory::warning(const QDateTime &time, const QString &sessionId)
{
    if (m_random.chance(50))
        return {{time,
                 Level::Warning,
                 QStringLiteral("persistence/SessionRepository"),
                 QStringLiteral("Messages data is not an array, resetting"),
                 {{key(u"sessionId"), sessionId}, {key(u"type"), QStringLiteral("object")}}}};
    return {{time,
             Level::Warning,
             QStringLiteral("environment/SDKQueryLifecycle"),
             QStringLiteral("The provider didn't answer in time, trying again"),
             {{key(u"attempt"), 1 + m_random.below(3)}, {key(u"timeoutMs"), 30000}}}};
}

QList<DemoLogRecord> DemoStory::error(const QDateTime &time)
{
    const QString image = m_random.id(QStringLiteral("img"), time);
    const QString text = u"Image not found: " + image;
    const QString stack = u"Error: " + text
                          + u"\n    at <anonymous> (/app/packages/runtime/dist/index.js:2552:21)"
                            u"\n    at async handleImageRun (/app/packages/runtime/dist/index.js:2224:37)"
                            u"\n    at processTicksAndRejections (native:7:39)";
    return {{time,
             Level::Error,
             QStringLiteral("runtime/CommandHandler"),
             QStringLiteral("Failed to run image"),
             {{key(u"requestId"), m_random.decimalId(QStringLiteral("req"), time)},
              {key(u"imageId"), image},
              {key(u"error"), text},
              {key(u"stack"), stack}}}};
}

QList<DemoLogRecord> DemoStory::anything(const QDateTime &time, const QString &sessionId)
{
    const int dice = m_random.below(100);
    if (dice < 1)
        return error(time);
    if (dice < 4)
        return warning(time, sessionId);
    if (dice < 20)
        return connection(time);
    return message(time, sessionId);
}

QByteArray demoBanner(const QString &dataDirectory, int port)
{
    const QString text =
        QStringLiteral("\n  Portagent demo: a service of invented data (Multi-User Mode)\n\n"
                       "Configuration:\n  Port: %1\n  Data Dir: %2\n  API Key: sk-demo-no-key-...\n"
                       "  User DB: %2/data/portagent.db\n  AgentX DB: %2/data/agentx.db\n"
                       "  Logs: %2/logs\n  Invite Code: disabled\n\n"
                       "Server running at http://localhost:%1\n")
            .arg(port)
            .arg(dataDirectory);
    return text.toUtf8();
}

} // namespace pilothouse
