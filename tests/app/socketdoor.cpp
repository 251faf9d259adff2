// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/socketdoor.h"

#include <QLocalServer>
#include <QLocalSocket>

SocketDoor::SocketDoor(QString path, QString engine)
    : m_path(std::move(path))
    , m_engine(std::move(engine))
{
    start();
}

SocketDoor::~SocketDoor()
{
    quit();
    wait();
}

void SocketDoor::shutAt(const QByteArray &method, const QByteArray &part)
{
    const QMutexLocker lock(&m_mutex);
    m_method = method;
    m_part = part;
    m_isShut = false;
}

bool SocketDoor::holdsBack(const QByteArray &piece)
{
    const QMutexLocker lock(&m_mutex);
    if (m_method.isEmpty() || !piece.startsWith(m_method) || !piece.left(4096).contains(m_part))
        return false;
    m_method.clear();
    m_isShut = true;
    return true;
}

void SocketDoor::run()
{
    QLocalServer server;
    server.setSocketOptions(QLocalServer::WorldAccessOption);
    server.listen(m_path);
    connect(&server, &QLocalServer::newConnection, &server, [&] {
        while (QLocalSocket *inside = server.nextPendingConnection()) {
            auto *outside = new QLocalSocket(inside);
            outside->connectToServer(m_engine);
            outside->waitForConnected();
            connect(inside, &QLocalSocket::readyRead, outside,
                    [this, inside, outside, isHeld = false]() mutable {
                        const QByteArray piece = inside->readAll();
                        // Nor what follows: the rest of a request would be a bad one, and its answer a
                        // failure.
                        isHeld = isHeld || holdsBack(piece);
                        if (!isHeld)
                            outside->write(piece);
                    });
            connect(outside, &QLocalSocket::readyRead, inside,
                    [inside, outside] { inside->write(outside->readAll()); });
            connect(outside, &QLocalSocket::disconnected, inside,
                    [inside] { inside->disconnectFromServer(); });
            connect(inside, &QLocalSocket::disconnected, inside, &QObject::deleteLater);
        }
    });
    exec();
}
