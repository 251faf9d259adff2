// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hostaddress.h"
#include "core/postgres/connectiontext.h"
#include "core/postgres/postgresconnection.h"
#include "core/postgres/postgreserrors.h"
#include "core/postgres/postgreswait.h"

#include <libpq-fe.h>

namespace pilothouse {
namespace {

/// libpq's keywords with their values, which live as long as this.
class Keywords
{
public:
    void add(const char *keyword, const QString &value)
    {
        if (!value.isEmpty())
            add(keyword, value.toUtf8());
    }
    void add(const char *keyword, const QByteArray &value)
    {
        m_names.push_back(keyword);
        m_values.push_back(value);
    }
    PGconn *start()
    {
        std::vector<const char *> names = m_names;
        std::vector<const char *> values;
        for (const QByteArray &value : m_values)
            values.push_back(value.constData());
        names.push_back(nullptr);
        values.push_back(nullptr);
        return PQconnectStartParams(names.data(), values.data(), 0);
    }

private:
    std::vector<const char *> m_names;
    std::vector<QByteArray> m_values;
};

Keywords keywordsOf(const DatabaseConnection &target, const QString &address, const Secret &password)
{
    Keywords keywords;
    keywords.add("service", target.service);
    keywords.add("host", target.host);
    keywords.add("hostaddr", address);
    if (target.port > 0)
        keywords.add("port", QString::number(target.port));
    keywords.add("user", target.user);
    keywords.add("dbname", target.database);
    keywords.add("sslmode", sslModeOf(target));
    keywords.add("sslrootcert", target.rootCertificate);
    keywords.add("sslcert", target.certificate);
    keywords.add("sslkey", target.key);
    keywords.add("client_encoding", QStringLiteral("UTF8"));
    keywords.add("application_name", QStringLiteral("pilothouse"));
    if (!password.isEmpty())
        keywords.add("password", password.bytes());
    return keywords;
}

/// What every session is told before anything else. The server's own deadlines stand behind ours.
QByteArray greeting(const PostgresLimits &limits)
{
    QByteArray text("SET search_path = pg_catalog; SET DateStyle = ISO; SET TimeZone = 'UTC'; "
                    "SET IntervalStyle = iso_8601; SET bytea_output = hex; SET lock_timeout = '5s'; "
                    "SET idle_in_transaction_session_timeout = '60s'");
    if (limits.isReadOnly)
        text += "; SET default_transaction_read_only = on";
    return text;
}

} // namespace

Result<PostgresConnection> PostgresConnection::open(const DatabaseConnection &target, const Secret &password,
                                                    const PostgresLimits &limits,
                                                    const OperationContext &context)
{
    const auto until = std::chrono::steady_clock::now() + limits.connect;
    const QString subject = connectionText(target);
    QString address;
    if (!target.host.isEmpty() && !target.host.startsWith(u'/')) {
        const Result<QString> resolved = resolveHost(target.host, limits.connect, context);
        if (!resolved)
            return failure(withSubject(resolved.error(), subject));
        address = *resolved;
    }
    Native native(keywordsOf(target, address, password).start());
    if (!native)
        return failure(ErrorKind::Internal, tr("There is no memory for a connection."));
    PQsetErrorVerbosity(native.get(), PQERRORS_VERBOSE); // so that a refusal says its SQLSTATE
    PQsetNoticeProcessor(
        native.get(), [](void *, const char *) {}, nullptr);
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (PQstatus(native.get()) != CONNECTION_BAD && state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED)
            break;
        const auto ready =
            waitForSocket(PQsocket(native.get()), state == PGRES_POLLING_WRITING, until, context);
        if (!ready)
            return failure(
                withSubject(ready.error(), subject,
                            tr("Look whether the server runs, and whether a firewall lies between.")));
        state = PQconnectPoll(native.get());
    }
    if (PQstatus(native.get()) != CONNECTION_OK)
        return failure(withSubject(
            postgresConnectError(QString::fromUtf8(PQerrorMessage(native.get())), target), subject));
    PQsetErrorVerbosity(native.get(), PQERRORS_DEFAULT);
    PQsetnonblocking(native.get(), 1);
    PostgresConnection connection(std::move(native), subject);
    if (!limits.isAdminConsole) {
        const auto greeted = connection.execute(greeting(limits), limits.connect, context);
        if (!greeted)
            return failure(greeted.error());
    }
    return connection;
}

} // namespace pilothouse
