// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/tenantservice.h"

#include "app/demo/tenantschema.h"
#include "core/files/fileops.h"
#include "core/postgres/connectiontext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QHostInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTimer>
#include <QUuid>

#include <cstdio>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int WorkMs = 300;
constexpr int MostAttempts = 5;
constexpr int Unauthorized = 401;

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

DemoReply refusal(int status, const QString &code, const QString &message)
{
    return {status, "application/json",
            json({{QStringLiteral("error"),
                   QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("message"), message}}}})};
}

QString digest(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString randomWord(int letters)
{
    QByteArray bytes(letters, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = "abcdefghijklmnopqrstuvwxyz0123456789"[QRandomGenerator::system()->bounded(36)];
    return QString::fromLatin1(bytes);
}

} // namespace

TenantService::TenantService(TenantServiceOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_http([this](const DemoRequest &request) { return answer(request); })
    , m_metrics(m_options.isNewer ? "agentos_" : "agentfs_")
{
}

TenantService::~TenantService()
{
    if (!m_writtenPidFile.isEmpty())
        static_cast<void>(FileOps().removeFile(m_writtenPidFile));
}

Result<> TenantService::connect()
{
    if (m_database && m_database->isOpen())
        return {};
    auto given = connectionFromText(m_options.databaseUrl);
    if (!given)
        return failure(given.error());
    if (given->connection.sslMode.isEmpty())
        given->connection.sslMode = QStringLiteral("prefer");
    PostgresLimits limits;
    limits.isReadOnly = false;
    auto opened = PostgresConnection::open(given->connection, given->password, limits, {});
    if (!opened)
        return failure(opened.error());
    m_database.emplace(std::move(*opened));
    return m_database->execute("SET application_name = 'stand-in'", std::chrono::seconds(5), {});
}

Result<PostgresRows> TenantService::query(const QByteArray &sql, const QVariantList &values)
{
    if (const auto connected = connect(); !connected)
        return failure(connected.error());
    return m_database->run({sql, values}, {});
}

Result<> TenantService::makeTables()
{
    const auto known = query("SELECT to_regclass('public.tenants') IS NOT NULL");
    if (!known)
        return failure(known.error());
    if (known->rows.first().first().toBool())
        return {};
    QByteArray sql = QByteArray("BEGIN;") + tenantTables();
    if (m_options.isNewer)
        sql += tenantTiers();
    sql += "INSERT INTO public.tenants (id, name) VALUES (gen_random_uuid(), 'default'); COMMIT";
    return m_database->execute(sql, std::chrono::seconds(30), {});
}

void TenantService::writePidFile()
{
    if (m_options.pidFile.isEmpty())
        return;
    if (FileOps().write(m_options.pidFile, QByteArray::number(::getpid()) + '\n'))
        m_writtenPidFile = m_options.pidFile;
}

Result<> TenantService::start()
{
    if (auto made = makeTables(); !made)
        return made;
    if (auto listening = m_http.listen(m_options.address, m_options.port); !listening)
        return listening;
    writePidFile();
    log({{QStringLiteral("msg"),
          QStringLiteral("Server listening at http://%1:%2").arg(m_options.address.toString()).arg(port())}});
    return {};
}

Result<> TenantService::startWorker()
{
    if (auto made = makeTables(); !made)
        return made;
    writePidFile();
    auto *timer = new QTimer(this);
    timer->setInterval(WorkMs);
    QObject::connect(timer, &QTimer::timeout, this, &TenantService::workOff);
    timer->start();
    return {};
}

void TenantService::log(const QJsonObject &record) const
{
    const QByteArray rest = json(record).mid(1);
    const QByteArray line =
        "{\"level\":30,\"time\":" + QByteArray::number(QDateTime::currentMSecsSinceEpoch())
        + ",\"pid\":" + QByteArray::number(::getpid()) + ",\"hostname\":\""
        + QHostInfo::localHostName().toUtf8() + "\"," + rest + '\n';
    std::fputs(line.constData(), stdout);
    std::fflush(stdout);
}

DemoReply TenantService::answer(const DemoRequest &request)
{
    QElapsedTimer timer;
    timer.start();
    const QString id = QStringLiteral("req-") + QString::number(++m_requests, 36);
    log({{QStringLiteral("reqId"), id},
         {QStringLiteral("req"), QJsonObject{{QStringLiteral("method"), QString::fromUtf8(request.method)},
                                             {QStringLiteral("url"), QString::fromUtf8(request.path)}}},
         {QStringLiteral("msg"), QStringLiteral("incoming request")}});
    const DemoReply reply = route(request);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    m_metrics.count(request.method, request.path, reply.status, milliseconds / 1000);
    log({{QStringLiteral("reqId"), id},
         {QStringLiteral("res"), QJsonObject{{QStringLiteral("statusCode"), reply.status}}},
         {QStringLiteral("responseTime"), milliseconds},
         {QStringLiteral("msg"), QStringLiteral("request completed")}});
    return reply;
}

DemoReply TenantService::route(const DemoRequest &request)
{
    if (request.path == "/healthz") {
        if (!m_options.isNewer || query("SELECT 1")) // the older version never looks
            return {200, "application/json", json({{QStringLiteral("ok"), true}})};
        return {200, "application/json",
                json({{QStringLiteral("ok"), false},
                      {QStringLiteral("error"), QStringLiteral("database_unavailable")}})};
    }
    if (request.path == "/metrics" && m_options.hasMetrics) {
        if (!m_options.metricsToken.isEmpty() && request.authorization != "Bearer " + m_options.metricsToken)
            return refusal(Unauthorized, QStringLiteral("UNAUTHORIZED"), QStringLiteral("Invalid token"));
        return {200, "text/plain; version=0.0.4; charset=utf-8", m_metrics.page()};
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.path == "/v1/admin/create-key" && !m_options.adminToken.isEmpty())
        return createKey(body);
    const bool isKnown = request.path == "/v1/put" || request.path == "/v1/get"
                         || request.path == "/v1/delete" || request.path == "/v1/admin/embeddings/requeue";
    if (!isKnown)
        return {404, "application/json",
                json({{QStringLiteral("message"), QStringLiteral("Route not found")},
                      {QStringLiteral("error"), QStringLiteral("Not Found")},
                      {QStringLiteral("statusCode"), 404}})};
    const auto key = keyOf(request.authorization);
    if (!key)
        return refusal(Unauthorized, QStringLiteral("INTERNAL"), QStringLiteral("Unauthorized"));
    if (request.path == "/v1/put")
        return put(*key, body);
    if (request.path == "/v1/delete")
        return remove(*key, body);
    return request.path == "/v1/get" ? get(*key, body) : requeue(*key, body);
}

std::optional<TenantService::Key> TenantService::keyOf(const QByteArray &authorization)
{
    const QByteArray bearer = authorization.startsWith("Bearer ") ? authorization.mid(7) : QByteArray();
    const qsizetype dot = bearer.indexOf('.');
    const auto rows = query("SELECT tenant_id, scopes_json ? 'admin' FROM public.api_keys "
                            "WHERE id = $1 AND secret_hash = $2 AND revoked_at IS NULL",
                            {QString::fromUtf8(bearer.left(dot)), digest(bearer.mid(dot + 1))});
    if (dot < 0 || !rows || rows->rows.isEmpty())
        return std::nullopt;
    return Key{rows->rows.first().at(0).toString(), rows->rows.first().at(1).toBool()};
}

DemoReply TenantService::createKey(const QJsonObject &body)
{
    if (body.value(QLatin1String("token")).toString().toUtf8() != m_options.adminToken)
        return refusal(403, QStringLiteral("FORBIDDEN"), QStringLiteral("Invalid token"));
    const QString id = QStringLiteral("agfs_live_") + randomWord(12);
    const QString secret = randomWord(40);
    const auto made = query("INSERT INTO public.api_keys (id, tenant_id, secret_hash, label) "
                            "SELECT $1, id, $2, $3 FROM public.tenants ORDER BY created_at LIMIT 1",
                            {id, digest(secret.toUtf8()), body.value(QLatin1String("label")).toString()});
    if (!made)
        return refusal(500, QStringLiteral("INTERNAL"), made.error().message);
    return {200, "application/json",
            json({{QStringLiteral("ok"), true}, {QStringLiteral("api_key"), QString(id + u'.' + secret)}})};
}

DemoReply TenantService::put(const Key &key, const QJsonObject &body)
{
    const QString agent = body.value(QLatin1String("agent_id")).toString();
    const QString path = body.value(QLatin1String("path")).toString();
    const QByteArray value = json({{QStringLiteral("v"), body.value(QLatin1String("value"))}});
    const auto used =
        query("INSERT INTO public.quota_usage AS q (tenant_id, day, writes, bytes) "
              "VALUES ($1::uuid, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 1, $2::int) "
              "ON CONFLICT (tenant_id, day) DO UPDATE SET writes = q.writes + 1, bytes = q.bytes + $2::int "
              "RETURNING writes",
              {key.tenant, static_cast<int>(value.size())});
    if (!used)
        return refusal(500, QStringLiteral("ECONNREFUSED"), used.error().message);
    if (used->rows.first().first().toInt() > m_options.writesPerDay) { // counted all the same
        m_metrics.deny("writes");
        return refusal(429, QStringLiteral("QUOTA_WRITES_PER_DAY"), QStringLiteral("Quota exceeded"));
    }
    const QString version = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto made = query(
        "WITH version AS (INSERT INTO public.entry_versions (id, tenant_id, agent_id, path, value_json, "
        "content_hash) VALUES ($1::uuid, $2::uuid, $3, $4, ($5::jsonb) -> 'v', $6) RETURNING *), job AS ("
        "INSERT INTO public.embedding_jobs (version_id, tenant_id, agent_id, path) "
        "SELECT id, tenant_id, agent_id, path FROM version) "
        "INSERT INTO public.entries SELECT tenant_id, agent_id, path, id FROM version "
        "ON CONFLICT (tenant_id, agent_id, path) DO UPDATE SET latest_version_id = "
        "EXCLUDED.latest_version_id",
        {version, key.tenant, agent, path, QString::fromUtf8(value), digest(value)});
    if (!made)
        return refusal(500, QStringLiteral("INTERNAL"), made.error().message);
    return {200, "application/json",
            json({{QStringLiteral("ok"), true}, {QStringLiteral("version_id"), version}})};
}

DemoReply TenantService::get(const Key &key, const QJsonObject &body)
{
    const auto rows =
        query("SELECT jsonb_build_object('v', v.value_json)::text FROM public.entries e "
              "JOIN public.entry_versions v ON v.id = e.latest_version_id AND v.deleted_at IS NULL "
              "WHERE e.tenant_id = $1::uuid AND e.agent_id = $2 AND e.path = $3",
              {key.tenant, body.value(QLatin1String("agent_id")).toString(),
               body.value(QLatin1String("path")).toString()});
    if (!rows)
        return refusal(500, QStringLiteral("INTERNAL"), rows.error().message);
    if (rows->rows.isEmpty())
        return refusal(404, QStringLiteral("NOT_FOUND"), QStringLiteral("Not found"));
    const QJsonObject found =
        QJsonDocument::fromJson(rows->rows.first().first().toString().toUtf8()).object();
    return {200, "application/json",
            json({{QStringLiteral("ok"), true}, {QStringLiteral("value"), found.value(QLatin1String("v"))}})};
}

/// What is gone leaves a version that says so.
DemoReply TenantService::remove(const Key &key, const QJsonObject &body)
{
    const QString version = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto made = query(
        "WITH version AS (INSERT INTO public.entry_versions (id, tenant_id, agent_id, path, value_json, "
        "content_hash, deleted_at) SELECT $1::uuid, tenant_id, agent_id, path, '{}'::jsonb, '', now() "
        "FROM public.entries WHERE tenant_id = $2::uuid AND agent_id = $3 AND path = $4 RETURNING *) "
        "UPDATE public.entries e SET latest_version_id = v.id FROM version v "
        "WHERE e.tenant_id = v.tenant_id AND e.agent_id = v.agent_id AND e.path = v.path RETURNING e.path",
        {version, key.tenant, body.value(QLatin1String("agent_id")).toString(),
         body.value(QLatin1String("path")).toString()});
    if (!made)
        return refusal(500, QStringLiteral("INTERNAL"), made.error().message);
    if (made->rows.isEmpty())
        return refusal(404, QStringLiteral("NOT_FOUND"), QStringLiteral("Not found"));
    return {200, "application/json", json({{QStringLiteral("ok"), true}})};
}

DemoReply TenantService::requeue(const Key &key, const QJsonObject &body)
{
    if (!key.isAdmin)
        return refusal(403, QStringLiteral("INTERNAL"), QStringLiteral("Forbidden"));
    const auto done =
        query("UPDATE public.embedding_jobs SET status = 'queued' WHERE tenant_id = $1::uuid AND status = $2",
              {key.tenant, body.value(QLatin1String("status")).toString(QStringLiteral("failed"))});
    if (!done)
        return refusal(500, QStringLiteral("INTERNAL"), done.error().message);
    return {200, "application/json",
            json({{QStringLiteral("ok"), true}, {QStringLiteral("requeued"), done->affected}})};
}

/// One job a turn, with the faults of its version.
void TenantService::workOff()
{
    const QByteArray limit =
        m_options.isNewer ? " AND attempts < " + QByteArray::number(MostAttempts) : QByteArray();
    const auto taken = query("UPDATE public.embedding_jobs SET status = 'running', attempts = attempts + 1, "
                             "updated_at = now() WHERE version_id = (SELECT version_id FROM "
                             "public.embedding_jobs WHERE status = 'queued'"
                             + limit
                             + " ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED) "
                               "RETURNING version_id::text, attempts");
    if (!taken) { // as the real one: a stack on stderr, and the end
        std::fprintf(stderr, "%s\n", qPrintable(taken.error().toText()));
        QCoreApplication::exit(1);
        return;
    }
    if (taken->rows.isEmpty())
        return;
    const QString version = taken->rows.first().at(0).toString();
    const int attempts = taken->rows.first().at(1).toInt();
    QString wrong = QStringLiteral("OPENAI_API_KEY not set");
    if (m_options.hasEmbeddingKey) {
        const auto made =
            query("INSERT INTO public.embeddings (version_id, tenant_id, agent_id, path, model, embedding) "
                  "SELECT id, tenant_id, agent_id, path, 'stand-in', ARRAY[0.5]::real[] FROM "
                  "public.entry_versions WHERE id = $1::uuid ON CONFLICT DO NOTHING",
                  {version});
        const auto settled = query(
            "UPDATE public.embedding_jobs SET status = $2, updated_at = now() WHERE version_id = $1::uuid",
            {version, m_options.isNewer ? QStringLiteral("done") : QStringLiteral("succeeded")});
        if (made && settled)
            return;
        wrong = settled ? made.error().message : settled.error().message;
    }
    const bool isLast = !m_options.isNewer || attempts >= MostAttempts;
    static_cast<void>(
        query("UPDATE public.embedding_jobs SET status = $2, last_error = $3, updated_at = now() "
              "WHERE version_id = $1::uuid",
              {version, isLast ? QStringLiteral("failed") : QStringLiteral("queued"), wrong}));
}

int runTenantService(TenantServiceOptions options, bool isWorker, int endDescriptor)
{
    options.databaseUrl = qgetenv("DATABASE_URL");
    options.adminToken = qgetenv("ADMIN_BOOTSTRAP_TOKEN");
    options.metricsToken = qgetenv("METRICS_TOKEN");
    options.hasEmbeddingKey = !qEnvironmentVariableIsEmpty("OPENAI_API_KEY");
    const bool isProduction = qgetenv("NODE_ENV") == "production";
    // Any text is true, the word "false" too.
    options.hasMetrics = !isProduction || !qEnvironmentVariableIsEmpty("ENABLE_METRICS");
    if (const int quota = qEnvironmentVariableIntValue("WRITE_QUOTA_PER_DAY"); quota > 0)
        options.writesPerDay = quota;
    if (options.databaseUrl.isEmpty()
        || (isProduction && options.hasMetrics && options.metricsToken.isEmpty())) {
        std::fputs("Error: Invalid environment variables\n", stderr);
        return 1;
    }
    TenantService service(std::move(options));
    if (const auto started = isWorker ? service.startWorker() : service.start(); !started) {
        std::fprintf(stderr, "Error: %s\n", qPrintable(started.error().toText()));
        return 1;
    }
    QSocketNotifier ending(endDescriptor, QSocketNotifier::Read);
    QObject::connect(&ending, &QSocketNotifier::activated, &service, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace pilothouse
