// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demohttp.h"
#include "app/demo/tenantmetrics.h"
#include "core/postgres/postgresconnection.h"

#include <QHostAddress>
#include <QJsonObject>

namespace pilothouse {

/// How a stand-in service with tenants is started; the rest is in its environment, as with the real one.
struct TenantServiceOptions
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8787;
    QByteArray databaseUrl;
    QByteArray adminToken; ///< empty: there is no address that makes keys
    QByteArray metricsToken;
    bool hasMetrics = true;
    bool isNewer = false; ///< the version with tiers, whose worker writes a status that the table forbids
    int writesPerDay = 5000;
    bool hasEmbeddingKey = false;
    QString pidFile;
};

/// A living stand-in for a service with tenants on PostgreSQL: keys, entries with versions, quota, embedding
/// jobs, metrics and a log in the real one's shape. For one thread, which its answers block.
class TenantService final : public QObject
{
    Q_OBJECT
public:
    explicit TenantService(TenantServiceOptions options, QObject *parent = nullptr);
    ~TenantService() override;

    /// Makes the tables where they are not there, then listens.
    [[nodiscard]] Result<> start();
    /// Makes the tables, then works off embedding jobs until it is told to end.
    [[nodiscard]] Result<> startWorker();
    quint16 port() const { return m_http.port(); }

private:
    struct Key
    {
        QString tenant;
        bool isAdmin = false;
    };

    [[nodiscard]] Result<> connect();
    [[nodiscard]] Result<> makeTables();
    [[nodiscard]] Result<PostgresRows> query(const QByteArray &sql, const QVariantList &values = {});
    DemoReply answer(const DemoRequest &request);
    DemoReply route(const DemoRequest &request);
    DemoReply createKey(const QJsonObject &body);
    DemoReply put(const Key &key, const QJsonObject &body);
    DemoReply get(const Key &key, const QJsonObject &body);
    DemoReply remove(const Key &key, const QJsonObject &body);
    DemoReply requeue(const Key &key, const QJsonObject &body);
    std::optional<Key> keyOf(const QByteArray &authorization);
    void log(const QJsonObject &record) const;
    void workOff();
    void writePidFile();

    TenantServiceOptions m_options;
    DemoHttpServer m_http;
    TenantMetrics m_metrics;
    std::optional<PostgresConnection> m_database;
    int m_requests = 0;
    QString m_writtenPidFile;
};

/// Runs it until a signal ends it; the exit code. What the real one has from its environment is read there.
int runTenantService(TenantServiceOptions options, bool isWorker, int endDescriptor);

} // namespace pilothouse
