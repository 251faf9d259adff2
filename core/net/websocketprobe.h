// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpclient.h"

namespace pilothouse {

/// How a WebSocket handshake went, and what stands between the client and the service where it failed.
struct WebSocketAnswer
{
    bool isOpen = false;     ///< 101 with the right Sec-WebSocket-Accept, and still open a moment later
    int status = 0;          ///< 0: there was no answer
    QString address;         ///< without a password
    QString reason;          ///< what was seen
    QString advice;          ///< what to do; empty where it is open
    qint64 milliseconds = 0; ///< until the answer's head

    bool operator==(const WebSocketAnswer &) const = default;
};

struct WebSocketTimes
{
    std::chrono::milliseconds connect{5000};
    std::chrono::milliseconds answer{5000};
    std::chrono::milliseconds settle{700}; ///< how long it must stay open to count
};

/// A real handshake (RFC 6455) with a ws, wss, http or https address; ends the connection again. Never fails:
/// what went wrong is in the answer. Blocks; Cancelled leaves the reason empty.
WebSocketAnswer probeWebSocket(const QUrl &address, const HttpClient &client, const OperationContext &context,
                               const WebSocketTimes &times = {});

/// What a server must answer to this key.
QByteArray webSocketAccept(const QByteArray &key);

} // namespace pilothouse
