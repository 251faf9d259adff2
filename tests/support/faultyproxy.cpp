// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultyproxy.h"

#include <QFile>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pilothouse {
namespace {

constexpr int PollMilliseconds = 20;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// So that the peer sees a reset instead of an orderly end.
void reset(int socket)
{
    const linger now{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
    ::close(socket);
}

bool sendAll(int socket, const char *bytes, qint64 size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, static_cast<size_t>(size), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= sent;
    }
    return true;
}

} // namespace

FaultyProxy::FaultyProxy(quint16 port)
    : m_serverPort(port)
{
    listen();
}

FaultyProxy::FaultyProxy(const QString &socketPath)
    : m_serverPath(socketPath)
{
    listen();
}

FaultyProxy::~FaultyProxy()
{
    m_isStopping = true;
    m_acceptor.join();
    for (std::thread &thread : m_threads)
        thread.join();
    ::close(m_listener);
}

void FaultyProxy::listen()
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    auto *any = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, any, size) != 0 || ::listen(m_listener, 64) != 0
        || ::getsockname(m_listener, any, &size) != 0)
        qFatal("cannot listen: %s", std::strerror(errno));
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

void FaultyProxy::accept()
{
    while (!m_isStopping) {
        pollfd entry{m_listener, POLLIN, 0};
        if (::poll(&entry, 1, PollMilliseconds) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        ++m_connections;
        if (m_refuses)
            reset(client);
        else
            m_threads.emplace_back([this, client] { serve(client); });
    }
}

int FaultyProxy::connectToServer() const
{
    if (!m_serverPath.isEmpty()) {
        const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(m_serverPath);
        std::memcpy(address.sun_path, path.constData(),
                    std::min(static_cast<size_t>(path.size()), sizeof(address.sun_path) - 1));
        if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
            return server;
        ::close(server);
        return -1;
    }
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_serverPort);
    if (::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0)
        return server;
    ::close(server);
    return -1;
}

/// Reads once and passes it on, up to the fault. False where the connection is to end.
bool FaultyProxy::pass(int from, int to, bool isFromServer, qint64 &sent)
{
    std::array<char, 65536> buffer;
    const ssize_t size = ::recv(from, buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return false;
    if (!isFromServer)
        return sendAll(to, buffer.data(), size);
    const auto cut = [this] { return m_cutAfter.load(); };
    qint64 allowed = size;
    if (cut() >= 0)
        allowed = std::min(allowed, cut() - sent);
    if (m_stallAfter >= 0)
        allowed = std::min(allowed, m_stallAfter - sent);
    allowed = std::max<qint64>(allowed, 0);
    sent += allowed;
    m_bytesFromServer += allowed; // before the client can have seen them
    if (!sendAll(to, buffer.data(), allowed))
        return false;
    return cut() < 0 || sent < cut();
}

void FaultyProxy::serve(int client)
{
    const int server = connectToServer();
    qint64 sent = 0;
    bool goesOn = server >= 0;
    while (goesOn && !m_isStopping) {
        const bool isStalled = m_stallAfter >= 0 && sent >= m_stallAfter;
        std::array<pollfd, 2> entries{
            {{client, POLLIN, 0}, {server, static_cast<short>(isStalled ? 0 : POLLIN), 0}}};
        if (::poll(entries.data(), entries.size(), PollMilliseconds) <= 0)
            continue;
        if (entries[0].revents != 0)
            goesOn = pass(client, server, false, sent);
        if (goesOn && (entries[1].revents & (POLLIN | (isStalled ? 0 : POLLHUP))) != 0)
            goesOn = pass(server, client, true, sent);
    }
    reset(client);
    if (server >= 0)
        ::close(server);
}

} // namespace pilothouse
