// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace pilothouse {

/// Stands between a client and a server of TCP or a unix socket, and makes their connection fail. Its faults
/// may be set at any time, from any thread.
class FaultyProxy
{
public:
    /// To 127.0.0.1:port.
    explicit FaultyProxy(quint16 port);
    /// To a unix socket.
    explicit FaultyProxy(const QString &socketPath);
    ~FaultyProxy();
    FaultyProxy(const FaultyProxy &) = delete;
    FaultyProxy &operator=(const FaultyProxy &) = delete;

    /// Where clients connect, on 127.0.0.1.
    quint16 port() const { return m_port; }

    /// Every connection is reset when the server has sent so many bytes on it; negative: never.
    void cutAfter(qint64 bytesFromServer) { m_cutAfter = bytesFromServer; }
    /// Nothing passes any more from the server once it has sent so many bytes; negative: all passes.
    void stallAfter(qint64 bytesFromServer) { m_stallAfter = bytesFromServer; }
    /// New connections are reset at once.
    void refuse(bool refuses) { m_refuses = refuses; }

    /// What the servers have sent in all, over every connection.
    qint64 bytesFromServer() const { return m_bytesFromServer; }
    int connections() const { return m_connections; }

private:
    void listen();
    void accept();
    void serve(int client);
    bool pass(int from, int to, bool isFromServer, qint64 &sent);
    int connectToServer() const;

    quint16 m_serverPort = 0;
    QString m_serverPath;
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<qint64> m_cutAfter = -1;
    std::atomic<qint64> m_stallAfter = -1;
    std::atomic<bool> m_refuses = false;
    std::atomic<bool> m_isStopping = false;
    std::atomic<qint64> m_bytesFromServer = 0;
    std::atomic<int> m_connections = 0;
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace pilothouse
