// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/memoryfolder.h"
#include "core/runtime/dockerengine.h"

#include <QMutex>

#include <list>
#include <memory>
#include <thread>

namespace pilothouse {

/// A door to a port that only a container itself reaches: a socket in a private folder of this machine. Who
/// connects to it talks to the port through a program that the engine runs in the container ("docker exec"),
/// a connection each: socat, bash, or the nc of a busybox, whichever the image has. Nothing is put into the
/// container. Works from threads of its own; safe from any thread.
class ContainerBridge
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ContainerBridge)

public:
    /// NotFound where the image has none of these programs. Blocks.
    [[nodiscard]] static Result<std::unique_ptr<ContainerBridge>>
    open(const QString &engineSocket, const QString &container, int port, const OperationContext &context);
    /// Ends all connections.
    ~ContainerBridge();
    ContainerBridge(const ContainerBridge &) = delete;
    ContainerBridge &operator=(const ContainerBridge &) = delete;

    /// The folder in which the socket ".s.PGSQL.<port>" lies, as libpq takes it for a host.
    QString folder() const { return m_folder.path(); }
    /// What the last connection that came to nothing was told in the container; empty: none has.
    QString lastProblem() const;

private:
    struct Client
    {
        std::thread thread;
        std::atomic_bool hasEnded = false;
    };

    ContainerBridge(const QString &engineSocket, QString container, int port, MemoryFolder folder);
    [[nodiscard]] Result<> listen();
    void serve();
    void carry(Descriptor client, std::atomic_bool &hasEnded);
    void join(bool all);
    void note(const QByteArray &problem);

    DockerEngine m_engine;
    QString m_container;
    int m_port;
    MemoryFolder m_folder;
    Descriptor m_listener;
    Descriptor m_end; ///< readable once all is to end
    mutable QMutex m_mutex;
    QString m_problem;           ///< guarded by m_mutex
    std::list<Client> m_clients; ///< of m_server alone
    std::thread m_server;
};

} // namespace pilothouse
