// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>
#include <QUrl>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace pilothouse {

/// The server's end of one connection, in a thread of its own. Every call returns soon after the server is
/// told to stop.
class StubConnection
{
public:
    StubConnection(int socket, const std::atomic<bool> &isStopping);
    ~StubConnection();
    StubConnection(const StubConnection &) = delete;
    StubConnection &operator=(const StubConnection &) = delete;

    /// Head and body (by its Content-Length) of the next request; empty where the client went away.
    QByteArray readRequest();
    /// False where the client went away.
    bool send(const QByteArray &bytes);
    /// "HTTP/1.1 <status>" with a body and its length, then the connection ends.
    bool answer(int status, const QByteArray &body, const QByteArray &headers = {});
    /// False where the client went away or the server stops.
    bool pause(int milliseconds);
    /// Says nothing more until the client goes away.
    void hold();
    /// Ends the connection with a reset.
    void reset();

private:
    int m_socket;
    const std::atomic<bool> &m_isStopping;
};

/// An HTTP server for faults: a handler decides for each connection what goes over the wire.
class StubServer
{
public:
    using Handler = std::function<void(StubConnection &, const QByteArray &request)>;

    /// On 127.0.0.1 at a free port.
    explicit StubServer(Handler handler);
    /// On a unix socket.
    StubServer(const QString &socketPath, Handler handler);
    ~StubServer();
    StubServer(const StubServer &) = delete;
    StubServer &operator=(const StubServer &) = delete;

    QUrl url(const QString &path = QStringLiteral("/")) const;
    quint16 port() const { return m_port; }
    /// Heads and bodies of all requests so far.
    QList<QByteArray> requests() const;

private:
    void accept();
    void serve(int socket);

    Handler m_handler;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_isStopping = false;
    mutable QMutex m_mutex;
    QList<QByteArray> m_requests;
    std::vector<std::thread> m_connections;
    std::thread m_acceptor;
};

} // namespace pilothouse
