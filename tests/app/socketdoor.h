// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMutex>
#include <QThread>

#include <atomic>

/// A door to the engine's socket for a user who may not use that one: bytes pass both ways, from a thread of
/// its own. It can be shut at one request, which then never arrives.
class SocketDoor : public QThread
{
public:
    SocketDoor(QString path, QString engine);
    ~SocketDoor() override;

    /// From now on the first request that begins with `method` and holds `part` is held back, once, with all
    /// that its connection sends after it.
    void shutAt(const QByteArray &method, const QByteArray &part);
    bool isShut() const { return m_isShut; }
    QString path() const { return m_path; }

protected:
    void run() override;

private:
    bool holdsBack(const QByteArray &piece);

    QString m_path;
    QString m_engine;
    QMutex m_mutex;
    QByteArray m_method;
    QByteArray m_part;
    std::atomic<bool> m_isShut = false;
};
