// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QTcpServer>

#include <functional>

namespace pilothouse {

/// A request as the demo service sees it.
struct DemoRequest
{
    QByteArray method;
    QByteArray path; ///< without the query
    QByteArray authorization;
    QByteArray body;
};

struct DemoReply
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
};

/// A small HTTP/1.1 server: one request a connection, at most 64 kB each.
class DemoHttpServer final : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<DemoReply(const DemoRequest &)>;

    explicit DemoHttpServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] Result<> listen(const QHostAddress &address, quint16 port);
    quint16 port() const { return m_server.serverPort(); }

private:
    void acceptConnections();
    void read(QTcpSocket *socket);

    QTcpServer m_server;
    Handler m_handler;
    QHash<QTcpSocket *, QByteArray> m_received;
};

} // namespace pilothouse
