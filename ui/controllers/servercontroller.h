// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

#include <QJsonObject>
#include <QTimer>

namespace pilothouse {

/// What this controller works with; all of it outlives it.
struct ServerServices
{
    /// Asks a query of the catalogue, from a worker.
    std::function<Result<QJsonValue>(const QString &id, const InstanceSession &, const QJsonObject &arguments,
                                     const OperationContext &)>
        query;
    OperationRunner &runner;
    const Clock &clock;
    QString cacheFolder; ///< where the last answers are kept, so that the next start shows them at once
};

/// The server of one database of an instance: what is kept of it is shown at once, then what it says now;
/// while it is watched it is asked again every few seconds. UI thread.
class ServerController final : public QObject
{
    Q_OBJECT
public:
    explicit ServerController(ServerServices services, QObject *parent = nullptr);

    /// Empty: none.
    void setDatabase(const SessionPointer &session, const QString &database);
    QString database() const { return m_database; }
    void refresh();
    void setWatched(bool isWatched);

    /// What server.overview answers; of the kept one only what tells no queries.
    const Readable<QJsonObject> &overview() const { return m_overview; }
    /// What server.sizes answers.
    const Readable<QJsonObject> &sizes() const { return m_sizes; }
    /// What pitr.show answers; asked for once and at each refresh, for it runs a program.
    const Readable<QJsonObject> &recovery() const { return m_recovery; }
    bool isReading() const { return m_overview.isReading || m_sizes.isReading; }
    QDateTime now() const { return m_services.clock.now(); }

signals:
    void changed();

private:
    void readKept();
    void ask(const QString &query, LatestRead &read, Readable<QJsonObject> &target);
    QString keptFile(const QString &query) const;

    ServerServices m_services;
    LatestRead m_keptRead;
    LatestRead m_overviewRead;
    LatestRead m_sizesRead;
    LatestRead m_recoveryRead;
    QTimer m_again;
    SessionPointer m_session;
    QString m_database;
    QMap<QString, QDateTime> m_keptAt; ///< by query
    Readable<QJsonObject> m_overview;
    Readable<QJsonObject> m_sizes;
    Readable<QJsonObject> m_recovery;
};

} // namespace pilothouse
