// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demolog.h"
#include "app/demo/demorandom.h"

namespace pilothouse {

/// The log records with which a Portagent accompanies its work; shared by the made-up past and the living
/// service.
class DemoStory
{
public:
    explicit DemoStory(DemoRandom &random)
        : m_random(random)
    {
    }

    /// What a start writes.
    QList<DemoLogRecord> startUp(const QDateTime &time, const QString &dataDirectory);
    /// What one message of a conversation writes.
    QList<DemoLogRecord> message(const QDateTime &time, const QString &sessionId);
    /// A client that comes or goes.
    QList<DemoLogRecord> connection(const QDateTime &time);
    /// A new user's container.
    QList<DemoLogRecord> userCreated(const QDateTime &time, const QString &containerId);
    /// Something that is worth a WRN.
    QList<DemoLogRecord> warning(const QDateTime &time, const QString &sessionId);
    /// An ERR with its stack over several lines.
    QList<DemoLogRecord> error(const QDateTime &time);
    /// Any of the above, mostly messages.
    QList<DemoLogRecord> anything(const QDateTime &time, const QString &sessionId);

private:
    DemoRandom &m_random;
};

/// The banner that a start prints between the log lines; it shows the first characters of a key that is no
/// key.
QByteArray demoBanner(const QString &dataDirectory, int port);

} // namespace pilothouse
