// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demohttp.h"

#include "core/net/websocketprobe.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>

#include <optional>

namespace pilothouse {

namespace {

constexpr qsizetype LargestRequest = 65'536;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 500:
        return "Internal Server Error";
    default:
        return "Bad Request";
    }
}

QByteArray headerValue(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

/// The request, once all of it is there.
std::optional<DemoRequest> parsed(const QByteArray &received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QByteArray head = received.left(end);
    const qsizetype length = headerValue(head, "Content-Length").toLongLong();
    if (received.size() < end + 4 + length)
        return std::nullopt;
    const QList<QByteArray> line =
        head.left(head.indexOf('\r') < 0 ? head.size() : head.indexOf('\r')).split(' ');
    DemoRequest request;
    request.method = line.value(0);
    request.path = line.value(1).split('?').first();
    request.authorization = headerValue(head, "Authorization");
    request.body = received.mid(end + 4, length);
    return request;
}

QByteArray toWire(const DemoReply &reply)
{
    const QString date =
        QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    return "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status)
           + "\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: " + reply.contentType
           + "\r\nDate: " + date.toLatin1() + "\r\nConnection: close\r\nContent-Length: "
           + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body;
}

/// The answer that opens a WebSocket; empty where the request is none for one. What comes then is not spoken.
QByteArray openedWebSocket(const QByteArray &received)
{
    const QByteArray head = received.left(received.indexOf("\r\n\r\n"));
    const QByteArray key = headerValue(head, "Sec-WebSocket-Key");
    if (!head.startsWith("GET /ws ") || key.isEmpty()
        || headerValue(head, "Upgrade").compare("websocket", Qt::CaseInsensitive) != 0)
        return {};
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
           + webSocketAccept(key) + "\r\n\r\n";
}

} // namespace

DemoHttpServer::DemoHttpServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &DemoHttpServer::acceptConnections);
}

Result<> DemoHttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server.listen(address, port))
        return failure(
            ErrorKind::Refused,
            QCoreApplication::translate("DemoHttpServer", "The demo service cannot listen on this port."),
            m_server.errorString());
    return {};
}

void DemoHttpServer::acceptConnections()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    }
}

void DemoHttpServer::read(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    if (received.size() > LargestRequest) {
        socket->abort();
        return;
    }
    const auto request = parsed(received);
    if (!request)
        return;
    const QByteArray opened = openedWebSocket(received);
    received.clear();
    if (!opened.isEmpty()) {
        socket->write(opened);
        return;
    }
    socket->write(toWire(m_handler(*request)));
    socket->disconnectFromHost();
}

} // namespace pilothouse
