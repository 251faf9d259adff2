// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultydockerengine.h"

namespace pilothouse {

FaultyDockerEngine::FaultyDockerEngine()
    : m_server(socket(),
               [this](StubConnection &connection, const QByteArray &request) { answer(connection, request); })
{
    onJson("/version", R"({"Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12"})");
}

void FaultyDockerEngine::on(const QByteArray &part, Handler handler)
{
    m_handlers[part] = std::move(handler);
}

void FaultyDockerEngine::onJson(const QByteArray &part, const QByteArray &json, int status)
{
    on(part, [json, status](StubConnection &connection) {
        connection.answer(status, json, "Content-Type: application/json\r\n");
    });
}

void FaultyDockerEngine::answer(StubConnection &connection, const QByteArray &request)
{
    const QByteArray line = request.left(request.indexOf("\r\n"));
    for (const auto &[part, handler] : m_handlers) {
        if (line.contains(part))
            return handler(connection);
    }
    connection.answer(404, R"({"message":"page not found"})");
}

} // namespace pilothouse
