// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/stubserver.h"

#include <QFile>
#include <QRegularExpression>

#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int PollMs = 20;

bool isReady(int socket, short events, int milliseconds)
{
    pollfd entry{socket, events, 0};
    return poll(&entry, 1, milliseconds) > 0;
}

} // namespace

StubConnection::StubConnection(int socket, const std::atomic<bool> &isStopping)
    : m_socket(socket)
    , m_isStopping(isStopping)
{
}

StubConnection::~StubConnection()
{
    if (m_socket >= 0)
        close(m_socket);
}

QByteArray StubConnection::readRequest()
{
    static const QRegularExpression Length(QStringLiteral("content-length: *(\\d+)"),
                                           QRegularExpression::CaseInsensitiveOption);
    QByteArray received;
    while (!m_isStopping) {
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end >= 0) {
            const auto match = Length.match(QString::fromLatin1(received.left(end)));
            if (received.size() >= end + 4 + match.captured(1).toLongLong())
                return received;
        }
        if (!isReady(m_socket, POLLIN, PollMs))
            continue;
        char buffer[4096];
        const ssize_t count = recv(m_socket, buffer, sizeof buffer, 0);
        if (count <= 0)
            return {};
        received.append(buffer, count);
    }
    return {};
}

bool StubConnection::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size() && !m_isStopping) {
        if (!isReady(m_socket, POLLOUT, PollMs))
            continue;
        const ssize_t count = ::send(m_socket, bytes.constData() + sent,
                                     static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno != EAGAIN)
            return false;
        sent += std::max<ssize_t>(count, 0);
    }
    return sent == bytes.size();
}

bool StubConnection::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return send("HTTP/1.1 " + QByteArray::number(status) + " Stub\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
}

bool StubConnection::pause(int milliseconds)
{
    for (int left = milliseconds; left > 0 && !m_isStopping; left -= PollMs) {
        if (isReady(m_socket, POLLRDHUP, std::min(left, PollMs)))
            return false;
    }
    return !m_isStopping;
}

void StubConnection::hold()
{
    while (pause(1000)) {
    }
}

void StubConnection::reset()
{
    const linger hard{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close(m_socket);
    m_socket = -1;
}

StubServer::StubServer(Handler handler)
    : m_handler(std::move(handler))
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_listener, 64) != 0)
        qFatal("cannot listen: %s", std::strerror(errno));
    getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

StubServer::StubServer(const QString &socketPath, Handler handler)
    : m_handler(std::move(handler))
    , m_listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(socketPath);
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        qFatal("socket path too long: %s", path.constData());
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0
        || listen(m_listener, 64) != 0)
        qFatal("cannot listen: %s", std::strerror(errno));
    m_acceptor = std::thread([this] { accept(); });
}

StubServer::~StubServer()
{
    m_isStopping = true;
    m_acceptor.join();
    for (std::thread &connection : m_connections)
        connection.join();
    close(m_listener);
}

QUrl StubServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
}

QList<QByteArray> StubServer::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

void StubServer::accept()
{
    while (!m_isStopping) {
        if (!isReady(m_listener, POLLIN, PollMs))
            continue;
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0)
            m_connections.emplace_back([this, socket] { serve(socket); });
    }
}

void StubServer::serve(int socket)
{
    StubConnection connection(socket, m_isStopping);
    const QByteArray request = connection.readRequest();
    if (request.isEmpty())
        return;
    {
        const QMutexLocker lock(&m_mutex);
        m_requests.append(request);
    }
    m_handler(connection, request);
}

} // namespace pilothouse
