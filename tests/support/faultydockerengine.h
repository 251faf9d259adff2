// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/stubserver.h"

#include <QTemporaryDir>

#include <map>

namespace pilothouse {

/// A container engine for faults: it tells a version, and answers everything else as it was told.
class FaultyDockerEngine
{
public:
    using Handler = std::function<void(StubConnection &)>;

    FaultyDockerEngine();

    QString socket() const { return m_folder.filePath(QStringLiteral("docker.sock")); }
    /// For requests whose first line holds `part`; set before the first request. Without a handler: 404.
    void on(const QByteArray &part, Handler handler);
    void onJson(const QByteArray &part, const QByteArray &json, int status = 200);
    QList<QByteArray> requests() const { return m_server.requests(); }

private:
    void answer(StubConnection &connection, const QByteArray &request);

    QTemporaryDir m_folder;
    std::map<QByteArray, Handler> m_handlers;
    StubServer m_server;
};

} // namespace pilothouse
