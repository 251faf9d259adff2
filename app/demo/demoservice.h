// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demohttp.h"
#include "app/demo/demostore.h"
#include "app/demo/demostory.h"

#include <QHostAddress>
#include <QTimer>

namespace pilothouse {

/// How a demo service is started.
struct DemoServiceOptions
{
    QString dataDirectory;
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 5200;
    QString pidFile;
    DemoLogRecord::Level lowestLevel = DemoLogRecord::Level::Info;
    qint64 rotateBytes = 10'485'760;
    double eventsPerSecond = 1.0; ///< 0: it only answers
    quint32 seed = 1;
    QByteArray tokenSecret; ///< empty: a new one at each start
};

/// A living stand-in for a Portagent: answers over HTTP, writes its databases and its logs, holds its files
/// open.
class DemoService final : public QObject
{
    Q_OBJECT
public:
    explicit DemoService(DemoServiceOptions options, QObject *parent = nullptr);
    ~DemoService() override;

    /// Opens the databases and the log, listens, writes the pid file.
    [[nodiscard]] Result<> start();
    /// Says goodbye in the log and removes the pid file.
    void stop();
    quint16 port() const { return m_http.port(); }

private:
    DemoReply answer(const DemoRequest &request);
    DemoReply login(const QByteArray &body);
    QByteArray signatureOf(const QByteArray &claim) const;
    DemoReply verify(const DemoRequest &request) const;
    void live();
    Result<> writeMessage(const QDateTime &now);
    Result<> writeUser(const QDateTime &now);
    void log(const QList<DemoLogRecord> &records);
    void say(const QByteArray &text, bool toErrors = false);
    Result<> writePidFile();

    DemoServiceOptions m_options;
    DemoRandom m_random;
    DemoStory m_story;
    DemoLogFile m_log;
    DemoHttpServer m_http;
    std::optional<DemoStore> m_store;
    QTimer m_heartbeat;
    QStringList m_sessions;
    QByteArray m_secret; ///< signs the tokens; a new one at each start where none is set
    QString m_writtenPidFile;
};

} // namespace pilothouse
